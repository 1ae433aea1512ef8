"""Norway's municipalities by what people call them, alone or in an answer to where they live.

They would rather ask than send a person to the wrong office.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import ContentError
from knowledge.place_likeness import Alike
from knowledge.place_names import Municipality as Municipality  # told again: it is part of what is offered here
from knowledge.place_names import Named, PlaceNames
from knowledge.place_words import PlaceWords, folded

DISTRICTS_FILE = "districts.csv"  # beside municipalities.csv
LONGEST_NAME = 4  # words
SHORTEST_TYPED = 5  # letters of a name that is typed without its Norwegian letters, in the midst of a message
_SHORTEST_TYPED_ALONE = 3
_MUNICIPALITY_COLUMNS = ("number", "name", "county", "aliases", "asked")
_DISTRICT_COLUMNS = ("number", "name", "aliases", "asked")
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c]|['\u2019\u02bc](?=[^\W\d_]))*"
)
_MOST_WORDS = 80  # of an answer that are looked at
_SHORTEST_JOINED = 7  # letters of a name of several words; shorter ones come about by chance ("mo i" is not Moi)
_SHORTEST_ALONE = 6  # letters from which a name is meant as one, whatever stands beside it
_SHORTEST_MISSPELT = 3
_MOST_CHOICES = 3
_MOST_OTHER_WORDS = 3  # that an answer with a misspelt name may have


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an answer says about the municipality: a certain one, or up to three to ask about."""

    certain: Municipality | None = None
    choices: tuple[Municipality, ...] = ()


class Municipalities:
    """Municipalities, and the districts of Oslo, by name; most names belong to one, a few to more."""

    def __init__(self, places: Iterable[Municipality], words: PlaceWords | None = None) -> None:
        self.places = tuple(places)
        self._words = words or PlaceWords.read()
        self.names = PlaceNames(self.places, self._words.never)
        self._by_number = {place.number: place for place in self.places if not place.district}
        districts = [place for place in self.places if place.district]
        self._keys = {place: place.number for place in self.places if not place.district} | {
            place: f"{place.number}-{position}" for position, place in enumerate(districts, start=1)
        }
        self._by_key = {key: place for place, key in self._keys.items()}
        self._counties = {folded(place.county): (place.county,) for place in self.places} | self._words.counties

    @classmethod
    def read(cls, path: Path) -> Municipalities:
        """Read municipalities.csv and the districts beside it; lines with # are remarks; raises ContentError."""
        places = [
            Municipality(row["number"], row["name"], row["county"], _names(row["aliases"]), _names(row["asked"]))
            for row in _rows(path, _MUNICIPALITY_COLUMNS)
        ]
        return cls([*places, *_districts(path.with_name(DISTRICTS_FILE), places)])

    def by_number(self, number: str) -> Municipality | None:
        """The municipality with this number."""
        return self._by_number.get(number)

    def key_of(self, place: Municipality) -> str:
        """A short name for a place, to be kept as an answer: the number, and for a district its position as well."""
        return self._keys[place]

    def by_key(self, key: str) -> Municipality | None:
        """The municipality or district with that key."""
        return self._by_key.get(key)

    def resolve(self, text: str) -> Resolution:
        """The municipality that an answer names, or those that it may mean."""
        answer = _Answer(self, self._words, _WORD.findall(text)[:_MOST_WORDS])
        hits = answer.hits()
        return answer.by_name(hits) if hits else answer.by_sound()

    def told_counties(self, words: Sequence[str]) -> set[str]:
        """The counties of today that folded words name, be it by a former county or a region."""
        return {county for first, end in _spans(words) for county in self._counties.get("".join(words[first:end]), ())}

    def in_told_counties(self, places: Sequence[Municipality], words: Sequence[str]) -> tuple[Municipality, ...]:
        """Those of the places that lie in a county that is told; all where none is told."""
        told = self.told_counties(words)
        return tuple(place for place in places if place.county in told) if told else tuple(places)

    def words_of_counties(self, words: Sequence[str]) -> set[int]:
        """Which of the folded words name counties and regions."""
        spans = (span for span in _spans(words) if "".join(words[span[0] : span[1]]) in self._counties)
        return {place for first, end in spans for place in range(first, end)}


@dataclass(frozen=True, slots=True)
class _Hit:
    """A known name in an answer, from word `first` to before word `end`."""

    named: Named
    first: int
    end: int


