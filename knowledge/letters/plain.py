"""A letter as plain text to copy: the Norwegian letter whole, the person's own language below it."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.letters.fill import FilledLetter, Head, Piece, Side
from knowledge.reading_order import in_order

_RULE = "-" * 40
_ISOLATE, _END = "\u2068", "\u2069"  # keep words that run the other way from pulling their surroundings along


def letter_text(letter: FilledLetter) -> str:
    """The letter as text."""
    return f"\n{_RULE}\n\n".join("\n".join(_lines(side)) + "\n" for side in letter.sides)


def joined(pieces: tuple[Piece, ...], direction: str) -> str:
    """The pieces of a paragraph as one text in a direction."""
    return "".join(_isolated(piece, direction) for piece in pieces)


def _lines(side: Side) -> Iterator[str]:
    for head in side.heads:
        yield from _head(head, side.language.direction)
        yield ""
    yield joined(side.subject, side.language.direction)
    yield ""
    for number, paragraph in enumerate(side.paragraphs, start=1):
        yield f"{number}. {joined(paragraph, side.language.direction)}"
        yield ""
    yield side.regards
    yield _isolated(side.signed, side.language.direction)


def _head(head: Head, direction: str) -> Iterator[str]:
    yield f"{head.label}:"
    for line in head.lines:
        yield _isolated(line, direction)


def _isolated(piece: Piece, direction: str) -> str:
    if piece.direction in (None, direction):
        return in_order(piece.text)
    return "\n".join(f"{_ISOLATE}{line}{_END}" for line in piece.text.split("\n"))
