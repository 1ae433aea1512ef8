"""Deposit and guarantee: how much may be asked for, what is too much, and the five weeks at the bank.

Amounts are whole kroner. There is no rule that the deposit is paid back within a month. Source: husleieloven §§ 3-5,
3-6 and 3-7, in force 2026-07-01, read 2026-07-28; forskrift 2009-06-02-628 § 1, read in the version of November 2025.
"""

from __future__ import annotations

from datetime import date

from knowledge.reckoning.days import next_working_day, weeks_after

HIGHEST_MONTHS = 6  # husleieloven §§ 3-5 and 3-6
STUDENT_MONTHS = 3  # forskrift 2009-06-02-628 § 1: a studentsamskipnad's joint deposit account


def highest_security(month_rent: int, *, months: int = HIGHEST_MONTHS) -> int:
    """The most that deposit and guarantee may come to together, six months' rent (husleieloven §§ 3-5 and 3-6).

    The rent is the one agreed; the deposit follows a later rent only if that was agreed (§ 3-5). With
    `months=STUDENT_MONTHS` the deposit of a student welfare organisation (forskrift 2009-06-02-628 § 1).
    """
    if month_rent < 0 or months not in (HIGHEST_MONTHS, STUDENT_MONTHS):
        raise ValueError(f"The rent is zero or more and the months {HIGHEST_MONTHS} or {STUDENT_MONTHS}.")
    return month_rent * months


def excess_security(month_rent: int, *, deposit: int, guarantee: int = 0, months: int = HIGHEST_MONTHS) -> int:
    """Kroner of deposit and guarantee above what may be agreed, 0 when there are none (husleieloven §§ 3-6 and 3-7).

    What was paid too much can always be claimed back, with late-payment interest from the day it was paid unless the
    payer is to blame to a material degree (§ 3-7); the interest is not reckoned here.
    """
    if min(deposit, guarantee) < 0:
        raise ValueError(f"Deposit and guarantee are zero or more, not {deposit} and {guarantee}.")
    return max(deposit + guarantee - highest_security(month_rent, months=months), 0)


def bank_deadline(warning_sent: date) -> date:
    """Last day to stop the bank from paying out, five weeks after it sent its warning (husleieloven § 3-5).

    For the tenant when the landlord claims unpaid rent: to show the bank a lawsuit or a case at the tribunal (fifth
    paragraph). For the landlord when the tenant asks for the deposit: to do that, or to claim unpaid rent (sixth
    paragraph).
    """
    return next_working_day(weeks_after(warning_sent, 5))
