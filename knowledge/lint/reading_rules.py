"""Rules for the second reading of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.article import Article
from knowledge.errors import KnowledgeError
from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.lint.finding import Finding
from knowledge.second_reading import SecondReading
from knowledge.statutes.act_text import bare_number
from knowledge.statutes.citations import Citation, cited_sections

_LETTERS = re.compile(r"(?P<number>\d+(?:-\d+)?) ?(?P<first>[a-z])\s?[–-]\s?(?:(?P=number) ?)?(?P<last>[a-z])(?!\w)")


def second_reading_recorded(article: Article, library: Library) -> Iterator[Finding]:
    """A reader who did not write the article checked it against the law, on a day, in words that are known."""
    reading = SecondReading.of_article(article)
    if reading is None:
        yield Finding(article.path, "second-reading", "no second reading is recorded")
        return
    if reading.day is None:
        message = "the second reading needs `date: 2026-11-26` (YAML takes the key `on` for true)"
        yield Finding(article.path, "second-reading", message)
    if reading.of is None:
        yield Finding(article.path, "second-reading", "`of` names no text that was read; run `bovett stamp`")


def second_reading_fresh(article: Article, library: Library) -> Iterator[Finding]:
    """The Bokmål text is the one that was read."""
    reading = SecondReading.of_article(article)
    if reading and reading.of and not reading.is_of(article):
        message = (
            "nb.md has changed since its second reading; have it read again, then run"
            f" `bovett stamp --read-again {article.id}`"
        )
        yield Finding(article.path, "second-reading-fresh", message, is_error=False)


def second_reading_complete(article: Article, library: Library) -> Iterator[Finding]:
    """Each section that the article rests on was read."""
    reading = SecondReading.of_article(article)
    if reading is None:
        return
    read = {citation for text in reading.against for citation in _read(text, library.laws)}
    cited = ((law.ref, _citation(law.ref, library)) for law in article.laws)
    unread = [ref for ref, citation in cited if citation and citation not in read]
    if unread:
        message = f"`against` of the second reading does not name {', '.join(unread)}"
        yield Finding(article.path, "second-reading-complete", message, is_error=False)


def _read(text: str, laws: Laws) -> Iterator[Citation]:
    """The sections in a note such as "integreringsloven §§ 26–28, 37 a–d": ranges are written in many ways."""
    for citation in cited_sections(_LETTERS.sub(_each_letter, text), laws, ()):
        first, dash, last = citation.number.partition("-")
        if dash and citation.number not in laws.acts[citation.act].sections and first.isdecimal() and last.isdecimal():
            yield from (Citation(citation.act, str(number)) for number in range(int(first), int(last) + 1))
        yield citation


def _each_letter(match: re.Match[str]) -> str:
    letters = range(ord(match["first"]), ord(match["last"]) + 1)
    return ", ".join(f"{match['number']} {chr(letter)}" for letter in letters)


def _citation(ref: str, library: Library) -> Citation | None:
    try:
        act, number = library.laws.parse(ref)
    except KnowledgeError:  # told by another rule
        return None
    return Citation(act.name, bare_number(number))


READING_RULES = (second_reading_recorded, second_reading_fresh, second_reading_complete)
