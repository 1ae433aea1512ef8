"""The contract of the chat API, and the right answer to bad input."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
import requests
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import validate_spec

from tests.client import Conversation
from tests.service import Service


def _contract(service: Service) -> dict[str, Any]:
    document: dict[str, Any] = requests.get(f"{service.api}/openapi.json", timeout=10).json()
    return document


def _check(service: Service, schema: str, value: Any) -> None:
    document = _contract(service)
    OAS30Validator({**document["components"]["schemas"][schema], "components": document["components"]}).validate(value)


def _assert_error(response: requests.Response, status: int, code: str) -> dict[str, Any]:
    body: dict[str, Any] = response.json()
    assert (response.status_code, body["error"]["code"]) == (status, code), body
    assert body["error"]["message"]
    return body


def test_the_description_is_valid_openapi(service: Service) -> None:
    validate_spec(_contract(service))


def test_replies_are_as_described(service: Service) -> None:
    talk = Conversation(service.api).say("hvor mye depositum kan utleier kreve?")
    for reply in talk.replies:
        _check(service, "Reply", reply)


def test_errors_are_as_described(service: Service) -> None:
    talk = Conversation(service.api)
    _check(service, "Error", talk.post({"text": ""}).json())


def test_every_described_path_exists(service: Service) -> None:
    for path, methods in _contract(service)["paths"].items():
        if "get" in methods:
            answer = requests.get(service.base + path.replace("{article_id}", "deposit"), timeout=10)
            assert answer.status_code != 404 or "conversation_id" in path, path


def test_articles_are_open_for_reuse(service: Service) -> None:
    listed = requests.get(f"{service.api}/articles?locale=uk", timeout=10).json()["articles"]
    assert len(listed) >= 29
    one = requests.get(f"{service.api}/articles/deposit?locale=uk", timeout=10).json()
    assert one["locale"] == "uk"
    assert one["sources"]
    assert one["law"]


def test_feedback_is_kept(service: Service) -> None:
    talk = Conversation(service.api).say("hvor mye depositum kan utleier kreve?")
    url = f"{talk.url}/feedback"
    body = {"reply_id": talk.replies[0]["id"], "helpful": True, "comment": "fint"}
    assert requests.post(url, json=body, headers=talk.headers, timeout=10).status_code == 204
    unknown = requests.post(url, json={**body, "reply_id": "x"}, headers=talk.headers, timeout=10)
    _assert_error(unknown, 404, "reply_unknown")


def test_the_transcript_holds_both_sides(service: Service) -> None:
    talk = Conversation(service.api).say("hvor mye depositum kan utleier kreve?")
    said = requests.get(talk.url, headers=talk.headers, timeout=10).json()["messages"]
    assert [message["said_by"] for message in said] == ["assistant", "person", "assistant"]


def test_one_megabyte_is_too_large(service: Service) -> None:
    talk = Conversation(service.api)
    body = _assert_error(talk.post({"text": "a" * 1_000_000}), 413, "too_large")
    assert body["replies"][0]["contacts"]


def test_a_message_too_long_says_how_long_it_may_be(service: Service) -> None:
    talk = Conversation(service.api)
    body = _assert_error(talk.post({"text": "a" * 2001}), 413, "message_too_long")
    assert "2000" in body["error"]["message"]


def test_invalid_utf8_is_refused(service: Service) -> None:
    talk = Conversation(service.api)
    response = requests.post(f"{talk.url}/messages", data=b'{"text": "\xff\xfe"}', headers=talk.headers, timeout=10)
    assert _assert_error(response, 400, "not_utf8")["replies"][0]["contacts"]


def test_a_lone_surrogate_is_refused(service: Service) -> None:
    talk = Conversation(service.api)
    response = requests.post(f"{talk.url}/messages", data=b'{"text": "\\ud800"}', headers=talk.headers, timeout=10)
    _assert_error(response, 400, "not_utf8")


def test_an_unknown_locale_names_the_known_ones(service: Service) -> None:
    body = _assert_error(
        requests.post(f"{service.api}/conversations", json={"locale": "xx"}, timeout=10), 422, "unknown_locale"
    )
    assert "uk" in body["error"]["fields"]["locale"]
    assert body["replies"][0]["contacts"]


def test_an_unknown_site_is_refused(service: Service) -> None:
    _assert_error(
        requests.post(f"{service.api}/conversations", json={"site": "nowhere"}, timeout=10), 422, "unknown_site"
    )


def test_an_expired_token_gets_401_and_a_human_contact(service: Service) -> None:
    talk = Conversation(service.api, locale="en")
    with sqlite3.connect(service.var_dir / "conversations.db", timeout=10) as database:
        database.execute("UPDATE conversations SET expires_at = '2020-01-01 00:00:00.000000' WHERE id = ?", (talk.id,))
    body = _assert_error(talk.post({"text": "hello"}), 401, "token_expired")
    assert body["replies"][-1]["contacts"]
    assert body["error"]["message"].startswith("The conversation")


@pytest.mark.parametrize(("token", "code"), [("", "token_missing"), ("wrong", "token_wrong")])
def test_a_missing_or_wrong_token_opens_nothing(service: Service, token: str, code: str) -> None:
    talk = Conversation(service.api)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    _assert_error(requests.get(talk.url, headers=headers, timeout=10), 401, code)


@pytest.mark.parametrize("payload", ["/restart{", '/show_article{"article_id": "../x"}', "hello", "/a b"])
def test_a_payload_that_is_no_button_is_refused(service: Service, payload: str) -> None:
    _assert_error(Conversation(service.api).post({"payload": payload}), 422, "unknown_payload")


@pytest.mark.parametrize(
    "text", ["/restart", "//show_article", "/", "{{7*7}}", "<script>alert(1)</script>", "🙂", "\u202e"]
)
def test_odd_texts_are_only_texts(service: Service, text: str) -> None:
    response = Conversation(service.api).post({"text": text})
    assert response.status_code in {200, 422}, response.text


def test_too_many_messages_are_slowed_down() -> None:
    from knowledge.settings import Settings  # an own small application, so that the shared service keeps its limit
    from web import create_app

    settings = Settings.from_env({"BOVETT_RATE_LIMIT": "2/minute", "BOVETT_DATABASE_URL": "sqlite://"})
    client = create_app(settings).test_client()
    codes = [client.post("/api/v1/conversations", json={}).status_code for _ in range(4)]
    assert codes[-1] == 429
