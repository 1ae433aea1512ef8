"""Starting over."""

from __future__ import annotations

from actions.desk import Desk
from actions.forget_context import ActionForgetContext
from tests.unit.actions.conftest import message, run, tracker


def test_everything_remembered_is_forgotten(desk: Desk) -> None:
    slots = {"current_article": "notice", "guide": "landlord-notice", "guide_answers": {"what": "notice"}}
    given = run(ActionForgetContext(), tracker([message("start på nytt")], slots))
    assert given.slots == dict.fromkeys(["current_article", "guide", "guide_answers", "guide_note", "guide_answer"])
    assert given.replies == [], "the words are said by a response of the domain"
