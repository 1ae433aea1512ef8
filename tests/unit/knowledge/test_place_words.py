"""The words around names of places are complete, and in the form that answers are compared in."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.place_words import WORDS_FILE, PlaceWords, folded
from knowledge.yaml_file import read_mapping
from tests.unit.real import PLACES

ROWS = read_mapping(WORDS_FILE)
WORDS = PlaceWords.read()


@pytest.mark.parametrize("role", [role for role in ROWS if role != "counties"])
def test_words_are_texts(role: str) -> None:
    """YAML reads `no` and `on` without quotes as something else."""
    words: list[Any] = [word for row in ROWS[role].values() for word in row]
    assert [word for word in words if not isinstance(word, str)] == []


def test_every_language_of_messages_tells_what_comes_before_a_place() -> None:
    assert set(ROWS["before"]) >= {"nb", "nn", "en", "uk", "ar", "so", "ti", "fa", "pl", "ru", "fr", "es"}


def test_regions_lie_in_counties_of_today() -> None:
    known = {place.county for place in PLACES.places}
    assert {county for found in WORDS.counties.values() for county in found} <= known


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Stor-Elvdal", "storelvdal"), ("Å", "å"), ("don\u2019t", "dont"), ("أوسلو", "اوسلو"), ("St. Hanshaugen", "sthanshaugen"), ("", "")],
)  # fmt: skip
def test_a_name_is_folded(name: str, expected: str) -> None:
    assert folded(name) == expected
