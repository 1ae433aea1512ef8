"""Whether a reply helped."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from knowledge.settings import Settings
from tests.unit.web.conftest import Talk, assert_error


@pytest.fixture
def reply_id(talk: Talk) -> str:
    return str(talk.say("hvor stort depositum?").get_json()["replies"][0]["id"])


def _kept(settings: Settings) -> list[Any]:
    with sqlite3.connect(settings.var_dir / "conversations.db") as database:
        return database.execute("SELECT reply_id, helpful, comment FROM feedback").fetchall()


def test_an_opinion_is_kept_without_personal_data(talk: Talk, reply_id: str, settings: Settings) -> None:
    body = {"reply_id": reply_id, "helpful": False, "comment": "ring 987 65 432"}
    assert talk.post(body, "feedback").status_code == 204
    assert _kept(settings) == [(reply_id, 0, "ring [phone]")]


def test_a_second_opinion_replaces_the_first(talk: Talk, reply_id: str, settings: Settings) -> None:
    for helpful in (True, False):
        assert talk.post({"reply_id": reply_id, "helpful": helpful}, "feedback").status_code == 204
    assert _kept(settings) == [(reply_id, 0, None)]


@pytest.mark.parametrize("body", [{}, {"helpful": "yes"}, {"helpful": 1}, {"helpful": True, "comment": ["x"]}])
def test_an_incomplete_opinion_is_refused(talk: Talk, reply_id: str, body: dict[str, Any]) -> None:
    assert_error(talk.post({"reply_id": reply_id, **body}, "feedback"), 422, "feedback_incomplete")


@pytest.mark.parametrize("unknown", ["x", None, 7, ["x"]])
def test_an_unknown_reply_is_refused(talk: Talk, unknown: Any) -> None:
    assert_error(talk.post({"reply_id": unknown, "helpful": True}, "feedback"), 404, "reply_unknown")


def test_what_the_person_said_is_no_reply(talk: Talk, reply_id: str) -> None:
    said = next(message["id"] for message in talk.transcript() if message["said_by"] == "person")
    assert_error(talk.post({"reply_id": said, "helpful": True}, "feedback"), 404, "reply_unknown")


def test_nobody_rates_the_replies_of_another(talk: Talk, reply_id: str) -> None:
    other = Talk(talk.client)
    assert_error(other.post({"reply_id": reply_id, "helpful": True}, "feedback"), 404, "reply_unknown")


def test_erasing_the_conversation_erases_the_opinion(talk: Talk, reply_id: str, settings: Settings) -> None:
    talk.post({"reply_id": reply_id, "helpful": True}, "feedback")
    talk.client.delete(talk.url, headers=talk.headers)
    assert _kept(settings) == []
