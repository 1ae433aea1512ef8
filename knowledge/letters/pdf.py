"""A letter as a tagged PDF: the Norwegian on the left, the person's own language on the right."""

from __future__ import annotations

from typing import Any

from knowledge.letters.fill import FilledLetter, Head, Pieces, Side
from knowledge.letters.typesetting import in_print, paper_side, pdf


def letter_pdf(letter: FilledLetter) -> bytes:
    """The file; raises Unprintable when something in the letter cannot be drawn."""
    data = {"title": letter.sides[0].title, "sides": [_side(side) for side in letter.sides]}
    return pdf("letter", data, letter.text)


def _side(side: Side) -> dict[str, Any]:
    return paper_side(side.language) | {
        "language": side.language.name,
        "heads": [_head(head) for head in side.heads],
        "subject": _pieces(side.subject),
        "paragraphs": [_pieces(paragraph) for paragraph in side.paragraphs],
        "regards": in_print(side.regards),
        "signature": in_print(side.signature),
        "signed": _pieces((side.signed,))[0],
    }


def _head(head: Head) -> dict[str, Any]:
    return {"label": in_print(head.label), "lines": _pieces(head.lines)}


def _pieces(pieces: Pieces) -> list[dict[str, Any]]:
    return [{"text": in_print(piece.text), "dir": piece.direction} for piece in pieces]
