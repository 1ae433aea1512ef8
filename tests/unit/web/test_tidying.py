"""Conversations whose time is over are erased everywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from web.rasa_client import RasaClient, RasaUnavailable
from web.store import ConversationStore, conversations
from web.tidying import Tidying


class Forgetting(RasaClient):
    """Notes what is to be forgotten, or is gone."""

    def __init__(self, gone: bool = False) -> None:
        self.forgotten: list[str] = []
        self.silent = [0]
        self.gone = gone

    def forget(self, conversation_id: str) -> None:
        if self.gone:
            raise RasaUnavailable("gone")
        self.forgotten.append(conversation_id)

    def forget_silent(self) -> int:
        if self.gone:
            raise RasaUnavailable("gone")
        return self.silent.pop(0) if self.silent else 0


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'conversations.db'}"


@pytest.fixture
def store(url: str) -> ConversationStore:
    return ConversationStore(url, 30)


def _started(store: ConversationStore, url: str, days_ago: int) -> str:
    conversation, _ = store.start("nb", False, "bovett")
    store.add_message(conversation.id, "hei")
    expires = datetime.utcnow() + timedelta(days=30 - days_ago)
    with sa.create_engine(url, future=True).begin() as connection:
        connection.execute(
            conversations.update().where(conversations.c.id == conversation.id).values(expires_at=expires)
        )
    return conversation.id


def test_only_those_whose_time_is_over_are_erased(store: ConversationStore, url: str) -> None:
    old, young = _started(store, url, 31), _started(store, url, 29)
    rasa = Forgetting()
    assert Tidying(store, rasa).tidy_when_due() == 1
    assert rasa.forgotten == [old]
    assert (store.transcript(old), len(store.transcript(young))) == ([], 1)


def test_it_waits_ten_minutes_between_rounds(store: ConversationStore, url: str) -> None:
    now = [1000.0]
    tidying = Tidying(store, Forgetting(), clock=lambda: now[0])
    tidying.tidy_when_due()
    _started(store, url, 31)
    now[0] += 599
    assert tidying.tidy_when_due() == 0
    now[0] += 1
    assert tidying.tidy_when_due() == 1


def test_many_are_erased_in_several_rounds(store: ConversationStore, url: str) -> None:
    for _ in range(60):
        _started(store, url, 40)
    tidying = Tidying(store, Forgetting(), clock=lambda: 5.0)
    assert [tidying.tidy_when_due() for _ in range(3)] == [50, 10, 0]


def test_conversations_without_a_row_here_are_erased_in_rasa(store: ConversationStore) -> None:
    """Those of the Socket.IO channel; 50 at a time, so there may be more."""
    rasa = Forgetting()
    rasa.silent = [50, 2]
    tidying = Tidying(store, rasa, clock=lambda: 5.0)
    assert [tidying.tidy_when_due() for _ in range(3)] == [50, 2, 0]


def test_they_are_erased_although_our_database_is_gone(tmp_path: Path) -> None:
    rasa = Forgetting()
    rasa.silent = [2]
    store = ConversationStore(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.db'}", 30)
    assert Tidying(store, rasa).tidy_when_due() == 2


def test_nothing_is_erased_here_while_rasa_cannot_forget(store: ConversationStore, url: str) -> None:
    old = _started(store, url, 31)
    assert Tidying(store, Forgetting(gone=True)).tidy_when_due() == 0
    assert store.transcript(old)


def test_a_database_that_is_gone_does_not_stop_the_person(tmp_path: Path) -> None:
    store = ConversationStore(f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.db'}", 30)
    assert Tidying(store, Forgetting()).tidy_when_due() == 0
