"""Startlån and grants: who is within the target group, from forskrift om lån fra Husbanken and bustøttelova."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.loans_and_grants import conclude
from knowledge.municipalities import Municipalities

FACTS = Facts(date(2026, 11, 26), {}, Municipalities(()))
BUYER = {"plan": "buy", "bank": "refused", "pay": "yes", "situation": "no", "lasting": "yes", "saved": "yes"}
LOAN = "forskrift om lån fra Husbanken"


def _conclude(**answers: Any) -> Conclusion:
    return conclude({**BUYER, **answers}, FACTS)


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def test_lasting_trouble_and_saving_are_the_main_rule() -> None:
    """§ 5-4 first paragraph."""
    found = _conclude()
    assert _keys(found) == ["likely", "within-lasting", "grant-buy", "steps", "bid", "answer"]
    assert found.articles == ("startlan", "establishment-grant")
    assert found.guides == ("refusal",)
    assert {f"{LOAN} § 5-2", f"{LOAN} § 5-4", "bustøttelova § 14", "forvaltningsloven § 28"} <= set(found.laws)


@pytest.mark.parametrize("situation", ["children", "health", "job", "municipal"])
@pytest.mark.parametrize("plan", ["buy", "repair"])
def test_four_situations_stand_in_for_lasting_trouble_and_saving(plan: str, situation: str) -> None:
    """§ 5-4 second paragraph a, c and d."""
    answers = {"plan": plan, "bank": "less", "pay": "yes", "situation": situation}
    assert _keys(conclude(answers, FACTS))[:3] == ["likely", f"within-{situation}", f"grant-{plan}"]


def test_refinancing_to_stay_is_a_situation_of_its_own() -> None:
    """§ 5-4 second paragraph b; trouble with paying a startlån: § 8-8."""
    found = conclude({"plan": "stay", "bank": "refused", "pay": "yes"}, FACTS)
    assert _keys(found) == ["likely", "within-stay", "grant-stay", "steps", "debt", "answer"]
    assert "nav-debt-line" in found.contacts
    assert "startlan-payment-problems" in found.articles
    assert f"{LOAN} § 8-8" in found.laws
    assert "tvangsfullbyrdelsesloven § 11-7" in found.laws  # a month to answer a petition for a forced sale


def test_a_bank_that_lends_enough_shuts_it_out() -> None:
    """§ 5-2 second paragraph: never waived."""
    found = conclude({"plan": "buy", "bank": "enough"}, FACTS)
    assert _keys(found) == ["unlikely-bank", "help", "steps-doubt", "bid", "answer"]


def test_who_cannot_pay_gets_none() -> None:
    """§ 5-2 third paragraph, whatever the situation."""
    found = conclude({"plan": "buy", "bank": "refused", "pay": "no"}, FACTS)
    assert _keys(found) == ["unlikely-pay", "grant-buy", "help", "rent-to-own", "steps-doubt", "bid", "answer"]
    assert "rent-to-own" in found.articles
    assert "boligsosialloven § 6" in found.laws


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"lasting": "no"}, "outside-lasting"),
        ({"saved": "no"}, "outside-saved"),
        ({"lasting": UNKNOWN, "saved": "no"}, "outside-saved"),
        ({"bank": "not-asked", "saved": "no"}, "outside-saved"),
    ],
)
def test_trouble_that_passes_and_money_that_was_not_saved(answers: dict[str, str], why: str) -> None:
    """§ 5-4 first paragraph, with none of the situations of the second."""
    found = _conclude(**answers)
    assert _keys(found)[:2] == ["unlikely-group", why]
    assert {"help", "rent-to-own", "first-home"} <= set(_keys(found))


def test_saving_is_not_asked_about_where_the_trouble_passes() -> None:
    answers = {key: value for key, value in BUYER.items() if key != "saved"} | {"lasting": "no"}
    assert _keys(conclude(answers, FACTS))[1] == "outside-lasting"


def test_ways_to_a_first_home_are_for_buyers() -> None:
    found = _conclude(plan="repair", lasting="no")
    assert not {"rent-to-own", "first-home", "bid"} & set(_keys(found))


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"bank": "not-asked"}, ["missing-bank", "within-lasting"]),
        ({"pay": UNKNOWN}, ["missing-pay", "within-lasting"]),
        ({"lasting": UNKNOWN}, ["missing-group"]),
        ({"saved": UNKNOWN}, ["missing-group"]),
        ({"bank": "not-asked", "pay": UNKNOWN, "saved": UNKNOWN}, ["missing-bank", "missing-pay", "missing-group"]),
        ({"bank": "not-asked", "situation": "children"}, ["missing-bank", "within-children"]),
    ],
)
def test_what_is_not_known_yet(answers: dict[str, str], missing: list[str]) -> None:
    assert _keys(_conclude(**answers))[: len(missing) + 2] == ["unsure", *missing, "grant-buy"]


def test_adapting_a_home_needs_no_answer_from_a_bank() -> None:
    """bustøttelova § 15."""
    found = conclude({"plan": "adapt"}, FACTS)
    assert _keys(found) == ["adapt", "adapt-steps", "answer"]
    assert found.articles[0] == "adaptation-grant"
    assert found.laws[0] == "bustøttelova § 15"


def test_rent_and_deposit_are_no_use_for_it() -> None:
    """§ 5-3 names the uses."""
    found = conclude({"plan": "rent"}, FACTS)
    assert _keys(found) == ["rent"]
    assert found.guides == ("housing-allowance", "deposit")
    assert "nav" in found.contacts
