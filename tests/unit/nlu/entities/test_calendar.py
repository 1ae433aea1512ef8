"""Reckoning with dates that people give in parts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.entities.calendar import date_of, full_year, last_weekday, nearest, next_weekday, shifted

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("day", "month", "year"), [(31, 2, 2026), (29, 2, 2027), (0, 1, 2026), (1, 13, 2026), (1, 1, 0)]
)
def test_there_is_no_such_date(day: int, month: int, year: int) -> None:
    assert date_of(day, month, year) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [(26, 2026), (36, 2036), (37, 1937), (85, 1985), (0, 2000), (99, 1999), (2026, 2026), (1999, 1999)],
)
def test_a_year_of_two_digits_lies_ten_years_ahead_at_most(written: int, meant: int) -> None:
    assert full_year(written, TODAY) == meant


@given(DAYS, DAYS)
def test_the_nearest_day_is_half_a_year_back_or_ahead(day: date, today: date) -> None:
    found = nearest(day.day, day.month, today)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert timedelta(days=-184) <= found - today
    assert found - today <= timedelta(days=366 if (day.day, day.month) != (29, 2) else 8 * 366)


@pytest.mark.parametrize(("day", "month"), [(30, 2), (31, 4), (32, 1), (0, 5), (5, 0)])
def test_a_day_that_no_year_has_is_not_near(day: int, month: int) -> None:
    assert nearest(day, month, TODAY) is None


@given(st.integers(0, 6), DAYS)
def test_the_last_weekday_lies_in_the_week_before(weekday: int, today: date) -> None:
    found = last_weekday(weekday, today)
    assert found.weekday() == weekday
    assert 1 <= (today - found).days <= 7


@given(st.integers(0, 6), DAYS)
def test_the_next_weekday_lies_in_the_week_after(weekday: int, today: date) -> None:
    found = next_weekday(weekday, today)
    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7


@pytest.mark.parametrize(
    ("start", "unit", "number", "end"),
    [
        (TODAY, "day", -3, date(2026, 11, 21)),
        (TODAY, "week", 2, date(2026, 12, 8)),
        (TODAY, "month", -1, date(2026, 10, 24)),
        (TODAY, "month", 2, date(2027, 1, 24)),
        (TODAY, "year", -1, date(2025, 11, 24)),
        (date(2026, 3, 31), "month", -1, date(2026, 2, 28)),
        (date(2028, 2, 29), "year", -1, date(2027, 2, 28)),
        (date(2026, 1, 31), "month", 1, date(2026, 2, 28)),
        (date(2026, 12, 31), "month", 2, date(2027, 2, 28)),
        (TODAY, "day", 0, TODAY),
    ],
)
def test_a_date_is_moved(start: date, unit: str, number: int, end: date) -> None:
    assert shifted(start, unit, number) == end
