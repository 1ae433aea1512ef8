"""The conversation without scripts, as its tests use it."""

from __future__ import annotations

from http.cookies import SimpleCookie
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.unit.web.html_page import HtmlPage

NAME = "bovett_conversation"
LAW = '/show_law{"article_id": "deposit"}'


def shown(answer: TestResponse, status: int = 200) -> HtmlPage:
    """The page, which nobody may keep."""
    assert (answer.status_code, answer.content_type) == (status, "text/html; charset=utf-8")
    assert answer.headers["Cache-Control"] == "no-store"
    return HtmlPage(answer.get_data(as_text=True))


def say(client: FlaskClient, text: str = "hei", locale: str = "nb", **headers: str) -> TestResponse:
    """What comes of a message."""
    return client.post(f"/{locale}/chat", data={"text": text}, headers=headers)


def seen(client: FlaskClient, locale: str = "nb") -> HtmlPage:
    """The conversation as it stands."""
    return shown(client.get(f"/{locale}/chat"))


def turns(page: HtmlPage) -> list[str]:
    """Who said what, in order."""
    return [tag["class"] for tag in page.of("li") if tag.get("class") in ("person", "assistant")]


def cookie_of(answer: TestResponse) -> Any:
    """The cookie that an answer sets."""
    return SimpleCookie(answer.headers["Set-Cookie"])[NAME]
