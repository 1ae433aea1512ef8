"""Conversations are kept in SQLite event by event, and forgotten without a trace."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from knowledge.settings import PROJECT_DIR
from nlu.tracker_store import _LOADED_EVENTS, ForgettingTrackerStore

DOMAIN = Domain.load(str(PROJECT_DIR / "bot" / "domain"))
MakeTracker = Callable[..., DialogueStateTracker]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "folder" / "tracker.db"
    monkeypatch.setenv("BOVETT_TRACKER_DATABASE", str(file))
    return file


@pytest.fixture
def store(path: Path) -> ForgettingTrackerStore:
    return ForgettingTrackerStore(DOMAIN)


def _said(*texts: str) -> list[Event]:
    return [UserUttered(text, intent={"name": "greet"}) for text in texts]


def _save(store: ForgettingTrackerStore, sender: str, events: list[Event]) -> DialogueStateTracker:
    tracker = DialogueStateTracker.from_events(sender, events, DOMAIN.slots)
    asyncio.run(store.save(tracker))
    return tracker


def _load(store: ForgettingTrackerStore, sender: str) -> Any:
    return asyncio.run(store.retrieve(sender))


def _texts(tracker: DialogueStateTracker) -> list[str]:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def _rows(path: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as database:
        return database.execute("SELECT sender_id, data FROM events ORDER BY id").fetchall()


def test_an_unknown_conversation_is_none(store: ForgettingTrackerStore) -> None:
    assert _load(store, "nobody") is None


@pytest.mark.parametrize(
    "text", ["hei", "", "🏠😢", "صاحب البيت", "'); DROP TABLE events;--", "x" * 10_000, "a\nb\x00c"]
)
def test_what_was_saved_comes_back(text: str, store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said(text))
    assert _texts(_load(store, "person")) == [text]


def test_every_kind_of_event_comes_back(store: ForgettingTrackerStore) -> None:
    events = [
        ActionExecuted("action_listen"),
        *_said("hei"),
        SlotSet("current_article", "deposit"),
        BotUttered("hallo"),
    ]
    _save(store, "person", events)
    assert [event.type_name for event in _load(store, "person").events] == ["action", "user", "slot", "bot"]


def test_slots_come_back(store: ForgettingTrackerStore) -> None:
    _save(store, "person", [SlotSet("current_article", "deposit")])
    assert _load(store, "person").get_slot("current_article") == "deposit"


def test_the_language_and_vector_of_a_message_come_back(store: ForgettingTrackerStore) -> None:
    parse_data: Any = {"locale": "uk", "vector": "AAAA", "safety": [], "text": "hei"}
    _save(store, "person", [UserUttered("hei", parse_data=parse_data)])
    assert _load(store, "person").events[0].parse_data["locale"] == "uk"


def test_conversations_are_kept_apart(store: ForgettingTrackerStore) -> None:
    _save(store, "one", _said("første"))
    _save(store, "two", _said("andre"))
    assert (_texts(_load(store, "one")), _texts(_load(store, "two"))) == (["første"], ["andre"])


def test_only_new_events_are_written(store: ForgettingTrackerStore, path: Path) -> None:
    tracker = _save(store, "person", _said("en"))
    tracker.update(_said("to")[0])
    asyncio.run(store.save(tracker))
    asyncio.run(store.save(tracker))
    assert len(_rows(path)) == 2


def test_a_loaded_conversation_goes_on(store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said("en"))
    tracker = _load(store, "person")
    tracker.update(_said("to")[0])
    asyncio.run(store.save(tracker))
    assert _texts(_load(store, "person")) == ["en", "to"]


def test_a_long_conversation_is_loaded_from_its_end(store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said(*map(str, range(_LOADED_EVENTS + 30))))
    assert _texts(_load(store, "person")) == [str(number) for number in range(30, _LOADED_EVENTS + 30)]


def test_a_long_conversation_goes_on_where_it_ended(store: ForgettingTrackerStore, path: Path) -> None:
    _save(store, "person", _said(*map(str, range(_LOADED_EVENTS + 30))))
    tracker = _load(store, "person")
    tracker.update(_said("sist")[0])
    asyncio.run(store.save(tracker))
    assert len(_rows(path)) == _LOADED_EVENTS + 31


def test_the_whole_of_a_long_conversation_can_be_had(store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said(*map(str, range(_LOADED_EVENTS + 30))))
    tracker = asyncio.run(store.retrieve_full_tracker("person"))
    assert tracker is not None
    assert len(tracker.events) == _LOADED_EVENTS + 30


def test_another_process_finds_what_was_saved(store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said("hei"))
    assert _texts(_load(ForgettingTrackerStore(DOMAIN), "person")) == ["hei"]


def test_rasa_gets_or_makes_a_tracker(store: ForgettingTrackerStore) -> None:
    tracker = asyncio.run(store.get_or_create_tracker("new", append_action_listen=False))
    assert (tracker.sender_id, list(tracker.events)) == ("new", [])


def test_conversations_are_listed(store: ForgettingTrackerStore) -> None:
    _save(store, "one", _said("a", "b"))
    _save(store, "two", _said("c"))
    assert sorted(asyncio.run(store.keys())) == ["one", "two"]


def test_a_forgotten_conversation_is_unknown(store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said("hei"))
    asyncio.run(store.forget("person"))
    assert _load(store, "person") is None


def test_forgetting_leaves_the_others(store: ForgettingTrackerStore) -> None:
    _save(store, "one", _said("første"))
    _save(store, "two", _said("andre"))
    asyncio.run(store.forget("one"))
    assert _texts(_load(store, "two")) == ["andre"]


def test_forgetting_what_is_unknown_changes_nothing(store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said("hei"))
    asyncio.run(store.forget("nobody"))
    assert list(asyncio.run(store.keys())) == ["person"]


def test_a_forgotten_conversation_can_begin_anew(store: ForgettingTrackerStore) -> None:
    _save(store, "person", _said("før"))
    asyncio.run(store.forget("person"))
    _save(store, "person", _said("etter"))
    assert _texts(_load(store, "person")) == ["etter"]


def test_nothing_of_a_forgotten_conversation_is_left_in_the_files(store: ForgettingTrackerStore, path: Path) -> None:
    _save(store, "person", _said("hemmelighetsord"))
    asyncio.run(store.forget("person"))
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"hemmelighetsord" not in left


def test_the_file_is_made_with_its_folder(store: ForgettingTrackerStore, path: Path) -> None:
    assert path.exists()


def test_only_the_conversation_and_its_events_are_kept(store: ForgettingTrackerStore, path: Path) -> None:
    with sqlite3.connect(path) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(events)")]
    assert columns == ["id", "sender_id", "data"]


def test_a_long_conversation_forgets_no_slot_and_no_form(store: ForgettingTrackerStore) -> None:
    before = [
        ActiveLoop("guide_form"),
        SlotSet("guide", "deposit"),
        SlotSet("guide_answers", {"when": "now"}),
        SlotSet("guide_answers", {"when": "before"}),
    ]
    _save(store, "person", [*before, *_said(*map(str, range(3 * _LOADED_EVENTS)))])
    tracker = _load(store, "person")
    assert tracker.get_slot("guide") == "deposit"
    assert tracker.get_slot("guide_answers") == {"when": "before"}
    assert tracker.active_loop_name == "guide_form"
    assert len(tracker.events) == _LOADED_EVENTS + 3


def test_what_is_saved_after_a_long_conversation_is_saved_once(store: ForgettingTrackerStore, path: Path) -> None:
    _save(store, "person", [SlotSet("guide", "deposit"), *_said(*map(str, range(_LOADED_EVENTS)))])
    stored = len(_rows(path))
    tracker = _load(store, "person")
    tracker.update(SlotSet("guide", None), DOMAIN)
    asyncio.run(store.save(tracker))
    assert len(_rows(path)) == stored + 1
    assert _load(store, "person").get_slot("guide") is None


def test_a_form_that_has_ended_stays_ended(store: ForgettingTrackerStore) -> None:
    before = [ActiveLoop("guide_form"), ActiveLoop(None)]
    _save(store, "person", [*before, *_said(*map(str, range(_LOADED_EVENTS)))])
    assert _load(store, "person").active_loop_name is None
