"""Replies as the messages of Rasa's Socket.IO channel, which know text and buttons only.

Clients read the text as Markdown: lists stay lists, other line breaks are kept by two spaces before them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urljoin

from knowledge.figures import date_words

Reply = dict[str, Any]  # a reply as data: knowledge.reply.Reply.as_dict()
Say = Callable[..., str]  # (key, locale, **values) -> the words of the catalogue
_LINE_END = re.compile(r"(?<!\n)\n(?!\n|- |\d+\. )")


def messages_of(replies: list[Reply], say: Say, base: str) -> list[dict[str, Any]]:
    """The messages that show these replies, which were given at one time; `base` is where people reach our pages."""
    found: list[dict[str, Any]] = []
    for number, reply in enumerate(replies, start=1):
        texts = [_LINE_END.sub("  \n", text) for text in _texts(reply, say, base) if text]
        shown: list[dict[str, Any]] = [{"text": text} for text in texts]
        if reply.get("buttons"):
            # Clients show quick replies below the last message only; these have to stay when another reply follows.
            kind = "quick_replies" if number == len(replies) else "buttons"
            shown[-1][kind] = [_button(button) for button in reply["buttons"]]
        found += shown
    return found


def _texts(reply: Reply, say: Say, base: str) -> Iterator[str]:
    """What a person needs first comes first, as on our own page."""
    locale = reply["locale"]
    if reply.get("myth"):
        yield f"{say('chat.myth', locale)}:\n\n{reply['myth']}"
    article = reply.get("article")
    yield "\n\n".join([article["title"], reply["text"]] if article else [reply["text"]])
    yield _listed(say("chat.contacts", locale), map(_contact, reply.get("contacts") or ()))
    yield _citations(reply, say)
    for law in reply.get("law_text") or ():
        yield _law_text(law, say, locale)
    yield _listed(say("chat.attachments", locale), (_link(each, base) for each in reply.get("attachments") or ()))


def _contact(contact: dict[str, Any]) -> str:
    facts = (contact.get(key) for key in ("name", "about", "phone", "hours", "url"))
    return " · ".join(fact for fact in facts if fact)


def _citations(reply: Reply, say: Say) -> str:
    locale = reply["locale"]

    def line(citation: dict[str, str]) -> str:
        since = say("chat.as_of", locale, date=_day(citation["as_of"], locale))
        return f"{citation['ref']} – {citation['url']} ({since})"

    listed = _listed(say("chat.citations", locale), map(line, reply.get("citations") or ()))
    article = reply.get("article")
    if not listed or not article:
        return listed
    return f"{listed}\n\n{say('chat.checked', locale, date=_day(article['checked_on'], locale))}"


def _law_text(law: dict[str, Any], say: Say, locale: str) -> str:
    head = ". ".join(part for part in (law["ref"], law["heading"]) if part)
    since = say("chat.law_since", locale, date=_day(law["as_of"], locale))
    return "\n\n".join([head, *law["paragraphs"], *law["footnotes"], f"{since} {law['attribution']}"])


def _link(attachment: dict[str, str], base: str) -> str:
    """A letter's address holds what the guide knows, and is far too long to be read."""
    return f"[{attachment['title']}](<{urljoin(f'{base}/', attachment['url'])}>)"


def _button(button: dict[str, Any]) -> dict[str, str]:
    return {"content_type": "text", "title": button["title"], "payload": button["payload"]}


def _listed(heading: str, lines: Iterable[str]) -> str:
    items = [f"- {line}" for line in lines]
    return "\n".join([f"{heading}:", *items]) if items else ""


def _day(iso: str, locale: str) -> str:
    return date_words(date.fromisoformat(iso), "long", locale)
