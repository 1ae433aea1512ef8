"""Starts a guide, or the running one from its beginning."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn
from actions.guiding import GUIDE, begun
from knowledge.errors import GuideUnknown


class ActionBeginGuide(DeskAction):
    """Chooses the guide that a button names; the form asks its questions."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_begin_guide"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Set the guide and empty its answers."""
        guide_id = str(turn.entity("guide") or tracker.get_slot(GUIDE))
        if guide_id not in desk.library.guides:
            raise GuideUnknown(f"there is no guide {str(guide_id)[:60]!r}; a page or site names one that is gone")
        return begun(guide_id)
