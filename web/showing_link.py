"""The link that a person gives to a helper, who may then read the conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask import request, url_for

from web.desk import desk
from web.errors import ApiError
from web.qr_code import QrCode
from web.store import Conversation


@dataclass(frozen=True, slots=True)
class ShowingLink:
    """A new link; this is the only time that its secret is known here."""

    url: str
    ends_at: datetime

    @property
    def code(self) -> QrCode:
        """The link for the camera of the helper's telephone."""
        return QrCode.of(self.url)


def start_showing(conversation: Conversation, spoken: str) -> ShowingLink:
    """A link to the page in the language spoken; the link before it ends. Raises ApiError when there is nothing to show."""
    made = desk().store.showings.start(conversation.id)
    if made is None:
        raise ApiError(401, "token_wrong")
    secret, ends_at = made
    path = url_for("pages.shown", locale=desk().composer(spoken).locale, secret=secret)
    return ShowingLink(f"{desk().settings.public_url or request.url_root.rstrip('/')}{path}", ends_at)
