"""The page of a conversation without scripts: what was said, what can be pressed, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import sqlalchemy.exc
from flask import request, url_for

from knowledge.compose import Composer
from knowledge.outcomes import Outcome
from knowledge.reply import Button
from web.desk import desk
from web.error_page import Problem
from web.moments import moment_words
from web.page import Crumb, Frame, page
from web.pages.chat_cookie import OpenConversation
from web.pages.tiles import tiles
from web.showing_link import ShowingLink

# Kinds of answers that have a field of their own, with its label.
_FIELDS = {"date": "chat.date", "amount": "chat.amount", "number": "chat.number", "months": "chat.months"}


@dataclass
class ChatView:
    """The page for one reader; what they typed, pressed and opened is known once the request was read."""

    composer: Composer
    typed: str = ""
    pressed: dict[str, str] = field(default_factory=dict)
    opened: OpenConversation | None = None
    link: ShowingLink | None = None  # for a helper, just made

    def tell(self, problem: Problem) -> str:
        """The page with what went wrong, and with what the person wrote still in the field."""
        try:
            said = self.said()
        except sqlalchemy.exc.SQLAlchemyError:  # perhaps that is what went wrong
            said = []
        return self.html(said, problem=problem)

    def said(self) -> list[dict[str, Any]]:
        """What was said so far."""
        return desk().store.transcript(self.opened.conversation.id) if self.opened else []

    def shown_until(self) -> dict[str, str] | None:
        """Until when a helper may read along, in words; None when nobody may."""
        ends_at = desk().store.showings.ends_at(self.opened.conversation.id) if self.opened else None
        return moment_words(ends_at, self.composer.locale) if ends_at else None

    def html(self, said: list[dict[str, Any]], note: str | None = None, problem: Problem | None = None) -> str:
        """The page after `said`; `note` is the key of a message on top."""
        locale = self.composer.locale
        latest = _after_the_last_message(said)
        asks = latest[-1].get("asks") if latest else None
        return page(
            "chat.html",
            self.composer,
            self._frame(self.composer.say("page.ask"), "pages.show_chat"),
            said=said or [self._greeting()],
            begun=bool(said),
            for_a_day=self.opened is not None and self.opened.for_a_day,
            link=self.link,
            shown_until=self.shown_until() if said else None,
            latest=latest,
            asks=asks if asks in _FIELDS else None,
            label=self.composer.say(_FIELDS[asks]) if asks in _FIELDS else None,
            tiles=[] if said else self._tiles(),
            note=self.composer.say(note) if note else None,
            problem=problem,
            dangers=[reply.as_dict() for reply in problem.dangers] if problem else [],
            people=self.composer.human_contacts() if problem else (),
            again=self.pressed,
            typed=self.typed,
            limit=desk().settings.message_limit,
            action=url_for("pages.say", locale=locale),
        )

    def ask_to_erase(self) -> str:
        """The page that asks whether the conversation shall be deleted."""
        frame = self._frame(self.composer.say("chat.erase_ask"), "pages.ask_to_erase")
        return page("chat_erase.html", self.composer, frame)

    def _frame(self, title: str, endpoint: str) -> Frame:
        paths = {each: url_for(endpoint, locale=each) for each in desk().served_locales()}
        home = Crumb(self.composer.say("chat.title"), url_for("pages.home", locale=self.composer.locale))
        return Frame(title, crumbs=(home, Crumb(title)), paths=paths)

    def _greeting(self) -> dict[str, Any]:
        return {"said_by": "assistant", **self.composer.message(Outcome.SMALLTALK, "chat.welcome").as_dict()}

    def _tiles(self) -> list[Button]:
        """What a person may begin with; a guide that the address names comes first."""
        named = request.args.get("guide", "")
        first = [self.composer.guide_button(named)] if named in self.composer.library.guides else []
        taken = {button.payload for button in first}
        return [*first, *(tile for tile in tiles(self.composer) if tile.payload not in taken)]


def _after_the_last_message(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The replies whose buttons still stand; a message that got no reply answers no question."""
    turn: list[dict[str, Any]] = []
    begins = True
    for entry in said:
        if entry["said_by"] == "person":
            begins = True
        else:
            turn, begins = ([entry] if begins else [*turn, entry]), False
    return turn
