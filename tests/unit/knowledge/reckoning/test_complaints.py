"""Complaints over decisions: worked dates, and the lengths."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning.complaints import Complaint, complaint_deadline, costs_claim_deadline, late_complaint_limit

RECEIVED = date(2026, 9, 1)  # a Tuesday, as are the days whole weeks later
SPECIAL_WEEKS = {
    Complaint.NAV_STATE: 6,
    Complaint.HEALTH: 4,
    Complaint.ASYLUM_GROUNDLESS: 1,
    Complaint.PRISON: 1,
}


@pytest.mark.parametrize("kind", Complaint)
def test_three_weeks_unless_another_law_says_otherwise(kind: Complaint) -> None:
    assert complaint_deadline(kind, RECEIVED) == RECEIVED + timedelta(weeks=SPECIAL_WEEKS.get(kind, 3))


def test_an_end_on_a_day_off_moves() -> None:
    # 4 December 2026 + 21 days = Christmas Day, a Friday: Monday 28 December.
    assert complaint_deadline(Complaint.NAV, date(2026, 12, 4)) == date(2026, 12, 28)
    # 5 April 2027 + 42 days = 17 May, a Monday, Whit Monday too: Tuesday.
    assert complaint_deadline(Complaint.NAV_STATE, date(2027, 4, 5)) == date(2027, 5, 18)


@given(st.sampled_from(Complaint), st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_nobody_gets_less_than_the_weeks(kind: Complaint, received: date) -> None:
    weeks = timedelta(weeks=SPECIAL_WEEKS.get(kind, 3))
    assert timedelta(0) <= complaint_deadline(kind, received) - received - weeks <= timedelta(days=5)


def test_a_late_complaint_ends_with_the_year_whatever_weekday_it_is() -> None:
    assert late_complaint_limit(date(2026, 5, 17)) == date(2027, 5, 17)
    assert late_complaint_limit(date(2028, 2, 29)) == date(2029, 2, 28)


def test_costs_are_claimed_within_three_weeks() -> None:
    # 10 April 2026 + 21 days = 1 May, a Friday: Monday.
    assert costs_claim_deadline(date(2026, 4, 10)) == date(2026, 5, 4)
