"""Danger first; then the question beside it."""

from __future__ import annotations

import pytest

from actions.answer_emergency import ActionAnswerEmergency
from actions.desk import Desk
from tests.unit.actions.conftest import Given, message, run, tracker

QUESTION = "hvor stort depositum kan utleier kreve"


def _danger(text: str, safety: tuple[str, ...] = ("violence",)) -> Given:
    return run(ActionAnswerEmergency(), tracker([message(text, safety=list(safety))]))


def test_danger_alone_gets_the_numbers_and_nothing_else(desk: Desk) -> None:
    given = _danger("mannen min slår meg")
    assert given.outcomes == ["emergency"]
    assert given.article == "violence"
    assert given.reply["contacts"][0]["phone"] == "112"
    assert given.reply["buttons"] == ()
    assert given.slots == {}


def test_a_question_in_the_same_message_is_answered_after(desk: Desk) -> None:
    given = _danger(QUESTION)
    assert given.outcomes == ["emergency", "answered"]
    assert given.replies[1]["article"]["id"] == "deposit"
    assert given.slots == {"current_article": "deposit"}


def test_what_is_not_surely_asked_is_not_answered(desk: Desk) -> None:
    """Choices and excuses would only stand in the way."""
    assert _danger("han slår meg i natt").outcomes == ["emergency"]


def test_a_missing_index_never_covers_the_numbers(desk: Desk, no_index: None) -> None:
    assert _danger(QUESTION).outcomes == ["emergency"]


def test_danger_without_a_vector_is_answered(desk: Desk) -> None:
    given = run(ActionAnswerEmergency(), tracker([message(QUESTION, safety=["violence"], vector=None)]))
    assert given.outcomes[0] == "emergency"


@pytest.mark.parametrize(
    "row", ["violence", "fire-or-acute-danger", "acute-illness", "child-in-danger", "suicide-and-self-harm"]
)
def test_every_kind_of_danger_has_its_text(real_desk: Desk, row: str) -> None:
    given = _danger("hjelp", (row,))
    assert given.outcomes == ["emergency"]
    assert given.article == row
    assert any(contact["phone"] for contact in given.reply["contacts"])


def test_several_dangers_are_told_in_their_order(real_desk: Desk) -> None:
    given = _danger("hjelp", ("fire-or-acute-danger", "violence"))
    assert [reply["article"]["id"] for reply in given.replies] == ["fire-or-acute-danger", "violence"]


def test_a_kind_of_danger_without_a_text_still_names_people(desk: Desk) -> None:
    given = _danger("hjelp", ("unknown",))
    assert given.outcomes == ["error"]
    assert given.reply["contacts"]
