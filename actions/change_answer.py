"""Changing an answer of a guide, while it runs and after its result."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, composer_for, send
from actions.guiding import ANSWER, COMPLETE, FORM, progress_of, taken_back
from actions.validate_guide_form import pressed
from knowledge.outcomes import Outcome


class ActionChangeAnswer(DeskAction):
    """Offers the answers to change; with a button that names one, asks for it again."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_change_answer"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the answers as buttons, or lead back into the guide."""
        progress = progress_of(tracker, turn, desk)
        if progress is None:
            send(dispatcher, composer_for(desk, turn).message(Outcome.SMALLTALK, "guide.none_running"))
            return []
        if events := pressed(progress, turn):
            is_complete = any(event.get("name") == ANSWER and event.get("value") == COMPLETE for event in events)
            return [*events, FollowupAction("action_conclude_guide" if is_complete else FORM)]
        question_id = str(turn.entity("question"))
        if question_id in progress.answers:
            return [*taken_back(progress, question_id), FollowupAction(FORM)]
        send(dispatcher, progress.replies.answers(progress.answers))
        return []
