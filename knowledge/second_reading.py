"""The second reading of an article: when, against which sections, and of which Bokmål sentences.

It stands in article.yaml; the digest of the sentences is written by `bovett stamp`, as that of translations is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.article import Article
from knowledge.errors import ContentError
from knowledge.languages import SOURCE_LOCALE
from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.translation import quoted, sentences_digest

_BLOCK = re.compile(r"^second_reading:[ \t]*(?:#.*)?\n((?:[ \t]+.*\n?)+)", re.MULTILINE)
_DIGEST_LINE = re.compile(r"^  of:.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What article.yaml says of it."""

    day: date | None  # None when it is missing or no date
    against: tuple[str, ...]  # "husleieloven §§ 9-5, 9-6", and other sources
    of: str | None  # digest of the Bokmål sentences that were read

    @classmethod
    def of_article(cls, article: Article) -> SecondReading | None:
        """The second reading of an article; None when there was none."""
        row = article.second_reading
        if not row:
            return None
        day, against, digest = row.get("date"), row.get("against"), row.get("of")
        return cls(
            day=day if type(day) is date else None,
            against=tuple(str(item) for item in against) if isinstance(against, list) else (),
            of=str(digest) if digest else None,
        )

    def is_of(self, article: Article) -> bool:
        """Whether the Bokmål sentences are still those that were read."""
        source = article.texts.get(SOURCE_LOCALE)
        return source is not None and self.of == sentences_digest(source)


class NoSuchArticle(ContentError):
    """An article that is to be stamped does not exist, or was never read a second time."""


def stamp_readings(settings: Settings, read_again: Collection[str] = ()) -> Iterator[Path]:
    """Write the digest into every second reading that has none, and anew for the articles that were read again.

    A stale one is otherwise left for its reader. Raises NoSuchArticle.
    """
    articles = Library.read(settings.content_dir).articles
    for name in read_again:
        if name not in articles or not articles[name].second_reading:
            raise NoSuchArticle(settings.content_dir / "articles", f"there is no second reading of {name!r}")
    for article in articles.values():
        reading, source = SecondReading.of_article(article), article.texts.get(SOURCE_LOCALE)
        if reading and source and (reading.of is None or (article.id in read_again and not reading.is_of(article))):
            _write(article.path, sentences_digest(source))
            yield article.path


def _write(path: Path, digest: str) -> None:
    """Set `of` under `second_reading`, first in it."""
    text = path.read_text(encoding="utf-8")
    block = _BLOCK.search(text)
    if not block:
        raise ContentError(path, "second_reading must be written one key a line")
    own = f"  of: {quoted(digest)}\n" + _DIGEST_LINE.sub("", block[1])
    path.write_text(text[: block.start(1)] + own + text[block.end(1) :], encoding="utf-8")
