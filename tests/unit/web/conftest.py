"""What tests of `web` share: the application over the small content folder, with a stand-in for Rasa."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.settings import Settings
from tests.unit.web.fake_rasa import FakeRasa
from web import create_app

MakeClient = Callable[..., FlaskClient]


@pytest.fixture
def rasa(sample: Library, composer_in: Callable[..., Composer]) -> Iterator[FakeRasa]:
    """Rasa, which answers every message with the article on deposits."""
    fake = FakeRasa()
    fake.replies = [composer_in("nb").answer(sample.articles["deposit"]).as_dict()]
    yield fake
    fake.close()


@pytest.fixture
def settings(sample_dir: Path, locales_dir: Path, tmp_path: Path, rasa: FakeRasa) -> Settings:
    """Settings over the small content, with databases of their own."""
    return Settings(
        content_dir=sample_dir,
        locales_dir=locales_dir,
        var_dir=tmp_path / "var",
        rasa_port=rasa.port,
        channel_secret="between us",
        rasa_timeout_s=2,
        rate_limit="1000/minute",
    )


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def client_with(settings: Settings) -> MakeClient:
    """Makes clients of applications with other settings: `client_with(rate_limit="2/minute")`."""

    def make(**changed: Any) -> FlaskClient:
        return create_app(replace(settings, **changed)).test_client()

    return make


@dataclass
class Talk:
    """A conversation over the test client: `talk.say("...")` and what came back."""

    client: FlaskClient
    start: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.started = self.client.post("/api/v1/conversations", json=self.start).get_json()
        self.url = f"/api/v1/conversations/{self.started['conversation_id']}"
        self.headers = {"Authorization": f"Bearer {self.started['token']}"}

    @property
    def id(self) -> str:
        return str(self.started["conversation_id"])

    def post(self, body: dict[str, Any] | bytes, to: str = "messages", **headers: str) -> TestResponse:
        given: dict[str, Any] = {"data": body} if isinstance(body, bytes) else {"json": body}
        return self.client.post(f"{self.url}/{to}", headers={**self.headers, **headers}, **given)

    def say(self, text: str, **more: Any) -> TestResponse:
        return self.post({"text": text, **more})

    def transcript(self) -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = self.client.get(self.url, headers=self.headers).get_json()["messages"]
        return said


@pytest.fixture
def talk(client: FlaskClient) -> Talk:
    return Talk(client)


def assert_error(answer: TestResponse, status: int, code: str) -> dict[str, Any]:
    """The one shape of errors; returns the body."""
    body: dict[str, Any] = answer.get_json()
    assert (answer.status_code, body["error"]["code"]) == (status, code), body
    assert body["error"]["message"].strip()
    assert set(body) <= {"error", "replies"}
    assert set(body["error"]) <= {"code", "message", "fields"}
    return body


def assert_names_a_human(body: dict[str, Any]) -> None:
    """The last reply says that something is wrong and whom to ask."""
    assert body["replies"][-1]["outcome"] == "error"
    assert [contact["id"] for contact in body["replies"][-1]["contacts"]] == ["nav", "municipality"]
