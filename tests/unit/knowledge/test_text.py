"""Normalising text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import ascii_digits, normalised, without_format_characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Må JEG flytte?!", "må jeg flytte"),
        ("sagt-meg_opp", "sagt meg opp"),
        ("hjeeeelp", "hjeelp"),
        ("§ 9-8", "§ 9 8"),
        ("1000 kr", "1000 kr"),  # repeated digits stay
        ("1111", "1111"),
        ("الإِيجار", "الايجار"),
        ("شـــقة", "شقه"),
        ("١٢ شهر", "12 شهر"),
        ("so\u00adfa\u200b", "sofa"),
        ("ﬁre", "fire"),
        ("a\u030a", "å"),
        ("🏠", ""),
        ("", ""),
    ],
)
def test_the_same_words_match_however_they_are_typed(text: str, expected: str) -> None:
    assert normalised(text) == expected


def test_digits_of_every_script_become_western() -> None:
    assert ascii_digits("١٢٣ ۴۵۶ १२") == "123 456 12"


def test_marks_of_direction_are_dropped() -> None:
    assert without_format_characters("\u2067abc\u2069\ufeff") == "abc"


@given(st.text(alphabet="aAåß §9-8_İأةـ\u064e١ıﬁ🏠\u200f", max_size=30))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert once == " ".join(once.split())
