"""Without scripts: how long the browser keeps the key of a conversation, and being asked before it is deleted."""

from __future__ import annotations

from http.cookies import SimpleCookie
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from knowledge.catalogues import messages_of
from knowledge.settings import Settings
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import assert_well_made
from tests.unit.web.pages.own_page import own_page

NAME, KEY, ERASE = "bovett_conversation", "/nb/chat/key", "/nb/chat/erase"
HOUR, DAY = "3600", "86400"
SAYS = messages_of(Settings().locales_dir / "nb" / "LC_MESSAGES" / "bovett.po")


def _cookie(answer: TestResponse) -> Any:
    return SimpleCookie(answer.headers["Set-Cookie"])[NAME]


def _kept(answer: TestResponse) -> str:
    return str(_cookie(answer)["max-age"])


def _choice(client: FlaskClient) -> list[str | None]:
    return [tag.get("value") for tag in own_page(client.get("/nb/chat")).of("button") if tag.get("name") == "keep"]


def test_how_long_the_key_lasts_is_said_before_there_is_one(client: FlaskClient) -> None:
    page = own_page(client.get("/nb/chat"))
    assert any(SAYS["page.chat.key"] in words for words in page.words("p"))
    assert _choice(client) == []
    assert client.post(KEY, data={"keep": "day"}).headers["Location"] == "/nb/chat"


def test_an_hour_can_be_made_a_day_and_an_hour_again(begun: FlaskClient) -> None:
    page = own_page(begun.get("/nb/chat"))
    assert_well_made(page, "nb", "ltr")
    assert SAYS["page.chat.key_hour"] in page.words("p")
    assert _choice(begun) == ["day"]
    longer = begun.post(KEY, data={"keep": "day"})
    assert (longer.status_code, longer.headers["Location"], _kept(longer)) == (303, "/nb/chat#key", DAY)
    assert int(DAY) >= 10 * int(HOUR), "as WCAG 2.2.1 asks of a time that can be adjusted"
    page = own_page(begun.get("/nb/chat"))
    assert SAYS["page.chat.key_day"] in page.words("p")
    assert "hvor stort depositum?" in page.words("p"), "the same conversation"
    assert _choice(begun) == ["hour"]
    assert _kept(begun.post(KEY, data={"keep": "hour"})) == HOUR
    assert _choice(begun) == ["day"]


@pytest.mark.parametrize("keep", ["day", "hour"])
def test_each_message_begins_the_time_anew(begun: FlaskClient, keep: str) -> None:
    first = begun.post(KEY, data={"keep": keep})
    for path, data in (("/nb/chat", {"text": "og når?"}), ("/nb/chat/showing", {})):
        assert _kept(begun.post(path, data=data)) == _kept(first) == (DAY if keep == "day" else HOUR)


def test_the_key_for_a_day_is_as_guarded_as_the_other(begun: FlaskClient) -> None:
    cookie = _cookie(begun.post(KEY, data={"keep": "day"}, base_url="https://localhost"))
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["path"]) == (True, "Strict", True, "/")


def test_anything_else_is_an_hour(begun: FlaskClient) -> None:
    for data in ({}, {"keep": "year"}, {"keep": ""}):
        assert _kept(begun.post(KEY, data=data)) == HOUR


def test_another_site_cannot_make_it_longer_nor_is_anything_there_to_read(begun: FlaskClient) -> None:
    answer = begun.post(KEY, data={"keep": "day"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
    assert begun.get(KEY).headers["Location"] == "/nb/chat"


@pytest.mark.parametrize("keep", ["day", "hour"])
def test_deleting_asks_first_and_says_what_is_lost(begun: FlaskClient, rasa: FakeRasa, keep: str) -> None:
    begun.post(KEY, data={"keep": keep})
    assert {"method": "get", "action": ERASE} in own_page(begun.get("/nb/chat")).of("form")
    asked = begun.get(ERASE)
    page = own_page(asked)
    assert_well_made(page, "nb", "ltr")
    assert page.words("h1") == [SAYS["chat.erase_ask"]]
    assert SAYS["chat.erase_lost"] in page.words("p")
    assert page.words("button") == [SAYS["chat.leave"], SAYS["chat.erase_no"], SAYS["chat.erase_yes"]]
    (focused,) = [tag for tag in page.of("button") if "autofocus" in tag]
    assert focused["aria-describedby"] == "lost"
    assert page.of("form")[1:] == [{"method": "get", "action": "/nb/chat"}, {"method": "post", "action": ERASE}]
    assert rasa.forgotten == []
    assert "Set-Cookie" not in asked.headers
    assert "hvor stort depositum?" in own_page(begun.get("/nb/chat")).words("p")
    assert _kept(begun.post(ERASE)) == "0"
    assert len(rasa.forgotten) == 1


def test_it_asks_in_every_language_where_there_is_something_to_delete(client: FlaskClient) -> None:
    assert client.get(ERASE).headers["Location"] == "/nb/chat"
    client.post("/nb/chat", data={"text": "hei"})
    for locale, direction in (("nb", "ltr"), ("en", "ltr"), ("ar", "rtl")):
        page = own_page(client.get(f"/{locale}/chat/erase"))
        assert_well_made(page, locale, direction)
        assert [tag["href"] for tag in page.of("a") if tag.get("hreflang")] == [f"/{each}/chat/erase" for each in ("nb", "en", "ar")]  # fmt: skip
    assert client.get("/xx/chat/erase").status_code == 404


def test_leaving_in_a_hurry_asks_nothing(begun: FlaskClient) -> None:
    assert {"method": "post", "action": "/nb/chat/leave"} in own_page(begun.get(ERASE)).of("form")
    assert _kept(begun.post("/nb/chat/leave")) == "0"
