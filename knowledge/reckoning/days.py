"""Counting days, weeks, months and years as domstolloven §§ 148 and 149 count them.

The day a limit starts from is not counted. Weeks end on the same weekday; months and years on the same date, or on the
last day of a month that lacks it (§ 148). An end on a Saturday, Sunday or public holiday moves to the next working day
(§ 149). Husleieloven § 1-6, tvangsfullbyrdelsesloven § 2-7 and forvaltningsloven § 30 each bring in these rules, but
not the court recess of domstolloven § 140. Source: domstolloven as of July 2026; husleieloven and
tvangsfullbyrdelsesloven in force 2026-07-01, read 2026-07-28; forvaltningsloven in the version of 2026-04-13.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import cache

import holidays


def days_after(start: date, days: int) -> date:
    """The day so many days later, the start not counted (domstolloven § 148)."""
    return start + timedelta(days=days)


def weeks_after(start: date, weeks: int) -> date:
    """The same weekday so many weeks later (domstolloven § 148).

    >>> weeks_after(date(2028, 2, 15), 2)
    datetime.date(2028, 2, 29)
    """
    return start + timedelta(weeks=weeks)


def months_after(start: date, months: int) -> date:
    """The same date so many months later, or the last day of a shorter month (domstolloven § 148).

    >>> months_after(date(2027, 1, 31), 1)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def years_after(start: date, years: int) -> date:
    """The same date so many years later, 28 February for a missing 29th (domstolloven § 148).

    >>> years_after(date(2028, 2, 29), 1)
    datetime.date(2029, 2, 28)
    """
    return months_after(start, 12 * years)


def month_end(day: date) -> date:
    """The last day of the calendar month, whatever weekday it is ("utløpet av en kalendermåned", husleieloven § 9-6).

    >>> month_end(date(2028, 2, 3))
    datetime.date(2028, 2, 29)
    """
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def is_working_day(day: date) -> bool:
    """Whether the day is neither Saturday, Sunday nor a Norwegian public holiday (domstolloven § 149).

    >>> is_working_day(date(2027, 5, 17))
    False
    """
    return day.weekday() < 5 and day not in _public_holidays(day.year)


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first one after it (domstolloven § 149).

    >>> next_working_day(date(2026, 12, 26))
    datetime.date(2026, 12, 28)
    """
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@cache
def _public_holidays(year: int) -> frozenset[date]:
    """Kept for each year: making the calendar takes far longer than looking in it."""
    return frozenset(holidays.country_holidays("NO", years=year))
