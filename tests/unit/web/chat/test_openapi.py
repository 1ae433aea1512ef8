"""The description of the API is valid, complete and true of what really comes back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import validate_spec
from werkzeug.test import TestResponse

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.outcomes import Outcome
from tests.unit.web.conftest import MakeClient, Talk
from tests.unit.web.fake_rasa import FakeRasa
from web.chat.openapi import description

METHODS = {"get", "post", "delete", "put", "patch"}
V1 = "/api/v1"
CONVERSATION, MESSAGES = f"{V1}/conversations/{{conversation_id}}", f"{V1}/conversations/{{conversation_id}}/messages"


def _described() -> set[tuple[str, str]]:
    return {(path, name) for path, item in description()["paths"].items() for name in item if name in METHODS}


def _assert_as_described(answer: TestResponse, path: str, method: str) -> None:
    """The status is one of those described, and the body is of the schema described for it."""
    responses = description()["paths"][path][method]["responses"]
    assert str(answer.status_code) in responses, f"{method} {path} may not give {answer.status_code}"
    described = responses[str(answer.status_code)]
    if "$ref" in described:
        described = description()["components"]["responses"][described["$ref"].rsplit("/", 1)[1]]
    if "content" not in described:
        return
    schema = described["content"]["application/json"]["schema"]
    assert answer.content_type.startswith("application/json")
    OAS30Validator({**schema, "components": description()["components"]}).validate(answer.get_json())


def test_the_description_is_valid_openapi() -> None:
    validate_spec(description())


def test_the_description_is_served(client: FlaskClient) -> None:
    assert client.get(f"{V1}/openapi.json").get_json() == description()


def test_every_route_is_described_and_every_described_route_exists(app: Flask) -> None:
    routes = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    described = _described()
    assert {route for route in routes if route[0].startswith(V1)} == {d for d in described if d[0].startswith(V1)}
    assert described <= routes


def test_the_known_locales_and_outcomes_are_those_described(real: Library) -> None:
    schemas = description()["components"]["schemas"]
    assert schemas["Locale"]["enum"] == list(real.languages.by_locale)
    assert schemas["Reply"]["properties"]["outcome"]["enum"] == [outcome.value for outcome in Outcome]


def _feedback(talk: Talk, **body: Any) -> TestResponse:
    return talk.post(body, "feedback")


def _rated(talk: Talk) -> TestResponse:
    return _feedback(talk, reply_id=talk.say("a").get_json()["replies"][0]["id"], helpful=True)


FEEDBACK, SHOWING = f"{CONVERSATION}/feedback", f"{CONVERSATION}/showing"
ASKED: list[tuple[int, str, str, Callable[[Talk], TestResponse]]] = [
    (201, f"{V1}/conversations", "post", lambda t: t.client.post(f"{V1}/conversations", json={"locale": "en"})),
    (400, f"{V1}/conversations", "post", lambda t: t.client.post(f"{V1}/conversations", data=b"{")),
    (413, f"{V1}/conversations", "post", lambda t: t.client.post(f"{V1}/conversations", data=b" " * 40_000)),
    (422, f"{V1}/conversations", "post", lambda t: t.client.post(f"{V1}/conversations", json={"locale": "xx"})),
    (200, CONVERSATION, "get", lambda t: (t.say("hei"), t.client.get(t.url, headers=t.headers))[1]),
    (200, CONVERSATION, "get", lambda t: (_rated(t), t.client.get(t.url, headers=t.headers))[1]),
    (401, CONVERSATION, "get", lambda t: t.client.get(t.url)),
    (204, CONVERSATION, "delete", lambda t: t.client.delete(t.url, headers=t.headers)),
    (401, CONVERSATION, "delete", lambda t: t.client.delete(t.url)),
    (200, MESSAGES, "post", lambda t: t.say("hvor stort depositum?")),
    (400, MESSAGES, "post", lambda t: t.post(b"\xff")),
    (401, MESSAGES, "post", lambda t: t.post({"text": "hei"}, Authorization="")),
    (413, MESSAGES, "post", lambda t: t.say("a" * 2001)),
    (422, MESSAGES, "post", lambda t: t.say("")),
    (204, FEEDBACK, "post", _rated),
    (400, FEEDBACK, "post", lambda t: t.post(b"[]", "feedback")),
    (401, FEEDBACK, "post", lambda t: t.post({}, "feedback", Authorization="")),
    (404, FEEDBACK, "post", lambda t: _feedback(t, reply_id="x", helpful=True)),
    (413, FEEDBACK, "post", lambda t: t.post(b" " * 40_000, "feedback")),
    (422, FEEDBACK, "post", lambda t: _feedback(t)),
    (201, SHOWING, "post", lambda t: t.post({"locale": "ar"}, "showing")),
    (400, SHOWING, "post", lambda t: t.post(b"[]", "showing")),
    (401, SHOWING, "post", lambda t: t.post({}, "showing", Authorization="")),
    (413, SHOWING, "post", lambda t: t.post(b" " * 40_000, "showing")),
    (422, SHOWING, "post", lambda t: t.post({"locale": "xx"}, "showing")),
    (200, SHOWING, "get", lambda t: t.client.get(f"{t.url}/showing", headers=t.headers)),
    (401, SHOWING, "get", lambda t: t.client.get(f"{t.url}/showing")),
    (204, SHOWING, "delete", lambda t: t.client.delete(f"{t.url}/showing", headers=t.headers)),
    (401, SHOWING, "delete", lambda t: t.client.delete(f"{t.url}/showing")),
    (200, f"{V1}/articles", "get", lambda t: t.client.get(f"{V1}/articles?locale=ar")),
    (422, f"{V1}/articles", "get", lambda t: t.client.get(f"{V1}/articles?locale=xx")),
    (200, f"{V1}/articles/{{article_id}}", "get", lambda t: t.client.get(f"{V1}/articles/deposit?locale=en")),
    (404, f"{V1}/articles/{{article_id}}", "get", lambda t: t.client.get(f"{V1}/articles/gone")),
    (422, f"{V1}/articles/{{article_id}}", "get", lambda t: t.client.get(f"{V1}/articles/deposit?locale=xx")),
    (200, f"{V1}/openapi.json", "get", lambda t: t.client.get(f"{V1}/openapi.json")),
    (200, "/health", "get", lambda t: t.client.get("/health")),
    (503, "/ready", "get", lambda t: t.client.get("/ready")),
]


@pytest.mark.parametrize(("status", "path", "method", "ask"), ASKED, ids=[f"{m} {p} {s}" for s, p, m, _ in ASKED])
def test_what_comes_back_is_as_described(
    talk: Talk, status: int, path: str, method: str, ask: Callable[[Talk], TestResponse]
) -> None:
    answer = ask(talk)
    assert answer.status_code == status
    _assert_as_described(answer, path, method)


@pytest.mark.parametrize("path", [f"{V1}/conversations", MESSAGES, FEEDBACK, SHOWING])
def test_slowing_down_is_as_described(client_with: MakeClient, path: str) -> None:
    talk = Talk(client_with(rate_limit="1/minute"))
    answer = talk.client.post(path.format(conversation_id=talk.id), json={"text": "hei"}, headers=talk.headers)
    assert answer.status_code == 429
    _assert_as_described(answer, path, "post")


@pytest.mark.parametrize(
    ("path", "method"), [(f"{V1}/conversations", "post"), (CONVERSATION, "get"), (CONVERSATION, "delete"),
                         (MESSAGES, "post"), (FEEDBACK, "post"), (SHOWING, "post"), (SHOWING, "get"), (SHOWING, "delete")],
)  # fmt: skip
def test_a_database_that_is_down_is_as_described(client_with: MakeClient, path: str, method: str) -> None:
    client = client_with(database_url="sqlite:////proc/nowhere/conversations.db")
    asked = getattr(client, method)
    headers = {"Authorization": "Bearer x"}
    answer = asked(path.format(conversation_id="x"), headers=headers, **({"json": {}} if method == "post" else {}))
    assert answer.get_json()["error"]["code"] == "storage_unavailable"
    assert answer.status_code == 503
    _assert_as_described(answer, path, method)


def test_every_kind_of_reply_is_as_described(
    talk: Talk, rasa: FakeRasa, sample: Library, composer_in: Callable[..., Composer]
) -> None:
    make = composer_in("ar")
    deposit = sample.articles["deposit"]
    replies = [make.corrected(make.answer(deposit, 0.5), [(deposit, 0)]), make.answer(sample.articles["violence"]),
               make.law_part(sample.articles["deposit"]), make.clarify(["deposit", "notice"], 0.4), make.no_answer(),
               make.out_of_scope(), make.handoff(), make.error(), make.message(Outcome.GUIDE, "button.none_of_these")]  # fmt: skip
    rasa.replies = [reply.as_dict() for reply in replies]
    answer = talk.say("hei")
    assert len(answer.get_json()["replies"]) == len(replies)
    _assert_as_described(answer, MESSAGES, "post")
