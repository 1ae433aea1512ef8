"""Nowhere to sleep tonight: the first thing read is where to go, and danger comes before all else."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.nowhere_tonight import conclude
from knowledge.municipalities import Municipalities
from tests.unit.real import REAL

GUIDE = REAL.guides["nowhere-tonight"]
FACTS = Facts(date(2026, 11, 26), {}, Municipalities([]))
_ADULTS = [
    {"who": who, "open": is_open, "refused": refused}
    for who, is_open, refused in product(("adult", "children"), ("yes", "no", UNKNOWN), ("no", "yes"))
]
EVERY_WAY = [*_ADULTS, {"who": "minor"}, {"who": "violence"}]


def _adult(who: str = "adult", is_open: str = "yes", refused: str = "no") -> Conclusion:
    return conclude({"who": who, "open": is_open, "refused": refused}, FACTS)


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def test_nav_is_open() -> None:
    assert _keys(_adult()) == ["danger", "open", "card", "duty", "other-rules", "locked-out"]


def test_nav_is_closed() -> None:
    closed = _adult(is_open="no")
    assert _keys(closed) == ["danger", "closed", "card", "duty", "other-rules", "locked-out"]
    assert closed.contacts[0] == "legevakt"
    assert "nav" not in closed.contacts, "its phone is not answered at night"


def test_who_does_not_know_whether_nav_is_open_gets_both() -> None:
    assert _keys(_adult(is_open=UNKNOWN))[1:3] == ["open", "closed"]


def test_turned_away_asks_again_and_complains() -> None:
    refused = _adult(refused="yes")
    assert _keys(refused) == ["danger", "again", "card-refused", "replies", "refused", "other-rules", "locked-out"]
    assert refused.guides == ("refusal", "eviction")
    assert [(offer.letter, dict(offer.values)) for offer in refused.letters] == [
        ("complaint", {"social": 1, "urgent": 1})
    ]
    # § 47: Statsforvalteren decides; forvaltningsloven § 29: three weeks; § 32: to the office that decided.
    assert {"sosialtjenesteloven § 47", "forvaltningsloven § 29", "forvaltningsloven § 32"} <= set(refused.laws)


def test_turned_away_at_night_calls_whoever_is_on_duty() -> None:
    assert _keys(_adult(is_open="no", refused="yes"))[1] == "closed"


def test_nobody_is_offered_a_complaint_before_a_no() -> None:
    assert _adult().letters == () == _adult(who="children").letters


@pytest.mark.parametrize(("refused", "card"), [("no", "card-children"), ("yes", "card-refused-children")])
def test_children_come_first_in_what_is_shown(refused: str, card: str) -> None:
    result = _adult(who="children", refused=refused)
    assert card in _keys(result)
    assert "children" in _keys(result)
    assert "barnevernvakt" in result.contacts
    assert "barnevernsloven § 15-3" in result.laws  # barnevernstjenesten skal være tilgjengelig til enhver tid


def test_who_flees_violence_is_shown_the_crisis_centre_before_nav() -> None:
    result = conclude({"who": "violence"}, FACTS)
    assert _keys(result) == ["violence", "card-violence", "violence-nav"]
    assert result.contacts[:3] == ("police-emergency", "crisis-centre", "violence-line")
    assert result.laws[0] == "krisesenterlova § 2"
    first = GUIDE.texts["nb"].parts["violence"]
    assert first.startswith("Er du i fare nå, ring {{contact:police-emergency}}.")


def test_a_child_is_sent_to_child_welfare_and_not_to_nav() -> None:
    result = conclude({"who": "minor"}, FACTS)
    assert _keys(result) == ["minor", "card-minor", "minor-consent"]
    assert not {"nav", "nav-office-finder"} & set(result.contacts)
    assert result.laws[0] == "barnevernsloven § 4-1"
    for text in GUIDE.texts.values():
        assert not any("contact:nav}" in text.parts[key] for key in _keys(result)), text.locale


def test_what_does_not_matter_is_not_asked() -> None:
    assert GUIDE.next_question({"who": "violence"}) is None
    assert GUIDE.next_question({"who": "minor"}) is None


@pytest.mark.parametrize("answers", EVERY_WAY, ids=str)
def test_every_result_names_danger_first_and_shows_one_card(answers: dict[str, str]) -> None:
    result = conclude(answers, FACTS)
    cards = [key for key in _keys(result) if key.startswith("card")]
    assert len(cards) == 1
    for text in GUIDE.texts.values():
        assert "{{contact:police-emergency}}" in text.parts[result.parts[0].key], text.locale


@pytest.mark.parametrize("answers", EVERY_WAY, ids=str)
def test_every_section_is_cited_by_an_article_of_the_result(answers: dict[str, str]) -> None:
    result = conclude(answers, FACTS)
    cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
    assert set(result.laws) <= cited


@pytest.mark.parametrize("locale", ["en", "uk", "ar", "fa"])
def test_a_card_shows_the_norwegian_sentences_first(locale: str) -> None:
    """The desk reads Norwegian; the person's own language stands below. In Arabic a full stop would jump to the left."""
    cards = {key: part for key, part in GUIDE.texts["nb"].parts.items() if key.startswith("card")}
    assert len(cards) == 6
    for key, part in cards.items():
        norwegian = _sentences(part)
        shown = _sentences(GUIDE.texts[locale].parts[key])
        assert shown[: len(norwegian)] == norwegian, key
        speaks, translated = shown[len(norwegian)], shown[len(norwegian) + 1 :]
        assert "Jeg trenger tolk hvis vi ikke forstår hverandre" in speaks, key
        assert len(translated) == len(norwegian) + 1, key


def _sentences(part: str) -> list[str]:
    lines = part.replace("\n  ", " ").splitlines()
    return [line.removeprefix("- ").removesuffix(".") for line in lines if line.startswith("- ")]
