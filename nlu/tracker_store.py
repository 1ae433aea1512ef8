"""Rasa's tracker store on SQLite: two small statements a turn, and able to forget.

Rasa's own SQL store maps every event through an ORM and counts rows several times a turn, which
took 10 ms of each turn here (py-spy); docs/adr/0006-tracker-store.md says what that costs and saves.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

from knowledge.settings import Settings

# Enough for what was said lately; loading more would make long conversations slow. What was remembered before goes along.
_LOADED_EVENTS = 120
_REMEMBERED = ("slot", "active_loop")
_TABLE = """
CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, sender_id TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS events_by_sender ON events (sender_id, id);
"""
_LATEST = "SELECT id, data FROM events WHERE sender_id = ? ORDER BY id DESC LIMIT ?"
_BEFORE = """
SELECT data FROM events WHERE sender_id = ? AND id < ? AND json_extract(data, '$.event') IN (?, ?) ORDER BY id
"""
# Finds the last event of each conversation by the index alone; dates are read of those only.
_SILENT = """
SELECT sender_id FROM events
WHERE id IN (SELECT MAX(id) FROM events WHERE sender_id >= ? AND sender_id < ? GROUP BY sender_id)
AND json_extract(data, '$.timestamp') < ? ORDER BY id LIMIT ?
"""


class ForgettingTrackerStore(TrackerStore, SerializedTrackerAsText):
    """Keeps the events of conversations in the settings' SQLite file; `forget` erases one."""

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self._database = _opened(Settings.from_env(os.environ).tracker_path)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the events that are new since the tracker was loaded or last saved."""
        await self.stream_events(tracker)
        stored = getattr(tracker, "stored_events", 0)
        events = list(tracker.events)
        rows = [(tracker.sender_id, json.dumps(event.as_dict())) for event in events[stored:]]
        with self._database:
            self._database.executemany("INSERT INTO events (sender_id, data) VALUES (?, ?)", rows)
        tracker.stored_events = len(events)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker with its latest events, or None when nothing is known of the conversation."""
        return self._loaded(sender_id, _LOADED_EVENTS)

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The tracker with every event."""
        return self._loaded(conversation_id, -1)

    async def keys(self) -> Iterator[str]:
        """Ids of all conversations."""
        rows = self._database.execute("SELECT DISTINCT sender_id FROM events").fetchall()
        return iter([row[0] for row in rows])

    async def forget(self, conversation_id: str) -> None:
        """Erase every event of a conversation; nothing happens when there is none."""
        with self._database:
            self._database.execute("DELETE FROM events WHERE sender_id = ?", (conversation_id,))
        # The log still holds what was written before; this empties it.
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def forget_silent(self, prefix: str, since: float, most: int) -> int:
        """Erase at most so many conversations whose ids begin so and whose last event is older; returns how many."""
        # The first text behind all that begin so.
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        silent = [row[0] for row in self._database.execute(_SILENT, (prefix, end, since, most))]
        for conversation_id in silent:
            await self.forget(conversation_id)
        return len(silent)

    def _loaded(self, sender_id: str, limit: int) -> DialogueStateTracker | None:
        rows = self._database.execute(_LATEST, (sender_id, limit)).fetchall()
        if not rows:
            return None
        latest = [json.loads(data) for _, data in reversed(rows)]
        events = [*self._remembered(sender_id, before=rows[-1][0]), *latest] if len(rows) == limit else latest
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        tracker.stored_events = len(tracker.events)
        return tracker

    def _remembered(self, sender_id: str, before: int) -> list[dict[str, Any]]:
        """The last value of every slot, and the form that ran: a guide must not lose its answers in a long conversation."""
        last: dict[tuple[str, str | None], dict[str, Any]] = {}
        for (data,) in self._database.execute(_BEFORE, (sender_id, before, *_REMEMBERED)):
            event = json.loads(data)
            last[event["event"], event["name"] if event["event"] == "slot" else None] = event
        return sorted(last.values(), key=lambda event: float(event.get("timestamp") or 0.0))


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Rasa serves all conversations from one thread; other threads only start and stop the server.
    database = sqlite3.connect(path, timeout=3, check_same_thread=False)
    # Write-ahead logging: a turn costs no full sync, and a crash loses at most the last turn, never the file.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        database.execute(f"PRAGMA {pragma}")
    database.executescript(_TABLE)
    return database
