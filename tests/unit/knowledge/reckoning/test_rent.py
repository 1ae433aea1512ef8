"""The rent: amounts and dates reckoned by hand, and what must hold for all of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning.days import months_after, years_after
from knowledge.reckoning.rent import (
    due_day,
    excess_rent,
    highest_index_rent,
    index_rent_from,
    market_claim_from,
    market_rent_from,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
RENTS = st.integers(0, 200_000)
INDICES = st.decimals(Decimal("50.0"), Decimal("300.0"), places=1)


@given(RENTS, INDICES, INDICES)
def test_the_rent_never_rises_more_than_the_index_nor_loses_a_krone(rent: int, one: Decimal, other: Decimal) -> None:
    old_index, new_index = sorted((one, other))
    exact = Fraction(rent) * Fraction(new_index) / Fraction(old_index)
    highest = highest_index_rent(rent, old_index=old_index, new_index=new_index)
    assert highest <= exact < highest + 1
    assert highest >= rent


@given(RENTS, RENTS, INDICES, INDICES, INDICES)
def test_a_higher_rent_or_index_never_gives_a_lower_rent(
    rent: int, more: int, first: Decimal, second: Decimal, third: Decimal
) -> None:
    old, new, newer = sorted((first, second, third))
    assert highest_index_rent(rent, old_index=old, new_index=new) <= highest_index_rent(
        rent + more, old_index=old, new_index=newer
    )


def test_several_years_may_be_caught_up_with_at_once() -> None:
    # 9 000 x 134.7 / 111.2 = 1 212 300 / 111.2 = 10 901.97; the øre fall away.
    assert highest_index_rent(9000, old_index=Decimal("111.2"), new_index=Decimal("134.7")) == 10901


@pytest.mark.parametrize(
    ("rent", "old_index", "new_index", "said"),
    [
        (-1, "100", "101", "zero or more"),
        (9000, "0", "101", "above zero"),
        (9000, "101.1", "101", "has fallen"),
    ],
)
def test_rent_and_indices_that_cannot_be_are_refused(rent: int, old_index: str, new_index: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        highest_index_rent(rent, old_index=Decimal(old_index), new_index=Decimal(new_index))


@given(DAYS, DAYS)
def test_new_rent_never_comes_before_the_month_or_the_year(last_change: date, noticed: date) -> None:
    first = index_rent_from(last_change, noticed)
    assert first in (months_after(noticed, 1), years_after(last_change, 1))
    assert first >= months_after(noticed, 1)
    assert first >= years_after(last_change, 1)


def test_market_rent_may_be_claimed_after_two_and_a_half_years_and_apply_after_three() -> None:
    # 1 January 2024 + 2 years = 1 January 2026, + 6 months = 1 July 2026, + 6 months = 1 January 2027.
    start = date(2024, 1, 1)
    assert market_claim_from(start) == date(2026, 7, 1)
    assert market_rent_from(date(2026, 7, 1), unchanged_since=start) == years_after(start, 3)


def test_market_rent_waits_a_year_after_an_index_change_too() -> None:
    # Claim 1 July 2026 + 6 months = 1 January 2027; index change 1 March 2026 + 1 year = 1 March 2027.
    first = market_rent_from(date(2026, 7, 1), unchanged_since=date(2024, 1, 1), last_change=date(2026, 3, 1))
    assert first == date(2027, 3, 1)


def test_a_claim_for_market_rent_that_came_too_early_is_refused() -> None:
    with pytest.raises(ValueError, match="before 2026-07-01; the claim came on 2026-06-30"):
        market_rent_from(date(2026, 6, 30), unchanged_since=date(2024, 1, 1))


@given(DAYS, st.integers(0, 1000), st.none() | DAYS)
def test_market_rent_never_comes_early(start: date, waited: int, last_change: date | None) -> None:
    claimed = months_after(market_claim_from(start), waited % 60)
    first = market_rent_from(claimed, unchanged_since=start, last_change=last_change)
    assert first >= months_after(claimed, 6)
    assert last_change is None or first >= years_after(last_change, 1)


def test_what_was_paid_too_much_is_claimed_back() -> None:
    # (11 000 - 10 300) x 5 = 3 500
    assert excess_rent(11000, 10300, payments=5) == 3500
    assert excess_rent(10300, 10300) == 0
    assert excess_rent(9000, 10300, payments=5) == 0  # too little paid is no claim


@given(RENTS, RENTS, st.integers(0, 60))
def test_an_excess_is_never_negative_and_grows_with_what_was_paid(paid: int, lawful: int, payments: int) -> None:
    excess = excess_rent(paid, lawful, payments=payments)
    assert 0 <= excess <= paid * payments
    assert excess <= excess_rent(paid + 100, lawful, payments=payments)


@pytest.mark.parametrize(("paid", "lawful", "payments"), [(-1, 0, 1), (0, -1, 1), (0, 0, -1)])
def test_negative_amounts_are_refused(paid: int, lawful: int, payments: int) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        excess_rent(paid, lawful, payments=payments)


def test_rent_due_on_a_day_off_is_due_on_the_next_working_day() -> None:
    assert due_day(date(2026, 5, 1)) == date(2026, 5, 4)  # a Friday and a holiday
    assert due_day(date(2026, 5, 17)) == date(2026, 5, 18)  # a Sunday
    assert due_day(date(2026, 9, 1)) == date(2026, 9, 1)
