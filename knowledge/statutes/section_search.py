"""Sections of law found by their words: "hvilken paragraf handler om framleie?".

The law is written in Norwegian: a question in another language is led there by the article that answers it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path

from knowledge.compounds import CompoundSplitter
from knowledge.fields import read_fields
from knowledge.lexical import LexicalIndex
from knowledge.nynorsk import as_bokmal
from knowledge.statutes.statutes import SectionText
from knowledge.terms import stem, words
from knowledge.text import normalised

_WORDS = Path(__file__).parent / "words.yaml"
_READ_AS = "nn"  # acts are in either written Norwegian: all is read as Bokmål
_MOST = 3
_SHARE = 0.5  # of the words of a question, which a section must have
_LIKE_THE_BEST = 0.6  # of the best score, which a further section must reach
_HEADING_WEIGHT = 3
_CITED_WEIGHT = 1.5  # of a section that an article rests on: it is about what people here ask
_LIKELY_WEIGHT = 2.5  # of one that the article on the question rests on
_ACT_ENDINGS = ("loven", "lova")


class SectionSearch:
    """BM25 over the headings and words of sections."""

    def __init__(self, sections: Iterable[SectionText], cited: Collection[str] = ()) -> None:
        """`cited`: the sections that articles rest on, as they are named there."""
        self._sections = list(sections)
        written = [_words(_written(section)) for section in self._sections]
        self._splitter = CompoundSplitter(word for text in written for word in text)
        self._terms_of: dict[str, list[str]] = {}
        terms = [self._terms(text) for text in written]
        self._known = [set(own) for own in terms]
        self._weights = [_CITED_WEIGHT if section.ref in cited else 1.0 for section in self._sections]
        self._index = LexicalIndex.of_terms(terms) if terms else None
        self._acts = {section.act for section in self._sections}

    def best(self, question: str, likely: Sequence[str] = (), title: str = "") -> list[SectionText]:
        """The best one to three, of the act that is named, if any.

        `likely` are the sections that the article on the question rests on, and `title` is its Norwegian title. Where
        the words lead to none of them, as in another language, they are what is found, in the order the title gives.
        """
        act = act_named(question, self._acts)
        places = [place for place, section in enumerate(self._sections) if act in (None, section.act)]
        rests_on = [place for ref in likely for place in places if self._sections[place].ref == ref]
        found = self._by_words(question, places, likely, _SHARE)
        if rests_on and not set(found) & set(rests_on):
            found = self._by_words(title, rests_on, likely, 0) or rests_on
        return [self._sections[place] for place in found[:_MOST]]

    def _by_words(self, text: str, places: Iterable[int], likely: Collection[str], share: float) -> list[int]:
        """The places that have some of the words, and at least this share of them, best first."""
        asked = [word for word in _words(text) if not _is_empty(word) and not _is_act(word)]
        scores = self._index.scores(self._terms(asked)) if self._index and asked else None
        if scores is None:
            return []

        def score(place: int) -> float:
            weight = _LIKELY_WEIGHT if self._sections[place].ref in likely else self._weights[place]
            return weight * float(scores[place])

        ranked = sorted((place for place in places if self._says(place, asked, share)), key=score, reverse=True)
        return [place for place in ranked if score(place) >= _LIKE_THE_BEST * score(ranked[0])]

    def _says(self, place: int, asked: list[str], share: float) -> bool:
        there = sum(bool(self._known[place] & set(self._terms([word]))) for word in asked)
        return there > 0 and there >= share * len(asked)

    def _terms(self, found: Iterable[str]) -> list[str]:
        return [term for word in found for term in self._terms_of_word(word)]

    def _terms_of_word(self, word: str) -> list[str]:
        """The stems of a word and of its parts; acts say few words many times."""
        if word not in self._terms_of:
            self._terms_of[word] = [stem(part, "nb") for part in (word, *self._splitter.parts(word))]
        return self._terms_of[word]


def asks_for_words(question: str, acts: Collection[str]) -> bool:
    """Whether somebody asks which section it is, or what one of these acts says: not what the law means for them."""
    said = normalised(question)
    if any(word.startswith(_phrases("other_papers")) for word in said.split()):
        return False
    if any(f" {phrase} " in f" {said} " for phrase in _phrases("asks")):
        return True
    is_of_act = any(f" {phrase} " in f" {said} " for phrase in _phrases("asks_of_act"))
    return is_of_act and act_named(question, acts) is not None


def act_named(text: str, acts: Collection[str]) -> str | None:
    """The act whose name stands in a text, in either written Norwegian."""
    said = f" {_plain(text)} "
    return next((act for act in acts if f" {_plain(act)} " in said), None)


def _written(section: SectionText) -> str:
    heading = " ".join([section.heading] * _HEADING_WEIGHT)
    return " ".join([heading, *section.chapters, *section.paragraphs, *section.footnotes])


def _words(text: str) -> list[str]:
    return words(as_bokmal(text, _READ_AS))


def _is_empty(word: str) -> bool:
    return word in _phrases("empty") or word == "§"


def _is_act(word: str) -> bool:
    return word.endswith(_ACT_ENDINGS)


def _plain(text: str) -> str:
    """A text in which acts are called the same: husleieloven, husleielova, husleigelova."""
    found = normalised(text).replace("husleige", "husleie").split()
    return " ".join(
        f"{word.removesuffix('loven').removesuffix('lova')}lov" if _is_act(word) else word for word in found
    )


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalised(phrase) for phrase in read_fields(_WORDS, more=None).texts(key)))
