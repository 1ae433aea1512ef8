"""The names of Norway's municipalities and of Oslo's districts, and which of them a word is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from knowledge.place_likeness import Alike, Likeness
from knowledge.place_sounds import ARABIC, CYRILLIC, LATIN, plain, script_of
from knowledge.place_words import folded

_SHORTEST_STEM = 4  # letters left of a name without its ending
_SHORTEST_GENITIVE = 6  # letters; "Vegas" is not of Vega
_SLAVIC_ENDINGS = 3  # letters: у Бергені, в Ставангере
_POLISH_ENDINGS = ("zie", "ie", "ze")
_SHORTEST_POLISH_STEM = 5
_ARABIC_PREPOSITIONS = "بلوفك"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One row of municipalities.csv, or with a `district` a part of one."""

    number: str
    name: str
    county: str
    aliases: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()  # names that may mean it, but also something else
    district: str = ""

    @property
    def label(self) -> str:
        """The name with what tells it from others of the same name: "Herøy, Nordland"; "Alna, Oslo"."""
        if self.district:
            return f"{self.district}, {self.name}"
        return self.name if self.name == self.county else f"{self.name}, {self.county}"

    @property
    def official(self) -> tuple[str, ...]:
        """Its names by law, in each of its languages, and all of them together."""
        if self.district:
            return (self.district,)
        names = self.name.split(" - ")
        return (self.name, *names) if len(names) > 1 else (self.name,)


@dataclass(frozen=True, slots=True)
class Named:
    """The places that have a name.

    `form`: the name, folded, without what grammar adds. `is_asked`: it may mean something else, or one of several.
    """

    form: str
    places: tuple[Municipality, ...]
    is_asked: bool


class PlaceNames:
    """Places by their names as they are written, and by how they sound.

    `never_misspelt`: folded words that sound like a name, but are words of their own.
    """

    def __init__(self, places: Iterable[Municipality], never_misspelt: Collection[str] = ()) -> None:
        self._never_misspelt = never_misspelt
        self._exact: dict[str, Named] = {}
        self._typed: dict[str, Named] = {}
        self._likeness: Likeness[Municipality] = Likeness()
        self._first_words: set[str] = set()
        for place in places:
            for name in place.official:
                self._learn(name, place, is_asked=name in place.asked, is_village=False)
            for name in place.aliases:
                self._learn(name, place, is_asked=False, is_village=True)
            for name in place.asked:
                self._learn(name, place, is_asked=True, is_village=name not in place.official)

    def named(self, name: str, shortest_typed: int) -> Named | None:
        """The places that a folded name is one of, in any case; without its Norwegian letters if it is long enough."""
        if name in self._exact:
            return self._exact[name]
        if len(name) >= shortest_typed and script_of(name) == LATIN:
            typed = self._typed.get(plain(name))
            if typed:
                return typed
        return next((self._exact[form] for form in _without_grammar(name) if form in self._exact), None)

    def sounding_like(self, name: str) -> list[Alike[Municipality]]:
        """Places with a name that sounds like this folded one, the nearest first."""
        return [] if name in self._never_misspelt else self._likeness.places_like(name)

    def surely(self, name: str) -> Municipality | None:
        """The place that a folded name, misspelt or in another script, must mean."""
        return None if name in self._never_misspelt else self._likeness.place_like(name)

    def begins_longer_name(self, word: str) -> bool:
        """Whether a name of several words begins with this folded one."""
        return word in self._first_words

    def _learn(self, name: str, place: Municipality, *, is_asked: bool, is_village: bool) -> None:
        exact, words = folded(name), name.replace("-", " ").replace(".", " ").split()
        if len(words) > 1:
            self._first_words.add(folded(words[0]))
        _add(self._exact, exact, place, is_asked)
        if script_of(exact) == LATIN:
            _add(self._typed, plain(exact), place, is_asked)
            self._likeness.learn(exact, place, is_sure=not is_asked, is_village=is_village)


def _add(names: dict[str, Named], form: str, place: Municipality, is_asked: bool) -> None:
    known = names.get(form, Named(form, (), False))
    places = known.places if place in known.places else (*known.places, place)
    names[form] = Named(form, places, is_asked or known.is_asked or len(places) > 1)


def _without_grammar(name: str) -> Iterator[str]:
    """What is left of a name without a genitive s, a Slavic ending or an Arabic preposition."""
    script = script_of(name)
    if script == CYRILLIC:
        yield from (name[:-cut] for cut in range(1, _SLAVIC_ENDINGS + 1) if len(name) - cut >= _SHORTEST_STEM)
    elif script == ARABIC and name[0] in _ARABIC_PREPOSITIONS:
        yield from (name[cut:] for cut in (1, 2) if len(name) - cut >= _SHORTEST_STEM)
    elif script == LATIN:
        yield from _without_latin_ending(name)


def _without_latin_ending(name: str) -> Iterator[str]:
    if name.endswith("s") and len(name) >= _SHORTEST_GENITIVE:
        yield name[:-1]
    for ending in _POLISH_ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST_POLISH_STEM:
            yield name[: -len(ending)]
