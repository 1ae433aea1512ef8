"""The answers of the guide: yes, no, dates; anything else is left for the conversation."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.desk import Desk
from actions.validate_protest_deadline_form import ValidateProtestDeadlineForm
from knowledge.deadlines import months_after
from tests.unit.actions.conftest import Given, message, tracker

DOMAIN = {
    "slots": {
        name: {
            "type": "any",
            "mappings": [{"type": "custom", "conditions": [{"active_loop": "protest_deadline_form"}]}],
        }
        for name in ("rents_room", "received_on")
    },
    "forms": {"protest_deadline_form": {"required_slots": ["rents_room", "received_on"]}},
}


def _answered(asked: str, said: dict[str, Any], **slots: Any) -> Given:
    """What the form makes of a message after it asked for a slot."""
    conversation = tracker([said], {"rents_room": None, "received_on": None, "requested_slot": asked, **slots})
    conversation.active_loop = {"name": "protest_deadline_form"}
    dispatcher = CollectingDispatcher()
    action: Any = ValidateProtestDeadlineForm()
    events = asyncio.run(action.run(dispatcher, conversation, DOMAIN))
    slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    return Given([sent["custom"] for sent in dispatcher.messages], slots)


def _intent(name: str) -> dict[str, Any]:
    return message("…", intent=name)


def _dated(day: date) -> dict[str, Any]:
    return message("da", entities=[{"entity": "date", "value": day.isoformat()}])


@pytest.mark.parametrize(("intent", "value"), [("affirm", True), ("deny", False)])
def test_yes_and_no_fill_the_first_question(desk: Desk, intent: str, value: bool) -> None:
    assert _answered("rents_room", _intent(intent)).slots["rents_room"] is value


@pytest.mark.parametrize("intent", ["dont_know", "ask_rights", "greet", "stop"])
def test_anything_else_fills_nothing(desk: Desk, intent: str) -> None:
    assert _answered("rents_room", _intent(intent)).slots.get("rents_room") is None


@pytest.mark.parametrize("days", [0, 1, 31, 400])
def test_a_day_gone_by_fills_the_second_question(desk: Desk, days: int) -> None:
    day = date.today() - timedelta(days=days)
    given = _answered("received_on", _dated(day), rents_room=False)
    assert given.slots["received_on"] == day.isoformat()
    assert given.replies == []


@pytest.mark.parametrize("days", [1, 20, 400])
def test_a_day_to_come_is_asked_about_again(desk: Desk, days: int) -> None:
    given = _answered("received_on", _dated(date.today() + timedelta(days=days)), rents_room=False)
    assert given.slots["received_on"] is None
    assert given.outcomes == ["guide"]
    assert "ikke vært" in given.reply["text"]


def test_a_far_day_without_its_year_is_that_of_the_year_before(desk: Desk) -> None:
    """Said in November, "3. mars" is read as next March; a notice has been received already."""
    coming = date.today() + timedelta(days=100)
    said = message(f"{coming.day}.{coming.month}.", entities=[{"entity": "date", "value": coming.isoformat()}])
    given = _answered("received_on", said, rents_room=False)
    assert date.fromisoformat(given.slots["received_on"]) == months_after(coming, -12)


@pytest.mark.parametrize("said", [_intent("dont_know"), _intent("affirm"), message("det husker jeg ikke")])
def test_a_message_without_a_day_fills_nothing(desk: Desk, said: dict[str, Any]) -> None:
    given = _answered("received_on", said, rents_room=False)
    assert given.slots.get("received_on") is None
    assert given.replies == []


def test_a_day_named_before_it_is_asked_for_is_not_taken(desk: Desk) -> None:
    """A date in the first message may be of anything."""
    given = _answered("rents_room", _dated(date.today()))
    assert given.slots.get("received_on") is None


def test_yes_to_the_second_question_does_not_change_the_first(desk: Desk) -> None:
    given = _answered("received_on", _intent("affirm"), rents_room=False)
    assert given.slots.get("rents_room") is not True


def test_the_first_of_several_days_is_taken(desk: Desk) -> None:
    days = [date.today() - timedelta(days=count) for count in (9, 2)]
    said = message("da", entities=[{"entity": "date", "value": day.isoformat()} for day in days])
    assert _answered("received_on", said, rents_room=False).slots["received_on"] == days[0].isoformat()
