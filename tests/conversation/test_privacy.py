"""What people write is masked before it is stored, never logged, and can be erased everywhere."""

from __future__ import annotations

import sqlite3

import requests

from tests.client import Conversation
from tests.service import Service

# A well-formed test number of the kind the tax authority publishes for testing; its month is above 40, so no person has it.
TEST_NUMBER = "17912099997"
MARK = "zebrastripete paraplykaktus"


def test_personal_data_is_masked_before_storing(service: Service) -> None:
    talk = Conversation(service.api)
    talk.say("ring meg på 41 23 45 67 eller skriv til kari@example.org om depositumet")
    stored = requests.get(talk.url, headers=talk.headers, timeout=10).text
    kept = stored + _dump(service, "tracker.db") + _dump(service, "conversations.db")
    assert "41 23 45 67" not in kept
    assert "kari@example.org" not in kept


def test_no_message_text_in_any_log(service: Service) -> None:
    talk = Conversation(service.api)
    talk.say(f"utleier har sagt meg opp {MARK}").say(f"{MARK} og hvis jeg bor på hybel?")
    talk.say(f"det brenner {MARK}")
    assert service.logs(), "there must be logs to look through"
    for word in MARK.split():
        assert word not in service.logs()


def test_erasing_leaves_nothing_anywhere(service: Service) -> None:
    talk = Conversation(service.api).say("kan utleier bare komme inn i leiligheten min")
    assert requests.delete(talk.url, headers=talk.headers, timeout=10).status_code == 204
    assert talk.id not in _dump(service, "tracker.db")
    assert talk.id not in _dump(service, "conversations.db")
    assert requests.get(talk.url, headers=talk.headers, timeout=10).status_code == 401


def _dump(service: Service, name: str) -> str:
    with sqlite3.connect(service.var_dir / name) as database:
        return "\n".join(database.iterdump())
