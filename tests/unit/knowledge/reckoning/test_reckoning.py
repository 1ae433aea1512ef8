"""Reckoning against worked cases that were written from the law by someone who had not seen the code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from knowledge.reckoning.complaints import Complaint, complaint_deadline
from knowledge.reckoning.days import days_after, months_after, next_working_day
from knowledge.reckoning.deposit import bank_deadline
from knowledge.reckoning.eviction import (
    answer_deadline,
    belongings_deadline,
    complaint_after_end_deadline,
    first_petition_day,
    last_petition_day,
)
from knowledge.reckoning.notice import (
    estate_notice_deadline,
    holding_over_deadline,
    landlords_deadline,
    notice_end,
    protest_deadline,
    survivor_deadline,
)
from knowledge.reckoning.rent import disputed_rent_deadline, highest_index_rent, index_rent_from
from knowledge.settings import PROJECT_DIR
from knowledge.yaml_file import read_mapping
from tests.unit.conftest import DATA

RULES: dict[str, Callable[[dict[str, Any]], object]] = {
    "protest": lambda given: protest_deadline(given["received"]),
    "landlord_sues": lambda given: landlords_deadline(given["received"]),
    "notice_end": lambda given: notice_end(
        given["given_on"], months=given["months"], to_month_end={"dwelling": True, "room": False}[given["kind"]]
    ),
    "days_after": lambda given: next_working_day(days_after(given["from"], given["days"])),
    "months_after": lambda given: next_working_day(months_after(given["from"], given["months"])),
    "index": lambda given: highest_index_rent(
        given["old_rent"],
        # As the figures are written: a binary fraction would not be exact.
        old_index=Decimal(str(given["old_index"])),
        new_index=Decimal(str(given["new_index"])),
    ),
    "earliest": lambda given: index_rent_from(given["last_change"], given["notice_on"]),
}
# The functions that know a limit of deadlines.yaml by heart. After a warning the first day to act is the day after.
LIMITS: dict[str, Callable[[date], date]] = {
    "disputed-rent-14-days": disputed_rent_deadline,
    "eviction-warning-two-weeks": lambda start: days_after(first_petition_day(start), -1),
    "petition-answer-two-weeks": answer_deadline,
    "belongings-two-weeks": belongings_deadline,
    "petition-within-one-year": last_petition_day,
    "cost-decision-complaint-one-month": complaint_after_end_deadline,
    "deposit-five-weeks-tenant": bank_deadline,
    "deposit-five-weeks-landlord": bank_deadline,
    "estate-notice-three-months": estate_notice_deadline,
    "survivor-steps-in-one-month": survivor_deadline,
    "fixed-term-holding-over-three-months": holding_over_deadline,
    "protest-one-month": protest_deadline,
    **{kind.value: lambda start, kind=kind: complaint_deadline(kind, start) for kind in Complaint},
}

WORKED = read_mapping(DATA / "reckoning.yaml")
CASES = [(rule, case) for rule, cases in WORKED.items() for case in cases]
CASES_OF_LIMITS = [case for _, case in CASES if case.get("limit") in LIMITS]


def test_every_rule_of_the_file_is_run() -> None:
    assert set(WORKED) == set(RULES)
    assert Counter(rule for rule, _ in CASES) == {rule: len(cases) for rule, cases in WORKED.items()}


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(CASES)])
def test_a_worked_case(rule: str, case: dict[str, Any]) -> None:
    assert RULES[rule](case["given"]) == case["expect"], case["why"]


@pytest.mark.parametrize("case", CASES_OF_LIMITS, ids=[f"{c['limit']}-{c['given']['from']}" for c in CASES_OF_LIMITS])
def test_the_function_of_a_limit_gives_the_worked_date(case: dict[str, Any]) -> None:
    assert LIMITS[case["limit"]](case["given"]["from"]) == case["expect"], case["why"]


@pytest.mark.parametrize("name", LIMITS)
def test_a_function_has_the_length_that_deadlines_yaml_tells_people(name: str) -> None:
    """Articles state lengths from deadlines.yaml and guides reckon with these functions: they must not part."""
    length = read_mapping(PROJECT_DIR / "knowledge" / "content" / "deadlines.yaml")[name]["length"]
    start = date(2026, 9, 1)  # no day off among the ends from here
    end = months_after(start, 12 * length.get("years", 0) + length.get("months", 0))
    end = days_after(end, 7 * length.get("weeks", 0) + length.get("days", 0))
    assert next_working_day(end) == end
    assert LIMITS[name](start) == end
