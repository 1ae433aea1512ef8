"""Guessing the language of a message from curated markers and letter statistics.

Letter statistics alone fail on the short, misspelt and mixed messages that people send; markers alone fail on
words that nobody listed. Both are added up as points, which are logarithms of odds, per language.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from knowledge.errors import ContentError
from knowledge.text import normalised
from knowledge.yaml_file import read_mapping

MARKERS_FILE = Path(__file__).with_suffix("").with_name("language_markers.yaml")
TELLING, USUAL = 4.0, 1.5  # points of a word
_MOST = 3  # times that one kind of letter counts
# From this many letters on, statistics count in full; of shorter texts they know little, yet are as sure.
_FULL_TEXT = 30
_SMALLEST_SHARE = 0.01
_NAME = 2  # words; statistics alone take so few for a language although they may be a name
# Norwegian terms stand in texts of other scripts, seldom the other way round.
_SHARE_OF_SCRIPT = 0.3
_WORD = re.compile(r"\w*[^\W\d_]\w*")  # digits stand for letters in Arabic typed on a Latin keyboard
_SCRIPTS = {
    # Those after `de` are not written in Latin letters, but many people have no other keyboard: markers alone tell them.
    "latin": (
        re.compile("[a-z2-9\u00df-\u024f]+"),
        ("nb", "nn", "en", "so", "pl", "fr", "es", "da", "sv", "de", "uk", "ru", "ar", "fa"),
    ),
    "cyrillic": (re.compile("[\u0400-\u04ff]+"), ("uk", "ru", "be")),
    "arabic": (re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]+"), ("ar", "fa")),
    "ethiopic": (re.compile("[\u1200-\u135a]+"), ("ti",)),
}
_LINGUA_NAMES = {
    "nb": "BOKMAL", "nn": "NYNORSK", "en": "ENGLISH", "uk": "UKRAINIAN", "ar": "ARABIC", "so": "SOMALI", "fa": "PERSIAN",
    "pl": "POLISH", "ru": "RUSSIAN", "fr": "FRENCH", "es": "SPANISH", "da": "DANISH", "sv": "SWEDISH", "de": "GERMAN",
    "be": "BELARUSIAN",
}  # fmt: skip
# Persian typed on an Arabic keyboard must meet the same listed words.
_KEYBOARD = str.maketrans({"ی": "ي", "ک": "ك"})


@dataclass(frozen=True, slots=True)
class Guess:
    """A language and how sure it is, from 0 to 1; `locale` is None when nothing can be told."""

    locale: str | None
    confidence: float


NOTHING = Guess(None, 0.0)


class LanguageGuesser:
    """Tells the language of a message among those of the markers file."""

    def __init__(self, markers: Mapping[str, Any]) -> None:
        self._reads_as: dict[str, str | None] = markers["reads_as"]
        self._prior: dict[str, float] = markers["prior"]
        self._silent = frozenset(map(_folded, markers["silent"]))
        self._letters = [(code, row["points"], frozenset(row["letters"])) for code, row in _letter_rows(markers)]
        self._words: dict[str, dict[str, float]] = {}
        self._beginnings: dict[str, dict[str, float]] = {}
        for code, kinds in markers["words"].items():
            self._learn(code, kinds.get("usual", ()), USUAL)
            self._learn(code, kinds.get("telling", ()), TELLING)

    @classmethod
    def read(cls, path: Path) -> LanguageGuesser:
        """Read a markers file; raises ContentError naming what is missing."""
        try:
            return cls(read_mapping(path))
        except (KeyError, TypeError, AttributeError) as error:
            raise ContentError(path, f"does not have the form of language_markers.yaml: {error}") from error

    def guess(self, text: str) -> Guess:
        """The language of `text`; numbers, names and loan words alone tell nothing.

        >>> guesser = LanguageGuesser.read(MARKERS_FILE)
        >>> guesser.guess("korleis klagar eg?").locale, guesser.guess("depositum 12.3.").locale
        ('nn', None)
        """
        words = self._telling(text)
        script, codes = _script_of(words)
        words = [word for word in words if script.fullmatch(word)]
        if not words:
            return NOTHING
        markers, letters = self._points_of_words(words), self._points_of_letters(text)
        if len(words) <= _NAME and len(codes) > 1 and not markers and not any(letters.values()):
            return NOTHING
        points = {code: self._prior.get(code, 0.0) for code in codes}
        for source in (markers, letters, _points_of_statistics(words, codes)):
            for code, gained in source.items():
                if code in points:
                    points[code] += gained
        return self._best(points)

    def fits(self, text: str, locale: str) -> bool:
        """Whether `text` is in a script that people write `locale` in."""
        words = self._telling(text)
        return not words or locale in _script_of(words)[1]

    def _telling(self, text: str) -> list[str]:
        return [word for word in _folded(text).split() if _WORD.fullmatch(word) and word not in self._silent]

    def _learn(self, code: str, words: Iterable[str], points: float) -> None:
        for word in words:
            table = self._beginnings if word.endswith("*") else self._words
            table.setdefault(_folded(word), {})[code] = points

    def _points_of_words(self, words: Iterable[str]) -> dict[str, float]:
        points: dict[str, float] = {}
        for word in set(words):
            for code, gained in self._row(word).items():
                points[code] = points.get(code, 0.0) + gained
        return points

    def _row(self, word: str) -> dict[str, float]:
        row = self._words.get(word) or self._words.get(word.rstrip(word[-1]) + word[-1])
        if row is not None:
            return row
        beginnings = (word[:length] for length in range(len(word), 3, -1))
        return next((self._beginnings[b] for b in beginnings if b in self._beginnings), {})

    def _points_of_letters(self, text: str) -> dict[str, float]:
        points: dict[str, float] = {}
        for code, each, letters in self._letters:
            count = sum(letter in letters for letter in text.lower())
            points[code] = points.get(code, 0.0) + each * min(count, _MOST)
        return points

    def _best(self, points: Mapping[str, float]) -> Guess:
        most = max(points.values())
        odds = {code: math.exp(gained - most) for code, gained in points.items()}
        shares: dict[str | None, float] = {}
        for code, odd in odds.items():
            locale = self._reads_as.get(code, code)
            shares[locale] = shares.get(locale, 0.0) + odd / sum(odds.values())
        locale = max(shares, key=lambda name: shares[name])
        return Guess(locale, shares[locale]) if locale else NOTHING


def _letter_rows(markers: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    return [*markers["letters"].items(), *markers["keyboard"].items()]


def _folded(text: str) -> str:
    return normalised(text).translate(_KEYBOARD)


def _script_of(words: Iterable[str]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The script that a text is written in, with its languages: any other than Latin once it has a fair share."""
    text = "".join(words)
    counts = {name: sum(map(len, pattern.findall(text))) for name, (pattern, _) in _SCRIPTS.items()}
    foreign = max((name for name in counts if name != "latin"), key=lambda name: counts[name])
    return _SCRIPTS[foreign if counts[foreign] > _SHARE_OF_SCRIPT * len(text) else "latin"]


def _points_of_statistics(words: Iterable[str], codes: Iterable[str]) -> dict[str, float]:
    text = " ".join(words)
    weight = min(1.0, len(text) / _FULL_TEXT)
    shares = {each.language.name: each.value for each in _detector().compute_language_confidence_values(text)}
    named = {code: shares.get(_LINGUA_NAMES.get(code, ""), 0.0) for code in codes}
    return {code: weight * math.log(max(share, _SMALLEST_SHARE)) for code, share in named.items()}


@lru_cache(maxsize=1)
def _detector() -> Any:
    """The statistics, loaded on first use.

    Low accuracy: measured on one core, 23 MB and 0.12 s to load against 370 MB and 1.5 s, 0.02 ms a message against
    0.05 ms. What the finer model knows better, short texts, the markers know better still.
    """
    from lingua import Language, LanguageDetectorBuilder

    languages = [getattr(Language, name) for name in _LINGUA_NAMES.values()]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
