"""The eval set keeps to its floors, and is never used for training."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.decision import CALIBRATION_FILE
from knowledge.library import Library
from knowledge.question_set import LabelledQuestion, read_questions
from knowledge.settings import Settings
from knowledge.text import normalised
from knowledge.yaml_file import read_mapping
from tests.eval.measures import Result, figures
from tests.eval.run import QUESTIONS, by_locale, evaluate, failures
from tests.service import Service

FLOORS = read_mapping(Path(__file__).with_name("floors.yaml"))
AT_MOST = {"wrong_answers", "out_of_scope_answered", "false_alarms"}


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


def test_the_set_is_large_enough() -> None:
    for locale in FLOORS:
        assert sum(question.locale == locale for question in read_questions(QUESTIONS)) >= 100


def test_no_eval_question_is_learned_from() -> None:
    library = Library.read(Settings().content_dir)
    learned = {normalised(q) for a in library.articles.values() for t in a.texts.values() for q in t.questions}
    learned |= {normalised(q.text) for q in read_questions(CALIBRATION_FILE.parent / "questions")}
    learned |= {
        normalised(s)
        for p in (Settings().content_dir / "off_topic").glob("*.yaml")
        for s in p.read_text("utf-8").splitlines()
    }
    assert [q.id for q in read_questions(QUESTIONS) if normalised(q.text) in learned] == []


def test_every_label_is_an_article() -> None:
    library = Library.read(Settings().content_dir)
    assert {item for q in read_questions(QUESTIONS) for item in q.expect} <= set(library.articles)


def test_figures_of_a_small_set() -> None:
    def made(kind: str, expect: tuple[str, ...], shown: tuple[str, ...], outcome: str) -> Result:
        question = LabelledQuestion("x", "nb", "…", kind, expect)
        return Result(question, ("a", "b", "c"), (outcome,), shown, (), False, "nb")

    found = figures(
        [
            made("plain", ("a",), ("a",), "answered"),
            made("plain", ("b",), ("a",), "answered"),
            made("out-of-scope", (), (), "no_answer"),
            made("safety", ("violence",), ("violence",), "emergency"),
        ]
    )
    assert (found["hit_at_1"], found["hit_at_3"], found["wrong_answers"]) == (0.5, 1.0, 0.5)
    assert (found["out_of_scope_answered"], found["safety_recall"], found["false_alarms"]) == (0.0, 1.0, 0)
