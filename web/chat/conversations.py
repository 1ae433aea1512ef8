"""Starting, continuing, reading and erasing a conversation."""

from __future__ import annotations

import re
import uuid
from typing import Any

import structlog
from flask import Response, g, jsonify

from knowledge.outcomes import Outcome
from knowledge.privacy import masked
from knowledge.text import without_format_characters
from web.chat import chat
from web.chat.request_data import check_rate, read_body, read_conversation, read_locale, read_site
from web.desk import desk
from web.errors import ApiError, request_locale
from web.rasa_client import RasaUnavailable
from web.store import Conversation

log = structlog.get_logger()
# What a button may send: an intent, perhaps with an article id. Anything else is not a payload of ours.
_PAYLOAD = re.compile(r'/[a-z_]{2,40}(?:\{"article_id": ?"[a-z0-9-]{1,80}"\})?')


@chat.post("/conversations")
def start_conversation() -> tuple[Response, int]:
    """Start a conversation; the greeting needs neither Rasa nor the index."""
    body = read_body()
    check_rate()
    chosen, site = read_locale(body), read_site(body)
    spoken = chosen or request_locale()
    conversation, token = desk().store.start(spoken, chosen is not None, site)
    greeting = desk().composer(spoken, site).message(Outcome.SMALLTALK, "chat.welcome").as_dict()
    replies = [{"id": uuid.uuid4().hex, **greeting}]
    desk().store.add_replies(conversation.id, replies, spoken, None)
    desk().tidying.tidy_when_due()
    body = {"conversation_id": conversation.id, "token": token, "locale": greeting["locale"], "replies": replies}
    return jsonify(body), 201


@chat.post("/conversations/<conversation_id>/messages")
def send_message(conversation_id: str) -> Response:
    """Answer one message or button."""
    body = read_body()
    g.asked = body.get("text") if isinstance(body.get("text"), str) else ""
    chosen = read_locale(body)
    conversation = read_conversation(conversation_id)
    check_rate()
    text, shown = _read_said(body)
    # Kept before anything can fail, so that what a person wrote is never lost.
    desk().store.add_message(conversation.id, shown)
    replies = _replies(conversation, text, chosen)
    locale = replies[-1]["locale"]
    desk().store.add_replies(conversation.id, replies, locale, chosen)
    return jsonify({"locale": locale, "replies": replies})


@chat.get("/conversations/<conversation_id>")
def read_transcript(conversation_id: str) -> Response:
    """Everything said so far."""
    conversation = read_conversation(conversation_id)
    said = desk().store.transcript(conversation.id)
    return jsonify({"conversation_id": conversation.id, "locale": conversation.locale, "messages": said})


@chat.delete("/conversations/<conversation_id>")
def erase_conversation(conversation_id: str) -> tuple[str, int]:
    """Erase the conversation here and in Rasa."""
    conversation = read_conversation(conversation_id)
    desk().rasa.forget(conversation.id)
    desk().store.erase(conversation.id)
    return "", 204


def _read_said(body: dict[str, Any]) -> tuple[str, str]:
    """(what Rasa gets, what the transcript shows)."""
    payload, text = body.get("payload"), body.get("text")
    if isinstance(payload, str) and payload:
        if not _PAYLOAD.fullmatch(payload):
            raise ApiError(422, "unknown_payload", {"payload": payload[:80]})
        title = masked(str(body.get("title") or payload))[: desk().settings.message_limit]
        return payload, title
    if not isinstance(text, str) or not text.strip():
        raise ApiError(422, "empty_message", {"text": ""})
    limit = desk().settings.message_limit
    if len(text) > limit:
        raise ApiError(413, "message_too_long", {"text": str(limit)}, limit=limit)
    clean = masked(without_format_characters(text).strip())
    # Rasa reads a leading slash as an intent; a person's text must never be taken for one.
    return clean.lstrip("/").strip() or "?", clean


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
