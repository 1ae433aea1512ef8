"""spaCy components for amounts in kroner and spans of time: "12 000 kr", "kr 9.500,-", "tre måneder", "٣ أشهر"."""

# No postponed annotations here: spaCy reads those of factories at run time and cannot resolve names.
import re
from collections.abc import Sequence
from decimal import Decimal

from spacy.language import Language

from nlu.entities.patterns import PatternFinder
from nlu.entities.reading import Found, Reading, Token

AMOUNT, DURATION = "amount", "duration"
AMOUNT_FACTORY, DURATION_FACTORY = "bovett_amounts", "bovett_durations"
_NUMERICS = ("MONEY", "NUMBER", "YEAR", "DM", "DECIMAL")
_NUMERIC = "|".join(_NUMERICS)
_CENTS = re.compile(r"[.,\u066b]\d\d$")
_DECIMAL_MARK = str.maketrans(",\u066b", "..")
_THOUSAND = 1000
# Without a currency a number beside the word "rent" is money from here on; below, it counts months, rooms or days.
_SMALLEST_RENT = 500
_OTHER_THINGS = ("UNIT", "MEASURE", "MONTH")
_GAP = "WORD|OF|IN|LAST|NEXT|MARK|COUNT?"


def create_amounts(nlp: Language, name: str) -> PatternFinder:
    """The component for amounts."""
    with_currency = [
        f"{_NUMERIC} THOUSAND? KR KR?",
        "COUNT|NUMBER|DECIMAL|DM THOUSAND DOT? KR",
        f"KR DOT? {_NUMERIC} THOUSAND? KR?",
    ]
    beside_rent = [f"RENT {_GAP} {_GAP} {_GAP} MONEY|NUMBER THOUSAND?", "MONEY|NUMBER THOUSAND? WORD|IN? RENT"]
    thousands = ["NUMBER|DECIMAL|DM THOUSAND"]
    readers = [(_with_currency, with_currency), (_beside_rent, beside_rent), (_thousands, thousands)]
    return PatternFinder(nlp.vocab, readers)


def create_durations(nlp: Language, name: str) -> PatternFinder:
    """The component for spans of time."""
    return PatternFinder(nlp.vocab, [(_duration, ["COUNT|NUMBER DASH? UNIT", "UNIT"])])


Language.factory(AMOUNT_FACTORY, func=create_amounts)
Language.factory(DURATION_FACTORY, func=create_durations)


def _with_currency(reading: Reading, first: int, end: int) -> Found | None:
    value = _kroner(reading.tokens[first:end])
    return None if value is None or reading.is_part_of_number(first) else Found(AMOUNT, value, first, end)


def _thousands(reading: Reading, first: int, end: int) -> Found | None:
    """9k or 25 тисяч, unless something else is counted."""
    return None if reading.tag(end) in _OTHER_THINGS else _with_currency(reading, first, end)


def _beside_rent(reading: Reading, first: int, end: int) -> Found | None:
    """Only the number: the word beside it is why it counts, not part of it."""
    places = [place for place in range(first, end) if reading.tag(place) in (*_NUMERICS, "THOUSAND")]
    first, end = places[0], places[-1] + 1
    value = _kroner(reading.tokens[first:end])
    if value is None or value < _SMALLEST_RENT or reading.tag(end) in _OTHER_THINGS:
        return None
    return Found(AMOUNT, value, first, end)


def _kroner(tokens: Sequence[Token]) -> int | None:
    """Whole kroner; øre are dropped. None for 12/3, which is no number."""
    number = _number(next(token for token in tokens if token.tag in (*_NUMERICS, "COUNT")))
    if number is None:
        return None
    return int(number * (_THOUSAND if any(token.tag == "THOUSAND" for token in tokens) else 1))


def _number(token: Token) -> Decimal | None:
    if token.value is not None:
        return Decimal(token.value)
    if token.tag in ("DM", "DECIMAL"):
        return None if "/" in token.text else Decimal(token.text.translate(_DECIMAL_MARK))
    return Decimal(re.sub(r"\D", "", _CENTS.sub("", token.text)))


def _duration(reading: Reading, first: int, end: int) -> Found | None:
    """{"months": 3}; a unit alone is a span of time only in languages with a dual, as شهرين."""
    unit, each = reading.tokens[end - 1].value
    if (end - first == 1 and each == 1) or reading.is_part_of_number(first):
        return None
    number = reading.tokens[first].value if end - first > 1 else 1
    return Found(DURATION, {f"{unit}s": number * each}, first, end)
