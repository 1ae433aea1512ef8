"""Conversations of the Socket.IO channel: whose they are, and which of them are over.

A conversation is opened by a key of 256 random bits that only its browser holds. Its id in the tracker store is made from
the key by a hash, so that nobody opens a conversation with what the database holds. An id that a client made up opens
nothing: only what the tracker store knows is taken up again.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from knowledge.languages import Languages
from knowledge.sites import DEFAULT_SITE

PREFIX = "socket-"  # of the ids, which tells these conversations from those of the chat API
_AT_A_TIME = 50  # so that nobody waits long for what others have left
_DAY_S = 24 * 60 * 60
_KEY = re.compile(r"[\w-]{43}", re.ASCII)  # as `secrets.token_urlsafe(32)` makes them


@dataclass
class Session:
    """One conversation; `key` is given to its browser, `sender` is what it is stored under."""

    key: str
    sender: str
    chosen: str | None = None  # the language the page sends, which no guess overrules
    last: str | None = None  # the language last answered in
    site: str = DEFAULT_SITE

    @property
    def locale(self) -> str | None:
        """The language to speak in, when one is known."""
        return self.chosen or self.last

    @property
    def metadata(self) -> dict[str, Any]:
        """What Rasa is told with each message, as by the chat API."""
        return {"locale": self.chosen, "last_locale": self.last, "site": self.site}

    def note(self, data: Mapping[str, Any], languages: Languages, sites: Mapping[str, Any]) -> None:
        """Take language and site from what the client sends along; what is not known is left out."""
        for name in ("metadata", "customData"):
            sent = _object(data.get(name))
            locale, site = sent.get("locale"), sent.get("site")
            if isinstance(locale, str) and languages.knows(locale):
                self.chosen = locale
            if isinstance(site, str) and site in sites:
                self.site = site


def new_session() -> Session:
    """A conversation that nobody has said anything in."""
    return _session(secrets.token_urlsafe(32))


async def known_session(agent: Any, key: object, days: int) -> Session | None:
    """The conversation that the key opens; None when there is none, or nothing was said in it for so many days."""
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        return None
    session = _session(key)
    tracker = await store_of(agent).retrieve(session.sender)
    if tracker is None or not tracker.events or tracker.events[-1].timestamp < _ago(days):
        return None
    session.last = _last_locale(tracker)
    return session


async def offered_payloads(agent: Any, session: Session) -> set[str]:
    """What the buttons of this conversation send."""
    tracker = await store_of(agent).retrieve(session.sender)
    replies = _replies(tracker) if tracker else []
    return {button["payload"] for reply in replies for button in reply.get("buttons") or ()}


async def forget_silent(agent: Any, days: int) -> int:
    """Erase conversations of this channel in which nothing was said for so many days; returns how many."""
    erased: int = await store_of(agent).forget_silent(PREFIX, _ago(days), _AT_A_TIME)
    return erased


def store_of(agent: Any) -> Any:
    """The tracker store of the settings, which Rasa wraps to survive its failures."""
    return getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)


def _ago(days: int) -> float:
    return time.time() - days * _DAY_S


def _session(key: str) -> Session:
    return Session(key, PREFIX + hashlib.sha256(key.encode()).hexdigest()[:48])


def _replies(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    said = [event for event in tracker.events if isinstance(event, BotUttered)]
    return [event.data["custom"] for event in said if (event.data or {}).get("custom")]


def _last_locale(tracker: DialogueStateTracker) -> str | None:
    heard = [event for event in tracker.events if isinstance(event, UserUttered)]
    locale = (heard[-1].parse_data or {}).get("locale") if heard else None
    return locale if isinstance(locale, str) else None


def _object(sent: object) -> Mapping[str, Any]:
    """What came as an object, or as JSON of one; some clients send the second."""
    if isinstance(sent, str):
        try:
            sent = json.loads(sent)
        except (ValueError, RecursionError):  # the second for many brackets
            return {}
    return sent if isinstance(sent, dict) else {}
