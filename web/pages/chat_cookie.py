"""The key of a conversation without scripts: one cookie, set with the first message and gone after an hour of silence."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, request

from web.desk import desk
from web.store import Conversation

NAME = "bovett_conversation"
LIFETIME_S = 3600


@dataclass(frozen=True, slots=True)
class OpenConversation:
    """A conversation with the secret token that opens it."""

    conversation: Conversation
    token: str

    def keep_key(self, answer: Response) -> Response:
        """Let the browser keep the key for another hour."""
        value = f"{self.conversation.id}.{self.token}"
        answer.set_cookie(NAME, value, max_age=LIFETIME_S, httponly=True, secure=request.is_secure, samesite="Strict")
        return answer


def open_conversation() -> OpenConversation | None:
    """The conversation that the cookie opens; None without one, or when its time is over."""
    conversation_id, _, token = request.cookies.get(NAME, "").partition(".")
    if not conversation_id or not token:
        return None
    found = desk().store.find(conversation_id, token)
    return None if found is None or found.expired else OpenConversation(found, token)


def drop_key(answer: Response) -> Response:
    """Take the key out of the browser."""
    answer.delete_cookie(NAME, httponly=True, secure=request.is_secure, samesite="Strict")
    return answer
