"""Without scripts: whether an answer helped, and the conversation as a file."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from flask.testing import FlaskClient

from knowledge.catalogues import messages_of
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import HtmlPage, assert_well_made
from tests.unit.web.pages.own_page import own_page

RATE, SAVE = "/nb/chat/feedback", "/nb/chat/transcript.txt"
SAYS = messages_of(Settings().locales_dir / "nb" / "LC_MESSAGES" / "bovett.po")


def _kept(settings: Settings) -> list[Any]:
    with sqlite3.connect(settings.var_dir / "conversations.db") as database:
        return database.execute("SELECT reply_id, helpful, comment FROM feedback").fetchall()


def _rated(page: HtmlPage) -> str:
    """The id of the reply that can be rated."""
    (reply_id,) = [tag["value"] for tag in page.of("input") if tag.get("name") == "reply_id"]
    return reply_id


def test_an_answer_can_be_rated_and_the_page_thanks(begun: FlaskClient, settings: Settings) -> None:
    page = own_page(begun.get("/nb/chat"))
    assert_well_made(page, "nb", "ltr")
    reply_id = _rated(page)
    assert [tag["value"] for tag in page.of("button") if tag.get("name") == "helpful"] == ["yes", "no"]
    answer = begun.post(RATE, data={"reply_id": reply_id, "helpful": "yes"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/nb/chat?rated=yes#r{reply_id}")
    assert _kept(settings) == [(reply_id, 1, None)]
    thanked = own_page(begun.get(answer.headers["Location"]))
    assert_well_made(thanked, "nb", "ltr")
    assert SAYS["chat.thanks_feedback"] in thanked.words("p")
    assert not [tag for tag in thanked.of("button") if tag.get("name") == "helpful"]


def test_whoever_was_not_helped_may_say_what_was_missing(begun: FlaskClient, settings: Settings) -> None:
    reply_id = _rated(own_page(begun.get("/nb/chat")))
    asked = begun.post(RATE, data={"reply_id": reply_id, "helpful": "no"}).headers["Location"]
    page = own_page(begun.get(asked))
    assert_well_made(page, "nb", "ltr")
    assert SAYS["chat.why"] in page.words("label")
    assert _rated(page) == reply_id
    told = begun.post(RATE, data={"reply_id": reply_id, "helpful": "no", "comment": "ring 987 65 432"})
    assert _kept(settings) == [(reply_id, 0, "ring [phone]")]
    page = own_page(begun.get(told.headers["Location"]))
    assert SAYS["chat.thanks_feedback"] in page.words("p")
    assert SAYS["chat.why"] not in page.words("label")


def test_only_the_last_answer_can_be_rated_and_nothing_else(begun: FlaskClient, rasa: FakeRasa) -> None:
    first = _rated(own_page(begun.get("/nb/chat")))
    begun.post("/nb/chat", data={"text": "og når?"})
    assert _rated(own_page(begun.get("/nb/chat"))) != first
    rasa.replies[0]["article"] = None
    begun.post("/nb/chat", data={"text": "hei"})
    assert "reply_id" not in own_page(begun.get("/nb/chat")).html


@pytest.mark.parametrize(
    ("data", "status"),
    [({"helpful": "yes", "reply_id": "0" * 32}, 404), ({"helpful": "perhaps"}, 422), ({}, 422)],
)
def test_what_cannot_be_kept_is_told(begun: FlaskClient, settings: Settings, data: dict[str, str], status: int) -> None:
    answer = begun.post(RATE, data=data)
    assert answer.status_code == status
    assert 'role="alert"' in answer.get_data(as_text=True)
    assert _kept(settings) == []


def test_another_site_rates_nothing_and_without_a_conversation_there_is_nothing_to_rate(
    client: FlaskClient, client_with: MakeClient
) -> None:
    assert client.post(RATE, data={"helpful": "yes"}).headers["Location"] == "/nb/chat"
    assert client.post(RATE, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.get(RATE).headers["Location"] == "/nb/chat"
    limited = client_with(rate_limit="1/minute")
    limited.post("/nb/chat", data={"text": "hei"})
    assert limited.post(RATE, data={"helpful": "yes"}).status_code == 429


def test_the_conversation_can_be_kept_as_a_file(begun: FlaskClient) -> None:
    assert SAVE in [tag["href"] for tag in own_page(begun.get("/nb/chat")).of("a")]
    answer = begun.get(SAVE)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=bovett.txt"
    assert answer.headers["Cache-Control"] == "no-store"
    text = answer.get_data(as_text=True)
    assert text.startswith("Bovett – ")
    assert "\n\n----\n\nDu:\nhvor stort depositum?\n\n----\n\nBovett:\n" in text
    assert "- husleieloven § 3-5 – https://lovdata.no/" in text
    assert "55 55 33 33" in text


def test_before_the_first_message_there_is_no_file(client: FlaskClient) -> None:
    assert SAVE not in client.get("/nb/chat").get_data(as_text=True)
    assert client.get(SAVE).headers["Location"] == "/nb/chat"
    assert client.get("/xx/chat/transcript.txt").status_code == 404
