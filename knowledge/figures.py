"""Amounts, rates and limits from constants.yaml, each with unit, validity and source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from knowledge.errors import ContentError
from knowledge.messages import Messages
from knowledge.yaml_file import read_mapping


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
        number = format_decimal(self.value, locale=_number_locale(locale))
        text = messages.text(f"unit.{self.unit}", locale, number=number)
        if self.is_current(today) or self.valid_to is None:
            return text
        until = format_date(self.valid_to, format="long", locale=_number_locale(locale))
        return messages.text("figure.expired", locale, figure=text, date=until)


def _number_locale(locale: str) -> str:
    """CLDR locale for numbers and dates; Arabic texts use Western digits."""
    return "ar_MA" if locale == "ar" else locale


def read_figures(path: Path) -> dict[str, Figure]:
    """Read constants.yaml; raises ContentError naming the figure that is incomplete."""
    return {key: _figure(key, row, path) for key, row in read_mapping(path).items()}


def _figure(key: str, row: dict[str, Any], path: Path) -> Figure:
    try:
        source = row["source"]
        return Figure(
            id=key,
            value=row["value"],
            unit=row["unit"],
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            source_url=source["url"],
            read=source.get("read"),
            confidence=row["confidence"],
        )
    except (KeyError, TypeError) as error:
        raise ContentError(path, f"the constant {key!r} lacks {error}") from error
