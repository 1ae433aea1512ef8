"""The page that holds the first chat widget, in every served language."""

from __future__ import annotations

from typing import Any

from flask import Response, abort, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from web.desk import desk
from web.pages import pages


@pages.get("/")
def choose_language() -> AnyResponse:
    """Send the browser to its own language."""
    languages = desk().library.languages
    wanted = request.accept_languages.best_match(list(languages.by_locale)) or desk().settings.default_locale
    return redirect(url_for("pages.home", locale=languages.serving(wanted)))


@pages.get("/<locale>/")
def home(locale: str) -> str:
    """The page."""
    if locale not in desk().served_locales():
        abort(404)
    composer = desk().composer(locale)
    return render_template(
        "home.html",
        locale=locale,
        direction=desk().library.languages.direction(locale),
        languages=desk().library.languages.served,
        contacts=composer.human_contacts(),
        say=composer.say,
    )


@pages.get("/messages/<locale>.json")
def widget_messages(locale: str) -> Response:
    """What the widget itself says, in one language."""
    if locale not in desk().served_locales():
        abort(404)
    languages: list[dict[str, Any]] = [
        {"locale": item.locale, "name": item.name, "direction": item.direction}
        for item in desk().library.languages.served
    ]
    texts = desk().messages.with_prefix("chat.", locale)
    unreachable = desk().composer(locale).error().as_dict()  # shown when not even an error comes back
    return jsonify({"locale": locale, "languages": languages, "texts": texts, "unreachable": unreachable})
