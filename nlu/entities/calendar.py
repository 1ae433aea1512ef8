"""Reckoning with dates that people give in parts: without a year, as a weekday, as some time ago."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_HALF_A_YEAR = 6  # months
_LEAP_CYCLE = 8  # years within which 29 February occurs for certain


def date_of(day: int, month: int, year: int) -> date | None:
    """The date, or None where there is none such; years of two digits lie from 90 years back to 10 ahead."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(year: int, today: date) -> int:
    """A year of two or four digits as one of four.

    >>> full_year(26, date(2026, 3, 1)), full_year(85, date(2026, 3, 1))
    (2026, 1985)
    """
    if year >= 100:
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year + 10 else century + year - 100


def nearest(day: int, month: int, today: date) -> date | None:
    """The latest such day up to today, unless that is more than half a year back: then the coming one.

    >>> nearest(1, 12, date(2026, 3, 10)), nearest(1, 6, date(2026, 3, 10))
    (datetime.date(2025, 12, 1), datetime.date(2026, 6, 1))
    """
    years = range(today.year - _LEAP_CYCLE, today.year + _LEAP_CYCLE + 1)
    dates = [found for year in years if (found := date_of(day, month, year))]
    past = [found for found in dates if found <= today]
    coming = [found for found in dates if found > today]
    if past and past[-1] >= shifted(today, "month", -_HALF_A_YEAR):
        return past[-1]
    return coming[0] if coming else None


def last_weekday(weekday: int, today: date) -> date:
    """The latest such weekday before today; Monday is 0."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def next_weekday(weekday: int, today: date) -> date:
    """The first such weekday after today; Monday is 0."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def weekday_of_week(weekday: int, weeks: int, start: int, today: date) -> date:
    """The weekday in the week that lies so many weeks ahead (back, when negative), where weeks begin on `start`.

    >>> weekday_of_week(4, -1, 0, date(2026, 11, 28))  # a Saturday
    datetime.date(2026, 11, 20)
    """
    begun = today - timedelta(days=(today.weekday() - start) % 7)
    return begun + timedelta(days=7 * weeks + (weekday - start) % 7)


def shifted(start: date, unit: str, number: int) -> date:
    """`start` moved by days, weeks, months or years; the last of a month stands for days that it lacks.

    >>> shifted(date(2026, 3, 31), "month", -1)
    datetime.date(2026, 2, 28)
    """
    if unit in ("day", "week"):
        return start + timedelta(days=number * (7 if unit == "week" else 1))
    months = start.year * 12 + start.month - 1 + number * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
