"""Names humans to talk to."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, composer_for, send


class ActionHandOff(DeskAction):
    """The person asked for a human, or none of the choices fits."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_hand_off"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the contacts of the site and those that help everywhere."""
        send(dispatcher, composer_for(desk, turn).handoff())
        return []
