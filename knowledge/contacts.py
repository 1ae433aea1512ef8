"""Services a person can turn to, with phone, address and hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.fields import Fields, read_rows

_MORE = ("about", "hours", "phone", "text_phone", "url", "kind")


@dataclass(frozen=True, slots=True)
class Contact:
    """A service; the texts are per locale, with English and then Bokmål as fallback."""

    id: str
    names: dict[str, str]
    about: dict[str, str]
    hours: dict[str, str]
    phone: str | None
    url: str | None
    source_url: str | None  # where the phone number can be read; None when there is no phone
    read: date
    kind: str

    def localised(self, locale: str) -> dict[str, str | None]:
        """The contact as the chat API gives it."""
        return {
            "id": self.id,
            "name": _in(self.names, locale),
            "about": _in(self.about, locale),
            "phone": self.phone,
            "url": self.url,
            "hours": _in(self.hours, locale) if self.hours else None,
        }


def _in(texts: dict[str, str], locale: str) -> str:
    for candidate in (locale, "en", "nb"):
        if candidate in texts:
            return texts[candidate]
    return ""


def read_contacts(path: Path) -> dict[str, Contact]:
    """Read contacts.yaml; raises ContentError naming the contact and the key that cannot be used."""
    rows = read_rows(path, "the contact", needed=("name", "source"), more=_MORE)
    return {key: _contact(key, fields) for key, fields in rows.items()}


def _contact(key: str, fields: Fields) -> Contact:
    names = fields.texts_by_name("name")
    if not names:
        raise fields.error("needs a name in at least one language")
    source = fields.mapping("source", needed=("read",))
    return Contact(
        id=key,
        names=names,
        about=fields.texts_by_name("about"),
        hours=fields.texts_by_name("hours"),
        phone=fields.text_or("phone", None),
        url=fields.text_or("url", None),
        source_url=source.text_or("url", None),
        read=source.day("read"),
        kind=fields.text_or("kind", "office"),
    )
