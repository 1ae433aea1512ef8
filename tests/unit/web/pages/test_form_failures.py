"""What cannot be sent, or answered, without scripts is told with people to turn to, and nothing written is lost."""

from __future__ import annotations

import pytest
import sqlalchemy.exc
from flask import Flask
from flask.testing import FlaskClient

from tests.unit.web.conftest import MakeClient
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import assert_well_made
from tests.unit.web.pages.form_page import LAW, cookie_of, say, seen, shown, turns


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"text": "  "}, 422, "Meldingen er tom"),
        ({}, 422, "Meldingen er tom"),
        ({"date": "i går"}, 422, "Meldingen er tom"),
        ({"text": "a" * 2001}, 413, "for lang"),
        ({"payload": "/restart", "title": "x"}, 422, "knappen"),
        ({"payload": "/show_law{}; drop", "title": "x"}, 422, "knappen"),
    ],
)
def test_what_cannot_be_sent_is_told_with_people_and_begins_nothing(
    client: FlaskClient, rasa: FakeRasa, fields: dict[str, str], status: int, told: str
) -> None:
    answer = client.post("/nb/chat", data=fields)
    page = shown(answer, status)
    assert_well_made(page, "nb", "ltr")
    assert any(told in words for words in page.words("p"))
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]
    assert "Set-Cookie" not in answer.headers
    assert rasa.got == []


def test_a_request_that_is_far_too_large_is_told(client: FlaskClient) -> None:
    page = shown(client.post("/nb/chat", data={"text": "a" * 40_000}), 413)
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]


def test_what_was_written_is_not_lost_when_rasa_is_gone(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.status = 500
    answer = say(client, "utleier vil kaste meg ut")
    page = shown(answer, 503)
    assert turns(page) == ["assistant", "person"]
    assert page.words("textarea") == ["utleier vil kaste meg ut"]
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]
    assert cookie_of(answer).value, "the conversation can be gone on with"
    rasa.status = 200
    say(client, "utleier vil kaste meg ut")
    assert turns(seen(client)) == ["assistant", "person", "person", "assistant"]


def test_a_button_can_be_pressed_again_when_rasa_was_gone(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.status = 500
    page = shown(client.post("/nb/chat", data={"payload": LAW, "title": "Hva sier loven?"}), 503)
    assert {tag["name"]: tag["value"] for tag in page.of("input")} == {"payload": LAW, "title": "Hva sier loven?"}
    assert "Prøv igjen" in page.words("button")


def test_danger_is_answered_first_whatever_is_gone(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.status = 500
    page = shown(say(client, "mannen min slår meg"), 503)
    assert_well_made(page, "nb", "ltr")
    assert "tel:112" in [tag["href"] for tag in page.of("a")]
    assert page.words("h2")[0] == "Vold: få hjelp nå"


def test_too_many_messages_are_stopped_with_words(client_with: MakeClient) -> None:
    client = client_with(rate_limit="1/minute")
    assert say(client).status_code == 303
    answer = say(client, "mer")
    page = shown(answer, 429)
    assert answer.headers["Retry-After"] == "60"
    assert page.words("textarea") == ["mer"]
    assert turns(page) == ["assistant", "person", "assistant"]
    assert client.get("/nb/chat").status_code == 200, "reading costs nothing"


def test_a_database_that_is_down_is_told(client_with: MakeClient) -> None:
    client = client_with(database_url="sqlite:////proc/nowhere/conversations.db")
    page = shown(say(client, "mannen min slår meg"), 503)
    assert {"tel:112", "tel:55553333"} <= {tag["href"] for tag in page.of("a")}
    assert page.words("textarea") == ["mannen min slår meg"]


def test_a_database_that_fails_in_the_middle_is_told(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(client)

    def down(*_: object) -> None:
        raise sqlalchemy.exc.OperationalError("select", {}, Exception("down"))

    monkeypatch.setattr(app.extensions["bovett"].store, "transcript", down)
    monkeypatch.setattr(app.extensions["bovett"].store, "add_message", down)
    assert "tel:55553333" in [tag["href"] for tag in shown(client.get("/nb/chat"), 503).of("a")]
    assert "tel:55553333" in [tag["href"] for tag in shown(say(client), 503).of("a")]
