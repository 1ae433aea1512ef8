"""Filling {{names}} in curated texts with current figures and phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from knowledge.errors import UnknownPlaceholder
from knowledge.library import Library
from knowledge.messages import Messages

_PLACEHOLDER = re.compile(r"\{\{\s*([\w:.-]+)\s*\}\}")
_CONTACT = "contact:"


def names_in(text: str) -> Iterator[str]:
    """Every placeholder name in the text."""
    return (match.group(1) for match in _PLACEHOLDER.finditer(text))


def is_known(name: str, library: Library) -> bool:
    """Whether a placeholder can be filled."""
    if name.startswith(_CONTACT):
        contact = library.contacts.get(name.removeprefix(_CONTACT))
        return contact is not None and contact.phone is not None
    return name in library.figures


def filled(text: str, locale: str, library: Library, messages: Messages, today: date) -> str:
    """The text with every placeholder replaced; raises UnknownPlaceholder."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if not is_known(name, library):
            raise UnknownPlaceholder(f"{{{{{name}}}}} names no constant and no contact with a phone number")
        if name.startswith(_CONTACT):
            return str(library.contacts[name.removeprefix(_CONTACT)].phone)
        return library.figures[name].rendered(locale, messages, today)

    return _PLACEHOLDER.sub(value, text)
