"""Whatever part is gone, the person gets the right status and a human contact, and nothing is lost."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator

import pytest
import requests

from tests.client import Conversation
from tests.service import Service, running_service

QUESTION = "hvor mye depositum kan utleier kreve?"


@pytest.fixture(scope="module")
def fragile() -> Iterator[Service]:
    """A service of our own, to break."""
    with running_service(rasa_timeout_s=8) as running:
        yield running


def _assert_names_a_human(response: requests.Response) -> None:
    replies = response.json()["replies"]
    assert any(reply["contacts"] for reply in replies), response.text
    assert replies[-1]["outcome"] == "error"


def test_the_action_server_is_killed(fragile: Service) -> None:
    talk = Conversation(fragile.api)
    fragile.parts()["actions"].send_signal(signal.SIGSTOP)  # stopped, so that the supervisor does not mend it yet
    try:
        response = talk.post({"text": QUESTION})
        assert response.status_code == 503
        _assert_names_a_human(response)
    finally:
        fragile.parts()["actions"].send_signal(signal.SIGCONT)
    fragile.parts()["actions"].kill()
    response = talk.post({"text": QUESTION})
    assert response.status_code in {200, 503}
    fragile.wait_ready()
    talk.say(QUESTION).expect("answered", "deposit")
    said = requests.get(talk.url, headers=talk.headers, timeout=10).json()["messages"]
    assert sum(message["text"] == QUESTION for message in said) == 3, "what the person wrote is lost"


def test_rasa_is_killed(fragile: Service) -> None:
    talk = Conversation(fragile.api)
    fragile.parts()["rasa"].kill()
    response = talk.post({"text": QUESTION})
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "assistant_unavailable"
    _assert_names_a_human(response)
    danger = talk.post({"text": "mannen min slår meg"})
    assert danger.json()["replies"][0]["outcome"] == "emergency", "danger must be answered without Rasa"
    assert "112" in danger.json()["replies"][0]["text"]
    fragile.wait_ready()
    talk.say(QUESTION).expect("answered", "deposit")


def test_the_database_is_locked(fragile: Service) -> None:
    talk = Conversation(fragile.api)
    lock = sqlite3.connect(fragile.var_dir / "conversations.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    try:
        response = talk.post({"text": QUESTION})
        assert response.status_code == 503
        assert response.json()["error"]["code"] == "storage_unavailable"
        _assert_names_a_human(response)
    finally:
        lock.execute("ROLLBACK")
        lock.close()
    talk.say(QUESTION).expect("answered", "deposit")


def test_the_index_is_deleted() -> None:
    with running_service() as service:
        shared = service.var_dir / "index"
        built = shared.resolve()
        shared.unlink()
        shutil.copytree(built, shared)
        service.parts()["actions"].kill()
        time.sleep(1)
        service.wait_ready()
        talk = Conversation(service.api).say(QUESTION)
        talk.expect("answered", "deposit")
        shutil.rmtree(shared)
        assert requests.get(f"{service.base}/ready", timeout=10).json()["parts"]["index"] is False
        talk.say("kan utleier komme inn når som helst?").expect("error")
        assert talk.replies[0]["contacts"]
        talk.say("mannen min slår meg").expect("emergency", "violence")
        shutil.copytree(built, shared)
        talk.say(QUESTION).expect("answered", "deposit")
