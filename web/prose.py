"""Curated text as paragraphs, headings and lists for templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from knowledge.blocks import Block, blocks
from knowledge.norwegian_parts import Span, norwegian_spans
from knowledge.public_pages import Piece, linked
from knowledge.reading_order import LEFT_TO_RIGHT, stretches

_LONGEST_HEADING = 90
_ARABIC = "\u0621-\u064a\u066e-\u06d3"
# "(husleieloven § 12-5)" and "(depositum)", which a line of Arabic would otherwise turn around.
_LATIN_IN_BRACKETS = re.compile(rf"\([^(){_ARABIC}]*[A-Za-z][^(){_ARABIC}]*\)")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;。؟…)»”\"]\s*$")


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs ("p"), a heading ("h"), steps ("ol") or bullets ("ul"), in one language."""

    kind: str
    items: tuple[tuple[Piece, ...], ...]
    locale: str
    start: int = 1  # the number of the first step


def prose(body: str, locale: str) -> list[Run]:
    r"""A section of an article.

    >>> [(run.kind, len(run.items)) for run in prose("Hei.\n\n1. Skriv\n2. Send\n- ja", "nb")]
    [('p', 1), ('ol', 2), ('ul', 1)]
    """
    return _runs(blocks(body), locale, lambda text: (Piece(text),))


def linked_prose(body: str, locale: str) -> list[Run]:
    """A section of a page around the conversation, where links may stand."""
    return _runs(blocks(body), locale, lambda text: tuple(linked(text)))


def reply_prose(text: str, locale: str) -> list[Run]:
    """The text of a reply; as in the widget, a short line of its own without a full stop is a heading."""
    found: list[Run] = []
    for part in re.split(r"\n{2,}", text):
        if _is_heading(part):
            found.append(Run("h", ((Piece(part.strip()),),), locale))
        else:
            found += prose(part, locale)
    return found


def isolated(text: str, locale: str) -> Markup:
    """The text, escaped: Norwegian marked as such, and in Arabic letters brackets and numbers in their own direction.

    >>> isolated("Ask for time (utsettelse) & wait", "en")
    Markup('Ask for time (<bdi dir="ltr" lang="no">utsettelse</bdi>) &amp; wait')
    >>> isolated("مبلغ (depositum) & (مبلغ)", "ar")
    Markup('مبلغ <bdi dir="ltr" lang="no">(depositum)</bdi> &amp; (مبلغ)')
    >>> isolated("اتصل على 116 117", "ar")
    Markup('اتصل على <bdi dir="ltr">116 117</bdi>')
    """
    spans = norwegian_spans(text, locale)
    is_plain = not re.search(f"[{_ARABIC}]", text) or LEFT_TO_RIGHT in text  # the latter has its order already
    shown, end = Markup(""), 0
    for found in () if is_plain else _LATIN_IN_BRACKETS.finditer(text):
        shown += _marked(text, (end, found.start()), spans, _with_numbers) + _bracketed(text, found.span(), spans)
        end = found.end()
    return shown + _marked(text, (end, len(text)), spans, escape if is_plain else _with_numbers)


def _marked(text: str, within: Span, spans: list[Span], shown: Callable[[str], Markup]) -> Markup:
    """A part of the text with its Norwegian marked; all else as `shown` has it."""
    made, end = Markup(""), within[0]
    for start, stop in spans:
        if within[0] <= start and stop <= within[1]:
            made += shown(text[end:start]) + _kept(text[start:stop], is_norwegian=True)
            end = stop
    return made + shown(text[end : within[1]])


def _bracketed(text: str, within: Span, spans: list[Span]) -> Markup:
    inside = (within[0] + 1, within[1] - 1)
    if inside in spans or not any(inside[0] <= start < inside[1] for start, _ in spans):
        return _kept(text[slice(*within)], is_norwegian=inside in spans)
    return Markup('<bdi dir="ltr">{}</bdi>').format(_marked(text, within, spans, escape))


def _with_numbers(text: str) -> Markup:
    return Markup("").join(_kept(part) if place % 2 else escape(part) for place, part in enumerate(stretches(text)))


def _kept(words: str, is_norwegian: bool = False) -> Markup:
    language = Markup(' lang="no"') if is_norwegian else ""
    kept = words.replace("§ ", "§\u00a0")  # a section keeps its number
    return Markup('<bdi dir="ltr"{}>{}</bdi>').format(language, kept)


def _runs(found: Iterable[Block], locale: str, pieces: Callable[[str], tuple[Piece, ...]]) -> list[Run]:
    return [_run(kind, list(group), locale, pieces) for kind, group in groupby(found, key=_kind)]


def _run(kind: str, group: list[Block], locale: str, pieces: Callable[[str], tuple[Piece, ...]]) -> Run:
    start = int(group[0].marker.rstrip(".")) if kind == "ol" else 1
    return Run(kind, tuple(pieces(block.text) for block in group), locale, start)


def _kind(block: Block) -> str:
    return {"": "p", "-": "ul"}.get(block.marker, "ol")


def _is_heading(part: str) -> bool:
    is_one_line = "\n" not in part.strip() and not re.match(r"\s*(?:\d+\.|-)\s", part)
    return bool(part.strip()) and is_one_line and len(part) <= _LONGEST_HEADING and not _ENDS_A_SENTENCE.search(part)
