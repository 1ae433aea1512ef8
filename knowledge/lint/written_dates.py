"""Dates written out in prose: "31. desember 2026", "July 2028", "til og med 2026", in every served language."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names

from knowledge.figures import number_locale

_HAMZA = "\u0654"  # Persian writes "ژوئیهٔ" before a year, and often leaves the sign out
_UNTIL = {
    "nb": "til og med|utgangen av|innen|til|før|ut",
    "nn": "til og med|utgangen av|innan|til|før|ut",
    "en": "up to and including|the end of|until|through|before|by|to",
    "uk": "до кінця|включно до|до",
    "ar": "حتى نهاية|حتى|قبل",
    "fa": "تا پایان|تا|پیش از",
}


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day, month or year as a text names it."""

    words: str
    first: date
    last: date
    counts_until: date  # from the day after, the sentence may no longer be true

    def holds(self, day: date) -> bool:
        """Whether the day lies in what is named."""
        return self.first <= day <= self.last


def dates_in(text: str, locale: str) -> Iterator[WrittenDate]:
    """Every date in the text, in order; a bare year counts to its first day, and after "until" to its last.

    >>> [str(found.counts_until) for found in dates_in("Fra 1. juli 2023 til og med 2026.", "nb")]
    ['2023-07-01', '2026-12-31']
    """
    months = _months(locale)
    for match in _pattern(locale, months).finditer(text):
        found = _written(match, months)
        if found:
            yield found


def _written(match: re.Match[str], months: dict[str, int]) -> WrittenDate | None:
    words, year = " ".join(match.group().split()), int(match["year"])
    if not match["month"]:
        first, last = date(year, 1, 1), date(year, 12, 31)
        return WrittenDate(words, first, last, last if match["until"] else first)
    month = months[match["month"].casefold()]
    length = monthrange(year, month)[1]
    if not match["day"]:
        last = date(year, month, length)
        return WrittenDate(words, date(year, month, 1), last, last)
    if not 1 <= int(match["day"]) <= length:
        return None
    day = date(year, month, int(match["day"]))
    return WrittenDate(words, day, day, day)


def _months(locale: str) -> dict[str, int]:
    named = [get_month_names("wide", context, number_locale(locale)) for context in ("format", "stand-alone")]
    return {
        form: number
        for names in named
        for number, name in names.items()
        for form in (name.casefold(), name.casefold().removesuffix(_HAMZA))
    }


def _pattern(locale: str, months: dict[str, int]) -> re.Pattern[str]:
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?:(?P<day>\d{{1,2}})\.?\s+)?(?P<month>{month})(?:\s+\([^()]*\))?\s+"
        rf"|(?P<until>{_UNTIL.get(locale, _UNTIL['en'])})\s+)?(?P<year>20\d\d)(?![\w-]|[.,]\d)",
        re.IGNORECASE,
    )
