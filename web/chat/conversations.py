"""Starting, continuing, reading and erasing a conversation."""

from __future__ import annotations

from flask import Response, g, jsonify, request

from web.chat import chat, turns
from web.chat.request_data import check_rate, read_body, read_conversation, read_locale, read_site
from web.desk import desk
from web.errors import request_locale


@chat.post("/conversations")
def start_conversation() -> tuple[Response, int]:
    """Start a conversation; the greeting needs neither Rasa nor the index."""
    body = read_body()
    check_rate()
    chosen, site = read_locale(body), read_site(body)
    started = turns.start(chosen or request_locale(), chosen is not None, site)
    body = {
        "conversation_id": started.conversation.id,
        "token": started.token,
        "locale": started.replies[-1]["locale"],
        "replies": started.replies,
    }
    return jsonify(body), 201


@chat.post("/conversations/<conversation_id>/messages")
def send_message(conversation_id: str) -> Response:
    """Answer one message or button."""
    body = read_body()
    g.asked = body.get("text") if isinstance(body.get("text"), str) else ""
    chosen = read_locale(body)
    conversation = read_conversation(conversation_id)
    check_rate()
    replies = turns.answer(conversation, turns.read_said(body), chosen)
    return jsonify({"locale": replies[-1]["locale"], "replies": replies})


@chat.get("/conversations/<conversation_id>")
def read_transcript(conversation_id: str) -> Response:
    """Everything that is stored of the conversation: what was said, what was thought of it, where, and until when."""
    conversation = read_conversation(conversation_id)
    return jsonify(
        {
            "conversation_id": conversation.id,
            "locale": conversation.locale,
            "site": conversation.site,
            "expires_at": f"{conversation.expires_at.isoformat()}Z",
            "messages": desk().store.transcript(conversation.id),
            "opinions": desk().store.opinions(conversation.id),
        }
    )


@chat.delete("/conversations/<conversation_id>")
def erase_conversation(conversation_id: str) -> tuple[str, int]:
    """Erase the conversation here and in Rasa; with `leaving`, also when Rasa cannot be reached: by tidying, then."""
    conversation = read_conversation(conversation_id)
    if "leaving" in request.args:
        desk().store.expire(conversation.id)
    turns.erase(conversation)
    return "", 204
