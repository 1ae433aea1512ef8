"""Forgets what the conversation was about, so that the next question stands alone."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn
from actions.guiding import forgotten


class ActionForgetContext(DeskAction):
    """Start over."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_forget_context"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Empty the slots; the words are said by a response of the domain."""
        return [SlotSet("current_article", None), *forgotten()]
