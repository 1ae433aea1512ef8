"""Amounts, rates and limits from constants.yaml, each with unit, validity and source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from knowledge.fields import Fields, read_rows
from knowledge.messages import Messages

_CLDR = {"ar": "ar_AE", "en": "en_GB"}
_PERIOD = ("value", "valid_from", "valid_to", "source", "confidence")
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount, rate or limit in one period, and the periods that follow."""

    id: str
    value: float
    unit: str  # "NOK", "NOK/month", "NOK/year", "percent", ...
    valid_from: date
    valid_to: date | None  # last day it is known to hold; None when law sets no end
    source_url: str
    read: date | None
    confidence: str
    next: tuple[Figure, ...] = field(default=())  # later periods, which have none themselves

    def periods(self) -> Iterator[Figure]:
        """The first period, then those that follow."""
        yield self
        yield from self.next

    def on(self, day: date) -> Figure:
        """The period of a day: the last that has begun; the first when none has."""
        return [self, *(period for period in self.next if period.valid_from <= day)][-1]

    def is_current(self, today: date) -> bool:
        """Whether the figure is known to hold on `today`."""
        period = self.on(today)
        return period.valid_from <= today and (period.valid_to is None or today <= period.valid_to)

    def days_left(self, today: date) -> int | None:
        """Days until the figure runs out, negative when it has; None without an end.

        Periods that follow without a gap go on with it.
        """
        last = self.on(today)
        for period in self.next:
            if last.valid_to and period.valid_from == last.valid_to + _A_DAY:
                last = period
        return None if last.valid_to is None else (last.valid_to - today).days

    def rendered(self, locale: str, messages: Messages, today: date) -> str:
        """The figure of the day with its unit; one that has run out says until when it held."""
        period = self.on(today)
        number = format_decimal(period.value, locale=number_locale(locale))
        text = messages.text(f"unit.{period.unit}", locale, number=number)
        if self.is_current(today) or period.valid_to is None:
            return text
        until = date_words(period.valid_to, "long", locale)
        return messages.text("figure.expired", locale, figure=text, date=until)


def number_locale(locale: str) -> str:
    """CLDR locale for numbers and dates.

    Arabic with Western digits and the month names that most countries use; English with the day before the month.
    """
    return _CLDR.get(locale, locale)


def date_words(day: date, width: str, locale: str) -> str:
    """A date in words; `width` is "long", or "full" with the weekday.

    >>> date_words(date(2026, 12, 4), "long", "uk")
    '4 грудня 2026 року'
    """
    # CLDR's short word for "year" ends in a full stop, which a sentence would double.
    return format_date(day, format=width, locale=number_locale(locale)).replace("\u202fр.", " року")


def read_figures(path: Path) -> dict[str, Figure]:
    """Read constants.yaml; raises ContentError naming the figure and the key that cannot be used."""
    rows = read_rows(path, "the constant", needed=(*_PERIOD, "unit"), more=("note", "next"))
    return {key: _figure(key, fields) for key, fields in rows.items()}


def _figure(key: str, fields: Fields) -> Figure:
    unit = fields.text("unit")
    return _period(key, unit, fields, tuple(_next(key, unit, item, fields) for item in fields.items("next")))


def _next(key: str, unit: str, item: Any, row: Fields) -> Figure:
    return _period(key, unit, Fields.of(item, row.path, f"{row.where}: each of next", _PERIOD, ("note",)))


def _period(key: str, unit: str, fields: Fields, following: tuple[Figure, ...] = ()) -> Figure:
    source = fields.mapping("source", needed=("url",))
    return Figure(
        id=key,
        value=fields.number("value"),
        unit=unit,
        valid_from=fields.day("valid_from"),
        valid_to=fields.day_or_none("valid_to"),
        source_url=source.text("url"),
        read=source.day_or_none("read"),
        confidence=fields.text("confidence"),
        next=following,
    )
