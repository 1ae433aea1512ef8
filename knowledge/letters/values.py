"""What a person filled in, read from strangers' hands: cleaned, limited in length, of the right kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.letters.letter import AMOUNT, DATE, FLAG, MULTILINE, NUMBER, TEXT, Field, Letter
from knowledge.text import ascii_digits, without_format_characters

LIMITS = {TEXT: 200, MULTILINE: 1500, DATE: 30, AMOUNT: 30, NUMBER: 30, FLAG: 10}  # longest value, in characters
_LINES = 30
_YEARS = range(1900, 2101)
# Controls, zero-width and bidirectional characters, private ones, halves of pairs, those that are no characters.
_HARMFUL = {"Cc", "Cf", "Cs", "Co", "Cn"}
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_WRITTEN = re.compile(r"^(\d{1,2})[./ ]+(\d{1,2})[./ ]+(\d{4})$")  # day first, as written in Norway
_NUMBER = re.compile(
    r"^(?P<whole>[1-9]\d{0,2}(?P<mark>[ .,'])\d{3}(?:(?P=mark)\d{3})*|\d{1,9})(?:[.,](?P<part>\d{1,2}))?$"
)
_ARABIC_MARKS = str.maketrans("٫٬،", ".,,")
_KRONER = re.compile(r"^(?:kr\.?|nok)\s*|\s*(?:kr\.?|kroner|nok|,-)$", re.IGNORECASE)

Value = str | date | Decimal | bool


@dataclass(frozen=True)
class Values:
    """The fields that hold something, and those that could not be read: field id -> key of a message."""

    given: dict[str, Value]
    problems: dict[str, str]


def read_values(letter: Letter, raw: Mapping[str, str]) -> Values:
    """Read what was sent for the fields of a letter; what it has no field for is left out."""
    given: dict[str, Value] = {}
    problems: dict[str, str] = {}
    for field in letter.fields:
        try:
            value = _read(field, raw.get(field.id, ""))
        except _Unreadable as error:
            problems[field.id] = error.args[0]
            continue
        if value is not None and value is not False:  # the number 0 is something
            given[field.id] = value
    return Values(given, problems)


def cleaned(text: str, lines: bool = False) -> str:
    r"""The text with nothing in it that could steer how it is shown; one line unless `lines`.

    >>> cleaned("Kari\u202e\x00\tNordmann\r\n")
    'Kari Nordmann'
    """
    text = re.sub("\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", text)
    text = _VARIATION.sub("", without_format_characters(text)).replace("\t", " ")
    text = "".join(char for char in text if char == "\n" or unicodedata.category(char) not in _HARMFUL)
    text = unicodedata.normalize("NFC", text)
    rows = [" ".join(row.split()) for row in text.split("\n")]
    if not lines:
        return " ".join(row for row in rows if row)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()


class _Unreadable(Exception):
    """Carries the key of the message that tells the person."""


def _read(field: Field, raw: str) -> Value | None:
    if len(raw) > 4 * LIMITS[field.kind]:  # before any work is done on it
        raise _Unreadable("letter.error.too_long")
    text = cleaned(raw, lines=field.kind == MULTILINE)
    if len(text) > LIMITS[field.kind] or text.count("\n") >= _LINES:
        raise _Unreadable("letter.error.too_long")
    if not text:
        return None
    return _READERS[field.kind](text)


def _date(text: str) -> date:
    digits = ascii_digits(text)
    iso, written = _ISO.match(digits), _WRITTEN.match(digits)
    if iso:
        parts = [int(part) for part in iso.groups()]
    elif written:
        parts = [int(part) for part in reversed(written.groups())]
    else:
        raise _Unreadable("letter.error.date")
    try:
        day = date(*parts)
    except ValueError as error:
        raise _Unreadable("letter.error.date") from error
    if day.year not in _YEARS:
        raise _Unreadable("letter.error.date")
    return day


def _number(text: str) -> Decimal:
    """A number as written in any of our languages; three digits after a mark are thousands, never decimals."""
    match = _NUMBER.match(_KRONER.sub("", ascii_digits(text).translate(_ARABIC_MARKS)))
    if match is None:
        raise _Unreadable("letter.error.number")
    whole = re.sub(r"\D", "", match["whole"])
    return Decimal(f"{whole}.{match['part'] or '0'}")


def _flag(text: str) -> bool:
    return text.lower() not in ("0", "false")


_READERS: dict[str, Callable[[str], Value]] = {
    TEXT: str, MULTILINE: str, DATE: _date, AMOUNT: _number, NUMBER: _number, FLAG: _flag,
}  # fmt: skip
