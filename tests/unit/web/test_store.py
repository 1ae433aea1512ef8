"""Conversations in SQL."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from web.store import ConversationStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "conversations.db"


@pytest.fixture
def store(path: Path) -> ConversationStore:
    return ConversationStore(f"sqlite:///{path}", lifetime_days=30)


def _rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as database:
        return database.execute(query).fetchall()


def _reply(number: str, text: str = "Svar") -> dict[str, str]:
    return {"id": number, "text": text, "outcome": "answered"}


def test_the_token_opens_its_conversation_alone(store: ConversationStore) -> None:
    conversation, token = store.start("uk", chosen=True, site="town")
    assert store.find(conversation.id, token) == conversation
    assert (conversation.locale, conversation.chosen_locale, conversation.site) == ("uk", "uk", "town")
    assert store.find(conversation.id, token[:-1]) is None
    assert store.find(conversation.id, "") is None
    assert store.find("other", token) is None


def test_a_guessed_language_is_no_choice(store: ConversationStore) -> None:
    conversation, _ = store.start("uk", chosen=False, site="bovett")
    assert (conversation.locale, conversation.chosen_locale) == ("uk", None)


def test_tokens_are_kept_as_digests_only(store: ConversationStore, path: Path) -> None:
    _, token = store.start("nb", chosen=True, site="bovett")
    files = [file for file in path.parent.iterdir() if file.name.startswith(path.name)]
    assert files
    assert all(token.encode() not in file.read_bytes() for file in files)
    assert [len(str(row[0])) for row in _rows(path, "SELECT token_hash FROM conversations")] == [64]


def test_tokens_differ(store: ConversationStore) -> None:
    assert len({store.start("nb", chosen=True, site="bovett")[1] for _ in range(20)}) == 20


def test_a_conversation_ends_when_its_time_is_over(path: Path) -> None:
    store = ConversationStore(f"sqlite:///{path}", lifetime_days=0)
    conversation, token = store.start("nb", chosen=True, site="bovett")
    found = store.find(conversation.id, token)
    assert found is not None
    assert found.expired
    assert store.expired_ids(10) == [conversation.id]


def test_every_answer_gives_the_conversation_its_whole_time_again(store: ConversationStore, path: Path) -> None:
    conversation, _ = store.start("nb", chosen=True, site="bovett")
    with sqlite3.connect(path) as database:
        database.execute("UPDATE conversations SET expires_at = '2020-01-01 00:00:00.000000'")
    assert store.expired_ids(10) == [conversation.id]
    store.add_replies(conversation.id, [_reply("r1")], "nb", None)
    assert store.expired_ids(10) == []
    until = datetime.fromisoformat(str(_rows(path, "SELECT expires_at FROM conversations")[0][0]))
    assert timedelta(days=29) < until - datetime.utcnow() <= timedelta(days=30)


def test_the_language_is_noted_with_the_replies(store: ConversationStore) -> None:
    conversation, token = store.start("nb", chosen=False, site="bovett")
    for chosen, expected in ((None, None), ("ar", "ar"), (None, "ar")):
        store.add_replies(conversation.id, [_reply(f"r{expected}{chosen}")], "uk", chosen)
        found = store.find(conversation.id, token)
        assert found is not None
        assert (found.locale, found.chosen_locale) == ("uk", expected)


def test_the_transcript_is_in_the_order_of_saying(store: ConversationStore) -> None:
    conversation, _ = store.start("nb", chosen=True, site="bovett")
    other, _ = store.start("nb", chosen=True, site="bovett")
    said = store.add_message(conversation.id, "Hei 🏠 مرحبا")
    store.add_message(other.id, "Noe annet")
    store.add_replies(conversation.id, [_reply("r1", "En"), _reply("r2", "To")], "nb", None)
    transcript = store.transcript(conversation.id)
    assert [(m["id"], m["said_by"], m["text"]) for m in transcript] == [
        (said, "person", "Hei 🏠 مرحبا"), ("r1", "assistant", "En"), ("r2", "assistant", "To"),
    ]  # fmt: skip


def test_only_replies_of_the_conversation_can_be_rated(store: ConversationStore) -> None:
    conversation, _ = store.start("nb", chosen=True, site="bovett")
    said = store.add_message(conversation.id, "Hei")
    store.add_replies(conversation.id, [_reply("r1")], "nb", None)
    assert store.has_reply(conversation.id, "r1")
    assert not store.has_reply(conversation.id, said)
    assert not store.has_reply("other", "r1")


def test_erasing_leaves_nothing_in_the_file(store: ConversationStore, path: Path) -> None:
    conversation, token = store.start("nb", chosen=True, site="bovett")
    store.add_message(conversation.id, "zebrastripete paraplykaktus")
    store.add_replies(conversation.id, [_reply("r1")], "nb", None)
    store.add_feedback(conversation.id, "r1", True, "zebrastripete")
    store.erase(conversation.id)
    assert store.find(conversation.id, token) is None
    assert store.transcript(conversation.id) == []
    for table in ("conversations", "messages", "feedback"):
        assert _rows(path, f"SELECT * FROM {table}") == []  # noqa: S608 - the three names above
    files = list(path.parent.glob(f"{path.name}*"))
    assert path in files
    assert all(b"zebrastripete" not in file.read_bytes() for file in files), "its log is a file of its own"


@pytest.mark.parametrize("what", ["message", "opinion"])
def test_nothing_is_added_to_a_conversation_that_is_being_erased(
    store: ConversationStore, path: Path, what: str
) -> None:
    conversation, _ = store.start("nb", chosen=True, site="bovett")
    store.add_replies(conversation.id, [_reply("r1")], "nb", None)
    erasing: list[str] = []

    def erase_meanwhile(connection: object, cursor: object, statement: str, *_: object) -> None:
        if erasing or "conversations" not in statement:
            return
        erasing.append(statement)
        with suppress(sqlite3.OperationalError), sqlite3.connect(path, timeout=0) as database:  # it has to wait
            for table in ("messages", "feedback", "conversations"):
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - the three names above

    sa.event.listen(store._engine, "after_cursor_execute", erase_meanwhile)
    if what == "message":
        store.add_message(conversation.id, "zebrastripete")
    else:
        store.add_feedback(conversation.id, "r1", True, "zebrastripete")
    assert erasing
    left = "conversation_id NOT IN (SELECT id FROM conversations)"
    assert _rows(path, f"SELECT body FROM messages WHERE {left}") == []  # noqa: S608 - the words above
    assert _rows(path, f"SELECT comment FROM feedback WHERE {left}") == []  # noqa: S608 - the words above


def test_an_erased_conversation_takes_nothing_more(store: ConversationStore, path: Path) -> None:
    conversation, _ = store.start("nb", chosen=True, site="bovett")
    store.add_replies(conversation.id, [_reply("r1")], "nb", None)
    store.erase(conversation.id)
    store.add_message(conversation.id, "zebrastripete")
    store.add_feedback(conversation.id, "r1", True, "zebrastripete")
    assert _rows(path, "SELECT body FROM messages") == _rows(path, "SELECT comment FROM feedback") == []


def test_erasing_leaves_the_conversations_of_others(store: ConversationStore) -> None:
    mine, _ = store.start("nb", chosen=True, site="bovett")
    other, token = store.start("nb", chosen=True, site="bovett")
    store.erase(mine.id)
    assert store.find(other.id, token) is not None


def test_a_database_that_is_down_keeps_no_one_from_starting() -> None:
    """It is reached only when used."""
    store = ConversationStore("sqlite:////proc/nowhere/conversations.db", lifetime_days=30)
    assert not store.is_writable()
    with pytest.raises(sa.exc.SQLAlchemyError):
        store.start("nb", chosen=True, site="bovett")


def test_errors_carry_no_text_of_a_message(store: ConversationStore, path: Path) -> None:
    conversation, _ = store.start("nb", chosen=True, site="bovett")
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE messages")
    with pytest.raises(sa.exc.SQLAlchemyError) as caught:
        store.add_message(conversation.id, "zebrastripete")
    assert "zebrastripete" not in str(caught.value)


def test_a_writable_database_says_so(store: ConversationStore) -> None:
    assert store.is_writable()


def test_a_file_that_was_removed_is_noticed_and_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    store = ConversationStore(f"sqlite:///{path}", 30)
    store.start("nb", False, "bovett")
    for file in tmp_path.glob("c.db*"):
        file.unlink()
    assert not store.is_writable()  # said, rather than writing into a file that is gone
    conversation, token = store.start("nb", False, "bovett")
    assert store.find(conversation.id, token)
    assert path.exists()
