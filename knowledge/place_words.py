"""The words that stand around the name of a place when people tell where they live."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.text import normalised
from knowledge.yaml_file import read_mapping

WORDS_FILE = Path(__file__).with_name("place_words.yaml")


@dataclass(frozen=True)
class PlaceWords:
    """Folded words by what they tell about the name beside them; `counties`: joined names with counties of today."""

    before: frozenset[str]
    after: frozenset[str]
    person: frozenset[str]
    around: frozenset[str]
    never: frozenset[str]
    counties: dict[str, tuple[str, ...]]

    @classmethod
    def read(cls, path: Path = WORDS_FILE) -> PlaceWords:
        """The words of all languages together: people mix them, and what they write is short."""
        rows = read_mapping(path)
        sets = {role: frozenset(_words(rows[role])) for role in ("before", "after", "person", "around", "never")}
        counties = {folded(name): tuple(found) for name, found in rows["counties"].items()}
        return cls(counties=counties, **sets)


def folded(name: str) -> str:
    """A word or name as it is compared: lower case, without spaces, hyphens, apostrophes and Arabic vowel signs.

    >>> folded("Nord-Odal"), folded("П'ятниця")
    ('nordodal', 'пятниця')
    """
    return normalised(name).replace(" ", "")


def _words(languages: dict[str, list[Any]]) -> Iterable[str]:
    return (folded(str(word)) for words in languages.values() for word in words)
