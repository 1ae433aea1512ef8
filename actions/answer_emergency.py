"""Answers danger with the fixed text and the right numbers first; a question in the same message comes after."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answer
from actions.base import DeskAction
from actions.desk import Desk, Turn, composer_for, send
from knowledge.errors import KnowledgeError
from knowledge.outcomes import Outcome

# A danger message of fewer words asks nothing beside it.
_SHORTEST_WITH_QUESTION = 6


class ActionAnswerEmergency(DeskAction):
    """Safety first."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_answer_emergency"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the safety text of each row shown, then the answer to what is asked beside it."""
        composer = composer_for(desk, turn)
        for row in turn.safety:
            send(dispatcher, composer.answer(desk.library.articles[row]))
        if len(turn.text.split()) < _SHORTEST_WITH_QUESTION:
            return []
        try:
            reply, article_id = answer(turn, tracker, desk)
        except KnowledgeError:
            return []  # the numbers to call are already sent; a missing index must not cover them
        if reply.outcome is not Outcome.ANSWERED:
            return []
        send(dispatcher, reply)
        return [SlotSet("current_article", article_id)]
