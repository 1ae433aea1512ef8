"""Deadlines against worked cases that were written from the law by someone who had not seen the code."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.deadlines import landlords_deadline, months_after, next_working_day, protest_deadline
from knowledge.yaml_file import read_mapping
from tests.unit.conftest import DATA

# The cases of notice_end, index and earliest wait for their rules.
RULES = {
    "protest": lambda given: protest_deadline(given["received"]),
    "landlord_sues": lambda given: landlords_deadline(given["received"]),
    "days_after": lambda given: next_working_day(given["from"] + timedelta(days=given["days"])),
    "months_after": lambda given: next_working_day(months_after(given["from"], given["months"])),
}
CASES = [
    (rule, case) for rule, cases in read_mapping(DATA / "reckoning.yaml").items() if rule in RULES for case in cases
]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule}-{n}" for n, (rule, _) in enumerate(CASES)])
def test_a_worked_case(rule: str, case: dict[str, Any]) -> None:
    expected: date = case["expect"]
    assert RULES[rule](case["given"]) == expected, case["why"]
