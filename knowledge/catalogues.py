"""Compiling message catalogues, and checking that they are complete and used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from knowledge.messages import DOMAIN


def catalogue_path(locales_dir: Path, locale: str) -> Path:
    """Where the catalogue of one language lies."""
    return locales_dir / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue_paths(locales_dir: Path) -> list[Path]:
    """Every catalogue of the folder."""
    return sorted(locales_dir.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read_catalogue(path: Path) -> Catalog:
    """One catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def compile_stale(locales_dir: Path) -> list[str]:
    """Compile the catalogues whose .mo is missing or older; returns their locales."""
    compiled = []
    for path in catalogue_paths(locales_dir):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        with target.open("wb") as file:
            write_mo(file, read_catalogue(path))
        compiled.append(path.parent.parent.name)
    return compiled


def messages_of(path: Path) -> dict[str, str]:
    """Message id -> translation, the header left out."""
    return {str(m.id): str(m.string or "") for m in read_catalogue(path) if m.id}


def fuzzy_in(path: Path) -> Iterator[str]:
    """Ids marked fuzzy."""
    return (str(m.id) for m in read_catalogue(path) if m.id and m.fuzzy)
