"""Starting a conversation, one turn of it, and erasing it: what the API and the pages without scripts share."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from knowledge.outcomes import Outcome
from knowledge.privacy import masked
from knowledge.said import as_words, cleaned, is_payload
from web.desk import desk
from web.errors import ApiError
from web.rasa_client import RasaUnavailable
from web.store import Conversation

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Started:
    """A new conversation with its secret token and its greeting."""

    conversation: Conversation
    token: str
    replies: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said, personal data masked: what Rasa gets, and what the transcript shows."""

    text: str
    shown: str


def start(spoken: str, chosen: bool, site: str) -> Started:
    """A new conversation; the greeting needs neither Rasa nor the index."""
    conversation, token = desk().store.start(spoken, chosen, site)
    composer = desk().composer(spoken, site)
    greeting = composer.message(Outcome.SMALLTALK, desk().library.sites[site].welcome_key).as_dict()
    replies = [{"id": uuid.uuid4().hex, **greeting}]
    desk().store.add_replies(conversation.id, replies, spoken, None)
    desk().tidying.tidy_when_due()
    return Started(conversation, token, replies)


def read_said(body: Mapping[str, Any]) -> Said:
    """A message (`text`) or a button (`payload`, `title`); raises ApiError."""
    payload, text = body.get("payload"), body.get("text")
    if isinstance(payload, str) and payload:
        if not is_payload(payload):
            raise ApiError(422, "unknown_payload", {"payload": payload[:80]})
        title = masked(str(body.get("title") or payload))[: desk().settings.message_limit]
        return Said(payload, title)
    if not isinstance(text, str) or not text.strip():
        raise ApiError(422, "empty_message", {"text": ""})
    limit = desk().settings.message_limit
    if len(text) > limit:
        raise ApiError(413, "message_too_long", {"text": str(limit)}, limit=limit)
    clean = cleaned(text)
    return Said(as_words(clean), clean)


def answer(conversation: Conversation, said: Said, chosen: str | None) -> list[dict[str, Any]]:
    """The replies to one message or button; raises RasaUnavailable."""
    # Kept before anything can fail, so that what a person wrote is never lost.
    desk().store.add_message(conversation.id, said.shown)
    replies = _replies(conversation, said.text, chosen)
    if not desk().store.add_replies(conversation.id, replies, replies[-1]["locale"], chosen):
        desk().rasa.forget(conversation.id)  # erased while it was being answered: nothing of the turn may stay
    return replies


def erase(conversation: Conversation) -> None:
    """Erase the conversation in Rasa and here; raises RasaUnavailable, and then only what helpers see is gone."""
    desk().store.showings.end(conversation.id)
    desk().rasa.forget(conversation.id)
    desk().store.erase(conversation.id)


def _replies(conversation: Conversation, text: str, chosen: str | None) -> list[dict[str, Any]]:
    metadata = {
        "locale": chosen or conversation.chosen_locale,
        "last_locale": conversation.locale,
        "site": conversation.site,
    }
    found = desk().rasa.send(conversation.id, text, metadata)
    if not all("outcome" in reply for reply in found):
        raise RasaUnavailable("a reply without an outcome came back")
    for reply in found:
        log.info("reply", outcome=reply["outcome"], locale=reply["locale"], confidence=reply["confidence"])
    return [{"id": uuid.uuid4().hex, **reply} for reply in found]
