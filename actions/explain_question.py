"""Help with the question that a guide has asked."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, send
from actions.guiding import progress_of


class ActionExplainQuestion(DeskAction):
    """Tells how to find out what was asked; the guide then asks again."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_explain_question"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the help of the question."""
        progress = progress_of(tracker, turn, desk)
        if progress and progress.question:
            send(dispatcher, progress.replies.help(progress.question))
        return []
