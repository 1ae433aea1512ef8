"""Which office helps: it is named by place, with a way to it that needs no internet, and never the wrong one first."""

from __future__ import annotations

import csv
from datetime import date
from itertools import product
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN, Question
from knowledge.guides.guide_file import read_guide
from knowledge.guides.reading import Answer, AnswerReader
from knowledge.guides.rules.which_office import conclude
from knowledge.guides.said import Said
from knowledge.guides.words import Words
from knowledge.municipalities import DISTRICTS_FILE
from knowledge.settings import Settings
from tests.unit.real import PLACES, REAL

CONTENT = Settings().content_dir
GUIDE = read_guide(CONTENT / "guides" / "which-office", REAL.languages)
FACTS = Facts(date(2026, 11, 26), {}, PLACES)
OSLO, BERGEN, TRONDHEIM, BODO, STAVANGER, MOLDE, KARASJOK, DRAMMEN = (
    "0301", "4601", "5001", "1804", "1103", "1506", "5610", "3301"
)  # fmt: skip
ALNA = PLACES.key_of(next(place for place in PLACES.places if place.district == "Alna"))
_AGED = ("tonight", "eviction", "money", "housing", "bostotte", "legal")
EVERY_WAY: list[dict[str, Any]] = [
    {"about": "violence"},
    {"about": "landlord"},
    {"about": "startlan", "place": OSLO},
    {"about": UNKNOWN, "place": BERGEN},
    {"about": UNKNOWN, "place": ALNA},
    {"about": "startlan", "place": ALNA},
    *({"about": about, "age": age, "place": ALNA} for about, age in product(_AGED, ("minor", "adult"))),
    *({"about": about, "age": age, "place": place} for about, age, place in product(_AGED, ("minor", "young", "adult"), (BERGEN, KARASJOK))),
    *({"about": about, "age": "adult", "place": OSLO, "district": district} for about, district in product(_AGED[:-1], ("Alna", UNKNOWN))),
]  # fmt: skip


def _result(about: str, place: str = BERGEN, age: str = "adult", **more: str) -> Conclusion:
    return conclude({"about": about, "age": age, "place": place, **more}, FACTS)


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def _shown(conclusion: Conclusion) -> str:
    parts = GUIDE.texts["nb"].parts
    return "\n".join(
        parts[part.key].format_map({"place": "", **part.values}).strip()
        for part in conclusion.parts
        if "{{" not in parts[part.key] or part.values
    )


def test_the_office_is_named_by_the_municipality() -> None:
    result = _result("money", BERGEN)
    assert _keys(result) == ["nav", "money", "reach-nav", "other-office", "interpreter"]
    assert "Nav-kontoret for Bergen" in _shown(result)
    assert result.contacts == ("nav", "nav-office-finder", "nav-debt-line")


def test_in_oslo_the_office_is_that_of_the_district() -> None:
    result = _result("money", OSLO, district="Alna")
    assert "nav-district" in _keys(result)
    assert "Nav-kontoret for bydel Alna i Oslo" in _shown(result)


@pytest.mark.parametrize(
    ("about", "key", "named"),
    [
        ("money", "nav-district", "Nav-kontoret for bydel Alna i Oslo"),
        ("tonight", "nav-district", "Nav-kontoret for bydel Alna i Oslo"),
        ("housing", "housing-office-district", "boligkontoret for bydel Alna i Oslo"),
        ("bostotte", "bostotte-office-district", "bydel Alna i Oslo"),
        (UNKNOWN, "nav-district", "Nav-kontoret for bydel Alna i Oslo"),
    ],
)
def test_a_district_given_as_the_place_is_not_asked_for_again(about: str, key: str, named: str) -> None:
    answers = {"about": about, "place": ALNA} if about == UNKNOWN else {"about": about, "age": "adult", "place": ALNA}
    assert GUIDE.next_question(answers) is None
    result = conclude(answers, FACTS)
    assert key in _keys(result)
    assert next(part for part in result.parts if part.key == key).values == {"place": "Oslo", "district": "Alna"}
    assert named in _shown(result)


def test_a_district_given_as_the_place_changes_neither_startlan_nor_the_clinic_nor_the_child_welfare_office() -> None:
    assert _keys(conclude({"about": "startlan", "place": ALNA}, FACTS))[0] == "startlan-office"
    assert _keys(_result("legal", ALNA)) == _keys(_result("legal", OSLO))
    minor = next(part for part in _result("housing", ALNA, age="minor").parts if part.key == "minor-office")
    assert minor.values == {"place": "Oslo"}


