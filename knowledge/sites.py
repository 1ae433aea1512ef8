"""Embedding organisations and their settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.fields import read_fields

DEFAULT_SITE = "bovett"


@dataclass(frozen=True, slots=True)
class Site:
    """One organisation that embeds the assistant."""

    id: str
    name: str
    contacts: tuple[str, ...]  # shown first when nothing in the articles fits
    locale: str | None


def read_sites(folder: Path) -> dict[str, Site]:
    """Every <id>.yaml of the folder; raises ContentError naming the file and the key that cannot be used."""
    sites = {}
    for path in sorted(folder.glob("*.yaml")):
        fields = read_fields(path, needed=("name",), more=("contacts", "locale"))
        sites[path.stem] = Site(
            path.stem, fields.text("name"), fields.texts("contacts"), fields.text_or("locale", None)
        )
    return sites
