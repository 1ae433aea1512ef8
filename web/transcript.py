"""A conversation as plain text, as the widget's own file has it (web/frontend/src/plain.js)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from knowledge.compose import Composer


def transcript_text(said: Iterable[Mapping[str, Any]], composer: Composer) -> str:
    """Everything said, oldest first, with the sections of law and the people that each answer names."""
    parts = [f"{composer.say('chat.title')} – {composer.today.isoformat()}"]
    for entry in said:
        if entry["said_by"] == "person":
            parts.append(f"{composer.say('chat.you')}:\n{entry['text']}")
        else:
            parts.append(f"{composer.say('chat.bot')}:\n{_reply_text(entry, composer)}")
    return "\n\n----\n\n".join(parts) + "\n"


def _reply_text(reply: Mapping[str, Any], composer: Composer) -> str:
    article = reply.get("article") or {}
    people = [
        ", ".join(filter(None, (contact.get(key) for key in ("name", "phone", "url", "hours"))))
        for contact in reply.get("contacts") or ()
    ]
    laws = [f"{citation['ref']} – {citation['url']}" for citation in reply.get("citations") or ()]
    parts = [
        reply.get("myth"),
        article.get("title"),
        reply["text"],
        _listed(composer.say("chat.contacts"), people),
        _listed(composer.say("chat.citations"), laws),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(heading: str, lines: list[str]) -> str:
    return "\n".join([f"{heading}:", *(f"- {line}" for line in lines)]) if lines else ""
