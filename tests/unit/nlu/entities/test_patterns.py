"""Patterns on tags: which tokens they match, and what their readers make of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from nlu.entities.patterns import PatternFinder
from nlu.entities.reading import Found, Reading, Token
from tests.unit.nlu.conftest import TODAY

Matches = Callable[[str, str], list[tuple[int, int]]]


@pytest.fixture
def matches() -> Matches:
    """Places of a pattern in tags: `matches("A B?", "A B C") == [(0, 2)]`."""
    vocab = spacy.blank("xx").vocab

    def found(pattern: str, tags: str) -> list[tuple[int, int]]:
        finder = PatternFinder(vocab, [(lambda reading, first, end: Found("it", None, first, end), [pattern])])
        return [(each.first, each.end) for each in _read(finder, vocab, tags).found]

    return found


def _read(finder: PatternFinder, vocab: Any, tags: str) -> Reading:
    words = tags.split()
    tokens = [Token(tag, tag, tag, None, place, place + 1) for place, tag in enumerate(words)]
    reading = Reading(tokens, None, TODAY)  # type: ignore[arg-type]
    finder(reading.put_on(Doc(vocab, words=words)))
    return reading


@pytest.mark.parametrize(
    ("pattern", "tags", "places"),
    [
        ("A", "A", [(0, 1)]),
        ("A", "B", []),
        ("A B", "A B", [(0, 2)]),
        ("A B", "A C B", []),
        ("A|B", "C B A", [(1, 2), (2, 3)]),
        ("A B?", "A C", [(0, 1)]),
        ("A B?", "A B", [(0, 2)]),
        ("A B* C", "A B B C", [(0, 4)]),
        ("A B* C", "A C", [(0, 2)]),
        ("A|B? C", "C", [(0, 1)]),
        ("A|B* C", "A B A C", [(0, 4)]),
        ("A", "", []),
    ],
)
def test_a_pattern_matches_the_longest_stretch(
    pattern: str, tags: str, places: list[tuple[int, int]], matches: Matches
) -> None:
    assert sorted(matches(pattern, tags)) == places


def test_a_reader_may_refuse_a_match() -> None:
    vocab = spacy.blank("xx").vocab
    finder = PatternFinder(vocab, [(lambda reading, first, end: None, ["A"])])
    assert _read(finder, vocab, "A A").found == []


def test_each_pattern_goes_to_its_reader() -> None:
    vocab = spacy.blank("xx").vocab
    readers = [
        (lambda reading, first, end: Found("first", None, first, end), ["A"]),
        (lambda reading, first, end: Found("second", None, first, end), ["B", "C"]),
    ]
    found = _read(PatternFinder(vocab, readers), vocab, "A B C").found
    assert sorted((each.first, each.name) for each in found) == [(0, "first"), (1, "second"), (2, "second")]
