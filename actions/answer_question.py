"""Answers a question about rights, or asks which of a few is meant, or says that nothing fits."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import answer
from actions.base import DeskAction
from actions.desk import Desk, Turn, send
from actions.guiding import FORM, begun_at_once


class ActionAnswerQuestion(DeskAction):
    """The main job: a question in, a sourced reply out."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_answer_question"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send one reply and remember the article it shows."""
        # In the middle of a guide a question is answered; the answer has a button to the other guide.
        is_in_guide = (tracker.active_loop or {}).get("name") == FORM
        guide = None if is_in_guide else desk.search().guide_asked(turn.text_locale, turn.vector)
        if guide:
            return begun_at_once(guide)
        reply, article_id = answer(turn, tracker, desk)
        send(dispatcher, reply)
        return [SlotSet("current_article", article_id)] if article_id else []
