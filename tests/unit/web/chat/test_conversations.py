"""Starting, continuing, reading and erasing a conversation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient, Talk, assert_error, assert_names_a_human
from tests.unit.web.fake_rasa import FakeRasa
from web.tables import conversations, feedback, messages

# The key itself, known to the person alone; the language, told as that of the conversation; order and the message as a whole.
_NOT_SHOWN = {"token_hash", "chosen_locale", "number", "body"}


def _start(client: FlaskClient, body: dict[str, Any] | None = None, **headers: str) -> Any:
    return client.post("/api/v1/conversations", json=body or {}, headers=headers)


def test_a_conversation_begins_with_a_greeting_and_a_token(client: FlaskClient, rasa: FakeRasa) -> None:
    """The greeting needs neither Rasa nor the index."""
    answer = _start(client)
    body = answer.get_json()
    assert answer.status_code == 201
    assert len(body["token"]) >= 40
    assert body["replies"][0]["outcome"] == "smalltalk"
    assert body["replies"][0]["id"]
    assert rasa.got == []


def test_an_empty_body_starts_a_conversation_too(client: FlaskClient) -> None:
    assert client.post("/api/v1/conversations").status_code == 201


@pytest.mark.parametrize(
    ("asked", "header", "locale", "word"),
    [
        ("en", "ar", "en", "Hello"),
        (None, "ar", "ar", "مرحب"),
        (None, "nb-NO,nb;q=0.9,en;q=0.8", "nb", "Hei"),
        (None, "zz", "nb", "Hei"),
        ("pl", "nb", "en", "Odpowiadam"),
    ],
)
def test_the_greeting_is_in_the_language_asked_for_else_of_the_browser(
    client: FlaskClient, asked: str | None, header: str, locale: str, word: str
) -> None:
    body = _start(client, {"locale": asked}, **{"Accept-Language": header}).get_json()
    assert body["locale"] == locale
    assert body["replies"][0]["text"].startswith(word)


def test_a_message_goes_to_rasa_and_its_replies_come_back_with_ids(talk: Talk, rasa: FakeRasa) -> None:
    answer = talk.say("hvor stort depositum?")
    body = answer.get_json()
    assert answer.status_code == 200
    assert body["locale"] == "nb"
    assert body["replies"][0]["id"]
    assert body["replies"][0]["article"]["id"] == "deposit"
    assert rasa.got[0]["sender"] == talk.id
    assert rasa.got[0]["message"] == "hvor stort depositum?"
    assert set(rasa.secrets) == {"between us"}


def test_rasa_is_told_the_language_and_the_site(client: FlaskClient, rasa: FakeRasa) -> None:
    talk = Talk(client, {"site": "town"})
    talk.say("hei")
    talk.say("hello", locale="en")
    talk.say("hello again")
    assert [got["metadata"] for got in rasa.got] == [
        {"locale": None, "last_locale": "nb", "site": "town"},
        {"locale": "en", "last_locale": "nb", "site": "town"},
        {"locale": "en", "last_locale": "nb", "site": "town"},
    ]


@pytest.mark.parametrize(
    ("text", "to_rasa"),
    [
        ("/restart", "restart"),
        ("//show_article", "show_article"),
        (" / ", "?"),
        ("  hei  ", "hei"),
        ("hei\u202e\u200bpå", "heipå"),
        ("{{7*7}} <img src=x onerror=alert(1)>", "{{7*7}} <img src=x onerror=alert(1)>"),
        ("\U0001f3e0", "\U0001f3e0"),
    ],
)
def test_a_text_is_only_ever_a_text(talk: Talk, rasa: FakeRasa, text: str, to_rasa: str) -> None:
    """Rasa reads a leading slash as an intent, so no text may begin with one."""
    assert talk.say(text).status_code == 200
    assert rasa.got[0]["message"] == to_rasa


@pytest.mark.parametrize("text", ["", "   ", "\n\t", None, 7, ["hei"]])
def test_an_empty_message_is_refused(talk: Talk, rasa: FakeRasa, text: Any) -> None:
    body = assert_error(talk.post({"text": text}), 422, "empty_message")
    assert_names_a_human(body)
    assert rasa.got == []


def test_a_message_may_be_as_long_as_the_limit_and_no_longer(client_with: MakeClient) -> None:
    talk = Talk(client_with(message_limit=20))
    assert talk.say("å" * 20).status_code == 200
    body = assert_error(talk.say("å" * 21), 413, "message_too_long")
    assert "20" in body["error"]["message"]
    assert body["error"]["fields"] == {"text": "20"}


def test_personal_data_reaches_neither_rasa_nor_the_transcript(talk: Talk, rasa: FakeRasa) -> None:
    talk.say("ring 987 65 432 eller kari@example.org")
    talk.post({"payload": "/affirm", "title": "ja, 987 65 432"})
    assert rasa.got[0]["message"] == "ring [phone] eller [e-mail]"
    texts = [message["text"] for message in talk.transcript() if message["said_by"] == "person"]
    assert texts == ["ring [phone] eller [e-mail]", "ja, [phone]"]


@pytest.mark.parametrize(
    "payload", ["/affirm", '/show_article{"article_id": "deposit"}', '/show_law{"article_id":"a-1"}']
)
def test_a_button_sends_its_payload_and_is_remembered_by_its_title(talk: Talk, rasa: FakeRasa, payload: str) -> None:
    assert talk.post({"payload": payload, "title": "Depositum"}).status_code == 200
    assert rasa.got[0]["message"] == payload
    assert talk.transcript()[1]["text"] == "Depositum"


@pytest.mark.parametrize(
    "payload",
    ["hello", "/", "/a b", "/affirm\n", "/restart{", '/show_article{"article_id": "../x"}',
     '/show_article{"article_id": "a", "current_article": "b"}', "/affirm; DROP TABLE", "//affirm"],
)  # fmt: skip
def test_what_no_button_sends_is_refused(talk: Talk, rasa: FakeRasa, payload: str) -> None:
    assert_names_a_human(assert_error(talk.post({"payload": payload}), 422, "unknown_payload"))
    assert rasa.got == []


def test_the_transcript_holds_both_sides_in_order(talk: Talk) -> None:
    talk.say("hvor stort depositum?")
    said = talk.transcript()
    assert [message["said_by"] for message in said] == ["assistant", "person", "assistant"]
    assert all(message["id"] and message["said_at"].endswith("Z") for message in said)
    assert said[2]["citations"]


def test_the_transcript_tells_all_that_is_stored(client: FlaskClient) -> None:
    """Opinions, the site and the end as well: nothing is kept of a person that they cannot see."""
    talk = Talk(client, {"site": "town"})
    first, second = (talk.say(text).get_json()["replies"][0]["id"] for text in ("hei", "og nå?"))
    talk.post({"reply_id": second, "helpful": False, "comment": "ring 987 65 432"}, "feedback")
    talk.post({"reply_id": first, "helpful": True}, "feedback")
    kept = client.get(talk.url, headers=talk.headers).get_json()
    assert kept["site"] == "town"
    ends_at = datetime.fromisoformat(kept["expires_at"].removesuffix("Z"))
    assert abs(ends_at - datetime.utcnow() - timedelta(days=Settings().token_days)) < timedelta(minutes=1)
    assert [(each["reply_id"], each["helpful"], each["comment"]) for each in kept["opinions"]] == [
        (second, False, "ring [phone]"),
        (first, True, None),
    ]
    assert all(each["given_at"].endswith("Z") for each in kept["opinions"])
    shown = {column.name for table in (conversations, messages, feedback) for column in table.columns} - _NOT_SHOWN
    told = {*kept, *kept["opinions"][0], *talk.transcript()[0]}
    assert shown <= told, "a new column is shown too, or named below as one that tells nothing of a person"


def test_the_opinions_of_others_are_not_told(talk: Talk) -> None:
    other = Talk(talk.client)
    reply_id = other.say("hei").get_json()["replies"][0]["id"]
    other.post({"reply_id": reply_id, "helpful": True}, "feedback")
    assert talk.client.get(talk.url, headers=talk.headers).get_json()["opinions"] == []


def test_erasing_erases_here_and_in_rasa(talk: Talk, rasa: FakeRasa) -> None:
    talk.say("hei")
    assert talk.client.delete(talk.url, headers=talk.headers).status_code == 204
    assert rasa.forgotten == [talk.id]
    assert_error(talk.client.get(talk.url, headers=talk.headers), 401, "token_wrong")


def test_what_rasa_could_not_forget_is_kept_so_that_erasing_can_be_tried_again(talk: Talk, rasa: FakeRasa) -> None:
    rasa.status = 500
    assert_error(talk.client.delete(talk.url, headers=talk.headers), 503, "assistant_unavailable")
    rasa.status = 200
    assert talk.client.delete(talk.url, headers=talk.headers).status_code == 204


def test_who_leaves_in_a_hurry_is_gone_although_rasa_could_not_forget(talk: Talk, rasa: FakeRasa) -> None:
    rasa.status = 500
    assert_error(talk.client.delete(f"{talk.url}?leaving=1", headers=talk.headers), 503, "assistant_unavailable")
    rasa.status = 200
    assert talk.client.get(talk.url, headers=talk.headers).status_code == 401


@pytest.mark.parametrize(
    ("raw", "status"),
    [(b"[]", 200), (b"<html>", 200), (b"", 200), (b'{"status": "x"}', 200), (b'[{"custom": {"text": "x"}}]', 200),
     (b"[]", 500), (b"[]", 403)],
)  # fmt: skip
def test_when_rasa_has_no_answer_the_message_is_kept_and_a_human_named(
    talk: Talk, rasa: FakeRasa, raw: bytes, status: int
) -> None:
    rasa.raw, rasa.status = raw, status
    assert_names_a_human(assert_error(talk.say("hei du"), 503, "assistant_unavailable"))
    assert talk.transcript()[-1]["text"] == "hei du"


def test_danger_is_answered_although_rasa_is_gone(talk: Talk, rasa: FakeRasa) -> None:
    rasa.close()
    body = assert_error(talk.say("mannen min slår meg"), 503, "assistant_unavailable")
    assert [reply["outcome"] for reply in body["replies"]] == ["emergency", "error"]
    assert body["replies"][0]["contacts"][0]["phone"] == "112"


def test_danger_is_answered_although_the_person_wrote_too_often(client_with: MakeClient) -> None:
    talk = Talk(client_with(rate_limit="1/minute"))
    body = assert_error(talk.say("han slår meg"), 429, "too_many")
    assert body["replies"][0]["outcome"] == "emergency"


def test_danger_is_answered_although_the_token_is_wrong(talk: Talk) -> None:
    body = assert_error(talk.post({"text": "han slår meg"}, Authorization="Bearer x"), 401, "token_wrong")
    assert body["replies"][0]["outcome"] == "emergency"


def test_the_conversations_language_is_the_one_last_answered_in(
    talk: Talk, rasa: FakeRasa, sample: Library, composer_in: Callable[..., Composer]
) -> None:
    rasa.replies = [composer_in("en").answer(sample.articles["deposit"]).as_dict()]
    assert talk.say("how large a deposit").get_json()["locale"] == "en"
    talk.say("and now?")
    assert rasa.got[1]["metadata"] == {"locale": None, "last_locale": "en", "site": "bovett"}
