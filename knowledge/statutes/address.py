"""Addresses of law text: "husleieloven § 9-5 andre ledd bokstav c"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.fields import read_fields
from knowledge.statutes.act_text import ActSection, Line, bare_number
from knowledge.statutes.errors import StatutesError

SECTION_NUMBER = r"\d+(?:\s?[A-Z](?=-))?(?:-\d+)?(?:\s?[a-zæøå](?!\w))?"
_ADDRESS = re.compile(rf"^\s*(?P<act>\S.*?)\s*§\s*(?P<section>{SECTION_NUMBER})(?P<rest>.*)$", re.DOTALL)
_LAST = "siste"
_WORDS = Path(__file__).parent / "words.yaml"


class NoAddress(StatutesError):
    """A text is not the address of a piece of law."""


@dataclass(frozen=True, slots=True)
class Address:
    """An act, a section and a place in it; `places` is empty for the whole section."""

    act: str
    section: str  # "9-3a"
    places: tuple[str, ...]  # ("ledd 2", "bokstav c"); "ledd siste" for the last subsection

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read an address; raises NoAddress telling the form.

        >>> Address.parse("husleieloven § 9-5 andre ledd bokstav c")
        Address(act='husleieloven', section='9-5', places=('ledd 2', 'bokstav c'))
        """
        match = _ADDRESS.match(text)
        if not match:
            raise NoAddress(f"{text!r} is not of the form 'husleieloven § 9-5 andre ledd bokstav c'")
        return cls(" ".join(match["act"].split()), bare_number(match["section"]), tuple(_places(match["rest"], text)))

    def lines_in(self, section: ActSection) -> tuple[Line, ...] | None:
        """The lines at this address; None when there are none, or when several places would fit."""
        if not self.places:
            return section.lines
        places = _with_last(self.places, section)
        fitting = {line.path[: _end(places, line.path)] for line in section.lines if _end(places, line.path)}
        if len(fitting) != 1:
            return None
        (place,) = fitting
        return tuple(line for line in section.lines if line.path[: len(place)] == place)


def _with_last(places: tuple[str, ...], section: ActSection) -> tuple[str, ...]:
    """The places, with the number of the last subsection in place of "siste"."""
    last = [line.path[0] for line in section.lines if line.path and line.path[0].startswith("ledd ")]
    return tuple(last[-1] if place == f"ledd {_LAST}" and last else place for place in places)


def _end(places: tuple[str, ...], path: tuple[str, ...]) -> int:
    """How much of a path the places lead into, levels left out between them; 0 when they do not."""
    end = 0
    for place in places:
        if place not in path[end:]:
            return 0
        end = path.index(place, end) + 1
    return end


def _places(rest: str, text: str) -> Iterator[str]:
    at = 0
    while rest[at:].strip(" ,.;)"):
        match = _place_pattern().match(rest, at)
        if not match:
            raise NoAddress(f"{text!r}: cannot read {rest[at:].strip()!r}; write e.g. 'andre ledd bokstav c nr. 2'")
        yield _place(match)
        at = match.end()


def _place(match: re.Match[str]) -> str:
    if match["letter"]:
        return f"bokstav {match['letter'].lower()}"
    if match["item"]:
        return f"nr {int(match['item'])}"
    if match["point"]:
        return f"punkt {match['point'].lower()}"
    if match["last"]:
        return f"ledd {_LAST}"
    number = match["number"] or match["after"] or match["brackets"]
    return f"ledd {int(number) if number else ordinals()[match['ordinal'].lower()]}"


@cache
def _place_pattern() -> re.Pattern[str]:
    fields = read_fields(_WORDS, more=None)
    spelled, last = "|".join(ordinals()), "|".join(fields.texts("last"))
    return re.compile(
        rf"[\s,]*(?:(?P<ordinal>{spelled})\s+ledd|(?P<last>{last})\s+ledd|(?P<number>\d+)\.?\s*ledd|ledd\s+(?P<after>\d+)"
        r"|\((?P<brackets>\d+)\)|bokstav\s+(?P<letter>[a-zæøå])(?!\w)\)?|(?:nr\.?|nummer)\s*(?P<item>\d+)"
        r"|punkt\s+(?P<point>\w+))",
        re.IGNORECASE,
    )


@cache
def ordinals() -> dict[str, int]:
    """The number that each ordinal stands for."""
    row = read_fields(_WORDS, more=None).mapping("ordinals")
    return {word: int(row.number(word)) for word in row.row}
