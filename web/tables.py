"""The tables of the conversation database."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()
conversations = sa.Table(
    "conversations",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("token_hash", sa.String(64), nullable=False),
    sa.Column("locale", sa.String(8)),  # the language last spoken
    sa.Column("chosen_locale", sa.String(8)),  # the person's own choice, which no guess overrules
    sa.Column("site", sa.String(64), nullable=False),
    sa.Column("expires_at", sa.DateTime, nullable=False),
)
messages = sa.Table(
    "messages",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.String(32), nullable=False, unique=True),
    sa.Column("conversation_id", sa.String(32), nullable=False, index=True),
    sa.Column("said_by", sa.String(9), nullable=False),  # "person" or "assistant"
    sa.Column("body", sa.Text, nullable=False),  # JSON: {"text"} or a reply
    sa.Column("said_at", sa.DateTime, nullable=False),
)
feedback = sa.Table(
    "feedback",
    metadata,
    sa.Column("reply_id", sa.String(32), primary_key=True),
    sa.Column("conversation_id", sa.String(32), nullable=False, index=True),
    sa.Column("helpful", sa.Boolean, nullable=False),
    sa.Column("comment", sa.Text),
    sa.Column("given_at", sa.DateTime, nullable=False),
)
showings = sa.Table(
    "showings",
    metadata,
    sa.Column("conversation_id", sa.String(32), primary_key=True),  # so that no conversation has two links
    sa.Column("secret_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("ends_at", sa.DateTime, nullable=False),
)
