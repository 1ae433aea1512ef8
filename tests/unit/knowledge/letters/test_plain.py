"""The plain text: the Norwegian letter whole, then the person's language; nothing runs the wrong way."""

from __future__ import annotations

from knowledge.letters.plain import letter_text
from tests.unit.knowledge.letters.conftest import GIVEN, Fill


def test_the_norwegian_letter_stands_whole_and_first(fill: Fill) -> None:
    text = letter_text(fill("en")).replace("\u00a0", " ")
    norwegian, english = text.split("-" * 40)
    assert norwegian == (
        "Fra:\nOlena Kovaltsjuk\nStorgata 5\n0155 Oslo\n\nTil:\nKari Nordmann\n\nDato:\n24. november 2026\n\n"
        "Krav om 12 500 kroner tilbake\n\n"
        "1. Jeg betalte 12 500 kroner den 3. mars 2026, for 3 måneder.\n\n"
        "2. Det var kaldt i boligen.\n\n3. Grunnen er: Varmen virket ikke.\n\n"
        "4. Gebyret er 1 345 kroner (husleieloven § 3-5).\n\nMed hilsen\nOlena Kovaltsjuk\n\n"
    )
    assert english.strip().startswith("From:")


def test_norwegian_alone_has_no_second_part_and_no_invisible_marks(fill: Fill) -> None:
    text = letter_text(fill("nb"))
    assert "---" not in text
    assert not {"\u2068", "\u2069", "\u200f", "\u200e"} & set(text)


def test_latin_words_in_arabic_lines_are_kept_apart_line_by_line(fill: Fill) -> None:
    text = letter_text(fill("ar", {**GIVEN, "address": "Storgata 5\n0155 Oslo"}))
    assert "\u2068Storgata 5\u2069\n\u20680155 Oslo\u2069" in text
    for line in text.splitlines():
        assert line.count("\u2068") == line.count("\u2069"), line
