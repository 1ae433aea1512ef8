"""Whether a reply helped."""

from __future__ import annotations

from knowledge.privacy import masked
from web.chat import chat
from web.chat.request_data import check_rate, read_body, read_conversation
from web.desk import desk
from web.errors import ApiError
from web.store import Conversation


@chat.post("/conversations/<conversation_id>/feedback")
def give_feedback(conversation_id: str) -> tuple[str, int]:
    """Keep an opinion on one reply; a second one replaces the first."""
    body = read_body()
    conversation = read_conversation(conversation_id)
    check_rate()
    keep_opinion(conversation, body.get("reply_id"), body.get("helpful"), body.get("comment"))
    return "", 204


def keep_opinion(conversation: Conversation, reply_id: object, helpful: object, comment: object) -> None:
    """Keep an opinion, personal data masked; raises ApiError for one that lacks something, or is on no reply of this."""
    if not isinstance(helpful, bool):
        raise ApiError(422, "feedback_incomplete", {"helpful": "true | false"})
    if not isinstance(reply_id, str) or not desk().store.has_reply(conversation.id, reply_id):
        raise ApiError(404, "reply_unknown", {"reply_id": str(reply_id)[:64]})
    if comment is not None and not isinstance(comment, str):
        raise ApiError(422, "feedback_incomplete", {"comment": "text"})
    limit = desk().settings.message_limit
    desk().store.add_feedback(conversation.id, reply_id, helpful, masked(comment)[:limit] if comment else None)
