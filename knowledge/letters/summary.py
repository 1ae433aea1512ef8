"""An article on one page to take along: Norwegian beside the person's language, phone numbers, a code to its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby, zip_longest
from typing import Any

from knowledge.article import Article
from knowledge.blocks import Block, blocks
from knowledge.contacts import Contact
from knowledge.figures import date_words
from knowledge.letters.letter import side_by_side
from knowledge.letters.typesetting import in_print, paper_side, pdf, print_pieces
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.placeholders import filled

_SHOWN = ("short", "do")


@dataclass(frozen=True)
class Summary:
    """Makes summaries of articles for one day."""

    library: Library
    messages: Messages
    today: date

    def pdf(self, article: Article, spoken: str, address: str) -> bytes:
        """The page in Norwegian and the person's language; `address` is where the whole article can be read."""
        sides = [_Side(self, article, locale) for locale in side_by_side(article.texts, spoken, self.library.languages)]
        first = sides[0]
        data = {
            "title": article.texts[first.locale].title,
            "sides": [side.words() for side in sides],
            "groups": list(_groups([side.blocks() for side in sides], [side.locale for side in sides])),
            "contacts": list(zip(*(side.contacts() for side in sides), strict=True)),
            "address": address,
            "code": _code(address),
        }
        return pdf("summary", data, _all_text(data))


@dataclass(frozen=True)
class _Side:
    summary: Summary
    article: Article
    locale: str

    def words(self) -> dict[str, Any]:
        """What stands around the text, in this language."""
        checked = date_words(self.article.checked_on, "long", self.locale)
        heading = self.article.texts[self.locale].section("do")
        said = {
            "title": self.article.texts[self.locale].title,
            "take": self._say("letter.summary.title"),
            "do": heading.heading if heading else "",
            "contacts": self._say("chat.contacts"),
            "scan": self._say("letter.summary.scan"),
            "checked": self._say("chat.checked", date=checked),
        }
        language = self.summary.library.languages.by_locale[self.locale]
        return paper_side(language) | {key: in_print(text) for key, text in said.items()}

    def blocks(self) -> list[tuple[str, Block]]:
        """The paragraphs and steps, each with the role of its section."""
        text, found = self.article.texts[self.locale], []
        for role in _SHOWN:
            if section := text.section(role):
                found += [(role, block) for block in blocks(self._fill(section.body))]
        return found

    def contacts(self) -> list[dict[str, str]]:
        """Name, phone, hours and address of the services that the article names."""
        known = self.summary.library.contacts
        return [_contact(known[name], self.locale) for name in self.article.contacts if name in known]

    def _fill(self, body: str) -> str:
        return filled(body, self.locale, self.summary.library, self.summary.messages, self.summary.today)

    def _say(self, key: str, **values: object) -> str:
        return self.summary.messages.text(key, self.locale, **values)


def _contact(contact: Contact, locale: str) -> dict[str, str]:
    row = contact.localised(locale)
    shown = {key: in_print(row[key] or "") for key in ("name", "phone", "hours")}
    return shown | {"url": (row["url"] or "").removeprefix("https://").rstrip("/")}


def _groups(sides: list[list[tuple[str, Block]]], locales: list[str]) -> Iterator[dict[str, Any]]:
    """Rows that belong together, with the pieces of each side's text: numbered steps, bullets, or paragraphs."""
    nothing = ("", Block("", ""))
    rows = zip_longest(*sides, fillvalue=nothing)
    last_role, start = "", 1
    for (role, kind), members in groupby(rows, key=lambda row: (row[0][0], _kind(row[0][1]))):
        shown = [
            [print_pieces(block.text, locale) for (_, block), locale in zip(row, locales, strict=True)]
            for row in members
        ]
        yield {"role": role, "first": role != last_role, "kind": kind, "start": start, "rows": shown}
        last_role, start = role, start + len(shown) if kind == "steps" else start


def _kind(block: Block) -> str:
    return {"": "text", "-": "bullets"}.get(block.marker, "steps")


def _code(address: str) -> str:
    import segno

    kept = BytesIO()
    segno.make(address, error="m", micro=False).save(kept, kind="svg", border=2)
    return kept.getvalue().decode()


def _all_text(data: Any) -> str:
    if isinstance(data, str):
        return data
    parts: Iterable[Any] = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    return "".join(_all_text(part) for part in parts)
