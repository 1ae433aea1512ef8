"""Notice to quit: worked dates, and what must hold for every date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning.days import days_after, month_end, months_after
from knowledge.reckoning.notice import (
    ROOM_MONTHS,
    estate_notice_deadline,
    holding_over_deadline,
    landlords_deadline,
    latest_notice,
    notice_end,
    protest_deadline,
    survivor_deadline,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
LENGTHS = st.integers(1, 12)

PROTESTS = {
    "an ordinary month": (date(2026, 9, 10), date(2026, 10, 12)),  # 10 October is a Saturday
    "ends on a weekday": (date(2026, 10, 14), date(2026, 11, 16)),  # 14 November is a Saturday
    "31 January, common year": (date(2027, 1, 31), date(2027, 3, 1)),  # 28 February is a Sunday
    "31 January, leap year": (date(2028, 1, 31), date(2028, 2, 29)),
    "29 January, leap year": (date(2028, 1, 29), date(2028, 2, 29)),
    "31 May": (date(2027, 5, 31), date(2027, 6, 30)),
    "28 February, common year": (date(2027, 2, 28), date(2027, 3, 30)),  # 28 and 29 March are Easter
    "Christmas Eve is a working day": (date(2026, 11, 24), date(2026, 12, 24)),
    "Christmas Day": (date(2026, 11, 25), date(2026, 12, 28)),
    "New Year's Day": (date(2026, 12, 1), date(2027, 1, 4)),
    "Maundy Thursday": (date(2027, 2, 25), date(2027, 3, 30)),
    "Easter Monday": (date(2026, 3, 6), date(2026, 4, 7)),
    "1 May": (date(2026, 4, 1), date(2026, 5, 4)),
    "Ascension Day": (date(2026, 4, 14), date(2026, 5, 15)),
    "17 May": (date(2028, 4, 17), date(2028, 5, 18)),
    "Whit Monday and 17 May": (date(2027, 4, 17), date(2027, 5, 18)),
    "over the turn of the year": (date(2026, 12, 15), date(2027, 1, 15)),
    "no pause in July": (date(2026, 6, 20), date(2026, 7, 20)),
}


@pytest.mark.parametrize(("received", "deadline"), PROTESTS.values(), ids=list(PROTESTS))
def test_a_protest_is_due_one_month_after_the_notice(received: date, deadline: date) -> None:
    assert protest_deadline(received) == deadline


@pytest.mark.parametrize(
    ("received", "deadline"),
    [
        (date(2026, 11, 24), date(2027, 3, 24)),
        (date(2026, 11, 25), date(2027, 3, 30)),  # tenant until 28 December; 28 March is Easter Sunday
        (date(2026, 10, 30), date(2027, 3, 1)),  # tenant until 30 November; 28 February is a Sunday
    ],
)
def test_the_landlord_has_three_months_after_the_tenants_month(received: date, deadline: date) -> None:
    assert landlords_deadline(received) == deadline


@given(DAYS)
def test_nobody_gets_less_than_the_month(received: date) -> None:
    deadline = protest_deadline(received)
    assert months_after(received, 1) <= deadline
    assert deadline - months_after(received, 1) <= timedelta(days=5)


@given(DAYS, LENGTHS)
def test_a_dwellings_lease_ends_with_a_month_and_a_rooms_within_it(received: date, months: int) -> None:
    to_month_end = notice_end(received, months=months)
    assert to_month_end == month_end(to_month_end)
    assert notice_end(received, months=months, to_month_end=False) <= to_month_end
    assert months_after(received, months) <= to_month_end


def test_an_ordinary_notice_is_three_months_to_the_end_of_a_month() -> None:
    # 15 September + 3 months = 15 December; the month ends on the 31st. A room's month: 15 October.
    assert notice_end(date(2026, 9, 15)) == date(2026, 12, 31)
    assert notice_end(date(2026, 9, 15), months=ROOM_MONTHS, to_month_end=False) == date(2026, 10, 15)


@pytest.mark.parametrize(
    ("end", "months", "to_month_end", "latest"),
    [
        (date(2027, 4, 30), 3, True, date(2027, 1, 31)),  # 31 January + 3 months = 30 April
        (date(2027, 4, 29), 3, True, date(2026, 12, 31)),  # not at a month's end: out by 31 March
        (date(2027, 2, 28), 1, True, date(2027, 1, 31)),
        (date(2027, 2, 28), 1, False, date(2027, 1, 31)),  # 28, 29, 30 and 31 January all lead to 28 February
        (date(2027, 3, 30), 1, False, date(2027, 2, 28)),  # there is no 30 February; 1 March leads to 1 April
        (date(2028, 3, 29), 1, False, date(2028, 2, 29)),
    ],
)
def test_the_latest_day_for_notice(end: date, months: int, to_month_end: bool, latest: date) -> None:
    assert latest_notice(end, months=months, to_month_end=to_month_end) == latest


@given(DAYS, LENGTHS, st.booleans())
def test_notice_on_the_latest_day_is_in_time_and_a_day_later_is_not(end: date, months: int, to_month_end: bool) -> None:
    latest = latest_notice(end, months=months, to_month_end=to_month_end)
    assert notice_end(latest, months=months, to_month_end=to_month_end) <= end
    assert notice_end(days_after(latest, 1), months=months, to_month_end=to_month_end) > end


@pytest.mark.parametrize("reckon", [notice_end, latest_notice])
@pytest.mark.parametrize("months", [0, -3])
def test_a_notice_period_below_a_month_is_refused(reckon, months: int) -> None:
    with pytest.raises(ValueError, match="one month or longer"):
        reckon(date(2026, 9, 15), months=months)


def test_a_fixed_term_a_death_and_a_survivor() -> None:
    # 30 June + 3 months = 30 September 2027, a Thursday.
    assert holding_over_deadline(date(2027, 6, 30)) == date(2027, 9, 30)
    # 14 August + 3 months = 14 November 2027, a Sunday: Monday.
    assert estate_notice_deadline(date(2027, 8, 14)) == date(2027, 11, 15)
    # 1 April + 1 month = 1 May 2026, a Friday and a holiday: Monday.
    assert survivor_deadline(date(2026, 4, 1)) == date(2026, 5, 4)
