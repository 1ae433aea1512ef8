"""Amounts, rates and limits that change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.figures import Figure
from knowledge.library import Library
from knowledge.messages import Messages
from tests.unit.conftest import TODAY

FEE = Figure("fee", 1345, "NOK", date(2026, 1, 1), date(2026, 12, 31), "https://lovdata.no/", None, "high")
ENDLESS = replace(FEE, valid_to=None)


@pytest.mark.parametrize(
    ("today", "holds"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_a_figure_holds_from_its_first_to_its_last_day(today: date, holds: bool) -> None:
    assert FEE.is_current(today) is holds


def test_a_figure_without_an_end_goes_on(messages: Messages) -> None:
    assert ENDLESS.is_current(date(2099, 1, 1))
    assert ENDLESS.days_left(TODAY) is None
    assert ENDLESS.rendered("en", messages, date(2099, 1, 1)) == "NOK 1,345"


@pytest.mark.parametrize(("today", "days"), [(date(2026, 12, 30), 1), (date(2026, 12, 31), 0), (date(2027, 1, 2), -2)])
def test_days_left_are_counted_to_the_last_day(today: date, days: int) -> None:
    assert FEE.days_left(today) == days


@pytest.mark.parametrize(
    ("locale", "value", "text"),
    [
        ("nb", 1345, "1\u00a0345 kroner"),
        ("en", 1345, "NOK 1,345"),
        ("uk", 1345, "1\u00a0345 NOK"),
        ("ar", 1345, "1,345 كرونة نرويجية"),
    ],
)
def test_an_amount_is_written_as_the_language_writes_it(messages: Messages, locale: str, value: int, text: str) -> None:
    assert replace(FEE, value=value).rendered(locale, messages, TODAY) == text


@pytest.mark.parametrize(("locale", "text"), [("nb", "12,5 prosent"), ("en", "12.5 per cent"), ("ar", "12.5 بالمئة")])
def test_a_rate_keeps_its_decimals(messages: Messages, locale: str, text: str) -> None:
    assert replace(FEE, value=12.5, unit="percent").rendered(locale, messages, TODAY) == text


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("nb", "1\u00a0345 kroner (gjaldt til 31. desember 2026; sjekk hva som gjelder nå)"),
        ("en", "NOK 1,345 (valid until 31 December 2026; check what applies now)"),
    ],
)
def test_a_figure_that_has_run_out_says_so(messages: Messages, locale: str, text: str) -> None:
    assert FEE.rendered(locale, messages, date(2027, 1, 1)) == text


def test_a_figure_that_has_run_out_says_so_in_western_digits_in_arabic(messages: Messages) -> None:
    text = FEE.rendered("ar", messages, date(2027, 1, 1))
    assert "31" in text
    assert "2026" in text


NEXT_YEAR = replace(FEE, value=1400, valid_from=date(2027, 1, 1), valid_to=date(2027, 12, 31))
BOTH = replace(FEE, next=(NEXT_YEAR,))


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (date(2026, 12, 31), "NOK 1,345"),
        (date(2027, 1, 1), "NOK 1,400"),
        (date(2027, 12, 31), "NOK 1,400"),
        (date(2028, 1, 1), "NOK 1,400 (valid until 31 December 2027; check what applies now)"),
    ],
)
def test_the_value_is_that_of_the_day(messages: Messages, today: date, text: str) -> None:
    assert BOTH.rendered("en", messages, today) == text


def test_a_gap_between_two_periods_says_that_the_first_has_run_out(messages: Messages) -> None:
    late = replace(FEE, next=(replace(NEXT_YEAR, valid_from=date(2027, 2, 1)),))
    assert late.is_current(date(2026, 12, 31))
    assert not late.is_current(date(2027, 1, 31))
    assert "valid until 31 December 2026" in late.rendered("en", messages, date(2027, 1, 31))
    assert late.rendered("en", messages, date(2027, 2, 1)) == "NOK 1,400"


def test_days_left_are_counted_through_periods_without_a_gap() -> None:
    assert BOTH.days_left(date(2026, 12, 31)) == 365
    assert replace(FEE, next=(replace(NEXT_YEAR, valid_to=None),)).days_left(TODAY) is None
    assert replace(FEE, next=(replace(NEXT_YEAR, valid_from=date(2027, 1, 2)),)).days_left(date(2026, 12, 31)) == 0


NEXT = """  next:
    - {value: 1400, valid_from: 2027-01-01, valid_to: null, source: {url: "https://lovdata.no/"}, confidence: high}
"""


def test_the_next_period_is_read_from_the_row(content: Path, edit: Callable[[str, str, str], Path]) -> None:
    edit("constants.yaml", "  confidence: high\n", "  confidence: high\n" + NEXT)
    figure = Library.read(content).figures["court-fee"]
    assert [(period.value, period.unit) for period in figure.periods()] == [(1345, "NOK"), (1400, "NOK")]


@pytest.mark.parametrize("today", [TODAY, date(2040, 1, 1)])
def test_every_figure_can_be_said_in_every_served_language(real: Library, messages: Messages, today: date) -> None:
    for language in real.languages.served:
        for figure in real.figures.values():
            text = figure.rendered(language.locale, messages, today)
            assert "{" not in text


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("  unit: NOK\n", "", "lacks 'unit'"),
        ("  confidence: high\n", "", "lacks 'confidence'"),
        ('url: "https://lovdata.no/lov/1982-12-17-86", ', "", "lacks 'url'"),
        ("value: 1345", "value: 1 345", "value"),
        ("valid_from: 2026-01-01", "valid_from: New Year", "valid_from"),
        ("valid_to: 2026-12-31", "valid_to: never", "valid_to"),
        (
            "  confidence: high\n",
            "  confidence: high\n" + NEXT.replace("valid_to: null, ", ""),
            "next lacks 'valid_to'",
        ),
    ],
    ids=[
        "no unit",
        "no confidence",
        "no address",
        "value is text",
        "valid_from is no date",
        "valid_to is no date",
        "no valid_to of the next period",
    ],
)
def test_a_broken_figure_is_told(
    content: Path, edit: Callable[[str, str, str], Path], old: str, new: str, problem: str
) -> None:
    edit("constants.yaml", old, new)
    with pytest.raises(ContentError, match=rf"constants\.yaml:1: .*'court-fee'.*{problem}"):
        Library.read(content)
