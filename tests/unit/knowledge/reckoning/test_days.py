"""Counting days: worked dates, and what must hold for every date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning.days import (
    days_after,
    is_working_day,
    month_end,
    months_after,
    next_working_day,
    weeks_after,
    years_after,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
        (date(2026, 6, 15), 0, date(2026, 6, 15)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 15), -12, date(2026, 1, 15)),
    ],
)
def test_months_end_on_the_same_date_or_the_last_day(start: date, months: int, end: date) -> None:
    assert months_after(start, months) == end


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [
        (date(2026, 5, 17), 1, date(2027, 5, 17)),
        (date(2028, 2, 29), 1, date(2029, 2, 28)),
        (date(2028, 2, 29), 4, date(2032, 2, 29)),
        (date(2096, 2, 29), 4, date(2100, 2, 28)),  # 2100 is no leap year
        (date(2027, 2, 28), 1, date(2028, 2, 28)),  # the number counts, not that it was the last
    ],
)
def test_years_end_on_the_same_date(start: date, years: int, end: date) -> None:
    assert years_after(start, years) == end


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
def test_a_working_day_is_its_own_next_working_day(day: date) -> None:
    following = next_working_day(day)
    assert (following == day) == is_working_day(day)
    assert next_working_day(following) == following
    assert following - day <= timedelta(days=5)


@given(DAYS, st.integers(1, 24))
def test_months_land_in_the_right_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day <= day.day
    assert end.day == day.day or end == month_end(end)


@given(DAYS)
def test_the_day_after_a_month_end_is_the_first_of_the_next(day: date) -> None:
    end = month_end(day)
    assert (end.year, end.month) == (day.year, day.month)
    assert days_after(end, 1).day == 1


@given(DAYS, st.integers(0, 100))
def test_weeks_end_on_the_same_weekday(day: date, weeks: int) -> None:
    assert weeks_after(day, weeks) == days_after(day, 7 * weeks)
    assert weeks_after(day, weeks).weekday() == day.weekday()
