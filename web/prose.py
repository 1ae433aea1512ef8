"""Curated text as paragraphs, headings and lists for templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from knowledge.blocks import Block, blocks
from knowledge.public_pages import Piece, linked
from knowledge.reading_order import LEFT_TO_RIGHT, stretches

_LONGEST_HEADING = 90
_ARABIC = "\u0621-\u064a\u066e-\u06d3"
# "(husleieloven § 12-5)" and "(depositum)", which a line of Arabic would otherwise turn around.
_LATIN_IN_BRACKETS = re.compile(rf"(\([^(){_ARABIC}]*[A-Za-z][^(){_ARABIC}]*\))")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;。؟…)»\"]\s*$")


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs ("p"), a heading ("h"), steps ("ol") or bullets ("ul")."""

    kind: str
    items: tuple[tuple[Piece, ...], ...]
    start: int = 1  # the number of the first step


def prose(body: str) -> list[Run]:
    r"""A section of an article.

    >>> [(run.kind, len(run.items)) for run in prose("Hei.\n\n1. Skriv\n2. Send\n- ja")]
    [('p', 1), ('ol', 2), ('ul', 1)]
    """
    return _runs(blocks(body), lambda text: (Piece(text),))


def linked_prose(body: str) -> list[Run]:
    """A section of a page around the conversation, where links may stand."""
    return _runs(blocks(body), lambda text: tuple(linked(text)))


def reply_prose(text: str) -> list[Run]:
    """The text of a reply; as in the widget, a short line of its own without a full stop is a heading."""
    found: list[Run] = []
    for part in re.split(r"\n{2,}", text):
        if _is_heading(part):
            found.append(Run("h", ((Piece(part.strip()),),)))
        else:
            found += prose(part)
    return found


def isolated(text: str) -> Markup:
    """The text, escaped; in Arabic with Norwegian words in brackets and numbers kept in their own direction.

    >>> isolated("مبلغ (depositum) & (مبلغ)")
    Markup('مبلغ <bdi dir="ltr">(depositum)</bdi> &amp; (مبلغ)')
    >>> isolated("اتصل على 116 117")
    Markup('اتصل على <bdi dir="ltr">116 117</bdi>')
    """
    if not re.search(f"[{_ARABIC}]", text) or LEFT_TO_RIGHT in text:
        return escape(text)
    parts = _LATIN_IN_BRACKETS.split(text)
    return Markup("").join(_kept(part) if place % 2 else _with_numbers(part) for place, part in enumerate(parts))


def _with_numbers(text: str) -> Markup:
    return Markup("").join(_kept(part) if place % 2 else escape(part) for place, part in enumerate(stretches(text)))


def _kept(words: str) -> Markup:
    return Markup('<bdi dir="ltr">{}</bdi>').format(words.replace("§ ", "§\u00a0"))  # a section keeps its number


def _runs(found: Iterable[Block], pieces: Callable[[str], tuple[Piece, ...]]) -> list[Run]:
    return [_run(kind, list(group), pieces) for kind, group in groupby(found, key=_kind)]


def _run(kind: str, group: list[Block], pieces: Callable[[str], tuple[Piece, ...]]) -> Run:
    start = int(group[0].marker.rstrip(".")) if kind == "ol" else 1
    return Run(kind, tuple(pieces(block.text) for block in group), start)


def _kind(block: Block) -> str:
    return {"": "p", "-": "ul"}.get(block.marker, "ol")


def _is_heading(part: str) -> bool:
    is_one_line = "\n" not in part.strip() and not re.match(r"\s*(?:\d+\.|-)\s", part)
    return bool(part.strip()) and is_one_line and len(part) <= _LONGEST_HEADING and not _ENDS_A_SENTENCE.search(part)
