"""Settlement and moving for refugees: nobody is told that they may move without the agreement that keeps their rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.guide_file import read_guide
from knowledge.guides.rules.refugee import conclude
from knowledge.municipalities import Municipalities
from knowledge.settings import Settings
from tests.unit.real import REAL

CONTENT = Settings().content_dir
GUIDE = read_guide(CONTENT / "guides" / "refugee", REAL.languages)
TODAY = date(2026, 11, 26)
FACTS = Facts(TODAY, REAL.figures, Municipalities([]))


def _ways(answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    question = GUIDE.next_question(answers)
    if question is None:
        yield answers
        return
    for option in (*question.options, *((UNKNOWN,) if question.unknown else ())):
        yield from _ways({**answers, question.id: option})


EVERY_WAY = list(_ways({}))


def _unsettled(permit: str = "protection", where: str = "reception", plan: str = "wait", **more: str) -> Conclusion:
    return conclude({"permit": permit, "where": where, "plan": plan, **more}, FACTS)


def _want(agreed: str = "no", programme: str = "in", grant: str = "yes", permit: str = "protection") -> Conclusion:
    answers = {"permit": permit, "where": "settled", "move": "want", "agreed": agreed, "programme": programme}
    return conclude(answers if agreed == "yes" else {**answers, "grant": grant}, FACTS)


def _moved(agreed: str = "no", grant: str = "yes", permit: str = "protection") -> Conclusion:
    answers = {"permit": permit, "where": "settled", "move": "moved", "agreed": agreed}
    return conclude(answers if agreed == "yes" else {**answers, "grant": grant}, FACTS)


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def test_who_has_no_permit_yet_is_told_who_helps_now() -> None:
    # utlendingsloven § 95: skal gis tilbud om innkvartering; the two acts (§ 2) leave advice alone.
    result = conclude({"permit": "waiting"}, FACTS)
    assert _keys(result) == ["waiting"]
    assert result.contacts == ("udi", "noas")
    assert GUIDE.next_question({"permit": "waiting"}) is None


@pytest.mark.parametrize("where", ["reception", "private"])
def test_who_waits_for_a_municipality_is_told_how_to_be_found(where: str) -> None:
    result = _unsettled(where=where)
    assert _keys(result)[:2] == [f"wait-{where}", "offer-rules"]
    assert result.contacts[0] == "imdi"
    assert "integreringsloven § 46" in result.laws  # no complaint over tildeling av bosettingskommune


def test_a_home_of_ones_own_goes_in_a_fixed_order() -> None:
    result = _unsettled(plan="self", offer="no")
    assert _keys(result)[:2] == ["self", "self-letter"]
    assert result.articles[0] == "self-settlement"


def test_it_is_too_late_when_imdi_has_given_a_municipality() -> None:
    late = _unsettled(plan="self", offer="yes")
    assert _keys(late)[0] == "self-late"
    assert "self" not in _keys(late)
    assert "self-letter" not in _keys(late)


def test_who_does_not_know_of_an_offer_finds_out_first() -> None:
    assert _keys(_unsettled(plan="self", offer=UNKNOWN))[:2] == ["self-check", "self"]


def test_who_has_signed_calls_the_municipality_and_may_need_a_roof() -> None:
    result = _unsettled(where="private", plan="signed")
    assert _keys(result)[:3] == ["signed", "signed-nav", "complain"]
    assert result.guides[:2] == ("nowhere-tonight", "refusal")
    assert {"forvaltningsloven § 29", "sosialtjenesteloven § 47", "boligsosialloven § 7"} <= set(result.laws)
    assert "integreringsloven § 47" in result.laws  # kan påklages til statsforvalteren


def test_what_an_agreement_gives_stands_before_what_is_lost_without_one() -> None:
    keys = _keys(_unsettled())
    assert keys[2:5] == ["with-agreement", "benefit", "without-agreement"]


@pytest.mark.parametrize(
    ("permit", "part"),
    [("collective", "norwegian-collective"), ("protection", "norwegian"), (UNKNOWN, "norwegian-unknown")],
)
def test_with_collective_protection_norwegian_takes_settlement(permit: str, part: str) -> None:
    # integreringsloven § 26 second paragraph: for § 9 e only from settlement by agreement; § 37 d: one year.
    result = _unsettled(permit=permit)
    assert part in _keys(result)
    assert ("collective" in _keys(result)) == (permit == "collective")
    assert ("integreringsloven § 37 d" in result.laws) == (permit == "collective")


def test_the_benefit_is_that_of_the_constant() -> None:
    # § 20: two G a year, a twelfth a month: 2 x 136 549 = 273 098; / 12 = 22 758.17, which the constant has as 22 758.
    part = next(part for part in _unsettled().parts if part.key == "benefit")
    assert part.values == {"month": Decimal("22758.0")}


def test_no_amount_is_told_when_it_has_run_out() -> None:
    figure = REAL.figures["introduction-benefit-month"]
    assert figure.valid_to is not None
    late = replace(FACTS, today=date(figure.valid_to.year + 1, 1, 1))
    keys = _keys(conclude({"permit": "protection", "where": "reception", "plan": "wait"}, late))
    assert "benefit-old" in keys
    assert "benefit" not in keys


@pytest.mark.parametrize(("year", "part"), [(0, "22758.0"), (1, "24000")])
def test_the_benefit_is_that_of_the_day(year: int, part: str) -> None:
    figure = REAL.figures["introduction-benefit-month"]
    assert figure.valid_to is not None
    after = figure.valid_to + timedelta(days=1)
    both = replace(figure, next=(replace(figure, value=24000, valid_from=after, valid_to=None),))
    facts = replace(FACTS, today=after if year else figure.valid_to, figures={**REAL.figures, figure.id: both})
    result = conclude({"permit": "protection", "where": "reception", "plan": "wait"}, facts)
    assert next(p for p in result.parts if p.key == "benefit").values == {"month": Decimal(part)}


@pytest.mark.parametrize("permit", ["family", "own"])
def test_family_and_permits_of_ones_own_need_no_agreement(permit: str) -> None:
    # integreringsloven § 8 second paragraph: the demand does not hold for § 9 f and g.
    assert GUIDE.next_question({"permit": permit, "where": "private"}) is None
    result = conclude({"permit": permit, "where": "private"}, FACTS)
    assert _keys(result) == [permit, "claim-programme", "benefit", "norwegian", "interpreter"]
    assert "without-agreement" not in _keys(result)


def test_who_left_a_violent_marriage_is_shown_the_crisis_centre() -> None:
    assert "crisis-centre" in conclude({"permit": "own", "where": "private"}, FACTS).contacts


def test_moving_without_an_agreement_is_asked_for_first() -> None:
    result = _want()
    assert _keys(result) == [
        "want", "move-letter", "lose", "programme-in", "keep", "norwegian-move", "ask", "interpreter"
    ]  # fmt: skip
    # boligsosialloven § 3 third paragraph, and the regulation § 3, which may be set aside when plainly unreasonable.
    assert result.laws[:2] == (
        "boligsosialloven § 3",
        "forskrift om sosiale tjenester for personer uten fast bopel § 3",
    )


def test_not_knowing_of_an_agreement_is_as_having_none() -> None:
    assert _keys(_want(agreed=UNKNOWN)) == _keys(_want())
    assert _keys(_want(grant=UNKNOWN)) == _keys(_want())
    assert _keys(_moved(agreed=UNKNOWN)) == _keys(_moved())


def test_an_agreement_carries_the_rights_along() -> None:
    result = _want(agreed="yes")
    assert _keys(result) == ["want-agreed", "programme-agreed", "keep", "norwegian-move", "interpreter"]
    assert "folkeregisterloven § 6-1" in result.laws


def test_when_the_grant_is_over_no_agreement_is_needed() -> None:
    keys = _keys(_want(grant="no"))
    assert keys[0] == "grant-over"
    assert "lose" not in keys
    assert "sosialtjenesteloven § 3" in _want(grant="no").laws


@pytest.mark.parametrize(
    ("programme", "permit", "agreed", "part"),
    [
        ("in", "protection", "no", "programme-in"),
        ("waiting", "protection", "no", "programme-waiting"),
        ("none", "protection", "no", "programme-none"),
        ("none", "family", "yes", "programme-none"),
        ("in", "family", "no", "programme-no-agreement"),
        ("waiting", "own", "no", "programme-no-agreement"),
        ("in", "collective", "yes", "programme-agreed"),
        ("in", "own", "yes", "programme-agreed"),
        ("waiting", "collective", "yes", "programme-waiting-agreed"),
        ("waiting", "family", "yes", "programme-no-agreement"),
    ],
)
def test_what_becomes_of_the_programme(programme: str, permit: str, agreed: str, part: str) -> None:
    found = [key for key in _keys(_want(agreed, programme, permit=permit)) if key.startswith("programme")]
    assert found == [part]


def test_the_programme_is_not_cited_to_who_is_done_with_it() -> None:
    assert "integreringsloven § 8" not in _want(programme="none").laws


def test_collective_protection_changes_norwegian_and_the_permit_alone() -> None:
    keys = _keys(_want(permit="collective"))
    assert keys[5:7] == ["norwegian-move-collective", "collective"]


def test_who_moved_without_an_agreement_asks_both_and_complains() -> None:
    result = _moved()
    assert _keys(result) == ["moved", "moved-programme", "complain", "interpreter"]
    assert result.guides == ("nowhere-tonight", "refusal", "which-office")
    assert _keys(_moved(permit="family"))[1] == "programme-no-agreement"
    assert "integreringsloven § 47" in result.laws


def test_collective_protection_is_asked_about_at_udi() -> None:
    # utlendingsloven § 34: five years at most; what comes then is for UDI to say.
    assert {"udi", "noas"} <= set(_want(permit="collective").contacts)
    assert {"udi", "noas"} <= set(_unsettled(permit="collective").contacts)
    assert "udi" not in _want().contacts


def test_help_from_nav_follows_the_grant_for_family_too() -> None:
    # the regulation § 3: anybody for whom a municipality gets the integration grant.
    rule = "forskrift om sosiale tjenester for personer uten fast bopel § 3"
    assert all(rule in conclude({"permit": permit, "where": "private"}, FACTS).laws for permit in ("family", "own"))


def test_who_moved_with_an_agreement_shows_it() -> None:
    assert _keys(_moved(agreed="yes")) == ["moved-agreed", "complain", "interpreter"]


def test_who_moved_after_the_grant_asks_where_they_are() -> None:
    assert _keys(_moved(grant="no")) == ["moved-grant-over", "complain", "interpreter"]


def test_who_flees_goes_first_and_agrees_later() -> None:
    result = conclude({"permit": "collective", "where": "settled", "move": "fleeing"}, FACTS)
    assert _keys(result) == ["fleeing", "fleeing-nav", "interpreter"]
    assert result.contacts[:2] == ("police-emergency", "violence-line")


@pytest.mark.parametrize("answers", EVERY_WAY, ids=lambda answers: "-".join(answers.values()))
def test_what_is_cited_is_cited_by_the_articles_of_the_result(answers: dict[str, Any]) -> None:
    result = conclude(answers, FACTS)
    cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
    assert set(result.laws) <= cited & set(GUIDE.laws), set(result.laws) - (cited & set(GUIDE.laws))
    assert len(set(result.articles)) == len(result.articles)
    assert set(result.articles) <= set(GUIDE.articles)
    assert set(result.contacts) <= set(REAL.contacts)
    assert result.contacts


def test_nobody_is_asked_more_than_six_things() -> None:
    assert max(map(len, EVERY_WAY)) == 6


def test_every_text_is_used() -> None:
    used = {key for answers in EVERY_WAY for key in _keys(conclude(answers, FACTS))}
    assert used | {"benefit-old"} == set(GUIDE.texts["nb"].parts)
