"""The base of Bovett's actions: whatever breaks inside one, the person still gets a human contact."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.desk import Desk, Turn, composer_for, current_turn, open_desk, send

log = structlog.get_logger()


class DeskAction(Action, ABC):
    """An action that answers one turn. Abstract, so that the action server does not register it."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Answer the turn; on any failure reply with the outcome `error` and human contacts."""
        desk = open_desk()
        turn = current_turn(tracker, desk)
        try:
            return self.respond(dispatcher, tracker, turn, desk)
        except Exception as error:  # the boundary of an action: logged without the text, never silent
            log.error("action.failed", action=self.name(), error=type(error).__name__, reason=_reason(error))
            send(dispatcher, composer_for(desk, turn).error())
            return []

    @abstractmethod
    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send replies and return Rasa events."""


def _reason(error: Exception) -> str:
    """Our own errors speak of files and ids, never of messages; foreign ones may quote input."""
    from knowledge.errors import KnowledgeError

    return str(error) if isinstance(error, KnowledgeError) else ""
