"""Reckoning deadlines of husleieloven: § 1-6 with domstolloven §§ 146, 148 and 149.

A period in months ends on the same date of the later month, or on that month's last day when it is
shorter; an end on a Saturday, Sunday or public holiday moves to the next working day. The court
recess of domstolloven § 140 is not part of it. Source: husleieloven § 1-6, read 2026-07-28.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import holidays


def months_after(start: date, months: int) -> date:
    """The same date `months` later, or the last day of a shorter month.

    >>> months_after(date(2027, 1, 31), 1)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def is_working_day(day: date) -> bool:
    """Whether the day is neither Saturday, Sunday nor a Norwegian public holiday.

    >>> is_working_day(date(2027, 5, 17))
    False
    """
    return day.weekday() < 5 and day not in holidays.country_holidays("NO", years=day.year)


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first one after it.

    >>> next_working_day(date(2026, 12, 26))
    datetime.date(2026, 12, 28)
    """
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def protest_deadline(received: date) -> date:
    """Last day to send a protest against a notice received on `received` (husleieloven § 9-8)."""
    return next_working_day(months_after(received, 1))


def landlords_deadline(received: date) -> date:
    """Last day for the landlord to go to court or the tribunal after a protest (husleieloven § 9-8).

    The three months begin when the tenant's month has ended.
    """
    return next_working_day(months_after(protest_deadline(received), 3))
