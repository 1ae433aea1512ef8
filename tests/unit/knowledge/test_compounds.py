"""Norwegian compounds."""

from __future__ import annotations

import pytest

from knowledge.compounds import CompoundSplitter

SPLITTER = CompoundSplitter({"oppsigelse", "tid", "leie", "kontrakt", "barn", "vern", "hus", "tvist", "utvalg", "av"})


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("leiekontrakt", ["leie", "kontrakt"]),
        ("oppsigelsestid", ["oppsigelse", "tid"]),
        ("barnevern", ["barn", "vern"]),
        ("husleietvist", ["hus", "leie", "tvist"]),
        ("husleietvistutvalg", ["hus", "leie", "tvist", "utvalg"]),
        ("kontrakt", []),
        ("leieboer", []),  # "boer" is not known
        ("avtid", []),  # "av" is too short a part
        ("tid", []),
        ("", []),
    ],
)
def test_a_compound_is_split_into_known_words(word: str, parts: list[str]) -> None:
    assert SPLITTER.parts(word) == parts
