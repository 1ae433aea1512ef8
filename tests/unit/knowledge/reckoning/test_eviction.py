"""Eviction: worked dates, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning.eviction import (
    answer_deadline,
    belongings_deadline,
    complaint_after_end_deadline,
    costs_from_landlord_deadline,
    first_petition_day,
    first_petition_day_without_warning,
    last_petition_day,
    petition_day_after_telling_municipality,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


def test_a_petition_can_come_the_day_after_the_two_weeks() -> None:
    # Sent on Tuesday 1 September: two weeks end on the 15th.
    assert first_petition_day(date(2026, 9, 1)) == date(2026, 9, 16)
    assert first_petition_day_without_warning(date(2026, 9, 1)) == date(2026, 9, 16)


def test_the_tenant_is_not_told_of_days_that_the_landlord_may_not_have_to_wait() -> None:
    # Sent on Friday 11 December: two weeks end on Christmas Day; the section does not say that they move.
    assert first_petition_day(date(2026, 12, 11)) == date(2026, 12, 26)


@given(DAYS)
def test_fourteen_whole_days_lie_between_warning_and_petition(warned: date) -> None:
    assert first_petition_day(warned) - warned == timedelta(days=15)


def test_a_warning_on_the_due_day_counts_and_one_before_it_does_not() -> None:
    assert first_petition_day(date(2026, 9, 1), due=date(2026, 9, 1)) == date(2026, 9, 16)
    with pytest.raises(ValueError, match="before the claim is due"):
        first_petition_day(date(2026, 8, 31), due=date(2026, 9, 1))


def test_the_year_runs_from_the_first_petition_day() -> None:
    # First possible on 16 September 2026; 16 September 2027 is a Thursday.
    assert last_petition_day(date(2026, 9, 16)) == date(2027, 9, 16)


def test_the_municipality_should_have_two_weeks() -> None:
    assert petition_day_after_telling_municipality(date(2026, 9, 1)) == date(2026, 9, 15)


def test_the_time_limits_of_the_case() -> None:
    # 18 December 2026 + 14 days = New Year's Day, a Friday: Monday 4 January.
    assert answer_deadline(date(2026, 12, 18)) == date(2027, 1, 4)
    assert belongings_deadline(date(2026, 12, 18)) == date(2027, 1, 4)
    # 31 January 2027 + 1 month = 28 February, a Sunday: Monday.
    assert complaint_after_end_deadline(date(2027, 1, 31)) == date(2027, 3, 1)
    # 10 February 2027 + 3 months = 10 May, a Monday.
    assert costs_from_landlord_deadline(date(2027, 2, 10)) == date(2027, 5, 10)
