"""The guide on defects: every branch, from husleieloven chapters 2 and 5 and folkehelseloven chapter 3."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.rules.defects import conclude
from tests.unit.real import PLACES, REAL

TODAY = date(2026, 11, 26)
FACTS = Facts(TODAY, REAL.figures, PLACES)
LATER = {
    "serious": "serious",
    "what": "other",
    "start": "later",
    "since": "2026-11-20",
    "cause": "not-mine",
    "told": "no",
}
FIRST = {"serious": "serious", "what": "other", "start": "first", "since": "2026-11-20", "told": "no"}


def result(answers: dict[str, Any], **changed: Any) -> Conclusion:
    conclusion = conclude({**answers, **changed}, FACTS)
    cited = {law.ref for article in conclusion.articles for law in REAL.articles[article].laws}
    assert set(conclusion.laws) <= cited, set(conclusion.laws) - cited
    return conclusion


def keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def values(conclusion: Conclusion, key: str) -> dict[str, Any]:
    return dict(next(part.values for part in conclusion.parts if part.key == key))


def test_danger_is_answered_at_once() -> None:
    found = conclude({"serious": "danger"}, FACTS)
    assert keys(found) == ["danger", "danger-after"]
    assert found.contacts[0] == "fire"
    assert found.letters[0].values == {"urgent": 1}
    assert "sosialtjenesteloven § 27" in found.laws


def test_a_defect_that_came_later() -> None:
    found = result(LATER)
    assert keys(found) == ["report-later", "repair", "reduction-later", "steps-write", "pay", "loss", "cancel"]
    # 26 November 2026 + 14 days = 10 December 2026, a Thursday (§ 3-8: from the day the message is sent)
    assert values(found, "pay") == {"deadline": date(2026, 12, 10)}
    (letter,) = found.letters
    assert (letter.letter, letter.values) == ("defect-complaint", {"since": date(2026, 11, 20), "claim_reduction": 1})
    assert {"husleieloven § 5-5", "husleieloven § 5-7"} <= set(found.laws)
    assert "husleieloven § 2-8" not in found.laws  # § 5-7 does not point to it
    assert found.articles == ("defects-during-lease", "disputed-rent")


def test_the_fourteen_days_end_on_a_working_day() -> None:
    # 12 December 2026 + 14 days = 26 December, a public holiday and Saturday; 27 is Sunday: Monday 28.
    found = conclude(LATER, Facts(date(2026, 12, 12), FACTS.figures, FACTS.municipalities))
    assert values(found, "pay") == {"deadline": date(2026, 12, 28)}


@pytest.mark.parametrize(
    ("told", "part", "steps"), [("written", "told-written", "steps-told"), ("spoken", "told-spoken", "steps-write")]
)
def test_what_the_landlord_was_told(told: str, part: str, steps: str) -> None:
    found = result(LATER, told=told, told_on="2026-11-22")
    assert keys(found)[0] == part
    assert steps in keys(found)
    assert values(found, part) == {"told": date(2026, 11, 22)}
    assert found.letters[0].values["told_on"] == date(2026, 11, 22)
    assert "report-later" not in keys(found)


@pytest.mark.parametrize(
    ("since", "told_on", "part"),
    [
        ("2026-11-20", None, "time-good"),
        ("2026-11-12", None, "time-good"),  # two weeks before 26 November
        ("2026-11-11", None, "time-late"),
        ("2026-09-01", "2026-09-15", "time-good-told"),  # two weeks
        ("2026-09-01", "2026-09-16", "time-late-told"),
    ],
)
def test_a_defect_from_the_start_is_reported_within_reasonable_time(since: str, told_on: str | None, part: str) -> None:
    told = {"told": "written", "told_on": told_on} if told_on else {"told": "no"}
    found = result(FIRST, since=since, **told)
    assert part in keys(found)
    assert "known" in keys(found)
    assert values(found, part)["since"] == date.fromisoformat(since)
    assert {"husleieloven § 2-8", "husleieloven § 2-6"} <= set(found.laws)
    assert "husleieloven § 5-7" not in found.laws
    assert "reduction-first" in keys(found)


def test_not_knowing_when_it_came_follows_the_stricter_rule() -> None:
    found = result(LATER, start="unknown")
    assert keys(found)[:3] == ["start-unknown", "time-good", "repair"]
    assert "known" in keys(found)
    assert "reduction-later" in keys(found)
    assert {"husleieloven § 2-8", "husleieloven § 5-5", "husleieloven § 5-7"} <= set(found.laws)
    assert found.articles == ("defects-during-lease", "defects-at-takeover", "disputed-rent")


def test_a_small_defect_that_came_later_gives_no_lower_rent_when_it_is_trivial() -> None:
    found = result(LATER, serious="small")
    assert "reduction-small" in keys(found)
    assert "cancel" not in keys(found)
    assert "claim_reduction" not in found.letters[0].values
    assert "husleieloven § 2-12" not in found.laws
    # For a small one from the start the Act has no such limit (§ 2-11).
    first = result(FIRST, serious="small")
    assert "reduction-first" in keys(first)
    assert first.letters[0].values["claim_reduction"] == 1


def test_own_fault_gives_repair_only() -> None:
    found = result(LATER, cause="mine")
    assert keys(found) == ["report-later", "repair-mine", "steps-write", "pay-mine"]
    assert "claim_reduction" not in found.letters[0].values
    assert "husleieloven § 2-11" not in found.laws
    assert "husleieloven § 2-15" not in found.laws


def test_what_the_tenant_did_was_not_there_from_the_start() -> None:
    found = result(LATER, cause="mine", start="unknown")
    assert keys(found) == ["report-later", "repair-mine", "steps-write", "pay-mine"]
    assert "husleieloven § 2-8" not in found.laws


def test_an_unknown_cause_is_for_the_landlord_to_find() -> None:
    assert "cause-unknown" in keys(result(LATER, cause="unknown"))
    mould = keys(result(LATER, what="mould", cause="unknown"))
    assert mould[mould.index("cause-mould") + 1] == "cause-unknown"


@pytest.mark.parametrize("what", ["mould", "cold", "pests"])
def test_what_may_harm_health_goes_to_the_municipality_too(what: str) -> None:
    found = result(LATER, what=what)
    assert "health" in keys(found)
    assert found.articles[0] == "mould-and-damp"
    assert "municipality" in found.contacts
    assert found.guides == ("which-office",)
    assert {"folkehelseloven § 7 a", "folkehelseloven § 13", "folkehelseloven § 14"} <= set(found.laws)
    assert ("cause-mould" in keys(found)) == (what == "mould")
    assert ("husleieloven § 5-1" in found.laws) == (what == "mould")


def test_broken_things_may_be_the_tenants_to_keep() -> None:
    found = result(LATER, what="broken")
    # Who must keep it comes before what may be demanded.
    assert keys(found).index("upkeep") < keys(found).index("repair")
    assert "husleieloven § 5-3" in found.laws
    assert "maintenance" in found.articles
    assert "upkeep" not in keys(result(FIRST, what="broken"))


def test_a_home_nobody_can_live_in() -> None:
    found = result(LATER, serious="unlivable")
    assert keys(found)[0] == "unlivable"
    assert found.contacts[0] == "nav"
    assert found.guides == ("nowhere-tonight",)
    assert "cancel" in keys(found)
    assert "husleieloven § 2-12" in found.laws
