"""Which known names of places sound like a name that is misspelt or comes in another script, and how far they are.

Distances are in mistakes: one letter for an unrelated one, too much or left out is 1, smaller ones are less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.place_sounds import (
    ARABIC,
    CYRILLIC,
    ETHIOPIC,
    LATIN,
    VOWELS,
    plain,
    script_of,
    skeleton,
    sound,
    sound_in_cyrillic,
)

_P = TypeVar("_P")
_Limits = Sequence[tuple[int, float]]  # the shortest length, and how far a name may be from that length on

_TRANSPOSED = 0.5
_OTHER_BEGINNING = 1.0  # more than the letters themselves: people seldom mistake the first one
_HEARD_ALIKE = 0.25
_TYPED_SLIP = 1.0
_OTHER_KIND_OF_PLACE = 1.0
_HELP = 0.25
_ENDING = 0.1  # of a Slavic case
_OFFERED: dict[str, _Limits] = {
    LATIN: ((9, 2.0), (7, 1.5), (6, 1.25), (5, 1.0), (4, 0.75), (3, 0.25)),
    CYRILLIC: ((9, 1.75), (7, 1.5), (5, 1.0), (4, 0.6)),
    ARABIC: ((9, 1.75), (7, 1.5), (5, 1.0), (4, 0.6)),
    ETHIOPIC: ((9, 1.75), (7, 1.5), (5, 1.0), (4, 0.6)),
}
_TRUSTED: dict[str, _Limits] = {
    LATIN: ((9, 1.0), (7, 0.75), (6, 0.5), (5, 0.25)),
    CYRILLIC: ((8, 0.75), (6, 0.5), (5, 0.25)),
    ARABIC: ((8, 0.75), (6, 0.5)),
    ETHIOPIC: ((8, 1.0), (6, 0.75), (5, 0.5)),
}
# Villages and former municipalities are many, and too like other words, to be guessed at as freely.
_OFFERED_VILLAGE: _Limits = ((8, 1.0), (7, 0.75), (4, 0.25))
_TRUSTED_VILLAGE: _Limits = ((8, 0.5), (7, 0.0))
_TRUSTED_VILLAGE_ABROAD: _Limits = ((7, 0.0),)
_MARGIN = 0.5  # by which the next place must be farther away
_OFFERED_BESIDE = 0.75  # no farther than this from the nearest
_MOST_CANDIDATES = 30
_SHORTEST_IN_SENTENCE = 5
_SLIPS_IN_SENTENCE = 2
_CYRILLIC_VOWELS = "аеиоуыэюяєії"
_READ_AS_WRITTEN = ("gj", "hj", "sk")  # by those who do not know how Norwegian says Gjøvik, Hjelmeland and Skien
# Arabic, Persian, Somali and Spanish begin no word with s and a consonant: استاوانگر, Istavanger.
_HELPING_VOWEL = re.compile("[aei]s[^aeiouwy]")
# Names that end in different ones of these are different places, not misspelt.
_KINDS = re.compile(
    "(?:(berg)|(borg)|(by)|(dal(?:en)?)|(fjord(?:en)?)|(foss)|(hamn|havn)|(haug)|(heim)|(land)|(li)|(lund)|(moen?)|(nes)"
    "|(nes?set)|(oya?)|(rud)|(sand)|(sjo(?:en)?)|(skog)|(stad)|(stranda?)|(sund)|(tveit)|(vag(?:en)?)|(vatn)|(vika?)|(voll))$"
)


@dataclass(frozen=True, slots=True)
class Ear:
    """What a mistake costs: one letter for another, a letter said too much, and a letter of the name left out."""

    swaps: Mapping[tuple[str, str], float]
    too_much: Mapping[str, float]
    left_out: Mapping[str, float]

    @classmethod
    def of(
        cls, close: Mapping[float, str], too_much: Mapping[str, float], left_out: Mapping[str, float], vowels: float
    ) -> Ear:
        """`close`: pairs of letters by what mistaking them costs; `vowels`: that of all other pairs of vowels."""
        swaps = {pair: vowels for pair in product(VOWELS, VOWELS)}
        for cost, pairs in close.items():
            for pair in pairs.split():
                swaps[pair[0], pair[1]] = swaps[pair[1], pair[0]] = cost
        return cls(swaps, too_much, left_out)


_SOUNDS_ALIKE = " bp dt gk vf sz mn ij"
_HARDLY_HEARD = dict.fromkeys(VOWELS, 0.5) | {"h": 0.5, "d": 0.75, "t": 0.75}
_HARDLY_HEARD_CYRILLIC = _HARDLY_HEARD | {"i": 0.25, "g": 0.5}
_LATIN_EAR = Ear.of({0.25: "ou ao ei", 0.5: "ae oe iu" + _SOUNDS_ALIKE}, _HARDLY_HEARD, _HARDLY_HEARD, 0.6)
_EARS = {
    LATIN: _LATIN_EAR,
    ETHIOPIC: _LATIN_EAR,
    CYRILLIC: Ear.of(
        {0.25: "ou ao ei oe ae iu", 0.5: _SOUNDS_ALIKE},
        _HARDLY_HEARD_CYRILLIC,
        _HARDLY_HEARD_CYRILLIC | {"n": 0.75},
        0.6,
    ),
    ARABIC: Ear.of(
        {
            0.0: "wo wu wv yi ye yo pb fv kg xs",
            0.25: "ae ao ie ou gi yu yk xk",
            0.5: "ai au wa we ya wi he dt sz mn bv",
        },
        {"a": 0.5, "w": 0.75, "y": 0.5, "h": 0.5, "e": 0.25, "i": 0.5, "o": 0.5, "t": 0.5},
        {"a": 0.15, "e": 0.1, "i": 0.2, "o": 0.25, "u": 0.25, "d": 0.5, "h": 0.5, "t": 0.75},
        0.5,
    ),
}


@dataclass(frozen=True, slots=True)
class Alike(Generic[_P]):
    """A place with a name that sounds alike; `is_sure`: near enough, and no other place is as near."""

    place: _P
    far: float
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Name(Generic[_P]):
    place: _P
    typed: str
    heard: str
    is_sure: bool  # whether it alone tells the place
    is_village: bool  # of the place, not the place itself


@dataclass(frozen=True, slots=True)
class _Near(Generic[_P]):
    far: float
    name: _Name[_P]

    def is_before(self, other: _Near[_P] | None) -> bool:
        return other is None or (self.far, not self.name.is_sure) < (other.far, not other.name.is_sure)


def apart(said: str, name: str, ear: Ear) -> float:
    """The cost of the cheapest mistakes that turn the sound of a name into what was said.

    >>> ear = Ear.of({}, {}, {}, vowels=0.5)
    >>> apart("hamar", "hamar", ear), apart("hamer", "hamar", ear), apart("hmaar", "hamar", ear)
    (0.0, 0.5, 0.5)
    """
    before_last: list[float] = []
    last = [0.0]
    for letter in name:
        last.append(last[-1] + ear.left_out.get(letter, 1.0))
    for row, letter in enumerate(said, 1):
        extra = ear.too_much.get(letter, 1.0)
        current = [last[0] + extra]
        for column, other in enumerate(name, 1):
            swap = 0.0 if letter == other else ear.swaps.get((letter, other), 1.0)
            best = min(last[column - 1] + swap, last[column] + extra, current[-1] + ear.left_out.get(other, 1.0))
            if row > 1 and column > 1 and (letter, said[row - 2]) == (name[column - 2], other):
                best = min(best, before_last[column - 2] + _TRANSPOSED)
            current.append(best)
        before_last, last = last, current
    return last[-1]


@dataclass(frozen=True, slots=True)
class _Hearing:
    """A name as it was said."""

    script: str
    typed: str
    heard: str
    ways: tuple[tuple[str, float], ...]  # in which it may have been meant, each with its cost
    length: int

    @classmethod
    def of(cls, said: str) -> _Hearing:
        script, typed, heard = script_of(said) if said else LATIN, plain(said), sound(said)
        ways = [(heard, 0.0)]
        if _HELPING_VOWEL.match(heard):
            ways.append((heard[1:], _HELP))
        if script == CYRILLIC and said[-1] in _CYRILLIC_VOWELS:
            ways.append((sound(said.rstrip(_CYRILLIC_VOWELS)), _ENDING))
        length = max(len(heard), len(typed) - 1) if script == LATIN else len(heard)
        return cls(script, typed, heard, tuple(ways), length)

    def is_offered(self, near: _Near[Any]) -> bool:
        limits = _OFFERED_VILLAGE if near.name.is_village else _OFFERED[self.script]
        return near.far <= _limit(limits, self.length)

    def is_sure(self, found: Sequence[_Near[Any]]) -> bool:
        """Whether the first of these must be meant."""
        first, others = found[0], found[1:]
        if not first.name.is_sure or any(other.far - first.far <= _MARGIN for other in others):
            return False
        if self.script != LATIN:
            trusted = _TRUSTED_VILLAGE_ABROAD if first.name.is_village else _TRUSTED[self.script]
            return first.far <= _limit(trusted, min(self.length, len(first.name.heard)))
        if first.far > _limit(_TRUSTED_VILLAGE if first.name.is_village else _TRUSTED[LATIN], self.length):
            return False
        slips = OSA.distance(self.typed, first.name.typed)
        return slips <= max(1, len(self.typed) // 4) and all(
            OSA.distance(self.typed, other.name.typed) > slips for other in others
        )


class Likeness(Generic[_P]):
    """Finds names of places by their sound; names are told once, folded and in Latin letters."""

    def __init__(self) -> None:
        self._names: list[_Name[_P]] = []
        self._typed: list[str] = []
        self._sounds: dict[str, list[str]] = {LATIN: [], CYRILLIC: [], ARABIC: []}
        self._skeletons: set[str] = set()
        self._by_first_letter: dict[tuple[str, str], list[str]] = {}

    def learn(self, name: str, place: _P, *, is_sure: bool, is_village: bool) -> None:
        """A folded name of a place."""
        self._learn(name, place, is_sure, is_village)
        for other in _without_or_with_article(plain(name)) if is_sure else ():
            self._learn(other, place, is_sure=not is_village, is_village=True)

    def places_like(self, said: str) -> list[Alike[_P]]:
        """Places by how far the nearest of their names is, the nearest first; none where no name is near."""
        return self._places_like(_Hearing.of(said))

    def _places_like(self, hearing: _Hearing) -> list[Alike[_P]]:
        nearest: dict[_P, _Near[_P]] = {}
        limit = _limit(_OFFERED[hearing.script], hearing.length)
        for index in self._candidates(hearing):
            near = _Near(self._far(hearing, index), self._names[index])
            if near.far <= limit and near.is_before(nearest.get(near.name.place)):
                nearest[near.name.place] = near
        found = sorted(nearest.values(), key=lambda near: near.far)
        return [
            Alike(near.name.place, near.far, rank == 0 and hearing.is_sure(found))
            for rank, near in enumerate(found)
            if near.far - found[0].far <= _OFFERED_BESIDE and hearing.is_offered(near)
        ]

    def place_like(self, said: str) -> _P | None:
        """The one place that a name must mean; quick where none is near, as with most words of a sentence."""
        hearing = _Hearing.of(said)
        if hearing.length < _SHORTEST_IN_SENTENCE or not self._may_be_near(hearing):
            return None
        nearest = self._places_like(hearing)[:1]
        return nearest[0].place if nearest and nearest[0].is_sure else None

    def _learn(self, name: str, place: _P, is_sure: bool, is_village: bool) -> None:
        typed, heard = plain(name), sound(name)
        as_written = {name[0] + sound(name[1:])} if typed.startswith(_READ_AS_WRITTEN) else set()
        for each in sorted({heard} | as_written):
            self._names.append(_Name(place, typed, each, is_sure, is_village))
            self._typed.append(typed)
            sounds = {LATIN: each, CYRILLIC: sound_in_cyrillic(name), ARABIC: skeleton(each)}
            for script, spelt in sounds.items():
                self._sounds[script].append(spelt)
                self._by_first_letter.setdefault((script, spelt[:1]), []).append(spelt)
            self._skeletons.add(sounds[ARABIC])

    def _may_be_near(self, hearing: _Hearing) -> bool:
        if hearing.script == ARABIC:
            return skeleton(hearing.heard) in self._skeletons
        script = CYRILLIC if hearing.script == CYRILLIC else LATIN
        for heard, _ in hearing.ways:
            names = self._by_first_letter.get((script, heard[:1]), ())
            if process.extractOne(heard, names, scorer=OSA.distance, score_cutoff=_SLIPS_IN_SENTENCE):
                return True
        return False

    def _candidates(self, hearing: _Hearing) -> Iterable[int]:
        if hearing.script == ARABIC:
            said = skeleton(hearing.heard)
            return _nearest(said, self._sounds[ARABIC], min(max(len(said) - 2, 0), 2))
        sounds = self._sounds[CYRILLIC if hearing.script == CYRILLIC else LATIN]
        near = _nearest(hearing.heard, sounds, min(1 + len(hearing.heard) // 4, 3))
        return near | _nearest(hearing.typed, self._typed, 1) if hearing.script == LATIN else near

    def _far(self, hearing: _Hearing, index: int) -> float:
        name, ear = self._names[index], _EARS[hearing.script]
        spelt = self._sounds[CYRILLIC][index] if hearing.script == CYRILLIC else name.heard
        far = min(_with_beginning(heard, spelt, ear) + cost for heard, cost in hearing.ways)
        if hearing.script == LATIN:
            far = min(far, _TYPED_SLIP * OSA.distance(hearing.typed, name.typed))
            far += _OTHER_KIND_OF_PLACE * _are_other_kinds(hearing.typed, name.typed)
        return far


def _nearest(said: str, names: Sequence[str], slips: int) -> set[int]:
    near = process.extract(said, names, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_CANDIDATES)
    return {index for _, _, index in near}


def _with_beginning(said: str, name: str, ear: Ear) -> float:
    one, other = said[:1], name[:1]
    begins_alike = one == other or ear.swaps.get((one, other), 1.0) <= _HEARD_ALIKE
    return apart(said, name, ear) + (0.0 if begins_alike else _OTHER_BEGINNING)


def _limit(limits: _Limits, length: int) -> float:
    return next((limit for shortest, limit in limits if length >= shortest), -1.0)


def _without_or_with_article(name: str) -> Iterable[str]:
    """Masfjord for Masfjorden, Rælinga for Rælingen, Sirdalen for Sirdal."""
    if re.search("(?:dal|fjord|gard|ang)en$", name):
        yield name[:-2]
    elif name.endswith("ingen"):
        yield name[:-2] + "a"
    elif name.endswith("dal"):
        yield name + "en"


def _are_other_kinds(said: str, name: str) -> bool:
    one, other = _KINDS.search(said), _KINDS.search(name)
    return bool(one and other and one.lastindex != other.lastindex)
