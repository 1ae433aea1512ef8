"""What strangers send: cleaned, limited, of the right kind, never guessed."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.letters.letter import Letter
from knowledge.letters.values import LIMITS, cleaned, read_values

HARMLESS = {
    "Kari  Nordmann": "Kari Nordmann",
    "\u202eKari\u202c\u2066 Nord\u2069mann\u200f\u061c": "Kari Nordmann",
    "a\x00b\x07c\x1b[31m": "abc[31m",
    "e\u0301n": "én",
    "x\ud800y": "xy",
    "tag\U000e0041ged \ue000\ufffe": "tagged",
    "en\r\nto\u2028tre": "en to tre",
    "=HYPERLINK(1)": "=HYPERLINK(1)",
    "❤\ufe0f": "❤",
}


@pytest.mark.parametrize(("typed", "kept"), HARMLESS.items())
def test_what_steers_how_a_text_is_shown_is_taken_out(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


@given(st.text(), st.booleans())
def test_nothing_invisible_is_left(typed: str, lines: bool) -> None:
    kept = cleaned(typed, lines)
    assert not {unicodedata.category(char) for char in kept.replace("\n", "")} & {"Cc", "Cf", "Cs", "Co", "Cn"}
    assert lines or "\n" not in kept
    assert kept == kept.strip()
    assert cleaned(kept, lines) == kept, "cleaning twice changes nothing"


DATES = {"2026-03-03": date(2026, 3, 3), "3.3.2026": date(2026, 3, 3), "03/12/2026": date(2026, 12, 3),
         " 31. 12. 2026": date(2026, 12, 31), "٣.٣.٢٠٢٦": date(2026, 3, 3)}  # fmt: skip
NO_DATES = ["31.2.2026", "2026-13-01", "i går", "3.3.26", "0001-01-01", "9999-12-31", "2026", "03-03-2026-1"]
NUMBERS = {"12500": "12500.0", "12 500": "12500.0", "12.500": "12500.0", "12,500": "12500.0", "12\u00a0500,50": "12500.50",
           "1,234.5": "1234.5", "kr 500": "500.0", "500,-": "500.0", "7 kroner": "7.0", "٥٠٠": "500.0", "0": "0.0",
           "١٢٬٥٠٠": "12500.0", "۱۲،۵۰۰": "12500.0", "۱۲٬۵۰۰٫۵": "12500.5", "۱۲ ۵۰۰": "12500.0"}  # fmt: skip
NO_NUMBERS = ["-5", "mange", "1 2 3", "12.50.00", "1e9", "0,500", "999999999999", "12,5000", "=1+1", "½"]


@pytest.mark.parametrize(("typed", "day"), DATES.items())
def test_a_date_is_read_day_first(letter: Letter, typed: str, day: date) -> None:
    assert read_values(letter, {"paid_on": typed}).given == {"paid_on": day}


@pytest.mark.parametrize("typed", NO_DATES)
def test_what_is_no_date_is_told(letter: Letter, typed: str) -> None:
    values = read_values(letter, {"paid_on": typed})
    assert (values.given, values.problems) == ({}, {"paid_on": "letter.error.date"})


@pytest.mark.parametrize(("typed", "number"), NUMBERS.items())
def test_a_number_is_read_however_it_is_written(letter: Letter, typed: str, number: str) -> None:
    assert read_values(letter, {"paid": typed}).given == {"paid": Decimal(number)}


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_number_is_told(letter: Letter, typed: str) -> None:
    values = read_values(letter, {"paid": typed})
    assert (values.given, values.problems) == ({}, {"paid": "letter.error.number"})


def test_what_is_empty_or_unknown_is_left_out(letter: Letter) -> None:
    values = read_values(letter, {"name": " \u200b ", "paid": "", "colour": "red", "was_cold": "false"})
    assert (values.given, values.problems) == ({}, {})
    assert read_values(letter, {"was_cold": "on"}).given == {"was_cold": True}


@pytest.mark.parametrize("field_id", ["name", "address", "paid", "paid_on"])
def test_a_text_too_long_is_told_and_not_cut(letter: Letter, field_id: str) -> None:
    kind = next(field.kind for field in letter.fields if field.id == field_id)
    for length in (LIMITS[kind] + 1, 100_000):
        values = read_values(letter, {field_id: "1" * length})
        assert (values.given, values.problems) == ({}, {field_id: "letter.error.too_long"})


def test_too_many_lines_are_told(letter: Letter) -> None:
    assert read_values(letter, {"reasons": "a\nb\n" * 15}).problems == {}
    assert read_values(letter, {"reasons": "a\nb\n" * 16}).problems == {"reasons": "letter.error.too_long"}


@given(st.text(max_size=60), st.sampled_from(["name", "address", "paid", "months", "paid_on", "was_cold"]))
def test_every_field_is_read_or_told(letter: Letter, typed: str, field_id: str) -> None:
    values = read_values(letter, {field_id: typed})
    assert len(values.given) + len(values.problems) <= 1
