"""Amounts, rates and limits from constants.yaml, each with unit, validity and source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal

from knowledge.fields import Fields, read_rows
from knowledge.messages import Messages

_CLDR = {"ar": "ar_AE", "en": "en_GB"}
_NEEDED = ("value", "unit", "valid_from", "valid_to", "source", "confidence")


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount, rate or limit that changes over time."""

    id: str
    value: float
    unit: str  # "NOK", "NOK/month", "NOK/year", "percent", ...
    valid_from: date
    valid_to: date | None  # last day it is known to hold; None when law sets no end
    source_url: str
    read: date | None
    confidence: str

    def is_current(self, today: date) -> bool:
        """Whether the figure is known to hold on `today`."""
        return self.valid_from <= today and (self.valid_to is None or today <= self.valid_to)

    def days_left(self, today: date) -> int | None:
        """Days until the figure runs out, negative when it has; None without an end."""
        return None if self.valid_to is None else (self.valid_to - today).days

    def rendered(self, locale: str, messages: Messages, today: date) -> str:
        """The figure with its unit; one that has run out says until when it held."""
        number = format_decimal(self.value, locale=number_locale(locale))
        text = messages.text(f"unit.{self.unit}", locale, number=number)
        if self.is_current(today) or self.valid_to is None:
            return text
        until = date_words(self.valid_to, "long", locale)
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
    rows = read_rows(path, "the constant", needed=_NEEDED, more=("note",))
    return {key: _figure(key, fields) for key, fields in rows.items()}


def _figure(key: str, fields: Fields) -> Figure:
    source = fields.mapping("source", needed=("url",))
    return Figure(
        id=key,
        value=fields.number("value"),
        unit=fields.text("unit"),
        valid_from=fields.day("valid_from"),
        valid_to=fields.day_or_none("valid_to"),
        source_url=source.text("url"),
        read=source.day_or_none("read"),
        confidence=fields.text("confidence"),
    )
