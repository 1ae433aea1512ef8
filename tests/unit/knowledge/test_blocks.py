"""The small Markdown of articles."""

from __future__ import annotations

import pytest

from knowledge.blocks import Block, blocks, plain


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One\ntwo", [Block("", "One two")]),
        ("One\n\nTwo", [Block("", "One"), Block("", "Two")]),
        ("1. A\n2. B", [Block("1.", "A"), Block("2.", "B")]),
        ("1. A\n   more", [Block("1.", "A more")]),
        ("- a\n- b", [Block("-", "a"), Block("-", "b")]),
        ("Fristen er\n10. juni", [Block("", "Fristen er 10. juni")]),
        ("1. A\n\n2. B", [Block("1.", "A"), Block("2.", "B")]),
        ("", []),
    ],
)
def test_blocks_of_a_section(body: str, expected: list[Block]) -> None:
    assert blocks(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [("*depositum*", "depositum"), ("(*to ord*)", "(to ord)"), ("2 * 3 * 4", "2 * 3 * 4"), ("a*b*c", "a*b*c")],
)
def test_italics_are_taken_off_and_other_stars_stay(body: str, expected: str) -> None:
    assert plain(body) == expected


def test_a_paragraph_after_a_list_stands_apart() -> None:
    assert plain("1. A\n2. B\n\nText") == "1. A\n2. B\n\nText"
