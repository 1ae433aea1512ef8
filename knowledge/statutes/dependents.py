"""Which articles, texts, guides, letters and deadlines rest on a section of law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.article import Article, ArticleText
from knowledge.errors import KnowledgeError
from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.statutes.act_text import bare_number
from knowledge.statutes.citations import Citation, cited_sections


@dataclass(frozen=True, slots=True)
class Dependent:
    """Something that cites a section.

    An `article` (its list of laws), a `text` of one in one language, a `guide`, a `letter` in all its languages,
    or a `deadline`.
    """

    kind: str
    name: str  # id of the article, "<id> <locale>" of a text, id of the guide or letter, name of the deadline
    path: Path | None
    lines: tuple[int, ...] = (1,)  # of the parts of a text that cite it
    checked: date | None = None  # the day it was last compared with the law; None when nobody wrote it down


def dependents(library: Library) -> dict[Citation, list[Dependent]]:
    """Everything that cites a section, by section."""
    found: dict[Citation, list[Dependent]] = {}
    for citation, dependent in _all(library):
        if dependent not in found.setdefault(citation, []):
            found[citation].append(dependent)
    return found


def _all(library: Library) -> Iterator[tuple[Citation, Dependent]]:
    for article in library.articles.values():
        listed = [citation for law in article.laws for citation in _cited(library.laws, law.ref)]
        named = Dependent("article", article.id, article.path, checked=article.checked_on)
        yield from ((citation, named) for citation in listed)
        for text in article.texts.values():
            yield from _in_text(article, text, library.laws, listed)
    for guide in library.guides.values():
        named = Dependent("guide", guide.id, guide.path, checked=guide.checked_on)
        yield from ((citation, named) for ref in guide.laws for citation in _cited(library.laws, ref))
    for letter in library.letters.values():
        for law in letter.citations:
            named = Dependent("letter", letter.id, letter.path, checked=law.as_of)
            yield from ((citation, named) for citation in _cited(library.laws, law.ref))
    yield from _deadlines(library)


def _deadlines(library: Library) -> Iterator[tuple[Citation, Dependent]]:
    path = library.content_dir / "deadlines.yaml"
    line_of = {line.partition(":")[0]: n for n, line in enumerate(path.read_text("utf-8").splitlines(), start=1)}
    for name, row in library.deadlines.items():
        as_of = row.get("as_of")
        checked = as_of if isinstance(as_of, date) else None
        named = Dependent("deadline", name, path, (line_of.get(name, 1),), checked)
        yield from ((citation, named) for citation in _cited(library.laws, str(row.get("ref"))))


def _cited(laws: Laws, ref: str) -> Iterator[Citation]:
    """The section of a reference; none for one that the linter reports."""
    try:
        act, number = laws.parse(ref)
    except KnowledgeError:
        return
    yield Citation(act.name, bare_number(number))


def _in_text(
    article: Article, text: ArticleText, laws: Laws, listed: list[Citation]
) -> Iterator[tuple[Citation, Dependent]]:
    """Citations in what a text says; sample questions are what people say."""
    found: dict[Citation, list[int]] = {}
    for line, words in _parts(text):
        for citation in sorted(cited_sections(words, laws, listed)):
            found.setdefault(citation, []).append(line)
    for citation, lines in found.items():
        parts = tuple(dict.fromkeys(lines))
        yield citation, Dependent("text", f"{article.id} {text.locale}", text.path, parts, article.checked_on)


def _parts(text: ArticleText) -> Iterator[tuple[int, str]]:
    yield 1, text.title
    for myth in text.myths:
        yield 1, myth.answer
    for section in text.sections:
        yield section.line, f"{section.heading}\n{section.body}"
