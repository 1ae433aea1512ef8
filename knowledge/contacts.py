"""Services a person can turn to, with phone, address and hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.errors import ContentError
from knowledge.yaml_file import read_mapping


@dataclass(frozen=True, slots=True)
class Contact:
    """A service; the texts are per locale, with English and then Bokmål as fallback."""

    id: str
    names: dict[str, str]
    about: dict[str, str]
    hours: dict[str, str]
    phone: str | None
    url: str | None
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
    """Read contacts.yaml; raises ContentError naming the contact that is incomplete."""
    return {key: _contact(key, row, path) for key, row in read_mapping(path).items()}


def _contact(key: str, row: dict[str, Any], path: Path) -> Contact:
    try:
        return Contact(
            id=key,
            names=row["name"],
            about=row.get("about") or {},
            hours=row.get("hours") or {},
            phone=row.get("phone"),
            url=row.get("url"),
            read=row["source"]["read"],
            kind=row.get("kind", "office"),
        )
    except (KeyError, TypeError) as error:
        raise ContentError(path, f"the contact {key!r} needs name and source.read ({error})") from error
