"""Amounts in kroner and spans of time: "12 000 kr", "kr 9.500,-", "tre måneder", "٣ أشهر"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.vocab import Vocab

from nlu.entities.lexer import Token
from nlu.entities.patterns import Found, PatternFinder, tag_at

AMOUNT, DURATION = "amount", "duration"
_NUMERIC = "MONEY|NUMBER|YEAR|DM"
_NUMERIC_TAGS = _NUMERIC.split("|")
_CENTS = re.compile(r"[.,]\d\d$")
_THOUSAND = 1000
# Without a currency a number beside the word "rent" is money from here on; below, it counts months, rooms or days.
_SMALLEST_RENT = 500
_BETWEEN = "WORD|OF|IN|COMMA|MARK"


def find_amounts(vocab: Vocab) -> PatternFinder:
    """The component for amounts."""
    return PatternFinder(
        vocab,
        [
            (
                _with_currency,
                [f"{_NUMERIC} THOUSAND? KR KR?", "COUNT THOUSAND KR", f"KR DOT? {_NUMERIC} THOUSAND? KR?"],
            ),
            (
                _beside_rent,
                [f"RENT {f'{_BETWEEN}? ' * 3}MONEY|NUMBER THOUSAND?", "MONEY|NUMBER THOUSAND? WORD|IN? RENT"],
            ),
        ],
    )


def find_durations(vocab: Vocab) -> PatternFinder:
    """The component for spans of time."""
    return PatternFinder(vocab, [(_duration, ["COUNT|NUMBER DASH? UNIT", "UNIT"])])


def _with_currency(tokens: Sequence[Token], first: int, end: int) -> Found | None:
    return Found(AMOUNT, _kroner(tokens[first:end]), first, end)


def _beside_rent(tokens: Sequence[Token], first: int, end: int) -> Found | None:
    places = [place for place in range(first, end) if tokens[place].tag in (*_NUMERIC_TAGS, "THOUSAND")]
    first, end = places[0], places[-1] + 1
    value = _kroner(tokens[first:end])
    if value < _SMALLEST_RENT or tag_at(tokens, end) in ("UNIT", "MEASURE", "MONTH"):
        return None
    return Found(AMOUNT, value, first, end)


def _kroner(tokens: Sequence[Token]) -> int:
    """Whole kroner; øre are dropped."""
    token = next(token for token in tokens if token.tag in (*_NUMERIC_TAGS, "COUNT"))
    number = token.value if token.value is not None else int(re.sub(r"\D", "", _CENTS.sub("", token.text)))
    thousand = any(token.tag == "THOUSAND" for token in tokens)
    return int(number) * (_THOUSAND if thousand else 1)


def _duration(tokens: Sequence[Token], first: int, end: int) -> Found | None:
    """{"months": 3}; a unit alone is a span of time only in languages with a dual, as شهرين."""
    unit, each = tokens[end - 1].value
    if end - first == 1 and each == 1:
        return None
    number = tokens[first].value if end - first > 1 else 1
    return Found(DURATION, {f"{unit}s": number * each}, first, end)
