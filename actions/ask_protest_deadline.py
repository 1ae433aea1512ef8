"""The questions of the protest-deadline guide, one thing at a time."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, composer_for, send
from knowledge.outcomes import Outcome
from knowledge.reply import Button


class ActionAskRentsRoom(DeskAction):
    """Asks whether it is a lodger's room, where the right to protest does not hold."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_ask_rents_room"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Ask, with yes and no as buttons."""
        composer = composer_for(desk, turn)
        buttons = [Button(composer.say("button.yes"), "/affirm"), Button(composer.say("button.no"), "/deny")]
        send(dispatcher, composer.message(Outcome.GUIDE, "guide.protest_deadline.rents_room", buttons))
        return []


class ActionAskReceivedOn(DeskAction):
    """Asks when the notice was received."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_ask_received_on"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Ask for a date in any usual form."""
        send(dispatcher, composer_for(desk, turn).message(Outcome.GUIDE, "guide.protest_deadline.received_on"))
        return []
