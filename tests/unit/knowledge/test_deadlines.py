"""Reckoning deadlines: worked dates, and what must hold for every date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.deadlines import (
    is_working_day,
    landlords_deadline,
    months_after,
    next_working_day,
    protest_deadline,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))

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


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2026, 6, 15), 0, date(2026, 6, 15)),
    ],
)
def test_months_end_on_the_same_date_or_the_last_day(start: date, months: int, end: date) -> None:
    assert months_after(start, months) == end


@pytest.mark.parametrize(
    "day",
    [
        date(2027, 1, 1),
        date(2027, 3, 25),  # Maundy Thursday
        date(2027, 3, 26),  # Good Friday
        date(2027, 3, 29),  # Easter Monday
        date(2026, 5, 1),
        date(2026, 5, 14),  # Ascension Day
        date(2028, 5, 17),
        date(2026, 5, 25),  # Whit Monday
        date(2026, 12, 25),
        date(2028, 12, 26),
        date(2026, 11, 28),  # a Saturday
        date(2026, 11, 29),  # a Sunday
    ],
)
def test_holidays_and_weekends_are_no_working_days(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 12, 24), date(2026, 12, 31), date(2027, 3, 24)])
def test_eves_are_working_days(day: date) -> None:
    assert is_working_day(day)


@given(DAYS)
def test_no_deadline_ends_on_a_day_off(received: date) -> None:
    assert is_working_day(protest_deadline(received))
    assert is_working_day(landlords_deadline(received))


@given(DAYS, st.integers(0, 400))
def test_a_later_notice_never_has_an_earlier_deadline(received: date, later: int) -> None:
    after = received + timedelta(days=later)
    assert protest_deadline(received) <= protest_deadline(after)
    assert landlords_deadline(received) <= landlords_deadline(after)


@given(DAYS)
def test_nobody_gets_less_than_the_month(received: date) -> None:
    deadline = protest_deadline(received)
    assert months_after(received, 1) <= deadline
    assert deadline - months_after(received, 1) <= timedelta(days=5)


@given(DAYS)
def test_a_working_day_is_its_own_next_working_day(day: date) -> None:
    following = next_working_day(day)
    assert (following == day) == is_working_day(day)
    assert next_working_day(following) == following


@given(DAYS, st.integers(1, 24))
def test_months_land_in_the_right_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day <= day.day
