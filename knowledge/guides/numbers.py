"""Numbers in an answer, in digits of any script and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from knowledge.text import ascii_digits

# Of the Arabic marks, \u066b is for decimals, \u066c for thousands, and \u060c is the comma on the keyboard.
_NUMBER = re.compile(r"\d[\d\s.,'\u00a0\u202f\u060c\u066b\u066c]*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'\s\u00a0\u202f\u060c\u066b\u066c]\d{3})+(?!\d)")
_ENDS = " .,'\u060c\u066b\u066c"
_DECIMAL_MARKS = str.maketrans(",\u060c\u066b", "...")
_LONGEST_NUMBER = 2  # words: "أحد عشر"


def only(numbers: Iterable[Decimal]) -> Decimal | None:
    """The one number there is; None for none and for several."""
    found = list(numbers)
    return found[0] if len(found) == 1 else None


def spelt_in(words: Sequence[str], names: Mapping[str, int]) -> tuple[list[int], list[str]]:
    """The numbers among normalised words, and the words that are left.

    >>> spelt_in("to voksne og ett barn".split(), {"to": 2, "ett": 1})
    ([2, 1], ['voksne', 'og', 'barn'])
    """
    found: list[int] = []
    left: list[str] = []
    place = 0
    while place < len(words):
        lengths = (n for n in range(_LONGEST_NUMBER, 0, -1) if " ".join(words[place : place + n]) in names)
        length = next(lengths, 0)
        if length:
            found.append(names[" ".join(words[place : place + length])])
        else:
            left.append(words[place])
        place += length or 1
    return found, left


def numbers_in(text: str) -> Iterator[Decimal]:
    """The numbers of a text, with Norwegian, English, Arabic and Persian ways of grouping.

    >>> [str(n) for n in numbers_in("12 000 kr, 139,8 og 1.250,50")]
    ['12000', '139.8', '1250.50']
    >>> [str(n) for n in numbers_in("١٢٬٥٠٠ و ۸٫۵")]
    ['12500', '8.5']
    """
    for match in _NUMBER.finditer(ascii_digits(text)):
        for piece in re.split(r"[,\u060c]\s|\s(?!\d{3}(?!\d))", match.group().strip(_ENDS)):
            if piece.strip(_ENDS):
                yield _decimal(piece.strip(_ENDS))


def _decimal(piece: str) -> Decimal:
    grouped = _GROUPED.match(piece)
    whole = re.sub(r"\D", "", grouped.group()) if grouped else ""
    rest = piece[grouped.end() :] if grouped else piece
    rest = re.sub(r"[\s'\u00a0\u202f\u066c]", "", rest).translate(_DECIMAL_MARKS)
    first, _, fraction = rest.partition(".")
    return Decimal(f"{whole}{first}.{fraction.replace('.', '')}" if fraction else f"{whole}{first}" or "0")
