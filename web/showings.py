"""Links by which a helper reads a conversation: one for each conversation at most, for a while, and for reading alone."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from web.digest import digest
from web.tables import conversations, showings


@dataclass(frozen=True, slots=True)
class Showing:
    """The conversation that a link shows, and the moment when it ends, in UTC."""

    conversation_id: str
    site: str
    ends_at: datetime


class Showings:
    """The links, known by the digests of their secrets; `begin` opens a transaction of the store."""

    def __init__(self, begin: Callable[[], Any], hours: int) -> None:
        self._begin, self._lifetime = begin, timedelta(hours=hours)

    def start(self, conversation_id: str) -> tuple[str, datetime] | None:
        """The secret of a new link, and when it ends; the link before it ends now. None where nothing is to be shown."""
        secret = secrets.token_urlsafe(32)
        ends_at = (datetime.utcnow() + self._lifetime).replace(microsecond=0)
        row = {"conversation_id": conversation_id, "secret_hash": digest(secret), "ends_at": ends_at}
        alive = sa.and_(conversations.c.id == conversation_id, conversations.c.expires_at > datetime.utcnow())
        with self._begin() as connection:
            _drop(connection, conversation_id)
            if not connection.execute(sa.select(conversations.c.id).where(alive)).first():
                return None  # erased or ended meanwhile
            connection.execute(showings.insert().values(**row))
        return secret, ends_at

    def ends_at(self, conversation_id: str) -> datetime | None:
        """When the conversation's link ends; None when it has none, or none any more."""
        query = sa.select(showings.c.ends_at).where(
            showings.c.conversation_id == conversation_id, showings.c.ends_at > datetime.utcnow()
        )
        with self._begin() as connection:
            found: datetime | None = connection.execute(query).scalar()
        return found

    def end(self, conversation_id: str) -> None:
        """The link shows nothing from now on."""
        with self._begin() as connection:
            _drop(connection, conversation_id)

    def find(self, secret: str) -> Showing | None:
        """What the link shows; None when it ended, or never was: nobody is told which."""
        now = datetime.utcnow()
        query = (
            sa.select(conversations.c.id, conversations.c.site, showings.c.ends_at)
            .join(showings, showings.c.conversation_id == conversations.c.id)
            .where(showings.c.secret_hash == digest(secret), showings.c.ends_at > now, conversations.c.expires_at > now)
        )
        with self._begin() as connection:
            row = connection.execute(query).first()
        return None if row is None else Showing(*row)

    def drop_ended(self) -> int:
        """Forget the links whose time is over; returns how many."""
        with self._begin() as connection:
            gone = connection.execute(showings.delete().where(showings.c.ends_at <= datetime.utcnow()))
        return int(gone.rowcount)


def _drop(connection: sa.engine.Connection, conversation_id: str) -> None:
    connection.execute(showings.delete().where(showings.c.conversation_id == conversation_id))
