"""One spaCy pipeline per language, and reading a message with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.language import Language

from knowledge.laws import Laws
from knowledge.municipalities import Municipalities
from nlu.entities import amounts, dates, places, sections
from nlu.entities.lexer import Lexer
from nlu.entities.lexicon import read_lexicon
from nlu.entities.reading import Found, Knowledge, Reading, Today

ANY_LANGUAGE = "xx"  # spaCy's name for a pipeline of no language in particular
# Languages that have a pipeline of their own, with those whose words it reads, the most likely first.
_READ_BY = {
    "nb": ("nb", "nn"),
    "en": ("en",),
    "uk": ("uk",),
    "ar": ("ar",),
    "fa": ("fa",),
    ANY_LANGUAGE: ("so", "ti", "fa", "pl", "ru", "fr", "es"),
}
_SAME_AS = {"nn": "nb"}
_FACTORIES = (
    sections.FACTORY,
    dates.FACTORY,
    amounts.AMOUNT_FACTORY,
    amounts.DURATION_FACTORY,
    places.FACTORY,
)
# Of entities in the same place the longest is kept, and of those as long the one named first here.
_ORDER = (sections.LAW_SECTION, dates.DATE, amounts.AMOUNT, amounts.DURATION, places.MUNICIPALITY)


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a message tells, from character `start` to before `end`; `other` is what it may mean as well."""

    name: str
    value: Any
    start: int
    end: int
    other: Any = None


class EntityReader:
    """Reads the entities of messages in any of the languages."""

    def __init__(self, laws: Laws, municipalities: Municipalities, today: Today) -> None:
        self._pipelines = {
            locale: _built(locale, Knowledge(read_lexicon(languages), laws, municipalities, today))
            for locale, languages in _READ_BY.items()
        }

    def read(self, text: str, locale: str | None) -> list[Entity]:
        """The entities of a text in the language `locale`, in their order."""
        name = _SAME_AS.get(locale or "", locale or "")
        pipeline = self._pipelines.get(name, self._pipelines[ANY_LANGUAGE])
        reading = Reading.of(pipeline(text))
        tokens = reading.tokens
        return [
            Entity(each.name, each.value, tokens[each.first].start, tokens[each.end - 1].end, each.other)
            for each in _without_overlaps(reading.found)
        ]


def _built(locale: str, knowledge: Knowledge) -> Language:
    pipeline = spacy.blank(locale)
    pipeline.tokenizer = Lexer(pipeline.vocab, knowledge)
    for factory in _FACTORIES:
        pipeline.add_pipe(factory)
    return pipeline


def _without_overlaps(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.first - one.end, _ORDER.index(one.name), one.first)):
        if all(each.end <= other.first or other.end <= each.first for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.first)
