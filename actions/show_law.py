"""Tells what the law says on an article's topic."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, composer_for, send


class ActionShowLaw(DeskAction):
    """The second level of an article: the law with its nuance."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_show_law"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the law part of the article that the button names, or of the one shown last."""
        composer = composer_for(desk, turn)
        wanted = turn.entity("article_id") or tracker.get_slot("current_article")
        article = desk.library.articles.get(str(wanted))
        if article is None:
            send(dispatcher, composer.no_answer())
            return []
        send(dispatcher, composer.law_part(article))
        return [SlotSet("current_article", article.id)]
