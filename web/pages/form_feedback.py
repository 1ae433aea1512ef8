"""Without scripts: whether an answer helped, and the conversation as a file."""

from __future__ import annotations

from flask import redirect, request
from werkzeug.wrappers import Response as AnyResponse

from web.chat.feedback import keep_opinion
from web.chat.request_data import check_rate
from web.pages import pages
from web.pages.form_chat import own_view
from web.pages.letters import as_download
from web.same_origin import check_same_origin
from web.transcript import transcript_text

_HELPFUL = {"yes": True, "no": False}


@pages.post("/<locale>/chat/feedback")
def rate_reply(locale: str) -> AnyResponse:
    """Keep an opinion on a reply, as the API does; the page then thanks, and asks what was missing."""
    view = own_view(locale)
    check_same_origin()
    opened = view.open()
    if opened is None:
        return redirect(view.address("pages.show_chat"), 303)
    check_rate()
    helpful, comment = _HELPFUL.get(request.form.get("helpful", "")), request.form.get("comment", "").strip()
    reply_id = request.form.get("reply_id", "")
    keep_opinion(opened.conversation, reply_id, helpful, comment.replace("\x00", "") or None)
    rated = "no" if helpful is False and not comment else "yes"
    return redirect(view.address("pages.show_chat", rated=rated, _anchor=f"r{reply_id}"), 303)


@pages.get("/<locale>/chat/transcript.txt")
def save_chat(locale: str) -> AnyResponse:
    """The conversation as a file to keep."""
    view = own_view(locale)
    if view.open() is None:
        return redirect(view.address("pages.show_chat"), 303)
    text = transcript_text(view.said(), view.composer)
    return as_download(text.encode(), "text/plain", "bovett.txt")
