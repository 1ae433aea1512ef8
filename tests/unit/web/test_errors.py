"""Errors have one JSON shape, their own status, and the language of whoever asks."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.unit.web.conftest import MakeClient, Talk, assert_error, assert_names_a_human


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("get", "/api/v1/nowhere", 404, "not_found"),
        ("get", "/api/v1/conversations", 405, "method_not_allowed"),
        ("put", "/api/v1/conversations/x", 405, "method_not_allowed"),
        ("post", "/nb/", 405, "method_not_allowed"),
        ("get", "/static/nothing.js", 404, "not_found"),
    ],
)
def test_what_is_not_there_is_told_in_the_one_shape(
    client: FlaskClient, method: str, path: str, status: int, code: str
) -> None:
    assert_error(getattr(client, method)(path), status, code)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("en", "This address does not exist."),
        ("pl", "This address does not exist."),
        ("ar-EG", "هذا العنوان غير موجود."),
        ("nb", "Denne adressen finnes ikke."),
        ("zz", "Denne adressen finnes ikke."),
    ],
)
def test_an_error_speaks_the_language_of_the_browser(client: FlaskClient, header: str, message: str) -> None:
    answer = client.get("/not/here", headers={"Accept-Language": header})
    assert answer.get_json()["error"]["message"] == message


def test_the_language_of_the_conversation_wins_over_the_browsers(client: FlaskClient) -> None:
    talk = Talk(client, {"locale": "en"})
    answer = talk.post({"text": ""}, **{"Accept-Language": "ar"})
    assert answer.get_json()["error"]["message"].startswith("The message is empty")


def test_the_language_of_the_request_wins_over_the_conversations(client: FlaskClient) -> None:
    talk = Talk(client, {"locale": "en"})
    body = talk.post({"text": "", "locale": "ar"}).get_json()
    assert body["replies"][-1]["locale"] == "ar"


def test_reading_gets_no_replies_with_its_error(client: FlaskClient) -> None:
    """Contacts are for people; who fetches a transcript is told the reason only."""
    assert "replies" not in client.get("/api/v1/conversations/x").get_json()


def test_what_nobody_foresaw_is_an_error_with_a_human(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = Talk(app.test_client())

    def broken(*_: object) -> None:
        raise RuntimeError("secret words of a person")

    monkeypatch.setattr(app.extensions["bovett"].rasa, "send", broken)
    answer = talk.say("hei")
    assert_names_a_human(assert_error(answer, 500, "unexpected"))
    assert "secret" not in answer.get_data(as_text=True)


def test_a_database_that_is_down_loses_no_contact(client_with: MakeClient) -> None:
    client = client_with(database_url="sqlite:////proc/nowhere/conversations.db")
    assert_names_a_human(assert_error(client.post("/api/v1/conversations", json={}), 503, "storage_unavailable"))
