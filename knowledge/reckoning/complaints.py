"""Complaints over decisions of Nav, the municipality, Husbanken and others: the last day to complain.

The kinds bear the names they have in deadlines.yaml, which says where each complaint goes.

Source: forvaltningsloven §§ 24, 29, 30, 31 and 36, pasient- og brukerrettighetsloven §§ 7-5 and 7-7 and
straffegjennomføringsloven § 7, read in the version of 2026-04-13. Folketrygdloven § 21-12, utlendingsloven § 94 a and
forskrift 2012-10-31-1182 § 6 through the fact sheets of 2026-11-23 (certainty: high), not in their own words.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from knowledge.reckoning.days import next_working_day, weeks_after, years_after


class Complaint(str, Enum):
    """What is complained over."""

    NAV = "nav-complaint-three-weeks"  # sosialtjenesteloven § 47
    NAV_STATE = "nav-state-complaint-six-weeks"  # folketrygdloven § 21-12
    HOUSING_HELP = "housing-complaint-three-weeks"  # boligsosialloven § 7
    MUNICIPAL_FLAT = "municipal-flat-complaint-three-weeks"  # forvaltningsloven § 28 second paragraph
    MUNICIPAL_GRANT = "municipal-grant-complaint-three-weeks"  # the same
    STARTLAN = "startlan-complaint-three-weeks"  # the same; forskrift om lån fra Husbanken § 5-2
    HUSBANKEN_LOAN = "husbanken-loan-complaint-three-weeks"  # forskrift om lån fra Husbanken § 7-9
    RENTAL_HOUSING_GRANT = "rental-housing-grant-complaint-three-weeks"  # forskrift om tilskudd til utleieboliger § 8
    BOSTOTTE = "bostotte-complaint-three-weeks"  # bustøttelova § 13
    BOSTOTTE_MAINTAINED = "bostotte-maintain-complaint-three-weeks"  # forskrift 2012-10-31-1182 § 6
    INTRODUCTION = "introduction-complaint-three-weeks"  # integreringsloven § 47
    AFTERCARE = "aftercare-complaint-three-weeks"  # barnevernsloven § 12-9
    CHILD_WELFARE = "child-welfare-complaint-three-weeks"  # barnevernsloven § 12-9
    LEGAL_AID = "legal-aid-complaint-three-weeks"  # rettshjelploven § 26
    HEALTH = "health-complaint-four-weeks"  # pasient- og brukerrettighetsloven § 7-5
    ASYLUM = "asylum-complaint-three-weeks"  # forvaltningsloven § 29
    ASYLUM_GROUNDLESS = "asylum-complaint-one-week"  # utlendingsloven § 94 a
    PRISON = "prison-complaint-seven-days"  # straffegjennomføringsloven § 7


_ORDINARY = timedelta(weeks=3)  # forvaltningsloven § 29
_OTHER_LENGTHS = {
    Complaint.NAV_STATE: timedelta(weeks=6),
    Complaint.HEALTH: timedelta(weeks=4),
    Complaint.ASYLUM_GROUNDLESS: timedelta(weeks=1),
    Complaint.PRISON: timedelta(days=7),
}


def complaint_deadline(kind: Complaint, received: date) -> date:
    """Last day to complain over a decision that reached the person on `received` (forvaltningsloven §§ 29 and 30).

    For HEALTH the weeks begin when the person knew or should have known enough to complain (pasient- og
    brukerrettighetsloven § 7-5); for BOSTOTTE_MAINTAINED with the message that Husbanken keeps its decision. Where the
    decision lawfully came without reasons, they can be asked for until the same day (§ 24); when they have come, the
    time begins anew from that day (§ 29).
    """
    return next_working_day(received + _OTHER_LENGTHS.get(kind, _ORDINARY))


def late_complaint_limit(decided: date) -> date:
    """Last day that a late complaint over a decision made on `decided` may still be taken up (forvaltningsloven § 31).

    Only for a person who is not to blame, or for special reasons. It is not moved past days off: the section speaks of
    the age of the decision, and the earlier day is the safe one.
    """
    return years_after(decided, 1)


def costs_claim_deadline(received: date) -> date:
    """Last day to claim costs after a decision was changed in the person's favour (forvaltningsloven § 36).

    The three weeks begin when the message about the new decision came.
    """
    return next_working_day(weeks_after(received, 3))
