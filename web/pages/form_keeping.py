"""What a person decides about a conversation without scripts: how long the browser keeps its key, and to delete it."""

from __future__ import annotations

from dataclasses import replace

from flask import after_this_request, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from web.chat import turns
from web.pages import pages
from web.pages.chat_cookie import drop_key
from web.pages.form_chat import own_view
from web.same_origin import check_same_origin


@pages.post("/<locale>/chat/key")
def keep_chat_key(locale: str) -> AnyResponse:
    """Keep the key for a day from now and from each message, or for an hour again."""
    view = own_view(locale)
    check_same_origin()
    opened = view.open()
    if opened is None:
        return redirect(view.address("pages.show_chat"), 303)
    after_this_request(replace(opened, for_a_day=request.form.get("keep") == "day").keep_key)
    return redirect(view.address("pages.show_chat", _anchor="key"), 303)


@pages.get("/<locale>/chat/erase")
def ask_to_erase(locale: str) -> AnyResponse | str:
    """Say what will be lost, and ask."""
    view = own_view(locale)
    return view.ask_to_erase() if view.open() else redirect(view.address("pages.show_chat"), 303)


@pages.post("/<locale>/chat/erase")
def erase_chat(locale: str) -> AnyResponse:
    """Erase the conversation everywhere."""
    view = own_view(locale)
    check_same_origin()
    opened = view.open()
    if opened:
        turns.erase(opened.conversation)
    after_this_request(drop_key)
    return redirect(view.address("pages.show_chat", erased=1), 303)
