"""Whether the process lives, and which part is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from knowledge.index import index_key
from knowledge.library import Library
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient
from tests.unit.web.fake_rasa import FakeRasa


@pytest.fixture
def actions() -> Iterator[FakeRasa]:
    """An action server that is well."""
    fake = FakeRasa()
    yield fake
    fake.close()


@pytest.fixture
def whole(client_with: MakeClient, settings: Settings, sample: Library, index_folder: Path,
          actions: FakeRasa) -> FlaskClient:  # fmt: skip
    """An application that has every part."""
    settings.index_dir.mkdir(parents=True)
    (settings.index_dir / index_key(sample, settings.encoder)).symlink_to(index_folder)
    return client_with(actions_port=actions.port)


def test_the_process_answers(client: FlaskClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.get_json()) == (200, {"status": "ok"})


def test_everything_is_there(whole: FlaskClient) -> None:
    answer = whole.get("/ready")
    assert answer.status_code == 200
    assert answer.get_json() == {
        "ready": True, "parts": {"rasa": True, "actions": True, "index": True, "database": True},
    }  # fmt: skip


@pytest.mark.parametrize("part", ["rasa", "actions"])
def test_a_server_that_is_gone_is_named(whole: FlaskClient, rasa: FakeRasa, actions: FakeRasa, part: str) -> None:
    {"rasa": rasa, "actions": actions}[part].close()
    _assert_missing(whole, part)


@pytest.mark.parametrize("part", ["rasa", "actions"])
def test_a_server_that_is_ill_is_named(whole: FlaskClient, rasa: FakeRasa, actions: FakeRasa, part: str) -> None:
    {"rasa": rasa, "actions": actions}[part].status = 500
    _assert_missing(whole, part)


def test_an_index_that_is_gone_is_named(whole: FlaskClient, settings: Settings) -> None:
    next(settings.index_dir.iterdir()).unlink()
    _assert_missing(whole, "index")


def test_a_database_that_is_gone_is_named(client_with: MakeClient) -> None:
    client = client_with(database_url="sqlite:////proc/nowhere/conversations.db")
    assert client.get("/ready").get_json()["parts"]["database"] is False


def _assert_missing(client: FlaskClient, part: str) -> None:
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert answer.get_json()["ready"] is False
    assert [name for name, there in answer.get_json()["parts"].items() if not there] == [part]
