"""Which coverage rows have articles, per language: printed, checked, and made into a page of the docs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.yaml_file import read_mapping

REQUIRED = ("nb", "nn", "en")  # every row has an article in these languages
COVERAGE_FILE = "coverage.yaml"  # in the content folder


@dataclass(frozen=True)
class Coverage:
    """The rows, in order, with the articles that answer each: row -> locale -> article ids."""

    rows: tuple[str, ...]
    articles: dict[str, dict[str, list[str]]]

    @classmethod
    def of(cls, library: Library, file: Path) -> Coverage:
        """Join a list of rows with the library's articles."""
        articles: dict[str, dict[str, list[str]]] = {}
        for article in library.articles.values():
            for row in article.covers:
                for locale in article.texts:
                    articles.setdefault(row, {}).setdefault(locale, []).append(article.id)
        rows = tuple(row["id"] for group in read_mapping(file).values() for row in group)
        return cls(rows, articles)

    def gaps(self, locales: tuple[str, ...] = REQUIRED) -> list[str]:
        """A line for every row that has no article in one of the languages."""
        return [
            f"{row} has no article in {locale}"
            for row in self.rows
            for locale in locales
            if not self.articles.get(row, {}).get(locale)
        ]

    def unknown(self) -> list[str]:
        """Rows that articles name and the list does not have."""
        return sorted(set(self.articles) - set(self.rows))

    def table(self, library: Library) -> str:
        """The page of the docs, in Markdown: a row, its article, and the languages it is written in."""
        locales = [language.locale for language in library.languages.served]
        lines = [
            "# Coverage",
            "",
            "Built by `make coverage`; every row of the list with the articles that answer it.",
            "",
        ]
        lines += [f"| row | articles | {' | '.join(locales)} |", f"|---|---|{'---|' * len(locales)}"]
        for row in self.rows:
            shown = self.articles.get(row, {})
            ids = sorted({item for found in shown.values() for item in found})
            marks = " | ".join("yes" if shown.get(locale) else "–" for locale in locales)
            lines.append(f"| {row} | {', '.join(ids) or '–'} | {marks} |")
        full = sum(all(self.articles.get(row, {}).get(locale) for locale in REQUIRED) for row in self.rows)
        return "\n".join([*lines, "", f"{full} of {len(self.rows)} rows in {', '.join(REQUIRED)}.", ""])


def print_coverage(settings: Settings, file: str | None, page: Path | None = None) -> int:
    """Print every row with its articles per locale; returns 1 on a gap or a row that does not exist.

    `file` is a list of rows, by default the content's own; `page` is where the page of the docs is written.
    """
    library = Library.read(settings.content_dir)
    coverage = Coverage.of(library, Path(file) if file else settings.content_dir / COVERAGE_FILE)
    for row in coverage.rows:
        languages = coverage.articles.get(row, {})
        shown = "  ".join(f"{locale}:{','.join(ids)}" for locale, ids in sorted(languages.items()))
        print(f"{row:50} {shown or '-'}")
    problems = [*coverage.gaps(), *(f"unknown row: {row}" for row in coverage.unknown())]
    print("\n".join(problems or [f"{len(coverage.rows)} of {len(coverage.rows)} rows in {', '.join(REQUIRED)}"]))
    if page:
        page.write_text(coverage.table(library), "utf-8")
        print(f"written to {page}")
    return 1 if problems else 0
