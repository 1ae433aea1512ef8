"""The rent: when it may change, how high it may be, and what was paid too much.

Amounts are whole kroner. Source: husleieloven §§ 3-2, 3-8, 4-2, 4-3 and 4-4, in force 2026-07-01, read 2026-07-28.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from knowledge.reckoning.days import days_after, months_after, next_working_day, years_after


def due_day(agreed: date) -> date:
    """The day rent falls due: the agreed one, moved past Saturdays, Sundays and holidays (husleieloven § 3-2)."""
    return next_working_day(agreed)


def highest_index_rent(rent: int, *, old_index: Decimal, new_index: Decimal) -> int:
    """The most the rent may be after an index adjustment (husleieloven § 4-2 a): rent x new index / old index.

    The indices are those of when the rent was last set and of now. The change must not be larger than that of the
    index, so øre fall away and nothing is rounded up; the figures are reckoned exactly. Raises ValueError when the
    index has fallen: then the rent cannot be raised, and the tenant may ask for a lower one, not reckoned here.

    >>> highest_index_rent(12000, old_index=Decimal("130.4"), new_index=Decimal("134.7"))
    12395
    """
    if rent < 0 or old_index <= 0:
        raise ValueError(f"The rent is zero or more and the index above zero, not {rent} and {old_index}.")
    if new_index < old_index:
        raise ValueError(f"The index has fallen, from {old_index} to {new_index}: the rent cannot be raised by it.")
    return int(rent * new_index // old_index)


def index_rent_from(last_change: date, noticed: date) -> date:
    """First day a rent adjusted by the index may apply (husleieloven § 4-2 b and c).

    One year after the last rent began to apply, and one month after the other party got notice in writing; the later
    of the two, on the same date. A first day does not move past days off.

    >>> index_rent_from(date(2026, 3, 1), date(2027, 2, 15))
    datetime.date(2027, 3, 15)
    """
    return max(years_after(last_change, 1), months_after(noticed, 1))


def market_claim_from(unchanged_since: date) -> date:
    """First day that market rent (gjengs leie) may be claimed (husleieloven § 4-3 first paragraph).

    The tenancy must have lasted two years and six months without other changes than by the index: `unchanged_since` is
    its start, or a later change that was not one by the index.
    """
    return months_after(years_after(unchanged_since, 2), 6)


def market_rent_from(claimed: date, *, unchanged_since: date, last_change: date | None = None) -> date:
    """First day market rent may apply after a claim in writing (husleieloven § 4-3 second paragraph).

    Six months after the claim, and one year after the last change of any kind, by the index too; the later of the two.
    Raises ValueError for a claim made before `market_claim_from`, which sets nothing going.
    """
    possible = market_claim_from(unchanged_since)
    if claimed < possible:
        raise ValueError(f"Market rent cannot be claimed before {possible}; the claim came on {claimed}.")
    after_claim = months_after(claimed, 6)
    return after_claim if last_change is None else max(after_claim, years_after(last_change, 1))


def excess_rent(paid: int, lawful: int, *, payments: int = 1) -> int:
    """Kroner to claim back when so many payments were above the lawful rent, 0 when none was (husleieloven § 4-4).

    The claim bears late-payment interest (forsinkelsesrente) from the day each payment was made, which is not reckoned
    here. There is no claim for a payer who is to blame to a material degree.
    """
    if min(paid, lawful, payments) < 0:
        raise ValueError(f"Rent and number of payments are zero or more, not {paid}, {lawful} and {payments}.")
    return max(paid - lawful, 0) * payments


def disputed_rent_deadline(sent: date) -> date:
    """Last day for the landlord to help deposit disputed rent (husleieloven § 3-8).

    The fourteen days begin when the tenant's message was sent.
    """
    return next_working_day(days_after(sent, 14))
