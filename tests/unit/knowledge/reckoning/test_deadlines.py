"""What holds for every deadline: never on a day off, never earlier for a later start, never less than the law gives."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning import complaints, deposit, eviction, notice, rent
from knowledge.reckoning.days import is_working_day

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
DEADLINES = {
    **{
        name: function
        for module in (notice, eviction, rent, deposit)
        for name, function in vars(module).items()
        if name.endswith("_deadline")
    },
    "costs_claim_deadline": complaints.costs_claim_deadline,
    "last_petition_day": eviction.last_petition_day,
    "due_day": rent.due_day,
    **{kind.name: lambda day, kind=kind: complaints.complaint_deadline(kind, day) for kind in complaints.Complaint},
}
# First days and the ends of leases: dates that do not move past days off.
DATES = {
    "first_petition_day": eviction.first_petition_day,
    "first_petition_day_without_warning": eviction.first_petition_day_without_warning,
    "petition_day_after_telling_municipality": eviction.petition_day_after_telling_municipality,
    "late_complaint_limit": complaints.late_complaint_limit,
    "notice_end": notice.notice_end,
    "room's end": lambda day: notice.notice_end(day, months=notice.ROOM_MONTHS, to_month_end=False),
    "latest_notice": notice.latest_notice,
    "market_claim_from": rent.market_claim_from,
}
ALL = DEADLINES | DATES


def test_the_deadlines_are_found() -> None:
    assert {"protest_deadline", "answer_deadline", "disputed_rent_deadline", "bank_deadline"} <= set(DEADLINES)


@pytest.mark.parametrize("name", DEADLINES)
@given(start=DAYS)
def test_no_deadline_ends_on_a_day_off(name: str, start: date) -> None:
    assert is_working_day(DEADLINES[name](start))


@pytest.mark.parametrize("name", ALL)
@given(start=DAYS, later=st.integers(0, 400))
def test_a_later_start_never_has_an_earlier_end(name: str, start: date, later: int) -> None:
    assert ALL[name](start) <= ALL[name](start + timedelta(days=later))


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("start", [date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 31), date(2028, 2, 29)])
def test_the_last_days_of_months_have_an_end(name: str, start: date) -> None:
    assert abs(ALL[name](start) - start) < timedelta(days=1000)
