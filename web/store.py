"""Conversations, their messages and feedback in SQL; SQLite by default, PostgreSQL when grown up."""

from __future__ import annotations

import hmac
import json
import os
import secrets
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from web.digest import digest
from web.showings import Showings
from web.tables import conversations, feedback, messages, metadata, showings

_ENDED = datetime(2000, 1, 1)  # long before any conversation: ended by the person


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation; the token itself is known to the person alone."""

    id: str
    locale: str | None
    chosen_locale: str | None
    site: str
    expires_at: datetime  # UTC; each reply puts it off

    @property
    def expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at < datetime.utcnow()


class ConversationStore:
    """Keeps conversations; SQLAlchemy errors come through and become "storage unavailable" at the edge."""

    def __init__(self, url: str, lifetime_days: int, showing_hours: int = 24) -> None:
        self._lifetime = timedelta(days=lifetime_days)
        self.showings = Showings(self._begin, showing_hours)
        is_sqlite = url.startswith("sqlite")
        arguments = {"timeout": 2, "check_same_thread": False} if is_sqlite else {}
        # Parameters are hidden so that an error never carries the text of a message into a log.
        self._engine: Engine = sa.create_engine(
            url,
            future=True,
            hide_parameters=True,
            connect_args=arguments,
            pool_pre_ping=not is_sqlite,
            # Closing SQLite's last connection moves its log into the file: with one connection a statement, as
            # SQLAlchemy 1.4 does for files, that cost a tenth of each turn.
            poolclass=sa.pool.QueuePool,
        )
        if is_sqlite:
            sa.event.listen(self._engine, "connect", self._prepare_sqlite)
            sa.event.listen(self._engine, "checkout", _check_sqlite)
        self._tables_made = False

    def start(self, locale: str | None, chosen: bool, site: str) -> tuple[Conversation, str]:
        """A new conversation and its secret token."""
        token = secrets.token_urlsafe(32)
        row: dict[str, Any] = {
            "id": uuid.uuid4().hex,
            "token_hash": digest(token),
            "locale": locale,
            "chosen_locale": locale if chosen else None,
            "site": site,
            "expires_at": datetime.utcnow() + self._lifetime,
        }
        with self._begin() as connection:
            connection.execute(conversations.insert().values(**row))
        return Conversation(row["id"], locale, row["chosen_locale"], site, row["expires_at"]), token

    def find(self, conversation_id: str, token: str) -> Conversation | None:
        """The conversation, or None when there is none of that id or the token is not its own."""
        query = sa.select(conversations).where(conversations.c.id == conversation_id)
        with self._begin() as connection:
            row = connection.execute(query).mappings().first()
        if row is None or not hmac.compare_digest(row["token_hash"], digest(token)):
            return None
        return Conversation(row["id"], row["locale"], row["chosen_locale"], row["site"], row["expires_at"])

    def add_message(self, conversation_id: str, text: str) -> str:
        """Keep what the person said, personal data already masked; returns its id. An erased conversation keeps nothing."""
        message_id = uuid.uuid4().hex
        with self._begin() as connection:
            if _held(connection, conversation_id):
                _add(connection, conversation_id, "person", [{"id": message_id, "text": text}])
        return message_id

    def add_replies(self, conversation_id: str, replies: list[dict[str, Any]], locale: str, chosen: str | None) -> bool:
        """Keep the replies, and the language spoken; the conversation lives on from now.

        False, and nothing is kept, when the conversation was erased or ended meanwhile.
        """
        values: dict[str, Any] = {"locale": locale, "expires_at": datetime.utcnow() + self._lifetime}
        if chosen:
            values["chosen_locale"] = chosen
        alive = sa.and_(conversations.c.id == conversation_id, conversations.c.expires_at > _ENDED)
        with self._begin() as connection:
            kept = bool(connection.execute(conversations.update().where(alive).values(**values)).rowcount)
            if kept:
                _add(connection, conversation_id, "assistant", replies)
        return kept

    def expire(self, conversation_id: str) -> None:
        """End the conversation now: nothing opens it any more, and tidying erases it here and in Rasa."""
        with self._begin() as connection:
            connection.execute(showings.delete().where(showings.c.conversation_id == conversation_id))
            ended = conversations.update().where(conversations.c.id == conversation_id)
            connection.execute(ended.values(expires_at=_ENDED))

    def transcript(self, conversation_id: str) -> list[dict[str, Any]]:
        """Everything said, oldest first."""
        query = sa.select(messages).where(messages.c.conversation_id == conversation_id).order_by(messages.c.number)
        with self._begin() as connection:
            rows = connection.execute(query).mappings().all()
        return [
            {"said_by": r["said_by"], "said_at": f"{r['said_at'].isoformat()}Z", **json.loads(r["body"])} for r in rows
        ]

    def opinions(self, conversation_id: str) -> list[dict[str, Any]]:
        """What the person said of replies, oldest first."""
        query = sa.select(feedback).where(feedback.c.conversation_id == conversation_id).order_by(feedback.c.given_at)
        with self._begin() as connection:
            rows = connection.execute(query).mappings().all()
        return [
            {
                "reply_id": row["reply_id"],
                "helpful": row["helpful"],
                "comment": row["comment"],
                "given_at": f"{row['given_at'].isoformat()}Z",
            }
            for row in rows
        ]

    def has_reply(self, conversation_id: str, reply_id: str) -> bool:
        """Whether the reply was given in this conversation."""
        query = sa.select(messages.c.id).where(
            messages.c.conversation_id == conversation_id,
            messages.c.id == reply_id,
            messages.c.said_by == "assistant",
        )
        with self._begin() as connection:
            return connection.execute(query).first() is not None

    def add_feedback(self, conversation_id: str, reply_id: str, helpful: bool, comment: str | None) -> None:
        """Keep an opinion on a reply; a second one replaces the first. An erased conversation keeps none."""
        with self._begin() as connection:
            if not _held(connection, conversation_id):
                return
            connection.execute(feedback.delete().where(feedback.c.reply_id == reply_id))
            connection.execute(
                feedback.insert().values(
                    reply_id=reply_id,
                    conversation_id=conversation_id,
                    helpful=helpful,
                    comment=comment,
                    given_at=datetime.utcnow(),
                )
            )

    def erase(self, conversation_id: str) -> None:
        """Delete the conversation with all it holds."""
        with self._begin() as connection:
            # First, so that whoever is adding to it is waited for: see `_held`.
            connection.execute(conversations.delete().where(conversations.c.id == conversation_id))
            for table in (messages, feedback, showings):
                connection.execute(table.delete().where(table.c.conversation_id == conversation_id))
        self._empty_log()

    def expired_ids(self, most: int) -> list[str]:
        """At most so many conversations whose time is over, the oldest first."""
        expires_at = conversations.c.expires_at
        query = sa.select(conversations.c.id).where(expires_at < datetime.utcnow()).order_by(expires_at).limit(most)
        with self._begin() as connection:
            return [row[0] for row in connection.execute(query)]

    def is_writable(self) -> bool:
        """Whether the database takes writes now."""
        try:
            with self._begin() as connection:
                connection.execute(feedback.delete().where(feedback.c.reply_id == ""))
            return True
        except sa.exc.SQLAlchemyError:
            return False

    def _empty_log(self) -> None:
        """Take what was written before out of SQLite's log, which would hold it until it is overwritten some day."""
        if self._engine.dialect.name != "sqlite":
            return
        with suppress(sa.exc.SQLAlchemyError), self._engine.connect() as connection:  # the rows are gone already
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def _prepare_sqlite(self, connection: Any, record: Any) -> None:
        record.info["file"] = _file_of(connection)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "busy_timeout=2000"):
            connection.execute(f"PRAGMA {pragma}")
        self._tables_made = False  # the file may be a new one

    def _begin(self) -> Any:
        # Tables are made on first use, not at start, so that a database that is down does not keep the service down.
        if not self._tables_made:
            metadata.create_all(self._engine)
            self._tables_made = True
        return self._engine.begin()


def _held(connection: sa.engine.Connection, conversation_id: str) -> bool:
    """Whether the conversation is there; nobody erases it before the transaction ends.

    A row that was only read could be erased before something is added to it, which nothing would ever erase then.
    """
    row = conversations.update().where(conversations.c.id == conversation_id)
    return bool(connection.execute(row.values(site=conversations.c.site)).rowcount)


def _add(connection: sa.engine.Connection, conversation_id: str, said_by: str, bodies: list[dict[str, Any]]) -> None:
    rows = [
        {
            "id": body["id"],
            "conversation_id": conversation_id,
            "said_by": said_by,
            "body": json.dumps(body, ensure_ascii=False),
            "said_at": datetime.utcnow(),
        }
        for body in bodies
    ]
    if rows:
        connection.execute(messages.insert(), rows)


def _check_sqlite(connection: Any, record: Any, _: Any) -> None:
    """Give up a connection whose file was removed or replaced: what it wrote would be lost without a word."""
    if record.info["file"] != _file_of(connection):
        raise sa.exc.DisconnectionError("the database file is another one now")


def _file_of(connection: Any) -> tuple[int, int] | None:
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
