"""The result of a guide."""

from __future__ import annotations

from datetime import date
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, send
from actions.guiding import municipalities_of, progress_of
from knowledge.errors import GuideUnknown
from knowledge.guides.conclusion import Facts
from knowledge.guides.rules import rule_of


class ActionConcludeGuide(DeskAction):
    """Tells what follows from the answers, with the reckoning; the answers stay, so that one can be changed."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_conclude_guide"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the result and remember the article it rests on."""
        progress = progress_of(tracker, turn, desk)
        if progress is None:
            raise GuideUnknown("a guide is complete, yet none was begun")
        facts = Facts(date.today(), desk.library.figures, municipalities_of(desk))
        conclusion = rule_of(progress.guide.id)(progress.answers, facts)
        send(dispatcher, progress.replies.result(conclusion, progress.answers))
        return [SlotSet("current_article", conclusion.articles[0])]
