"""Reading one article folder: article.yaml and <locale>.md files with front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.article import Article, ArticleText, LawRef, Myth, Section, Source
from knowledge.errors import ContentError
from knowledge.languages import Languages
from knowledge.yaml_file import parse_yaml, read_mapping

_FENCE = "---"
_HEADING = re.compile(r"^##\s+(.+?)\s*$")
_REQUIRED = ("id", "covers", "audience", "risk", "laws", "sources", "checked_on", "contacts", "related")


def read_article(folder: Path, languages: Languages) -> Article:
    """Read an article folder; raise ContentError naming file and line of the first mistake."""
    path = folder / "article.yaml"
    row = read_mapping(path)
    missing = [key for key in _REQUIRED if key not in row]
    if missing:
        raise ContentError(path, f"these keys are missing: {', '.join(missing)}")
    texts = {}
    for file in sorted(folder.glob("*.md")):
        if not languages.knows(file.stem):
            raise ContentError(file, f"{file.stem!r} is not a language in languages.yaml")
        texts[file.stem] = read_text(file, languages)
    if not texts:
        raise ContentError(folder, "has no text in any language; write nb.md first")
    return Article(
        id=row["id"],
        topic=folder.parent.name,
        covers=tuple(row["covers"]),
        audience=row["audience"],
        risk=row["risk"],
        laws=tuple(_law(item, path) for item in row["laws"] or ()),
        sources=tuple(_source(item, path) for item in row["sources"] or ()),
        checked_on=_date(row["checked_on"], path, "checked_on"),
        deadlines=tuple(row.get("deadlines") or ()),
        contacts=tuple(row["contacts"] or ()),
        guides=tuple(row.get("guides") or ()),
        related=tuple(row["related"] or ()),
        second_reading=row.get("second_reading"),
        path=path,
        texts=texts,
    )


def read_text(path: Path, languages: Languages) -> ArticleText:
    """Read one <locale>.md; raise ContentError with the line of the mistake."""
    header, body, body_line = _split_front_matter(path)
    locale = path.stem
    questions = header.get("questions") or []
    if not all(isinstance(question, str) for question in questions):
        bad = next(question for question in questions if not isinstance(question, str))
        raise ContentError(path, f"each question must be text; put quotes around {bad!r}")
    if not isinstance(header.get("title"), str):
        raise ContentError(path, "the title is missing")
    return ArticleText(
        locale=locale,
        title=header["title"],
        questions=tuple(questions),
        myths=tuple(_myth(item, path) for item in header.get("myths") or ()),
        sections=tuple(_sections(body, body_line, languages.by_locale[locale].headings, path)),
        review=header.get("review", "drafted"),
        source_digest=header.get("source_digest"),
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
    if not isinstance(item, Mapping) or "ref" not in item:
        raise ContentError(path, f"each law needs ref and as_of, not {item!r}")
    return LawRef(item["ref"], _date(item.get("as_of"), path, f"as_of of {item['ref']}"))


def _source(item: Any, path: Path) -> Source:
    if not isinstance(item, Mapping) or not {"title", "url", "read"} <= set(item):
        raise ContentError(path, f"each source needs title, url and read, not {item!r}")
    return Source(item["title"], item["url"], _date(item["read"], path, f"read of {item['title']}"))


def _myth(item: Any, path: Path) -> Myth:
    if not isinstance(item, Mapping) or not {"says", "answer"} <= set(item):
        raise ContentError(path, "each myth needs says and answer")
    return Myth(tuple(item["says"]), str(item["answer"]))


def _date(value: Any, path: Path, name: str) -> date:
    if isinstance(value, date):
        return value
    raise ContentError(path, f"{name} must be a date like 2026-11-24, not {value!r}")
