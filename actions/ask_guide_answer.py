"""The questions of a guide, one thing at a time."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, send
from actions.guiding import LISTING, NOTE, note_in, progress_of
from knowledge.errors import GuideUnknown


class ActionAskGuideAnswer(DeskAction):
    """Asks what the guide does not know yet; the form calls it."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_ask_guide_answer"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Say what was understood, then ask; what was understood is said once."""
        progress = progress_of(tracker, turn, desk)
        if progress is None or progress.question is None:
            raise GuideUnknown("a guide has nothing to ask, yet its form runs")
        if (tracker.get_slot(NOTE) or {}).get(LISTING):
            send(dispatcher, progress.replies.answers(progress.answers))
            return [SlotSet(NOTE, None)]
        note, refusal = note_in(tracker, progress)
        send(dispatcher, progress.replies.question(progress.question, progress.answers, note, refusal))
        return [SlotSet(NOTE, None)]
