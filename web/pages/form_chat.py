"""The conversation without scripts: plain forms, and the same path of a message as in the chat API."""

from __future__ import annotations

from datetime import date
from threading import Thread

import sqlalchemy.exc
import structlog
from flask import abort, after_this_request, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from web.chat import turns
from web.chat.request_data import check_rate
from web.desk import WebDesk, desk
from web.pages import pages
from web.pages.chat_cookie import drop_key, open_conversation
from web.pages.chat_view import ChatView
from web.pages.own import as_own, asked_site
from web.rasa_client import RasaUnavailable
from web.same_origin import check_same_origin
from web.showing_link import start_showing

log = structlog.get_logger()


@pages.get("/<locale>/chat")
def show_chat(locale: str) -> str:
    """What was said so far, and the form."""
    view = own_view(locale)
    view.open()
    return view.html(view.said(), note=_note(view))


@pages.post("/<locale>/chat")
def say(locale: str) -> AnyResponse:
    """Answer a message or a button; the page is then fetched anew, so that reloading sends nothing twice."""
    view = own_view(locale)
    g.asked = view.typed = _typed()
    view.pressed = _pressed()
    check_same_origin()
    opened = view.open()
    check_rate()
    said = turns.read_said({"text": view.typed, **view.pressed})
    opened = opened or view.start()
    after_this_request(opened.keep_key)  # also when there is no answer: what was said is kept
    replies = turns.answer(opened.conversation, said, locale)
    # The page opens at the first reply. An anchor that is always the same would be a reload, and the page stay where it was.
    return redirect(view.address("pages.show_chat", _anchor=f"r{replies[0]['id']}"), 303)


@pages.post("/<locale>/chat/showing")
def start_chat_showing(locale: str) -> AnyResponse | str:
    """Make a link for a helper, and show it; only this answer holds it, so no other page can be sent for instead."""
    view = own_view(locale)
    check_same_origin()
    opened = view.open()
    if opened is None:
        return redirect(view.address("pages.show_chat"), 303)
    check_rate()
    view.link = start_showing(opened.conversation, locale)
    after_this_request(opened.keep_key)
    return view.html(view.said())


@pages.get("/<locale>/chat/feedback")
@pages.get("/<locale>/chat/key")
@pages.get("/<locale>/chat/showing")
def back_to_chat(locale: str) -> AnyResponse:
    """Whoever comes back to this address gets the conversation."""
    view = own_view(locale)
    view.open()
    return redirect(view.address("pages.show_chat"), 303)


@pages.post("/<locale>/chat/showing/end")
def end_chat_showing(locale: str) -> AnyResponse:
    """The link shows nothing from now on."""
    view = own_view(locale)
    check_same_origin()
    opened = view.open()
    if opened:
        desk().store.showings.end(opened.conversation.id)
    return redirect(view.address("pages.show_chat", stopped=1), 303)


@pages.post("/<locale>/chat/leave")
def leave_chat(locale: str) -> AnyResponse:
    """Erase the conversation and go to a page that tells nobody anything; nothing may hold the person up."""
    leave_to = own_view(locale).site.leave_to  # as the page with the button allows it, whatever has been opened since
    check_same_origin()
    after_this_request(drop_key)
    try:
        opened = open_conversation()
        if opened:
            desk().store.expire(opened.conversation.id)
            # Beside the answer, since Rasa may take its time; where it fails, tidying erases what has ended.
            Thread(target=_erase_quietly, args=(desk(), opened.conversation.id), daemon=True).start()
    except sqlalchemy.exc.SQLAlchemyError as error:
        log.warning("leaving.not_erased", error=type(error).__name__)
    return redirect(leave_to, 303)


def _erase_quietly(parts: WebDesk, conversation_id: str) -> None:
    try:
        parts.rasa.forget(conversation_id)
        parts.store.erase(conversation_id)
    except (RasaUnavailable, sqlalchemy.exc.SQLAlchemyError) as error:
        log.warning("leaving.not_erased", error=type(error).__name__)


def _note(view: ChatView) -> str | None:
    """What was just done, as the key of a message."""
    if "erased" in request.args and view.opened is None:
        return "chat.erased"
    return "chat.show_stopped" if "stopped" in request.args and view.shown_until() is None else None


def own_view(locale: str) -> ChatView:
    """The page of whoever asks, which no other page may hold and nobody keeps; tells also what goes wrong from now on."""
    if locale not in desk().served_locales():
        abort(404)
    view = ChatView(desk().composer(locale, asked_site().id))
    after_this_request(lambda answer: as_own(answer, view.site))
    g.tell = view.tell
    return view


def _typed() -> str:
    """The message, or the date picked, written as in Norway: every reader of dates understands 24.11.2026."""
    text = "\n".join(request.form.get("text", "").replace("\x00", "").splitlines())
    try:
        return text or date.fromisoformat(request.form.get("date", "")).strftime("%d.%m.%Y")
    except ValueError:
        return text


def _pressed() -> dict[str, str]:
    return {name: request.form[name].replace("\x00", "") for name in ("payload", "title") if name in request.form}
