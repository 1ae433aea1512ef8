"""Sections found by their words, and which questions ask for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.statutes.importing import import_paths
from knowledge.statutes.section_search import SectionSearch, asks_for_words
from knowledge.statutes.statutes import Statutes
from tests.unit.knowledge.statutes.conftest import REAL, SAMPLES, TODAY, needs_real_texts


@pytest.fixture
def search(sample: Library, tmp_path: Path) -> SectionSearch:
    import_paths([SAMPLES], tmp_path, sample.laws, TODAY)
    return SectionSearch(Statutes.open(tmp_path, sample.laws).sections())


@pytest.fixture(scope="module")
def real_search(real: Library, tmp_path_factory: pytest.TempPathFactory) -> SectionSearch:
    folder = tmp_path_factory.mktemp("statutes")
    import_paths([REAL / "lovdata-xml"], folder, real.laws, TODAY)
    statutes = Statutes.open(folder, real.laws)
    cited = {law.ref for article in real.articles.values() for law in article.laws}
    return SectionSearch(filter(statutes.is_named, statutes.sections()), cited)


def _refs(search: SectionSearch, question: str, likely: tuple[str, ...] = ()) -> list[str]:
    return [section.ref for section in search.best(question, likely)]


@pytest.mark.parametrize("question", ["paragrafen om protest", "hva sier husleieloven om protest?",
                                      "kva paragraf handlar om å protestere"])  # fmt: skip
def test_a_section_is_found_by_its_words(search: SectionSearch, question: str) -> None:
    assert _refs(search, question)[0] == "husleieloven § 9-8"


def test_words_that_no_section_has_find_nothing(search: SectionSearch) -> None:
    assert _refs(search, "paragrafen om skimmelsopp") == []
    assert _refs(search, "hvilken paragraf er det") == []


def test_words_that_no_section_has_find_what_the_article_rests_on(search: SectionSearch) -> None:
    likely = ("husleieloven § 9-3 a", "husleieloven § 99", "husleieloven § 3-5")
    assert _refs(search, "paragrafen om skimmelsopp", likely) == ["husleieloven § 9-3 a", "husleieloven § 3-5"]
    assert _refs(search, "", likely)[0] == "husleieloven § 9-3 a"


def test_a_question_in_another_language_is_searched_by_the_title_of_the_article(search: SectionSearch) -> None:
    likely = ("husleieloven § 1-6", "husleieloven § 9-8")
    found = search.best("which section is about objecting", likely, "Protester mot oppsigelsen")
    assert found[0].ref == "husleieloven § 9-8"


def test_words_that_lead_elsewhere_yield_to_the_article(search: SectionSearch) -> None:
    assert _refs(search, "paragrafen om protest", ("husleieloven § 3-5",)) == ["husleieloven § 3-5"]


def test_what_the_article_rests_on_comes_before_others_with_the_word(search: SectionSearch) -> None:
    question = "paragrafen om prøven"
    assert _refs(search, question, ("husleieloven § 9-3",))[0] == "husleieloven § 9-3"
    assert _refs(search, question, ("husleieloven § 3-5",))[0] == "husleieloven § 3-5"


def test_never_more_than_three_and_never_a_repealed_one(search: SectionSearch) -> None:
    found = search.best("paragrafen om prøven")
    assert 1 <= len(found) <= 3
    assert not any(section.repealed for section in found)


def test_only_the_act_that_is_named_is_looked_in(search: SectionSearch) -> None:
    likely = ("forskrift om Husleietvistutvalget § 5", "husleieloven § 9-8")
    assert _refs(search, "hva sier husleigelova om skimmelsopp", likely) == ["husleieloven § 9-8"]


def test_without_texts_nothing_is_found() -> None:
    assert SectionSearch([]).best("paragrafen om protest") == []


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken paragraf handler om depositum?",
        "hva sier husleieloven om framleie?",
        "kva seier husleigelova om framleige",
        "which section is about deposits?",
        "What does the Tenancy Act say about subletting?",
        "який параграф про завдаток?",
        "أي مادة عن الوديعة؟",
        "کدام ماده درباره ودیعه است؟",
    ],
)
def test_who_asks_for_the_laws_words_is_understood(question: str) -> None:
    assert asks_for_words(question, {"husleieloven"})


@pytest.mark.parametrize(
    "question",
    [
        "hva sier loven om depositum",  # the article says it in plain words
        "kan utleier kreve depositum",
        "gjelder paragrafen om husdyr i kontrakten min",
        "is the section about pets in my lease valid",
        "чи діє параграф про тварин у моєму договорі",
    ],
)
def test_other_questions_are_left_to_the_articles(question: str) -> None:
    assert not asks_for_words(question, {"husleieloven"})


@needs_real_texts
@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("hva sier husleieloven om framleie?", "husleieloven § 7-2"),
        ("kva seier husleigelova om framleige?", "husleieloven § 7-2"),
        ("paragrafen om depositum", "husleieloven § 3-5"),
        ("hvilken paragraf gjelder dyrehold", "husleieloven § 5-2"),
        ("hva sier sosialtjenesteloven om midlertidig botilbud", "sosialtjenesteloven § 27"),
        ("hvilken paragraf sier at oppsigelsen må være skriftlig", "husleieloven § 9-7"),
    ],
)
def test_real_sections_are_found(real_search: SectionSearch, question: str, ref: str) -> None:
    assert _refs(real_search, question)[0] == ref
