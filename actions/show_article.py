"""Opens the article that a button names."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, composer_for, send


class ActionShowArticle(DeskAction):
    """A button was pressed."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_show_article"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the article; an unknown id gets the human contacts."""
        composer = composer_for(desk, turn)
        article = desk.library.articles.get(str(turn.entity("article_id")))
        if article is None:
            send(dispatcher, composer.no_answer())
            return []
        send(dispatcher, composer.answer(article))
        return [SlotSet("current_article", article.id)]
