"""Norway's municipalities with the names people call them, and how to find one by a name."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.errors import ContentError
from nlu.entities.lexicon import folded

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t"})
_DOUBLES = (("aa", "a"), ("oe", "o"))
# One slip of the keys from six letters on, two from nine; shorter names are too like other words ("Loven", "Løten").
_SHORTEST_WITH_SLIPS = 6
_SLIPS = ((9, 2), (_SHORTEST_WITH_SLIPS, 1))
_SHORTEST_TYPED = 5
_NEAR = 4  # names compared for being as near as the nearest
_CASE_ENDINGS = 3  # letters that a Slavic ending may add: у Бергені, в Ставангере
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Municipality:
    """One row of municipalities.csv."""

    number: str
    name: str
    county: str
    aliases: tuple[str, ...]


class Municipalities:
    """Municipalities by name; most names belong to one, a few to two."""

    def __init__(self, rows: Iterable[Municipality]) -> None:
        self._by_name: dict[str, list[Municipality]] = {}
        self._by_plain_name: dict[str, list[Municipality]] = {}
        self._beginning_with: dict[str, list[str]] = {}
        self._first_words: set[str] = set()
        rows = list(rows)
        self._counties = {_plain(key_of(row.county)) for row in rows}
        present = [(name, row) for row in rows for name in (row.name, *row.name.split(" - "))]
        former = [(alias, row) for row in rows for alias in row.aliases]
        # In this order: a present municipality goes before a former one of the same name.
        for name, row in (*present, *former):
            self._learn(name, row)
        # Former names are too many, and too like other words, to be guessed at.
        for name, _ in present:
            self._learn_for_slips(name)

    @classmethod
    def read(cls, path: Path) -> Municipalities:
        """Read municipalities.csv, where lines with # are remarks; raises ContentError."""
        try:
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
            return cls([_municipality(row) for row in rows])
        except (OSError, KeyError, AttributeError) as error:
            raise ContentError(path, f"needs the columns number, name, county and aliases: {error}") from error

    def named(self, name: str) -> tuple[str, list[Municipality]]:
        """The name without what grammar adds, as far as it is one, and those so named; `name` is folded."""
        return next(((form, self._by_name[form]) for form in _forms(name) if form in self._by_name), (name, []))

    def begins_longer_name(self, word: str) -> bool:
        """Whether a name of several words begins with this one."""
        return word in self._first_words

    def typed_as(self, name: str) -> list[Municipality]:
        """Those whose name this is on a keyboard without its letters, as Tromso or Aalesund."""
        return self._by_plain_name.get(_plain(name), []) if len(name) >= _SHORTEST_TYPED else []

    def nearly_named(self, name: str) -> list[Municipality]:
        """The one whose name this is but for a slip or two; none when two are as near."""
        plain = _plain(name)
        if plain in self._counties:
            return []
        slips = next((slips for length, slips in _SLIPS if len(plain) >= length), 0)
        alike = self._beginning_with.get(plain[:1], ()) if slips else ()
        near = process.extract(plain, alike, scorer=OSA.distance, score_cutoff=slips, limit=_NEAR)
        nearest = [self._by_plain_name[other] for other, distance, _ in near if distance == near[0][1]]
        return nearest[0] if nearest and all(rows == nearest[0] for rows in nearest) else []

    def _learn(self, name: str, row: Municipality) -> None:
        exact = key_of(name)
        rows = self._by_name.setdefault(exact, [])
        if row not in rows and all(row.name == other.name for other in rows):
            rows.append(row)
        if " " in exact:
            self._first_words.add(exact.split()[0])
        self._by_plain_name.setdefault(_plain(exact), rows)

    def _learn_for_slips(self, name: str) -> None:
        plain = _plain(key_of(name))
        if " " not in plain and len(plain) >= _SHORTEST_WITH_SLIPS:
            self._beginning_with.setdefault(plain[0], []).append(plain)


def key_of(name: str) -> str:
    """The words of a name, folded, without hyphens.

    >>> key_of("Stor-Elvdal")
    'stor elvdal'
    """
    return " ".join(folded(word) for word in _WORD.findall(name))


def _municipality(row: dict[str, str]) -> Municipality:
    aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
    return Municipality(row["number"], row["name"], row["county"], aliases)


def _plain(name: str) -> str:
    """A folded name in the letters that every Latin keyboard has."""
    plain = name
    if not name.isascii():
        letters = unicodedata.normalize("NFD", name.translate(_LETTERS))
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    for double, single in _DOUBLES:
        plain = plain.replace(double, single)
    return plain


def _forms(name: str) -> Iterator[str]:
    """The name and what is left of it without a genitive s, a Slavic ending or an Arabic preposition."""
    yield name
    if "а" <= name[0] <= "ґ":
        yield from (name[:-cut] for cut in range(1, _CASE_ENDINGS + 1) if len(name) - cut >= _SHORTEST_STEM)
    elif "\u0620" <= name[0] <= "\u06ff":
        yield from (name[cut:] for cut in (1, 2) if name[0] in "بلوفك" and len(name) - cut >= _SHORTEST_STEM)
    elif name.endswith("s") and len(name) > _SHORTEST_STEM:
        yield name[:-1]
