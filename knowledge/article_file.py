"""Reading one article folder: article.yaml and <locale>.md files with front matter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from knowledge.article import REVIEWS, RISKS, Article, ArticleText, LawRef, Myth, Review, Section, Source
from knowledge.errors import ContentError
from knowledge.fields import Fields, read_fields
from knowledge.languages import Languages
from knowledge.yaml_file import parse_yaml

_FENCE = "---"
_HEADING = re.compile(r"^##\s+(.+?)\s*$")
_NEEDED = ("id", "covers", "audience", "risk", "laws", "sources", "checked_on", "contacts", "related")
_MORE = ("deadlines", "guides", "second_reading", "review_by")
_TEXT_MORE = ("source_digest", "review", "questions", "myths")


def read_article(folder: Path, languages: Languages) -> Article:
    """Read an article folder; raise ContentError naming file and line of the first mistake."""
    fields = read_fields(folder / "article.yaml", _NEEDED, _MORE)
    covers = fields.texts("covers")
    if not covers:
        raise fields.error("covers must name at least one row of coverage.yaml")
    if "#" in fields.text("id"):
        raise fields.error("id must not hold a #, which the index puts before the number of a wrong belief")
    return Article(
        id=fields.text("id"),
        topic=folder.parent.name,
        covers=covers,
        audience=fields.text("audience"),
        risk=fields.one_of("risk", RISKS),
        laws=tuple(_law(item, fields.path) for item in fields.items("laws")),
        sources=tuple(_source(item, fields.path) for item in fields.items("sources")),
        checked_on=fields.day("checked_on"),
        review_by=tuple(_review(item, fields.path) for item in fields.items("review_by")),
        deadlines=fields.texts("deadlines"),
        contacts=fields.texts("contacts"),
        guides=fields.texts("guides"),
        related=fields.texts("related"),
        second_reading=fields.mapping("second_reading").row if fields.row.get("second_reading") else None,
        path=fields.path,
        texts=_read_texts(folder, languages),
    )


def _read_texts(folder: Path, languages: Languages) -> dict[str, ArticleText]:
    files = sorted(folder.glob("*.md"))
    if not files:
        raise ContentError(folder, "has no text in any language; write nb.md first")
    for file in files:
        if not languages.knows(file.stem):
            raise ContentError(file, f"{file.stem!r} is not a language in languages.yaml")
    return {file.stem: read_text(file, languages) for file in files}


def read_text(path: Path, languages: Languages) -> ArticleText:
    """Read one <locale>.md; raise ContentError with the line of the mistake."""
    header, body, body_line = _split_front_matter(path)
    fields = Fields.of(header, path, "", needed=("title",), more=_TEXT_MORE)
    return ArticleText(
        locale=path.stem,
        title=fields.text("title"),
        questions=fields.texts("questions"),
        myths=tuple(_myth(item, path) for item in fields.items("myths")),
        sections=tuple(_sections(body, body_line, languages.by_locale[path.stem].headings, path)),
        review=fields.one_of("review", REVIEWS) if "review" in header else REVIEWS[0],
        source_digest=fields.text_or("source_digest", None),
        path=path,
    )


def _split_front_matter(path: Path) -> tuple[dict[str, Any], list[str], int]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise ContentError(path, "is not UTF-8 text") from error
    if not lines or lines[0].strip() != _FENCE:
        raise ContentError(path, "must begin with a line of three hyphens (---) before the front matter", 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == _FENCE:
            header = parse_yaml("\n".join(lines[1:number]), path, first_line=2)
            if not isinstance(header, dict):
                raise ContentError(path, "the front matter must be key: value lines", 2)
            return header, lines[number + 1 :], number + 2
    raise ContentError(path, "the front matter is not closed; add a line of three hyphens (---)", len(lines))


def _sections(lines: list[str], first_line: int, headings: dict[str, str], path: Path) -> list[Section]:
    roles = {heading: role for role, heading in headings.items()}
    found: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(lines, start=first_line):
        heading = _HEADING.match(line)
        if heading:
            found.append((heading.group(1), number, []))
        elif found:
            found[-1][2].append(line)
        elif line.strip():
            raise ContentError(path, "text must stand under a heading (## ...)", number)
    return [Section(name, roles.get(name), "\n".join(body).strip(), line) for name, line, body in found]


def _law(item: Any, path: Path) -> LawRef:
    fields = Fields.of(item, path, "each law", needed=("ref", "as_of")).named_by("ref")
    return LawRef(fields.text("ref"), fields.day("as_of"))


def _source(item: Any, path: Path) -> Source:
    fields = Fields.of(item, path, "each source", needed=("title", "url", "read")).named_by("title")
    return Source(fields.text("title"), fields.text("url"), fields.day("read"))


def _review(item: Any, path: Path) -> Review:
    fields = Fields.of(item, path, "each review_by", needed=("date", "why"))
    return Review(fields.day("date"), fields.text("why"))


def _myth(item: Any, path: Path) -> Myth:
    fields = Fields.of(item, path, "each myth", needed=("says", "answer"))
    return Myth(fields.texts("says"), fields.text("answer"))
