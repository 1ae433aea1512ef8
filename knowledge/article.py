"""One curated answer: the language-free part and its text in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

ROLES = ("short", "do", "law")  # sections with a fixed meaning, see languages.yaml for their headings
RISKS = ("low", "medium", "high", "emergency")  # what a wrong answer may cost; "emergency": a fixed safety text
REVIEWS = ("drafted", "reviewed")
_ASKS_OR_QUOTES = re.compile('[?؟«»"“”]')


@dataclass(frozen=True, slots=True)
class LawRef:
    """A section of law an article rests on, as it read on `as_of`."""

    ref: str  # "husleieloven § 9-8"
    as_of: date


@dataclass(frozen=True, slots=True)
class Source:
    """An official page or act, with the date it was read."""

    title: str
    url: str
    read: date


@dataclass(frozen=True, slots=True)
class Review:
    """A day by which the article is to be read again, because something in it may no longer hold."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Myth:
    """A common wrong belief: how people say it, and the correction shown first."""

    says: tuple[str, ...]
    answer: str

    @property
    def stated(self) -> str:
        """The belief in people's words: the first way of saying it that neither asks nor quotes, else the first; "" for none."""
        return next((words for words in self.says if not _ASKS_OR_QUOTES.search(words)), "".join(self.says[:1]))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article's text; `role` is one of ROLES, or None for a free heading."""

    heading: str
    role: str | None
    body: str
    line: int


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article in one language."""

    locale: str
    title: str
    questions: tuple[str, ...]
    myths: tuple[Myth, ...]
    sections: tuple[Section, ...]
    review: str  # one of REVIEWS
    source_digest: str | None  # of the Bokmål sentences it was made from; None for Bokmål itself
    path: Path

    def section(self, role: str) -> Section | None:
        """The section with this role, or None."""
        return next((section for section in self.sections if section.role == role), None)


@dataclass(frozen=True, slots=True)
class Article:
    """One curated answer on one topic, in one or more languages."""

    id: str
    topic: str
    covers: tuple[str, ...]
    audience: str
    risk: str  # one of RISKS
    laws: tuple[LawRef, ...]
    sources: tuple[Source, ...]
    checked_on: date
    review_by: tuple[Review, ...]
    deadlines: tuple[str, ...]
    contacts: tuple[str, ...]
    guides: tuple[str, ...]
    related: tuple[str, ...]
    second_reading: dict[str, object] | None
    path: Path
    texts: dict[str, ArticleText] = field(default_factory=dict)

    @property
    def is_emergency(self) -> bool:
        """Whether the text is a fixed safety text."""
        return self.risk == "emergency"

    def text_for(self, locale: str, fallbacks: tuple[str, ...] = ("en", "nb")) -> ArticleText:
        """The text in `locale`, or in the first fallback that exists."""
        for candidate in (locale, *fallbacks):
            if candidate in self.texts:
                return self.texts[candidate]
        return next(iter(self.texts.values()))
