"""Dates in prose."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.lint.written_dates import dates_in


@pytest.mark.parametrize(
    ("text", "locale", "until"),
    [
        ("Regelen gjelder til 1. juli 2028.", "nb", ["2028-07-01"]),
        ("til og med 31.\ndesember 2026", "nb", ["2026-12-31"]),
        ("frå mars 2027", "nn", ["2027-03-31"]),
        ("from 2017 until the end of 2026", "en", ["2017-01-01", "2026-12-31"]),
        ("applies until 1 July 2028.", "en", ["2028-07-01"]),
        ("діє до 1 липня 2028 року", "uk", ["2028-07-01"]),
        ("حتى 1 يوليو (تموز) 2028.", "ar", ["2028-07-01"]),
        ("تا 1 ژوئیه (جولای) 2028 اعتبار دارد", "fa", ["2028-07-01"]),
        ("en lov fra 2024", "nb", ["2024-01-01"]),
        ("31. februar 2027", "nb", []),
        ("forskrift 2025-04-29-709, 2 000 kroner, 2 2026-tall", "nb", []),
        ("§ 9-8 og 14 dager", "nb", []),
    ],
)
def test_dates_in_a_text(text: str, locale: str, until: list[str]) -> None:
    assert [str(found.counts_until) for found in dates_in(text, locale)] == until


def test_a_month_holds_its_days() -> None:
    (found,) = dates_in("mars 2027", "nb")
    assert [found.holds(day) for day in (date(2027, 3, 1), date(2027, 3, 31), date(2027, 4, 1))] == [True, True, False]
