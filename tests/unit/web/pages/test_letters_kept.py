"""Nothing that a person writes into a letter is kept anywhere, or told to anybody."""

from __future__ import annotations

import io
import logging
import re
import sqlite3
from collections.abc import Iterator

import pytest
import structlog
from flask.testing import FlaskClient
from structlog.testing import LogCapture

from knowledge.settings import Settings
from tests.unit.web.conftest import assert_error
from tests.unit.web.pages.letter_page import GIVEN, MARK, send


@pytest.mark.parametrize("wanted", ["fill", "preview", "pdf", "docx", "txt", ""])
def test_nothing_is_cached_on_the_way(client: FlaskClient, wanted: str) -> None:
    answer = send(client, format=wanted, **GIVEN)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]


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


def test_nothing_a_person_wrote_is_logged_or_stored(
    client: FlaskClient,
    settings: Settings,
    logged: tuple[LogCapture, io.StringIO],
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for wanted in ("fill", "preview", "pdf", "docx", "txt", "nothing"):
        send(client, "ar", format=wanted, **{**GIVEN, "reasons": MARK})
    send(client, format="pdf", **{**GIVEN, "paid": MARK, "name": f"{MARK}漢\u06d7\u20df"})

    def fails(letter: object) -> bytes:
        raise ValueError(f"something about {letter}")

    monkeypatch.setitem(
        __import__("web.pages.letters", fromlist=["_MAKERS"])._MAKERS, "pdf", ("application/pdf", fails)
    )
    assert_error(send(client, format="pdf", **GIVEN), 500, "unexpected")

    kept, stream = logged
    printed = capfd.readouterr()
    assert [entry["event"] for entry in kept.entries] == ["web.failed"]
    assert MARK not in f"{kept.entries}\n{stream.getvalue()}\n{printed.out}\n{printed.err}"
    for path in settings.var_dir.rglob("*"):
        assert not path.is_file() or MARK.encode() not in path.read_bytes(), path
    database = settings.var_dir / "conversations.db"
    if database.exists():
        with sqlite3.connect(database) as opened:
            assert opened.execute("SELECT count(*) FROM messages").fetchone() == (0,)


def test_the_script_reads_the_part_of_the_address_that_never_reaches_a_server(client: FlaskClient) -> None:
    script = client.get("/static/letter.js").get_data(as_text=True)
    assert "window.location.hash" in script
    assert "replaceState" in script, "and takes it away, for the sake of the next person at a shared machine"
    assert not re.search(r"fetch|XMLHttpRequest|https?://[a-z]|innerHTML|localStorage|sessionStorage", script)