def test_who_does_not_know_the_district_is_told_how_to_find_out() -> None:
    assert "nav-oslo" in _keys(_result("money", OSLO, district=UNKNOWN))
    assert "housing-office-oslo" in _keys(_result("housing", OSLO, district=UNKNOWN))


def test_the_districts_are_those_of_the_list() -> None:
    with (CONTENT / DISTRICTS_FILE).open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(line for line in file if not line.startswith("#"))]
    question = GUIDE.question("district")
    assert question is not None
    assert list(question.options) == names


@pytest.mark.parametrize("locale", list(GUIDE.texts))
@pytest.mark.parametrize(
    ("written", "district"),
    [
        ("Furuset", "Alna"),
        ("jeg bor på Holmlia", "Søndre Nordstrand"),
        ("Nordstrand", "Nordstrand"),
        ("bydel Gamle Oslo", "Gamle Oslo"),
        ("st hanshaugen", "St. Hanshaugen"),
        ("Grunerlokka", "Grünerløkka"),
    ],
)
def test_a_neighbourhood_is_an_answer_to_the_district(locale: str, written: str, district: str) -> None:
    question = GUIDE.question("district")
    assert isinstance(question, Question)
    reader = AnswerReader(Words.read(CONTENT / "guides" / "words.yaml"), PLACES, FACTS.today)
    found = reader.read(question, GUIDE.texts[locale].questions["district"], Said(written, "inform"))
    assert found == Answer(district)


def test_districts_are_asked_for_only_in_oslo_and_only_of_adults() -> None:
    assert GUIDE.next_question({"about": "money", "age": "adult", "place": OSLO}) == GUIDE.question("district")
    assert GUIDE.next_question({"about": "money", "age": "adult", "place": BERGEN}) is None
    assert GUIDE.next_question({"about": "money", "age": "minor", "place": OSLO}) is None
    assert GUIDE.next_question({"about": "startlan", "place": OSLO}) is None


def test_nothing_more_is_asked_of_who_flees_violence() -> None:
    assert GUIDE.next_question({"about": "violence"}) is None
    result = conclude({"about": "violence"}, FACTS)
    assert _keys(result) == ["violence"]
    assert result.contacts[:3] == ("police-emergency", "violence-line", "child-alarm")
    # krisesenterlova § 2: utan tilvising eller timeavtale; § 3: tolk; § 5: teieplikt.
    assert result.laws == ("krisesenterlova § 2", "krisesenterlova § 3", "krisesenterlova § 5")


def test_tonight_leads_to_nav_and_to_who_is_on_duty() -> None:
    result = _result("tonight", MOLDE)
    assert _keys(result) == ["danger", "nav", "tonight", "closed", "other-office", "interpreter"]
    assert "«Molde» og «vakttelefon»" in GUIDE.texts["nb"].parts["closed"].replace("{place}", "Molde")
    assert "sosialtjenesteloven § 27" in result.laws
    assert result.guides == ("nowhere-tonight", "refugee")


def test_housing_goes_to_the_municipality() -> None:
    result = _result("housing", BODO)
    assert _keys(result) == ["housing-office", "housing", "reach-municipality", "other-office", "interpreter"]
    assert "boligkontoret i Bodø kommune" in _shown(result)
    assert result.contacts[0] == "municipality"


def test_bostotte_goes_to_the_municipality_and_in_oslo_to_the_district() -> None:
    assert _keys(_result("bostotte"))[:2] == ["bostotte-office", "bostotte"]
    assert _keys(_result("bostotte", OSLO, district="Sagene"))[0] == "bostotte-office-district"
    assert _result("bostotte").guides == ("housing-allowance",)


def test_under_18_bostotte_takes_a_child_of_ones_own() -> None:
    # bustøttelova § 3: over 18 år, eller eigne barn som bur i bustaden.
    result = _result("bostotte", OSLO, age="minor")
    assert _keys(result)[:3] == ["bostotte-office-oslo", "bostotte-minor", "bostotte"]
    assert result.laws[0] == "bustøttelova § 3"
    assert "bustøttelova § 3" not in _result("bostotte").laws


def test_startlan_goes_to_the_municipality_as_a_whole() -> None:
    result = conclude({"about": "startlan", "place": OSLO}, FACTS)
    assert _keys(result) == ["startlan-office", "startlan", "reach-municipality", "interpreter"]
    assert "Oslo kommune" in _shown(result)
    assert result.guides == ("loans-and-grants",)


