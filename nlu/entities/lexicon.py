"""The words of one language that dates, amounts, durations and sections are made of, as tags with values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from knowledge.place_words import folded
from knowledge.yaml_file import read_mapping

WORDS_FILE = Path(__file__).with_name("words.yaml")
LONGEST_PHRASE = 4  # words
_MIXED_IN = ("nb", "en")
_NEVER_BORROWED = {"count", "in", "of"}
_ROLES = (
    "ahead",
    "toward",
    "behind",
    "before_section",
    "after_section",
    "before_place",
    "after_place",
    "after_capital",
    "before_person",
    "ordinary",
    "capital_only",
)
# Spoken month names differ between the Arab countries, and between Iran and Afghanistan.
_CLDR = {"ar": ("ar", "ar_SY", "ar_IQ", "ar_DZ"), "fa": ("fa", "fa_AF")}
_SHORTEST_ABBREVIATION = 3


@dataclass(frozen=True)
class Lexicon:
    """`tags`: folded words or phrases with tag and value; the rest are words that may stand in a certain place."""

    tags: dict[str, tuple[str, Any]]
    ahead: frozenset[str]
    toward: frozenset[str]
    behind: frozenset[str]
    before_section: frozenset[str]
    after_section: frozenset[str]
    before_place: frozenset[str]
    after_place: frozenset[str]
    after_capital: frozenset[str]
    before_person: frozenset[str]
    ordinary: frozenset[str]
    capital_only: frozenset[str]


def read_lexicon(languages: Iterable[str], path: Path = WORDS_FILE) -> Lexicon:
    """The words for texts in any of `languages`; what stands in a later one yields to an earlier one."""
    own, rows = list(languages), read_mapping(path)
    found: dict[str, tuple[str, Any]] = {}
    # Later entries win, so the order is from far to near.
    for code in rows:
        found.update(_names(code, ("wide",)))
        found.update(_tagged({"day": rows[code].get("day", {})}))
    for code in _MIXED_IN:
        found.update(_names(code, ("wide", "abbreviated")))
        found.update(_tagged({tag: words for tag, words in rows[code].items() if tag not in _NEVER_BORROWED}))
    found.update(_tagged(rows["any"]))
    for code in reversed(own):
        found.update(_names(code, ("wide", "abbreviated")))
        found.update(_tagged(rows[code]))
    roles = {role: frozenset(_in_role(rows, (*own, "any"), role)) for role in _ROLES}
    return Lexicon(found, **roles)


def _in_role(rows: Mapping[str, Any], codes: Iterable[str], role: str) -> Iterator[str]:
    return (folded(word) for code in codes for word in rows[code].get(role, ()))


def _tagged(row: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, Any]]]:
    for tag, words in row.items():
        if tag in _ROLES:
            continue
        if isinstance(words, list):
            yield from ((_phrase(word), (tag.upper(), None)) for word in words)
        elif tag == "span":
            yield from ((_phrase(word), ("UNIT", (unit, number))) for word, (unit, number) in words.items())
        else:
            yield from ((_phrase(word), _with_value(tag, value)) for value, each in words.items() for word in each)


def _with_value(tag: str, value: Any) -> tuple[str, Any]:
    return ("UNIT", (value, 1)) if tag == "unit" else (tag.upper(), value)


def _names(code: str, widths: Iterable[str]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Months and weekdays of CLDR."""
    if code == "any":
        return
    for name in _CLDR.get(code, (code,)):
        locale = Locale.parse(name)
        for context in ("format", "stand-alone"):
            for width in widths:
                yield from _long_enough("MONTH", locale.months[context][width])
            yield from _long_enough("WEEKDAY", locale.days[context]["wide"])


def _long_enough(tag: str, names: Mapping[int, str]) -> Iterator[tuple[str, tuple[str, int]]]:
    for number, name in names.items():
        phrase = _phrase(name)
        if len(phrase) >= _SHORTEST_ABBREVIATION or tag == "WEEKDAY":
            yield phrase, (tag, number)


def _phrase(text: str) -> str:
    return " ".join(folded(word) or word for word in text.split())
