"""Which coverage rows have articles, per language."""

from __future__ import annotations

from pathlib import Path

from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.yaml_file import read_mapping


def print_coverage(settings: Settings, file: str | None) -> int:
    """Print every row with its articles per locale; returns 1 when an article names a row that does not exist."""
    library = Library.read(settings.content_dir)
    covered: dict[str, dict[str, list[str]]] = {}
    for article in library.articles.values():
        for row in article.covers:
            for locale in article.texts:
                covered.setdefault(row, {}).setdefault(locale, []).append(article.id)
    rows = _rows(Path(file)) if file else sorted(covered)
    for row in rows:
        languages = covered.get(row, {})
        shown = "  ".join(f"{locale}:{','.join(ids)}" for locale, ids in sorted(languages.items()))
        print(f"{row:50} {shown or '-'}")
    print(f"{sum(row in covered for row in rows)} of {len(rows)} rows have an article")
    unknown = sorted(set(covered) - set(rows))
    for row in unknown:
        print(f"unknown row: {row}")
    return 1 if unknown else 0


def _rows(path: Path) -> list[str]:
    return [row["id"] for rows in read_mapping(path).values() for row in rows]
