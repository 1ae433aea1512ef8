"""The result of the protest-deadline guide: the dates, with the reckoning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn, composer_for, send
from knowledge.compose import Composer
from knowledge.deadlines import landlords_deadline, protest_deadline
from knowledge.outcomes import Outcome
from knowledge.reply import Reply

_ARTICLE, _ROOM_ARTICLE = "protest-against-notice", "lodger-room"


class ActionTellProtestDeadline(DeskAction):
    """Tells until when the tenant can protest (husleieloven § 9-8)."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_tell_protest_deadline"

    def respond(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk
    ) -> list[dict[str, Any]]:
        """Send the result and the article it rests on; forget the answers."""
        composer = composer_for(desk, turn)
        is_room = bool(tracker.get_slot("rents_room"))
        article = desk.library.articles[_ROOM_ARTICLE if is_room else _ARTICLE]
        if is_room:
            send(dispatcher, composer.answer(article))
        else:
            received = date.fromisoformat(tracker.get_slot("received_on"))
            send(dispatcher, _result(composer, received, composer.answer(article)))
        return [SlotSet("rents_room", None), SlotSet("received_on", None), SlotSet("current_article", article.id)]


def _result(composer: Composer, received: date, shown: Reply) -> Reply:
    last = protest_deadline(received)
    key = "guide.protest_deadline.result" if last >= date.today() else "guide.protest_deadline.passed"
    text = composer.say(
        key,
        received=composer.date_text(received),
        deadline=composer.date_text(last),
        landlord=composer.date_text(landlords_deadline(received)),
    )
    return replace(shown, outcome=Outcome.GUIDE, text=text)
