"""Finding the sections of law that a running text cites, in any of the languages of the articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.fields import read_fields
from knowledge.laws import Act, Laws
from knowledge.statutes.act_text import bare_number
from knowledge.statutes.address import SECTION_NUMBER

_WORDS = Path(__file__).parent / "words.yaml"
_NUMBER = re.compile(SECTION_NUMBER)
_MARKUP = re.compile(r"[*_«»\"']")
_AFTER = 40  # characters within which an act may follow its section: "§ 9-8 i husleieloven"


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A section of an act, its number without spaces."""

    act: str
    number: str


def cited_sections(text: str, laws: Laws, listed: Iterable[Citation]) -> set[Citation]:
    """The sections that a text cites.

    A section without its act belongs to an act that the article lists with that number; among
    several, to the one named last. When none is listed, it belongs to the act named last.
    """
    plain = " ".join(_MARKUP.sub("", text).split())
    named = list(_acts_named(plain, laws))
    found: set[Citation] = set()
    for match in _group_pattern().finditer(plain):
        beside = _act_beside(plain, match, named)
        last = next((act for start, _, act in reversed(named) if start < match.start()), None)
        for printed in _numbers(match):
            acts = [beside] if beside else _acts_meant(printed, listed, last, laws)
            found.update(Citation(act.name, _number_in(act, printed)) for act in acts)
    return found


def _acts_named(text: str, laws: Laws) -> Iterator[tuple[int, int, Act]]:
    """(start, end, act) of each name of an act in the text; of names that overlap, the longest."""
    names = sorted(laws.acts, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    by_name = {name.casefold(): act for name, act in laws.acts.items()}
    for match in pattern.finditer(text):
        yield match.start(), match.end(), by_name[match.group().casefold()]


def _act_beside(text: str, match: re.Match[str], named: list[tuple[int, int, Act]]) -> Act | None:
    """The act right before the sign, or soon after the number with no other section in between."""
    for _, end, act in named:
        if end <= match.start() and not text[end : match.start()].strip(" ()"):
            return act
    for start, _, act in named:
        between = text[match.end() : start]
        if match.end() <= start <= match.end() + _AFTER and not re.search(r"[§.,;:()!?،؛؟]", between):
            return act
    return None


def _acts_meant(printed: str, listed: Iterable[Citation], last: Act | None, laws: Laws) -> list[Act]:
    candidates = []
    for citation in listed:
        act = laws.acts.get(citation.act)
        if act and act not in candidates and _number_in(act, printed) == citation.number:
            candidates.append(act)
    if last in candidates or not candidates:
        return [last] if last else []
    return candidates


def _number_in(act: Act, printed: str) -> str:
    """The number without spaces; a letter that is no part of it is left out: in English, "§ 9-3 a landlord may"."""
    bare = bare_number(printed)
    if " " in printed and bare not in act.sections:
        return bare_number(printed.rsplit(" ", 1)[0])
    return bare


def _numbers(match: re.Match[str]) -> Iterator[str]:
    """The numbers after a sign: one after §, a list with ranges after §§."""
    printed = list(_NUMBER.finditer(match["numbers"]))
    if len(match["sign"]) == 1:
        printed = printed[:1]
    for place, number in enumerate(printed):
        between = match["numbers"][printed[place - 1].end() : number.start()].strip() if place else ""
        if between in _joining("range"):
            yield from _between(printed[place - 1].group(), number.group())
        yield number.group()


def _between(first: str, last: str) -> Iterator[str]:
    """The numbers between two of one chapter: 9-5, 9-6 and 9-7 between 9-4 and 9-8; 9-3 also before 9-3 a."""
    (chapter, start), (other, end) = _split(first), _split(last)
    end += last[-1].isalpha()
    if chapter == other:
        yield from (f"{chapter}{number}" for number in range(start + 1, end))


def _split(printed: str) -> tuple[str, int]:
    """A number as chapter and section; a letter after it is passed over."""
    head, dash, tail = printed.partition("-")
    digits = re.match(r"\d+", tail if dash else head)
    return f"{head}-" if dash else "", int(digits.group()) if digits else 0


@cache
def _joining(kind: str) -> tuple[str, ...]:
    return read_fields(_WORDS, more=None).texts(kind)


@cache
def _group_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted((*_joining("list"), *_joining("range")), key=len, reverse=True))
    joint = rf"(?:\s*[,،]\s*(?:(?:{words})\s+)?|\s+(?:{words})\s*|\s*[–-]\s*)"
    return re.compile(rf"(?P<sign>§§?)\s*(?P<numbers>{SECTION_NUMBER}(?:{joint}{SECTION_NUMBER})*)")
