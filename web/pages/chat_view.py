"""The page of a conversation without scripts: what was said, what can be pressed, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy.exc
from flask import request, url_for

from knowledge.compose import Composer
from knowledge.outcomes import Outcome
from knowledge.reply import Button
from knowledge.sites import DEFAULT_SITE, Site
from web.chat import turns
from web.desk import desk
from web.error_page import Problem
from web.moments import moment_words
from web.page import Crumb, Frame, brand, home_path, named, page
from web.pages.chat_cookie import OpenConversation, open_conversation
from web.pages.tiles import openings, tiles
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

    @property
    def site(self) -> Site:
        """The site of the conversation; before there is one, that of the address."""
        return self.composer.library.sites[self.composer.site]

    def open(self) -> OpenConversation | None:
        """Open the conversation whose key the browser has: from now on the page is that of its site."""
        self.opened = open_conversation()
        if self.opened:
            found = self.opened.conversation.site
            # One that is no longer ours is answered as our own.
            site = found if found in self.composer.library.sites else DEFAULT_SITE
            self.composer = replace(self.composer, site=site)
        return self.opened

    def start(self) -> OpenConversation:
        """Begin a conversation on the site."""
        started = turns.start(self.composer.locale, chosen=True, site=self.site.id)
        self.opened = OpenConversation(started.conversation, started.token)
        return self.opened

    def address(self, endpoint: str, **more: Any) -> str:
        """Where another page of the conversation lies, in the same language and for the same site."""
        return url_for(endpoint, **{"locale": self.composer.locale, "site": named(self.site.id), **more})

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
            answered=next((entry for entry in reversed(latest) if entry.get("article")), None),
            asks=asks if asks in _FIELDS else None,
            label=self.composer.say(_FIELDS[asks]) if asks in _FIELDS else None,
            tiles=[] if said else self._tiles(),
            note=self.composer.say(note) if note else None,
            rated=request.args.get("rated"),
            problem=problem,
            dangers=[reply.as_dict() for reply in problem.dangers] if problem else [],
            people=self.composer.human_contacts() if problem else (),
            again=self.pressed,
            typed=self.typed,
            limit=desk().settings.message_limit,
            action=self.address("pages.say"),
            address=self.address,
            days=desk().settings.token_days,
        )

    def ask_to_erase(self) -> str:
        """The page that asks whether the conversation shall be deleted."""
        frame = self._frame(self.composer.say("chat.erase_ask"), "pages.ask_to_erase")
        return page("chat_erase.html", self.composer, frame, address=self.address)

    def _frame(self, title: str, endpoint: str) -> Frame:
        paths = {each: self.address(endpoint, locale=each) for each in desk().served_locales()}
        home = Crumb(brand(self.composer), home_path(self.site.id, self.composer.locale))
        return Frame(title, crumbs=(home, Crumb(title)), paths=paths)

    def _greeting(self) -> dict[str, Any]:
        return {"said_by": "assistant", **self.composer.message(Outcome.SMALLTALK, self.site.welcome_key).as_dict()}

    def _tiles(self) -> list[Button]:
        """What a person may begin with; a guide that the address names comes first."""
        named = request.args.get("guide", "")
        first = [self.composer.guide_button(named)] if named in self.composer.library.guides else []
        taken = {button.payload for button in first}
        return [*first, *(tile for tile in tiles(self.composer) if tile.payload not in taken), *openings(self.composer)]


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
