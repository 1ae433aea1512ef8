"""Asking one question over the chat API of a running service."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from werkzeug.serving import make_server

from knowledge.settings import Settings
from tests.unit.web.fake_rasa import FakeRasa
from web import asking
from web.asking import AskFailed, ask, in_words


@pytest.fixture
def running(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """The application behind a real port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    monkeypatch.setattr(asking, "missing_parts", lambda _: [])
    yield replace(settings, port=server.server_port)
    server.shutdown()
    server.server_close()


def test_the_replies_come_back_and_the_conversation_is_erased(running: Settings, rasa: FakeRasa) -> None:
    replies = ask(running, "hvor stort depositum?", "en")
    assert [reply["article"]["id"] for reply in replies] == ["deposit"]
    assert rasa.got[0]["metadata"]["locale"] == "en"
    assert rasa.forgotten == [rasa.got[0]["sender"]]


def test_without_a_locale_the_language_is_left_to_the_question(running: Settings, rasa: FakeRasa) -> None:
    ask(running, "hei", None)
    assert rasa.got[0]["metadata"]["locale"] is None


def test_a_refusal_is_told_in_its_own_words(running: Settings) -> None:
    with pytest.raises(AskFailed, match="språk"):
        ask(running, "hei", "xx")


def test_replies_in_words_have_the_law_the_people_and_the_choices(running: Settings) -> None:
    told = in_words(ask(running, "hvor stort depositum?", None))
    assert told.startswith("[answered]")
    assert "  husleieloven § 3-5 (2026-07-01) https://lovdata.no/lov/1999-03-26-17/§3-5" in told
    assert "Nav · 55 55 33 33 · https://www.nav.no/" in told
    assert "  > Hva sier loven?" in told


def test_a_correction_stands_before_the_text() -> None:
    reply = {
        "outcome": "answered",
        "myth": "Noen tror: «Ja»\n\nNei.",
        "text": "Slik er det.",
        "citations": [],
        "contacts": [],
        "buttons": [],
    }
    assert in_words([reply]) == "[answered]\nNoen tror: «Ja»\n\nNei.\n\nSlik er det."
