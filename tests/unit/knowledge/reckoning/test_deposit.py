"""Deposit and guarantee: amounts and dates reckoned by hand, and what must hold for all of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning.deposit import STUDENT_MONTHS, bank_deadline, excess_security, highest_security

KRONER = st.integers(0, 1_000_000)


def test_deposit_and_guarantee_are_six_months_rent_together() -> None:
    # 12 000 x 6 = 72 000; 60 000 + 20 000 is 8 000 more.
    assert highest_security(12000) == 72000
    assert excess_security(12000, deposit=60000, guarantee=20000) == 8000
    assert excess_security(12000, deposit=72000) == 0


def test_a_student_welfare_organisation_may_ask_for_three_months() -> None:
    # 5 000 x 3 = 15 000
    assert highest_security(5000, months=STUDENT_MONTHS) == 15000
    assert excess_security(5000, deposit=16000, months=STUDENT_MONTHS) == 1000


@given(KRONER, KRONER, KRONER)
def test_an_excess_is_never_negative_and_is_all_that_is_too_much(rent: int, deposit: int, guarantee: int) -> None:
    excess = excess_security(rent, deposit=deposit, guarantee=guarantee)
    assert 0 <= excess <= deposit + guarantee
    assert deposit + guarantee - excess <= highest_security(rent)
    assert excess >= excess_security(rent + 1, deposit=deposit, guarantee=guarantee)
    assert excess <= excess_security(rent, deposit=deposit + 1, guarantee=guarantee)


@pytest.mark.parametrize(("rent", "deposit", "guarantee"), [(-1, 0, 0), (1, -1, 0), (1, 0, -1)])
def test_negative_amounts_are_refused(rent: int, deposit: int, guarantee: int) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        excess_security(rent, deposit=deposit, guarantee=guarantee)


def test_no_other_number_of_months_is_in_the_law() -> None:
    with pytest.raises(ValueError, match="the months 6 or 3"):
        highest_security(12000, months=9)


def test_the_bank_waits_five_weeks_from_its_warning() -> None:
    # 1 September 2026 + 35 days = 6 October, a Tuesday; 27 March 2026 + 35 days = 1 May, a Friday: Monday.
    assert bank_deadline(date(2026, 9, 1)) == date(2026, 10, 6)
    assert bank_deadline(date(2026, 3, 27)) == date(2026, 5, 4)
