"""Lengths of time in prose."""

from __future__ import annotations

import pytest

from knowledge.lint.durations import as_length, lengths_in, same


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("Svar innen tre uker.", "nb", [(3, "weeks")]),
        ("Fristen er én måned, ikke 14 dager.", "nb", [(1, "months"), (14, "days")]),
        ("til slutten av en måned", "nb", []),
        ("to hele måneder", "nb", [(2, "months")]),
        ("fjorten\ndager", "nb", [(14, "days")]),
        ("Innan éin månad, tre veker eller fem år.", "nn", [(1, "months"), (3, "weeks"), (5, "years")]),
        ("Within one month, a six-month limit, 48 hours.", "en", [(1, "months"), (6, "months"), (48, "hours")]),
        ("du er under 18 år", "nb", []),
        ("et barn på to år gammelt", "nb", []),
        ("§ 9-6, 3. mars, 12 kr", "nb", []),
        ("один місяць", "uk", []),
    ],
)
def test_lengths_in_a_text(text: str, locale: str, found: list[tuple[int, str]]) -> None:
    assert list(lengths_in(text, locale)) == found


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ((14, "days"), (2, "weeks"), True),
        ((12, "months"), (1, "years"), True),
        ((24, "hours"), (1, "days"), True),
        ((30, "days"), (1, "months"), False),
        ((2, "weeks"), (2, "months"), False),
    ],
)
def test_what_counts_as_equal(one: tuple[int, str], other: tuple[int, str], equal: bool) -> None:
    assert same(one, other) is equal


@pytest.mark.parametrize(
    ("row", "length"), [({"length": {"weeks": 3}}, (3, "weeks")), ({"length": None}, None), ({}, None)]
)
def test_the_length_of_a_row(row: dict[str, object], length: tuple[int, str] | None) -> None:
    assert as_length(row) == length
