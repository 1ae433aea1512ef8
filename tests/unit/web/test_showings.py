"""Links for helpers, as they are kept."""

from __future__ import annotations

import doctest
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from web import moments, qr_code
from web.store import ConversationStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


@pytest.fixture
def store(path: Path) -> ConversationStore:
    return ConversationStore(f"sqlite:///{path}", lifetime_days=30, showing_hours=24)


def _begun(store: ConversationStore) -> tuple[str, str]:
    """A conversation, and the secret of its link."""
    conversation, _ = store.start("nb", False, "town")
    made = store.showings.start(conversation.id)
    assert made is not None
    return conversation.id, made[0]


def _set(path: Path, assignment: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(f"UPDATE {assignment}")


def _links(path: Path) -> int:
    with sqlite3.connect(path) as database:
        return int(database.execute("SELECT count(*) FROM showings").fetchone()[0])


def test_a_link_leads_to_its_conversation_for_a_day(store: ConversationStore) -> None:
    conversation_id, secret = _begun(store)
    found = store.showings.find(secret)
    assert found is not None
    assert (found.conversation_id, found.site) == (conversation_id, "town")
    assert timedelta(hours=23, minutes=59) < found.ends_at - datetime.utcnow() <= timedelta(hours=24)
    assert store.showings.ends_at(conversation_id) == found.ends_at


def test_secrets_are_long_differ_and_are_no_tokens(store: ConversationStore) -> None:
    conversation, token = store.start("nb", False, "bovett")
    made = [store.showings.start(conversation.id) for _ in range(20)]
    secrets = {each[0] for each in made if each}
    assert len(secrets) == 20
    assert min(map(len, secrets)) >= 43  # 256 bits
    assert token not in secrets
    assert store.showings.find(token) is None
    assert store.find(conversation.id, made[-1][0]) is None, "a helper's link opens nothing for writing"  # type: ignore[index]


def test_only_the_digest_of_a_secret_is_stored(store: ConversationStore, path: Path) -> None:
    _, secret = _begun(store)
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    assert files
    assert all(secret.encode() not in file.read_bytes() for file in files)
    with sqlite3.connect(path) as database:
        assert [len(row[0]) for row in database.execute("SELECT secret_hash FROM showings")] == [64]


def test_a_new_link_ends_the_old_one(store: ConversationStore, path: Path) -> None:
    conversation_id, old = _begun(store)
    made = store.showings.start(conversation_id)
    assert made is not None
    assert store.showings.find(old) is None
    assert store.showings.find(made[0]) is not None
    assert _links(path) == 1


@pytest.mark.parametrize("secret", ["", "x", "x" * 4000, "' OR 1=1 --", "%", "å\x00"])
def test_a_wrong_secret_leads_nowhere(store: ConversationStore, secret: str) -> None:
    _begun(store)
    assert store.showings.find(secret) is None


def test_ending_ends_it_at_once_and_for_this_conversation_alone(store: ConversationStore) -> None:
    mine, secret = _begun(store)
    _, other = _begun(store)
    store.showings.end(mine)
    assert store.showings.find(secret) is None
    assert store.showings.ends_at(mine) is None
    assert store.showings.find(other) is not None
    store.showings.end(mine)  # a second time does no harm


def test_a_link_whose_time_is_over_shows_nothing_and_is_tidied_away(store: ConversationStore, path: Path) -> None:
    conversation_id, secret = _begun(store)
    _begun(store)
    _set(path, f"showings SET ends_at = '2020-01-01 00:00:00.000000' WHERE conversation_id = '{conversation_id}'")
    assert store.showings.find(secret) is None
    assert store.showings.ends_at(conversation_id) is None
    assert store.showings.drop_ended() == 1
    assert _links(path) == 1


@pytest.mark.parametrize("way", ["erase", "expire"])
def test_the_link_goes_with_the_conversation(store: ConversationStore, path: Path, way: str) -> None:
    conversation_id, secret = _begun(store)
    getattr(store, way)(conversation_id)
    assert store.showings.find(secret) is None
    assert _links(path) == 0
    assert store.showings.start(conversation_id) is None, "what is gone cannot be shown anew"


def test_a_conversation_whose_time_is_over_is_shown_to_nobody(store: ConversationStore, path: Path) -> None:
    conversation_id, secret = _begun(store)
    _set(path, "conversations SET expires_at = '2020-01-01 00:00:00.000000'")
    assert store.showings.find(secret) is None
    assert store.showings.start(conversation_id) is None


def test_a_database_from_before_gets_the_table(path: Path) -> None:
    ConversationStore(f"sqlite:///{path}", 30).start("nb", False, "bovett")
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE showings")
    assert _begun(ConversationStore(f"sqlite:///{path}", 30))


def test_the_examples_beside_the_code_are_true() -> None:
    for module in (moments, qr_code):
        assert doctest.testmod(module) == (0, 1)


def test_the_code_is_a_square_with_its_three_corners() -> None:
    code = qr_code.QrCode.of("https://bovett.example/nb/shown/" + "x" * 43)
    assert code.path.startswith("M4 4.5h7M")
    assert f"M{code.size - 11} 4.5h7" in code.path
    assert f"M4 {code.size - 5}.5h7" in code.path
    assert len(code.path) < 8000
