"""Lengths of time named in prose: "én måned", "14 dagar", "two weeks".

Only texts in Bokmål, Nynorsk and English are read. "En måned" with the unstressed article is no length
("slutten av en måned"), and years from twelve up are ages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Length = tuple[int, str]  # (3, "months")

_WORDS = {
    "nb": "én|ett|éi|éin to tre fire fem seks sju|syv åtte ni ti elleve tolv tretten fjorten femten seksten",
    "nn": "éin|éi|eitt|ett to tre fire fem seks sju åtte ni ti elleve|ellevte tolv tretten fjorten femten seksten",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
}
_UNITS = {
    "hours": r"timer|timar|time|timen|timane|hours?",
    "days": r"dager|dagar|dag|dagers|dagars|døgn|days?",
    "weeks": r"uker|uke|ukers|ukene|veker|veke|vekers|vekene|weeks?",
    "months": r"måneder|måned|måneders|månedene|månader|månad|månaders|månadane|månadene|months?",
    "years": r"år|års|åra|årene|years?",
}
_BETWEEN = r"(?:(?:hele|heile|full|fulle|whole|working|calendar|virke|yrke|kalender)[ -]?)?"
_AGES_FROM = 12
_AGE = re.compile(r"^[ -]?(?:gamm|gaml|gamal|åring|old)", re.IGNORECASE)


def _numbers(locale: str) -> dict[str, int]:
    words = _WORDS[locale].split()
    return {form: number for number, forms in enumerate(words, start=1) for form in forms.split("|")}


_NUMBER = {locale: _numbers(locale) for locale in _WORDS}
_PATTERN = {
    locale: re.compile(
        rf"\b(?P<number>\d{{1,3}}|{'|'.join(numbers)})(?:\s+|-)(?P<between>{_BETWEEN})(?:"
        + "|".join(rf"(?P<{unit}>{forms})" for unit, forms in _UNITS.items())
        + r")\b",
        re.IGNORECASE,
    )
    for locale, numbers in _NUMBER.items()
}


def lengths_in(text: str, locale: str) -> Iterator[Length]:
    """Every length of time in the text, in order; nothing for a language that is not read.

    >>> list(lengths_in("Svar innen 14 dager. Fristen er én måned.", "nb"))
    [(14, 'days'), (1, 'months')]
    >>> list(lengths_in("under 18 år", "nb"))
    []
    """
    if locale not in _PATTERN:
        return
    for match in _PATTERN[locale].finditer(text):
        number = _NUMBER[locale].get(match["number"].casefold()) or int(match["number"])
        unit = next(name for name in _UNITS if match[name])
        if unit == "years" and (number >= _AGES_FROM or _AGE.match(text[match.end() :])):
            continue
        yield number, unit


def as_length(row: dict[str, object]) -> Length | None:
    """The length of a row of deadlines.yaml, or None when it has no fixed one."""
    length = row.get("length")
    if not isinstance(length, dict) or len(length) != 1:
        return None
    unit, number = next(iter(length.items()))
    return int(number), str(unit)


def same(one: Length, other: Length) -> bool:
    """Whether two lengths say the same: 14 days are two weeks, 12 months a year.

    >>> same((14, "days"), (2, "weeks")), same((30, "days"), (1, "months"))
    (True, False)
    """
    return _bare(one) == _bare(other)


def _bare(length: Length) -> tuple[float, str]:
    number, unit = length
    if unit == "weeks":
        return number * 7, "days"
    if unit == "hours":
        return number / 24, "days"
    return (number * 12, "months") if unit == "years" else (number, unit)
