"""The pages around the conversation: their texts, their addresses in each language, and how topics are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.errors import ContentError
from knowledge.fields import Fields, read_rows
from knowledge.languages import Languages
from knowledge.yaml_file import parse_yaml

RIGHTS = "rights"  # the articles; every other address is a page of its own
PRIVACY = "privacy"
_FENCE = "---\n"
_HEADING = re.compile(r"^##\s+(.+?)\s*$", re.MULTILINE)
_WORD = re.compile(r"[a-z][a-z-]{0,39}")
# [words](https://...), [words](mailto:...), [words](/path) and [words](page:privacy), which is another of these pages.
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^\s()]+|mailto:[^\s()]+|/[^\s()]*|page:[a-z-]+)\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, perhaps a link."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class PageText:
    """One page in one language; a section is (heading, body), the heading of the first may be empty."""

    locale: str
    title: str
    description: str
    updated: date
    sections: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PublicPages:
    """Everything under content/pages."""

    addresses: dict[str, dict[str, str]]  # page -> locale -> word of the address
    topics: dict[str, dict[str, str]]  # topic -> locale -> name, in the order of the overview
    texts: dict[str, dict[str, PageText]]  # page -> locale -> text

    @classmethod
    def read(cls, folder: Path, languages: Languages) -> PublicPages:
        """Read the folder; raises ContentError for a page without text or address in a served language."""
        served = [language.locale for language in languages.served]
        addresses = _by_locale(folder / "addresses.yaml", "the page", served)
        for page, words in addresses.items():
            for word in words.values():
                if not _WORD.fullmatch(word):
                    problem = f"the page {page!r}: {word!r} must be small letters and hyphens: it stands in addresses"
                    raise ContentError(folder / "addresses.yaml", problem)
        texts = {
            page: {locale: read_page(folder / page / f"{locale}.md") for locale in served}
            for page in addresses
            if page != RIGHTS
        }
        return cls(addresses, _by_locale(folder / "topics.yaml", "the topic", served), texts)

    def topic_name(self, topic: str, locale: str) -> str:
        """What a topic is called; its id where nobody has named it yet."""
        return self.topics.get(topic, {}).get(locale, topic)

    def topics_in_order(self, found: set[str]) -> list[str]:
        """The topics that exist, those without a name last."""
        return [*(topic for topic in self.topics if topic in found), *sorted(found - self.topics.keys())]


def read_page(path: Path) -> PageText:
    """Read one <locale>.md; raises ContentError."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ContentError(path, f"cannot be read: {error.strerror}") from error
    before, fenced, rest = text.partition(_FENCE)
    header, closed, body = rest.partition(f"\n{_FENCE}")
    if before or not fenced or not closed:
        raise ContentError(path, "must begin with front matter between two lines of three hyphens (---)", 1)
    needed = ("title", "description", "updated")
    fields = Fields.of(parse_yaml(header, path, first_line=2), path, "", needed)
    return PageText(
        locale=path.stem,
        title=fields.text("title"),
        description=fields.text("description"),
        updated=fields.day("updated"),
        sections=tuple(_sections(body)),
    )


def linked(text: str) -> list[Piece]:
    """The text with its links taken apart.

    >>> linked("Les [loven](https://lovdata.no/).")
    [Piece(text='Les ', href=None), Piece(text='loven', href='https://lovdata.no/'), Piece(text='.', href=None)]
    """
    pieces: list[Piece] = []
    end = 0
    for link in _LINK.finditer(text):
        pieces += [Piece(text[end : link.start()]), Piece(link[1], link[2])]
        end = link.end()
    return [piece for piece in (*pieces, Piece(text[end:])) if piece.text]


def _sections(body: str) -> Iterator[tuple[str, str]]:
    opening, *parts = _HEADING.split(body)
    if opening.strip():
        yield "", opening.strip()
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        yield heading, text.strip()


def _by_locale(path: Path, kind: str, served: list[str]) -> dict[str, dict[str, str]]:
    rows = read_rows(path, kind, needed=served, more=None)
    return {name: {locale: fields.text(locale) for locale in served} for name, fields in rows.items()}
