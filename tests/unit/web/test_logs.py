"""No log of the web server holds anything a person wrote."""

from __future__ import annotations

import io
import logging
import sqlite3
from collections.abc import Iterator

import pytest
import structlog
from structlog.testing import LogCapture

from knowledge.settings import Settings
from tests.unit.web.conftest import Talk
from tests.unit.web.fake_rasa import FakeRasa

MARK = "zebrastripete"


@pytest.fixture
def logged() -> Iterator[tuple[LogCapture, io.StringIO]]:
    """Everything that structlog and the logging of the libraries write, at every level."""
    kept, stream = LogCapture(), io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    structlog.configure(processors=[kept])
    yield kept, stream
    structlog.reset_defaults()
    root.removeHandler(handler)
    root.setLevel(level)


def _everything(logged: tuple[LogCapture, io.StringIO]) -> str:
    kept, stream = logged
    return f"{kept.entries}\n{stream.getvalue()}"


def test_an_answered_message_is_logged_without_its_text(talk: Talk, logged: tuple[LogCapture, io.StringIO]) -> None:
    talk.say(f"{MARK} depositum")
    talk.post({"payload": "/affirm", "title": MARK})
    assert {"event": "reply", "log_level": "info", "outcome": "answered", "locale": "nb", "confidence": 1.0} in (
        logged[0].entries
    )
    assert MARK not in _everything(logged)


def test_failures_are_logged_without_the_text(
    talk: Talk, rasa: FakeRasa, settings: Settings, logged: tuple[LogCapture, io.StringIO]
) -> None:
    rasa.raw = f"[{MARK}".encode()
    assert talk.say(f"{MARK} en").status_code == 503
    rasa.raw = f'[{{"custom": {{"{MARK}": 1}}}}]'.encode()
    assert talk.say(f"{MARK} to").status_code == 503
    rasa.raw = b'[{"custom": {"outcome": "answered"}}]'  # a field that we need is missing
    assert talk.say(f"{MARK} tre").status_code in (500, 503)
    with sqlite3.connect(settings.var_dir / "conversations.db") as database:
        database.execute("DROP TABLE messages")
    assert talk.say(f"{MARK} fire").status_code == 503
    talk.post(f'{{"text": "{MARK}'.encode())
    talk.post({"payload": MARK})
    events = [entry["event"] for entry in logged[0].entries]
    assert "rasa.unavailable" in events
    assert "storage.unavailable" in events
    assert MARK not in _everything(logged)
