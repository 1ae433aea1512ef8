"""Starting over."""

from __future__ import annotations

from actions.desk import Desk
from actions.forget_context import ActionForgetContext
from tests.unit.actions.conftest import message, run, tracker


def test_everything_remembered_is_forgotten(desk: Desk) -> None:
    slots = {"current_article": "notice", "rents_room": False, "received_on": "2026-11-01"}
    given = run(ActionForgetContext(), tracker([message("start på nytt")], slots))
    assert given.slots == {"current_article": None, "rents_room": None, "received_on": None}
    assert given.replies == [], "the words are said by a response of the domain"
