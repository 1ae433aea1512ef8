"""Turning a text into search terms for BM25, with regard to script and language.

Per word: its stem, the parts of a Norwegian compound, and letter groups that survive misspelling.
"""

from __future__ import annotations

import re
from functools import cache

import Stemmer

from knowledge.compounds import CompoundSplitter
from knowledge.nynorsk import as_bokmal
from knowledge.text import normalised

_STEMMERS = {
    "nb": "norwegian", "nn": "norwegian", "en": "english", "ar": "arabic",
    "ru": "russian", "fr": "french", "es": "spanish",
}  # fmt: skip
_COMPOUNDING = {"nb", "nn"}
_GRAM = 4
# Snowball has no Ukrainian or Polish stemmer: inflection sits at the end, so the beginning of a word stands for it.
_PREFIX_STEM = 6
_ARABIC_PREFIX = re.compile("^(?:وال|بال|كال|فال|لل|ال|و(?=\\w{4}))")
_MINIMUM_LETTERS = 2


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(language)


def words(text: str) -> list[str]:
    """The words of a text, normalised.

    >>> words("Må jeg flytte?")
    ['må', 'jeg', 'flytte']
    """
    return [word for word in normalised(text).split() if len(word) >= _MINIMUM_LETTERS or word == "§"]


def stem(word: str, locale: str) -> str:
    """The stem that stands for the inflected forms of a word.

    >>> stem("oppsigelsen", "nb") == stem("oppsigelse", "nb")
    True
    """
    if locale == "ar":
        word = _ARABIC_PREFIX.sub("", word)
    if locale in _STEMMERS:
        return str(_stemmer(_STEMMERS[locale]).stemWord(word))
    return word[:_PREFIX_STEM]


def terms(text: str, locale: str, splitter: CompoundSplitter | None = None) -> list[str]:
    """Search terms of a text; letter groups begin with `#` so that they never meet a whole word."""
    found: list[str] = []
    for word in words(as_bokmal(text, locale)):
        found.append(stem(word, locale))
        if splitter and locale in _COMPOUNDING:
            found.extend(stem(part, locale) for part in splitter.parts(word))
        found.extend(_letter_groups(word))
    return found


def phrase_terms(text: str, locale: str, splitter: CompoundSplitter | None = None) -> list[str]:
    """The terms and each pair of neighbouring stems, so that "he gave me notice" differs from "I gave him notice".

    >>> phrase_terms("må jeg flytte", "nb")[-3:]
    ['^_må', 'må_jeg', 'jeg_flytt']
    """
    stems = [stem(word, locale) for word in words(as_bokmal(text, locale))]
    pairs = [f"{before}_{after}" for before, after in zip(["^", *stems], stems, strict=False)]
    return [*terms(text, locale, splitter), *pairs]


def _letter_groups(word: str) -> list[str]:
    if len(word) <= _GRAM:
        return []
    return ["#" + word[start : start + _GRAM] for start in range(len(word) - _GRAM + 1)]
