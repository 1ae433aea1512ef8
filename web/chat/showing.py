"""Showing a conversation to a helper: making the link, asking whether there is one, ending it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from flask import Response, jsonify

from web.chat import chat
from web.chat.request_data import check_rate, read_body, read_conversation, read_locale
from web.desk import desk
from web.errors import request_locale
from web.showing_link import start_showing


@chat.post("/conversations/<conversation_id>/showing")
def begin_showing(conversation_id: str) -> tuple[Response, int]:
    """Make the link; its address is given this once."""
    chosen = read_locale(read_body())
    conversation = read_conversation(conversation_id)
    check_rate()
    link = start_showing(conversation, chosen or conversation.locale or request_locale())
    return jsonify({"url": link.url, "ends_at": _told(link.ends_at), "code": asdict(link.code)}), 201


@chat.get("/conversations/<conversation_id>/showing")
def read_showing(conversation_id: str) -> Response:
    """Until when somebody may read along; never the address."""
    ends_at = desk().store.showings.ends_at(read_conversation(conversation_id).id)
    return jsonify({"ends_at": _told(ends_at) if ends_at else None})


@chat.delete("/conversations/<conversation_id>/showing")
def end_showing(conversation_id: str) -> tuple[str, int]:
    """The link shows nothing from now on."""
    desk().store.showings.end(read_conversation(conversation_id).id)
    return "", 204


def _told(moment: datetime) -> str:
    return f"{moment.isoformat()}Z"
