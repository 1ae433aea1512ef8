"""Rasa's SQL tracker store on SQLite, set up for one writer and many readers, and able to forget."""

from __future__ import annotations

import os
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain

from knowledge.settings import Settings


class ForgettingTrackerStore(SQLTrackerStore):
    """Keeps trackers in the settings' SQLite file; `forget` erases a conversation."""

    def __init__(self, domain: Domain | None = None, host: str | None = None, **kwargs: Any) -> None:
        path = Settings.from_env(os.environ).tracker_path
        path.parent.mkdir(parents=True, exist_ok=True)
        kwargs.pop("db", None)
        super().__init__(domain=domain, dialect="sqlite", db=str(path), **kwargs)
        sa.event.listen(self.engine, "connect", _prepare)
        # An error must not carry the text of a message into the log.
        self.engine.hide_parameters = True
        self.engine.dispose()  # connections opened before the listener lack its settings

    async def forget(self, conversation_id: str) -> None:
        """Erase every event of a conversation; nothing happens when there is none."""
        with self.session_scope() as session:
            session.query(self.SQLEvent).filter(self.SQLEvent.sender_id == conversation_id).delete()
            session.commit()


def _prepare(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    # Write-ahead logging: a turn costs no full sync, and a crash loses at most the last turn, never the file.
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.execute("PRAGMA busy_timeout=3000")
    cursor.close()
