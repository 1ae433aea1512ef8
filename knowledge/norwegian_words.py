"""Whether words in Latin letters are Norwegian: by listed words, and by the letters æ, ø and å."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.yaml_file import read_mapping

WORDS_FILE = Path(__file__).with_name("norwegian_words.yaml")
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORD = re.compile(rf"[{LATIN}]+(?:[-'\u2019][{LATIN}]+)*")
_OWN_LETTERS = re.compile("[æøå]")
_SENTENCE = 3  # words
_NUMBER = r"\s?\d[\d-]*(?:\s[a-z]\b)?"
# "husleieloven § 9-5", "forskrift om bustøtte §§ 4 og 7", "Nav-loven": names, whatever words they are made of.
_LAW = re.compile(
    rf"(?:forskrift[^§\n]{{0,80}}?|(?:[\w-]+-\sog\s)?[\w-]*(?:loven|lova|forskriften))\s§§?{_NUMBER}"
    rf"(?:(?:,|\sog|\sand)\s(?:§§?)?{_NUMBER})*|\w[\w-]*(?:loven|lova|forskriften)\b",
    re.IGNORECASE,
)
_MAY_NAME_LAW = re.compile("lov(?:en|a)|forskrift", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NorwegianWords:
    """The listed words, in lower case."""

    norwegian: frozenset[str]
    english: frozenset[str]
    foreign: frozenset[str]

    def is_passage(self, text: str) -> bool:
        """Whether what stands in quotes or brackets of an English text is Norwegian.

        >>> [known_words().is_passage(text) for text in ("delt fast bosted", "basic loan", "Nav", "husleieloven § 9-5")]
        [True, False, False, False]
        """
        words = _words(text)
        count = self._count(words)
        return count > 0 and 2 * count >= len(_small(words)) and self.english.isdisjoint(map(str.lower, words))

    def is_sentence(self, text: str) -> bool:
        """Whether a sentence of its own is Norwegian; a name or a single term is none.

        >>> [known_words().is_sentence(text) for text in ("Jeg har fått nei.", "Jusshjelpa i Nord-Norge", "Get startlån.")]
        [True, False, False]
        """
        return looks_like_sentence(text) and self._count(_small(_words(text))) > 1 and self.is_passage(text)

    def is_among_other_letters(self, text: str) -> bool:
        """Whether Latin letters in a Ukrainian, Arabic or Persian text are Norwegian: what begins small nearly always is.

        >>> [known_words().is_among_other_letters(text) for text in ("gjengs leie", "Vedtak", "Ung Rettshjelp", "cookie")]
        [True, True, False, False]
        """
        words = _words(text)
        return self._count(words) > 0 or any(word not in self.foreign for word in _small(words))

    def _count(self, words: list[str]) -> int:
        """The Norwegian words; of those with a capital letter only the first, and none where each has one, as in a name."""
        small = _small(words)
        begins = bool(words) and words[0] not in small and (bool(small) or len(words) == 1)
        first = begins and words[0].lower() in self.norwegian
        return first + sum(word in self.norwegian or bool(_OWN_LETTERS.search(word)) for word in small)


def looks_like_sentence(text: str) -> bool:
    """Whether it begins with a capital letter and has three words or more.

    >>> looks_like_sentence("Det er akutt."), looks_like_sentence("Vedtak"), looks_like_sentence("slit og elde")
    (True, False, False)
    """
    return text[:1].isupper() and len(_WORD.findall(text)) >= _SENTENCE


def _words(text: str) -> list[str]:
    """All words but those of laws."""
    return _WORD.findall(_LAW.sub(" ", text) if _MAY_NAME_LAW.search(text) else text)


def _small(words: list[str]) -> list[str]:
    """The words that are no names: two letters or more, none of them a capital."""
    return [word for word in words if word.islower() and len(word) > 1]


@cache
def known_words() -> NorwegianWords:
    """The words of the file, read once."""
    rows = read_mapping(WORDS_FILE)
    return NorwegianWords(**{name: frozenset(rows[name]) for name in ("norwegian", "english", "foreign")})