class _Answer:
    """One answer being read."""

    def __init__(self, municipalities: Municipalities, words: PlaceWords, said: Sequence[str]) -> None:
        self._municipalities = municipalities
        self._words = words
        self._said = [word for word in said if folded(word)]
        self._folded = [folded(word) for word in self._said]
        usual = words.around | words.before | words.after
        self._unusual = [place for place, word in enumerate(self._folded) if word not in usual]

    def hits(self) -> list[_Hit]:
        """Every known name, the longest first where names overlap."""
        hits: list[_Hit] = []
        place = 0
        while place < len(self._said):
            lengths = range(min(LONGEST_NAME, len(self._said) - place), 0, -1)
            hit = next(filter(None, (self._hit(place, place + length) for length in lengths)), None)
            if hit:
                hits.append(hit)
            place = hit.end if hit else place + 1
        return hits

    def by_name(self, hits: Sequence[_Hit]) -> Resolution:
        """What the names found in the answer say."""
        others = self._others(hits)
        hits = [hit for hit in hits if not self._is_person(hit.first)]
        meant = [hit for hit in hits if self._is_meant(hit, others)]
        if meant and not any(self._is_marked(hit.first, hit.end) for hit in meant):
            meant = [hit for hit in hits if hit in meant or not hit.named.is_asked]
        places = _with_districts(place for hit in meant for place in self._narrowed(hit))
        if len(places) == 1:
            return Resolution(places[0])
        possible = places or _with_districts(place for hit in hits for place in self._narrowed(hit))
        return Resolution(choices=possible[:_MOST_CHOICES])

    def by_sound(self) -> Resolution:
        """What a misspelt name, or one in another script, may mean."""
        others = self._others(())
        found = [(group, self._sounding_like(group)) for group in self._groups(others)]
        for group, alike in found:
            is_all = set(others) <= set(group)
            if alike and alike[0].is_sure and (is_all or self._is_marked(group[0], group[-1] + 1)):
                return Resolution(alike[0].place)
        offered = sorted((each for _, alike in found for each in alike), key=lambda each: each.far)
        return Resolution(choices=tuple(dict.fromkeys(each.place for each in offered))[:_MOST_CHOICES])

    def _hit(self, first: int, end: int) -> _Hit | None:
        name = "".join(self._folded[first:end])
        if name in self._words.around if end - first == 1 else len(name) < _SHORTEST_JOINED:
            return None
        shortest = SHORTEST_TYPED if len(self._said) > _MOST_OTHER_WORDS else _SHORTEST_TYPED_ALONE
        named = self._municipalities.names.named(name, shortest)
        return _Hit(named, first, end) if named else None

    def _others(self, hits: Sequence[_Hit]) -> list[int]:
        """The words that are neither part of a name nor of what usually stands around one."""
        known = {place for hit in hits for place in range(hit.first, hit.end)}
        known |= self._municipalities.words_of_counties(self._folded)
        return [place for place in self._unusual if place not in known]

    def _groups(self, others: Sequence[int]) -> list[list[int]]:
        """Words that may be a misspelt name, together or alone; in a longer answer, only those that are marked as one."""
        if not others or len(others) > _MOST_OTHER_WORDS:
            return [[other] for other in others if self._is_marked(other, other + 1)]
        groups = [list(others), *([other] for other in others)]
        if len(self._unusual) <= _MOST_OTHER_WORDS:
            groups.append(self._unusual)  # with what may be a county: "Nore Follo"
        return [group for rank, group in enumerate(groups) if _are_neighbours(group) and group not in groups[:rank]]

    def _sounding_like(self, group: Sequence[int]) -> list[Alike[Municipality]]:
        name = "".join(self._folded[place] for place in group)
        shortest = _SHORTEST_JOINED if len(group) > 1 else _SHORTEST_MISSPELT
        return self._municipalities.names.sounding_like(name) if len(name) >= shortest else []

    def _is_meant(self, hit: _Hit, others: Sequence[int]) -> bool:
        """Whether a word that is the name of a place is used as one; of several places, all are asked about."""
        is_marked = self._is_marked(hit.first, hit.end)
        if not hit.named.is_asked:
            return is_marked or not others or len(hit.named.form) >= _SHORTEST_ALONE
        if len(hit.named.places) > 1 or self._is_followed(hit.end):
            return True
        is_told = hit.named.places[0].county in self._municipalities.told_counties(self._folded)
        return is_told or (is_marked and has_capital(self._said[hit.first]))

    def _narrowed(self, hit: _Hit) -> tuple[Municipality, ...]:
        """The places of a name in the county told, those that have it by law first; "X kommune" is one of the latter."""
        places = self._municipalities.in_told_counties(hit.named.places, self._folded) or hit.named.places
        official = tuple(place for place in places if hit.named.form in map(folded, place.official))
        if official and self._is_followed(hit.end):
            return official
        return official + tuple(place for place in places if place not in official)

    def _is_marked(self, first: int, end: int) -> bool:
        return (first > 0 and self._folded[first - 1] in self._words.before) or self._is_followed(end)

    def _is_followed(self, end: int) -> bool:
        return end < len(self._said) and self._folded[end] in self._words.after

    def _is_person(self, first: int) -> bool:
        return first > 0 and self._folded[first - 1] in self._words.person


def has_capital(word: str) -> bool:
    """Whether a word is written as a name is; letters that know no capitals count as such.

    >>> has_capital("Hole"), has_capital("HOLE"), has_capital("hole"), has_capital("موس")
    (True, False, False, True)
    """
    first = word[0]
    return first == first.swapcase() or (first.isupper() and not word.isupper())


def _spans(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    for first in range(len(words)):
        for end in range(first + 1, min(first + LONGEST_NAME, len(words)) + 1):
            yield first, end


def _are_neighbours(places: Sequence[int]) -> bool:
    return bool(places) and places[-1] - places[0] == len(places) - 1


def _with_districts(places: Iterable[Municipality]) -> tuple[Municipality, ...]:
    """Each place once, and a municipality not where one of its districts is named as well."""
    each = tuple(dict.fromkeys(places))
    parted = {place.number for place in each if place.district}
    return tuple(place for place in each if place.district or place.number not in parted)


def _rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    except OSError as error:
        raise ContentError(path, f"cannot be read: {error}") from error
    if any(row.get(column) is None for row in rows for column in columns):
        raise ContentError(path, f"needs the columns {', '.join(columns)} in every line")
    return rows


def _districts(path: Path, places: Sequence[Municipality]) -> Iterator[Municipality]:
    within = {place.number: place for place in places}
    for row in _rows(path, _DISTRICT_COLUMNS):
        whole = within.get(row["number"])
        if whole is None:
            raise ContentError(path, f"{row['name']!r} lies in {row['number']}, which is no municipality")
        yield Municipality(
            whole.number, whole.name, whole.county, _names(row["aliases"]), _names(row["asked"]), row["name"]
        )


def _names(column: str) -> tuple[str, ...]:
    return tuple(name for name in column.split("|") if name)
