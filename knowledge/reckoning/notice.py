"""Notice to quit: when a lease ends, and until when it can be protested against.

Source: husleieloven §§ 8-2, 9-2, 9-6, 9-8 and 9-10, in force 2026-07-01, read 2026-07-28; counted by § 1-6.
"""

from __future__ import annotations

from datetime import date

from knowledge.reckoning.days import month_end, months_after, next_working_day

ORDINARY_MONTHS = 3  # husleieloven § 9-6 first paragraph, to the end of a calendar month
ROOM_MONTHS = 1  # § 9-6 second paragraph, a single room with access to another person's home: from date to date


def protest_deadline(received: date) -> date:
    """Last day to send a protest against a notice received on `received` (husleieloven § 9-8).

    Nobody can protest against notice of a room in another person's home (third paragraph).
    """
    return next_working_day(months_after(received, 1))


def landlords_deadline(received: date) -> date:
    """Last day for the landlord to go to court or the tribunal after a protest (husleieloven § 9-8).

    The three months begin when the tenant's month has ended.
    """
    return next_working_day(months_after(protest_deadline(received), 3))


def notice_end(received: date, *, months: int = ORDINARY_MONTHS, to_month_end: bool = True) -> date:
    """Last day of a lease after notice received on `received` (husleieloven § 9-6).

    Without an agreement: three months to the end of a calendar month; for a room in another person's home
    `months=ROOM_MONTHS, to_month_end=False`. The contract may set another length (fourth paragraph). The end is a date
    of the lease and does not move past days off; whether a room's month does, the section does not say.

    >>> notice_end(date(2026, 3, 10))
    datetime.date(2026, 6, 30)
    """
    passed = months_after(received, _at_least_one(months))
    return month_end(passed) if to_month_end else passed


def latest_notice(end: date, *, months: int = ORDINARY_MONTHS, to_month_end: bool = True) -> date:
    """Last day on which notice ends the lease on `end` or before (husleieloven § 9-6); the reverse of `notice_end`.

    >>> latest_notice(date(2026, 6, 30))
    datetime.date(2026, 3, 31)
    """
    if to_month_end and end != month_end(end):
        end = month_end(months_after(end, -1))
    start = months_after(end, -_at_least_one(months))
    # From 31 January one month leads to 28 February as well: the end of a month is reached from all days after.
    return month_end(start) if end == month_end(end) else start


def holding_over_deadline(term_end: date) -> date:
    """Last day for the landlord to ask in writing that the tenant move after a fixed term (husleieloven § 9-2).

    When the lease goes on longer than the three months without such a request, it has become indefinite.
    """
    return next_working_day(months_after(term_end, 3))


def estate_notice_deadline(death: date) -> date:
    """Last day for a dead tenant's estate to give notice where the lease could be transferred (husleieloven § 9-10)."""
    return next_working_day(months_after(death, 3))


def survivor_deadline(received: date) -> date:
    """Last day for a survivor to write to the landlord and step into a dead tenant's lease (husleieloven § 8-2).

    `received` is when the survivor received the landlord's notice in writing, with what the third paragraph asks for;
    when the estate gave notice, when the landlord received that (fourth paragraph).
    """
    return next_working_day(months_after(received, 1))


def _at_least_one(months: int) -> int:
    if months < 1:
        raise ValueError(f"A notice period is one month or longer, not {months}.")
    return months