def test_eviction_goes_to_namsfogden_nav_and_a_clinic() -> None:
    result = _result("eviction", STAVANGER)
    assert _keys(result) == ["eviction-office", "eviction", "nav", "legal-west", "interpreter"]
    assert result.contacts == ("namsfogden", "nav", "nav-office-finder", "jussformidlingen", "jussbuss")
    assert result.guides == ("eviction",)


def test_a_dispute_goes_to_the_tribunal_wherever_the_home_is() -> None:
    result = conclude({"about": "landlord"}, FACTS)
    assert _keys(result) == ["landlord", "reach-htu", "landlord-advice"]
    assert result.contacts[0] == "husleietvistutvalget"
    assert GUIDE.next_question({"about": "landlord"}) is None


@pytest.mark.parametrize(
    ("place", "part", "clinic"),
    [
        (BERGEN, "legal-west", "jussformidlingen"),
        (STAVANGER, "legal-west", "jussformidlingen"),
        (MOLDE, "legal-west", "jussformidlingen"),
        (BODO, "legal-north", "jusshjelpa-nord-norge"),
        (KARASJOK, "legal-north", "jusshjelpa-nord-norge"),
        (TRONDHEIM, "legal-mid", "jusshjelpa-nord-norge"),
        (DRAMMEN, "legal-else", "jussbuss"),
        (OSLO, "legal-else", "jussbuss"),
    ],
)
def test_the_clinic_is_that_of_the_part_of_the_country(place: str, part: str, clinic: str) -> None:
    result = _result("legal", place)
    assert _keys(result) == [part, "legal-more", "reach-legal"]
    assert result.contacts[0] == clinic
    assert "jussbuss" in result.contacts, "it takes cases from the whole country"
    assert "ung-rettshjelp" not in result.contacts


def test_under_25_there_is_ung_rettshjelp_too() -> None:
    result = _result("legal", BERGEN, age="young")
    assert _keys(result) == ["legal-west", "legal-young", "legal-more", "reach-legal"]
    assert "ung-rettshjelp" in result.contacts
    assert "legal-young" in _keys(_result("eviction", BERGEN, age="minor"))


@pytest.mark.parametrize("about", ["tonight", "money", "housing"])
def test_under_18_child_welfare_comes_before_nav(about: str) -> None:
    result = _result(about, BODO, age="minor")
    assert _keys(result) == ["minor-danger", f"minor-{about}", "minor-office", "interpreter"]
    assert result.contacts[:2] == ("child-alarm", "barnevernvakt")
    assert "barnevernsloven § 15-3" in result.laws  # i hver kommune en barnevernstjeneste, tilgjengelig til enhver tid
    assert result.guides[-1] == "young"


def test_under_18_legal_help_is_ung_rettshjelp() -> None:
    result = _result("legal", age="minor")
    assert _keys(result) == ["minor-legal", "legal-more", "reach-legal", "minor-danger"]
    assert result.contacts == ("ung-rettshjelp", "child-alarm")


def test_who_does_not_know_what_it_is_called_begins_at_nav() -> None:
    result = conclude({"about": UNKNOWN, "place": DRAMMEN}, FACTS)
    assert _keys(result) == ["nav", "unsure", "reach-nav", "interpreter"]
    assert "Nav-loven § 15" in result.laws  # enhver som henvender seg til kontoret, har rett til informasjon


@pytest.mark.parametrize("answers", EVERY_WAY)
def test_every_public_office_is_told_with_the_interpreter(answers: dict[str, Any]) -> None:
    result = conclude(answers, FACTS)
    texts = [GUIDE.texts["nb"].parts[part.key] for part in result.parts]
    assert any("tolk" in text for text in texts)


@pytest.mark.parametrize("answers", EVERY_WAY)
def test_what_is_cited_is_cited_by_the_articles_of_the_result(answers: dict[str, Any]) -> None:
    result = conclude(answers, FACTS)
    cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
    assert set(result.laws) <= cited & set(GUIDE.laws)
    assert set(result.articles) <= set(GUIDE.articles)
    assert set(result.contacts) <= set(REAL.contacts)
    assert result.contacts


def test_every_text_is_used() -> None:
    used = {key for answers in EVERY_WAY for key in _keys(conclude(answers, FACTS))}
    more = {key for place in (TRONDHEIM, DRAMMEN) for key in _keys(_result("legal", place))}
    assert used | more == set(GUIDE.texts["nb"].parts)
