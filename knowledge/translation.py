"""Whether a translation still follows its source: the digest of the Bokmål sentences it was made from.

The digest covers what a reader sees, not layout, review states or sample questions, so saving a
draft or adding a language never makes a translation stale.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from knowledge.article import ArticleText
from knowledge.languages import SOURCE_LOCALE
from knowledge.library import Library
from knowledge.settings import Settings

_DIGEST_LINE = re.compile(r"^source_digest:.*$", re.MULTILINE)
_LENGTH = 16


def sentences_digest(text: ArticleText) -> str:
    """A digest of the sentences a reader sees, white space aside."""
    seen = [text.title]
    for section in text.sections:
        seen += [section.heading, section.body]
    seen += [myth.answer for myth in text.myths]
    plain = "\n".join(" ".join(piece.split()) for piece in seen)
    return hashlib.sha256(plain.encode()).hexdigest()[:_LENGTH]


def is_stale(translation: ArticleText, source: ArticleText) -> bool:
    """Whether the source has changed since the translation was made."""
    return translation.source_digest != sentences_digest(source)


def stamp_all(settings: Settings) -> Iterator[Path]:
    """Write the digest into every translation that has none yet; a stale one is left for its translator."""
    for article in Library.read(settings.content_dir).articles.values():
        source = article.texts.get(SOURCE_LOCALE)
        for text in article.texts.values():
            if source is None or text.locale == SOURCE_LOCALE or text.source_digest is not None:
                continue
            stamp(text.path, sentences_digest(source))
            yield text.path


def stamp(path: Path, digest: str) -> None:
    """Set `source_digest` in the front matter of one file, adding the line where there is none."""
    front, fence, rest = path.read_text(encoding="utf-8").partition("\n---")
    line = f"source_digest: {quoted(digest)}"
    front, found = _DIGEST_LINE.subn(line, front, count=1)
    if not found:
        front += f"\n{line}"
    path.write_text(front + fence + rest, encoding="utf-8")


def quoted(digest: str) -> str:
    """The digest as YAML text: one of decimal digits alone would be read as a number."""
    return f'"{digest}"' if digest.isdecimal() else digest
