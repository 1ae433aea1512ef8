"""A letter as a tagged PDF: the Norwegian on the left, the person's own language on the right."""

from __future__ import annotations

from typing import Any

from knowledge.letters.fill import FilledLetter, Head, Piece, Pieces, Side
from knowledge.letters.typesetting import in_print, paper_side, pdf, print_piece, print_pieces


def letter_pdf(letter: FilledLetter) -> bytes:
    """The file; raises Unprintable when something in the letter cannot be drawn."""
    data = {"title": letter.sides[0].title, "sides": [_side(side) for side in letter.sides]}
    return pdf("letter", data, letter.text)


def _side(side: Side) -> dict[str, Any]:
    locale = side.language.locale
    return paper_side(side.language) | {
        "language": side.language.name,
        "heads": [_head(head, locale) for head in side.heads],
        "subject": _pieces(side.subject, locale),
        "paragraphs": [_pieces(paragraph, locale) for paragraph in side.paragraphs],
        "regards": in_print(side.regards),
        "signature": in_print(side.signature),
        "signed": _pieces((side.signed,), locale),
    }


def _head(head: Head, locale: str) -> dict[str, Any]:
    return {"label": in_print(head.label), "lines": [_pieces((line,), locale) for line in head.lines]}


def _pieces(pieces: Pieces, locale: str) -> list[dict[str, Any]]:
    return [made for piece in pieces for made in _print(piece, locale)]


def _print(piece: Piece, locale: str) -> list[dict[str, Any]]:
    """What the person wrote has a direction, and stays as it is in whatever language."""
    if piece.direction:
        return [print_piece(in_print(piece.text), piece.direction)]
    return print_pieces(piece.text, locale)
