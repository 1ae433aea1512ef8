"""Embedding organisations and their settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.yaml_file import read_mapping

DEFAULT_SITE = "bovett"


@dataclass(frozen=True, slots=True)
class Site:
    """One organisation that embeds the assistant."""

    id: str
    name: str
    contacts: tuple[str, ...]  # shown first when nothing in the articles fits
    locale: str | None


def read_sites(folder: Path) -> dict[str, Site]:
    """Every <id>.yaml of the folder."""
    sites = {}
    for path in sorted(folder.glob("*.yaml")):
        row = read_mapping(path)
        sites[path.stem] = Site(path.stem, row["name"], tuple(row.get("contacts") or ()), row.get("locale"))
    return sites
