"""Dates: "3. mars", "12.3", "forrige fredag", "two weeks ago", "أمس"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from spacy.vocab import Vocab

from nlu.entities.calendar import date_of, full_year, last_weekday, nearest, next_weekday, shifted
from nlu.entities.lexer import Token
from nlu.entities.patterns import Found, PatternFinder, tag_at

DATE = "date"
Today = Callable[[], date]
_DAY = "NUMBER|ORDINAL"
# Languages in which the month may stand first. In Norwegian "i mars 3 ganger" is no date.
_MONTH_FIRST = {"en", "xx"}
_NOT_AFTER_DAY_AND_MONTH = {"UNIT", "KR", "MEASURE", "OF", "THOUSAND"}
_FEW = 1000  # of any unit; more is no date in anyone's life


def find_dates(vocab: Vocab, locale: str, today: Today) -> PatternFinder:
    """The component for one language; `today` is asked for each message."""
    reading = _Reading(today)
    named = [f"WEEKDAY? COMMA? OF* {_DAY} DOT? OF* UNIT? MONTH DOT? COMMA? YEAR?"]
    if locale in _MONTH_FIRST:
        named.append(f"WEEKDAY? COMMA? MONTH DOT? OF? {_DAY} COMMA? YEAR?")
    return PatternFinder(
        vocab,
        [
            (reading.written, ["WEEKDAY? OF* ISO|DMY"]),
            (reading.day_and_month, ["WEEKDAY? OF* DM"]),
            (reading.named, named),
            (reading.weekday, ["LAST|NEXT? OF* WEEKDAY", "WEEKDAY LAST|NEXT"]),
            (reading.day, ["DAY"]),
            (reading.ago, ["COUNT|NUMBER? UNIT AGO", "SINCE COUNT|NUMBER? UNIT"]),
            (reading.ahead, ["IN COUNT|NUMBER? UNIT"]),
        ],
    )


def _found(when: date | None, first: int, end: int) -> Found | None:
    return Found(DATE, when.isoformat(), first, end) if when else None


def _digits(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


def _value(tokens: Sequence[Token], tag: str) -> int | None:
    return next((token.value for token in tokens if token.tag == tag), None)


class _Reading:
    """What the matches mean on the day that `today` gives."""

    def __init__(self, today: Today) -> None:
        self._today = today

    def written(self, tokens: Sequence[Token], first: int, end: int) -> Found | None:
        """2026-03-12, 12.03.2026, 12/3/26."""
        one, two, three = _digits(tokens[end - 1].text)
        day, month, year = (three, two, one) if tokens[end - 1].tag == "ISO" else (one, two, three)
        return _found(date_of(day, month, full_year(year, self._today())), first, end)

    def day_and_month(self, tokens: Sequence[Token], first: int, end: int) -> Found | None:
        """12.3 or 12/3, day first as is written in Norway; 3/25 can only be the other way round."""
        if _is_a_time_or_number(tokens, end - 1):
            return None
        day, month = _digits(tokens[end - 1].text)
        if "/" in tokens[end - 1].text and month > 12:
            day, month = month, day
        return _found(nearest(day, month, self._today()), first, end)

    def named(self, tokens: Sequence[Token], first: int, end: int) -> Found | None:
        """3. mars, 1-го березня 2026, March 3rd."""
        matched = tokens[first:end]
        day = next(_digits(token.text)[0] for token in matched if token.tag in _DAY.split("|"))
        month, year = _value(matched, "MONTH") or 0, _value(matched, "YEAR")
        if matched[-1].tag == "NUMBER" and tag_at(tokens, end) in _NOT_AFTER_DAY_AND_MONTH:
            return None
        return _found(date_of(day, month, year) if year else nearest(day, month, self._today()), first, end)

    def weekday(self, tokens: Sequence[Token], first: int, end: int) -> Found | None:
        """A bare weekday is the latest one: people are asked, and tell, when something happened."""
        if tag_at(tokens, first - 1) == "EVERY":
            return None
        matched = tokens[first:end]
        reckon = next_weekday if any(token.tag == "NEXT" for token in matched) else last_weekday
        return _found(reckon(_value(matched, "WEEKDAY") or 0, self._today()), first, end)

    def day(self, tokens: Sequence[Token], first: int, end: int) -> Found | None:
        """I går, tomorrow."""
        return _found(self._today() + timedelta(days=tokens[first].value), first, end)

    def ago(self, tokens: Sequence[Token], first: int, end: int) -> Found | None:
        """To uker siden, قبل أسبوعين; what is before a named day is no span of time."""
        if tokens[end - 1].tag == "UNIT" and tag_at(tokens, end) in ("WEEKDAY", "NUMBER", "MONTH"):
            return None
        return self._shifted(tokens, first, end, -1)

    def ahead(self, tokens: Sequence[Token], first: int, end: int) -> Found | None:
        """Om tre dager, but not "om tre måneders husleie"."""
        if tokens[end - 1].folded.endswith("rs") or "RENT" in (tag_at(tokens, end), tag_at(tokens, end + 1)):
            return None
        return self._shifted(tokens, first, end, 1)

    def _shifted(self, tokens: Sequence[Token], first: int, end: int, direction: int) -> Found | None:
        matched = tokens[first:end]
        number = next((token.value for token in matched if token.tag in ("COUNT", "NUMBER")), 1)
        unit, each = next(token.value for token in matched if token.tag == "UNIT")
        if number * each >= _FEW:
            return None
        return _found(shifted(self._today(), unit, direction * number * each), first, end)


def _is_a_time_or_number(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number such as 12.10 is an hour, a decimal, a fraction or a section rather than day and month."""
    before = tag_at(tokens, place - 1)
    before = tag_at(tokens, place - 2) if before == "DOT" else before
    return before in ("CLOCK", "SIGN", "KR") or tag_at(tokens, place + 1) in _NOT_AFTER_DAY_AND_MONTH
