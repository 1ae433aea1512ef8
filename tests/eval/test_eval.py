"""The eval set keeps to its floors, and is never used for training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.article import ArticleText
from knowledge.coverage import COVERAGE_FILE, Coverage
from knowledge.decision import CALIBRATION_FILE
from knowledge.library import Library
from knowledge.passages import belief_label
from knowledge.question_set import LabelledQuestion, read_questions
from knowledge.settings import Settings
from knowledge.text import normalised
from knowledge.yaml_file import read_mapping
from tests.eval.measures import Result, figures, is_corrected
from tests.eval.run import COSTLY, QUESTIONS, by_locale, evaluate, failures
from tests.service import Service

FLOORS = read_mapping(Path(__file__).with_name("floors.yaml"))
AT_MOST = {"wrong_answers", "out_of_scope_answered", "false_alarms", "premises_beside"}


@pytest.fixture(scope="module")
def results(service: Service) -> list[Result]:
    return evaluate(service)


@pytest.mark.parametrize("locale", list(FLOORS))
def test_the_floors_hold(results: list[Result], locale: str) -> None:
    found = by_locale(results)[locale]
    for name, floor in FLOORS[locale].items():
        holds = found[name] <= floor if name in AT_MOST else found[name] >= floor
        assert holds, f"{name} is {found[name]}, the floor is {floor}\n" + "\n".join(failures(results))


def test_out_of_scope_is_hardly_ever_answered(results: list[Result]) -> None:
    assert figures(results)["out_of_scope_answered"] <= 0.03, "\n".join(failures(results))


def test_every_belief_that_costs_a_home_is_corrected(service: Service) -> None:
    results = evaluate(service, COSTLY)
    assert [failures([result]) for result in results if not is_corrected(result)] == []


def test_costly_beliefs_are_put_in_three_languages() -> None:
    """Each of at least twenty, so that sixty cases are tried."""
    asked = {
        locale: [each.beliefs for each in read_questions(COSTLY) if each.locale == locale]
        for locale in ("nb", "nn", "en")
    }
    assert asked["nb"] == asked["nn"] == asked["en"]
    assert len(set(asked["nb"])) >= 20


def test_the_set_is_large_enough() -> None:
    for locale in FLOORS:
        assert sum(question.locale == locale for question in read_questions(QUESTIONS)) >= 100


def test_norwegian_and_english_have_nine_hundred_questions() -> None:
    assert len(_norwegian_and_english()) >= 900


def test_every_coverage_row_has_three_questions() -> None:
    library = Library.read(Settings().content_dir)
    asked = Counter(
        row
        for question in _norwegian_and_english()
        for row in {row for name in question.expect for row in library.articles[name].covers}
    )
    assert {
        row: asked[row] for row in Coverage.of(library, library.content_dir / COVERAGE_FILE).rows if asked[row] < 3
    } == {}


def _norwegian_and_english() -> list[LabelledQuestion]:
    return [question for question in read_questions(QUESTIONS) if question.locale in ("nb", "nn", "en")]


def test_no_eval_question_is_learned_from() -> None:
    library = Library.read(Settings().content_dir)
    texts = [text for article in library.articles.values() for text in article.texts.values()]
    learned = {normalised(said) for text in texts for said in _learned_from(text)}
    learned |= {normalised(q.text) for q in read_questions(CALIBRATION_FILE.parent / "questions")}
    learned |= {
        normalised(s)
        for p in (Settings().content_dir / "off_topic").glob("*.yaml")
        for s in p.read_text("utf-8").splitlines()
    }
    asked = [*read_questions(QUESTIONS), *read_questions(COSTLY)]
    assert [q.id for q in asked if normalised(q.text) in learned] == []


def _learned_from(text: ArticleText) -> Iterator[str]:
    yield from text.questions
    for myth in text.myths:
        yield from myth.says


@pytest.mark.parametrize(
    "folder", [QUESTIONS, COSTLY, CALIBRATION_FILE.parent / "questions"], ids=["eval", "costly", "development"]
)
def test_every_label_is_an_article_or_a_belief(folder: Path) -> None:
    library = Library.read(Settings().content_dir)
    beliefs = {
        belief_label(article.id, position)
        for article in library.articles.values()
        for position in range(len(article.text_for("nb").myths))
    }
    questions = read_questions(folder)
    assert {item for question in questions for item in question.expect} <= set(library.articles)
    assert {item for question in questions for item in question.beliefs} <= beliefs
