"""The key of a conversation without scripts: one cookie, set with the first message and gone after an hour of silence.

An hour is for those at a shared computer; whoever has one of their own may choose a day, before the hour is over
(WCAG 2.2.1 asks for ten times the time at least).
"""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, request

from web.desk import desk
from web.store import Conversation

NAME = "bovett_conversation"
HOUR_S, DAY_S = 3600, 86_400
_FOR_A_DAY = "day"


@dataclass(frozen=True, slots=True)
class OpenConversation:
    """A conversation with the secret token that opens it."""

    conversation: Conversation
    token: str
    for_a_day: bool = False

    def keep_key(self, answer: Response) -> Response:
        """Let the browser keep the key for another hour, or another day."""
        parts = [self.conversation.id, self.token, *([_FOR_A_DAY] if self.for_a_day else [])]
        age = DAY_S if self.for_a_day else HOUR_S
        answer.set_cookie(
            NAME, ".".join(parts), max_age=age, httponly=True, secure=request.is_secure, samesite="Strict"
        )
        return answer


def open_conversation() -> OpenConversation | None:
    """The conversation that the cookie opens; None without one, or when its time is over."""
    conversation_id, _, rest = request.cookies.get(NAME, "").partition(".")
    token, _, kept = rest.partition(".")
    if not conversation_id or not token:
        return None
    found = desk().store.find(conversation_id, token)
    return None if found is None or found.expired else OpenConversation(found, token, kept == _FOR_A_DAY)


def drop_key(answer: Response) -> Response:
    """Take the key out of the browser."""
    answer.delete_cookie(NAME, httponly=True, secure=request.is_secure, samesite="Strict")
    return answer
