"""Reads the answers of the protest-deadline guide; anything else interrupts it and it resumes after."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from rasa_sdk import FormValidationAction, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.desk import composer_for, current_turn, open_desk, send
from knowledge.deadlines import months_after
from knowledge.outcomes import Outcome
from knowledge.text import ascii_digits

_SOON_DAYS = 60  # a day so near ahead is meant as it says, and is then asked about


class ValidateProtestDeadlineForm(FormValidationAction):
    """Extracts and checks `rents_room` and `received_on`."""

    def name(self) -> str:
        """Name in the domain."""
        return "validate_protest_deadline_form"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[str]:
        """The date is asked for only where it matters: in a lodger's room nobody can protest (husleieloven § 9-8)."""
        return domain_slots[:1] if tracker.get_slot("rents_room") else domain_slots

    async def extract_rents_room(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        """Yes or no, when that is what was asked."""
        if tracker.get_slot("requested_slot") != "rents_room":
            return {}
        answers = {"affirm": True, "deny": False}
        intent = tracker.get_intent_of_latest_message()
        return {"rents_room": answers[intent]} if intent in answers else {}

    async def extract_received_on(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        """The date in the message, when one was asked for."""
        if tracker.get_slot("requested_slot") != "received_on":
            return {}
        turn = current_turn(tracker, open_desk())
        found = turn.entity("date")
        return {"received_on": _already_past(found, turn.text, date.today())} if found else {}

    async def validate_received_on(
        self, value: str, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> dict[str, Any]:
        """A notice cannot have been received in the future."""
        if date.fromisoformat(value) <= date.today():
            return {"received_on": value}
        desk = open_desk()
        composer = composer_for(desk, current_turn(tracker, desk))
        send(dispatcher, composer.message(Outcome.GUIDE, "guide.protest_deadline.future"))
        return {"received_on": None}


def _already_past(found: str, text: str, today: date) -> str:
    """The date of the year before when a day without its year was read as one to come: a notice has been received.

    >>> _already_past("2027-03-03", "3. mars", date(2026, 11, 24))
    '2026-03-03'
    >>> _already_past("2027-03-03", "3. mars 2027", date(2026, 11, 24))
    '2027-03-03'
    """
    day = date.fromisoformat(found)
    names_year = str(day.year) in ascii_digits(text) or f"{day:%y}" in re.findall(r"\d+", ascii_digits(text))[2:]
    is_near = (day - today).days < _SOON_DAYS
    if day <= today or names_year or is_near:
        return found
    return months_after(day, -12).isoformat()
