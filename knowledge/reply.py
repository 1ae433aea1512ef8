"""What one turn gives back: data, never HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from knowledge.norwegian_parts import norwegian_parts
from knowledge.outcomes import Outcome
from knowledge.reading_order import in_order


@dataclass(frozen=True, slots=True)
class Button:
    """A choice the person can press; `payload` is sent back as it is."""

    title: str
    payload: str
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A section of law a reply rests on, with its address and the date it read so."""

    ref: str
    url: str
    as_of: str


@dataclass(frozen=True, slots=True)
class LawText:
    """The official words of a cited section, in Norwegian."""

    ref: str
    heading: str
    paragraphs: tuple[str, ...]
    footnotes: tuple[str, ...]
    as_of: str
    attribution: str


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """The article behind a reply."""

    id: str
    title: str
    locale: str
    covers: tuple[str, ...]
    checked_on: str
    review: str


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply of the chat API; `text` is plain text with paragraphs and list lines."""

    outcome: Outcome
    locale: str
    text: str
    # Paragraphs: what some wrongly believe, in quotation marks, then the correction; perhaps two such pairs.
    myth: str | None = None
    article: ShownArticle | None = None
    citations: tuple[Citation, ...] = ()
    contacts: tuple[dict[str, Any], ...] = ()
    buttons: tuple[Button, ...] = ()
    attachments: tuple[dict[str, str], ...] = ()
    confidence: float = 1.0
    law_text: tuple[LawText, ...] = ()
    asks: str | None = None  # the kind of answer a guide waits for: choice, date, amount, number, months, place

    def as_dict(self) -> dict[str, Any]:
        """The reply as JSON-ready data, numbers in Arabic text kept in order; the web server adds its id.

        `norwegian` is what in a reply of another language is Norwegian, each stretch once and word for word.
        """
        data = asdict(self)
        data["outcome"] = self.outcome.value
        data["text"] = in_order(self.text)
        data["myth"] = self.myth and in_order(self.myth)
        for titled in (*data["buttons"], *data["attachments"], *([data["article"]] if self.article else [])):
            titled["title"] = in_order(titled["title"])
        data["norwegian"] = list(
            dict.fromkeys(part for said in _said(data) for part in norwegian_parts(said, self.locale))
        )
        return data


def _said(data: dict[str, Any]) -> Iterator[str]:
    """Every text of the reply that a person reads, but the words of the law, which are Norwegian as a whole."""
    titled = [*([data["article"]] if data["article"] else []), *data["buttons"], *data["attachments"]]
    yield from (data["text"], data["myth"] or "", *(each["title"] for each in titled))
    for contact in data["contacts"]:
        yield from (contact.get(key) or "" for key in ("name", "about", "hours"))
