"""Normalising text so that the same words match however they were typed."""

from __future__ import annotations

import re
import unicodedata

# Persian letters fold into the Arabic ones that the same key gives on another keyboard.
_ARABIC_FOLDS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""}
    | {"ی": "ي", "ې": "ي", "ے": "ي", "ۍ": "ي", "ک": "ك", "ڪ": "ك", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه"}
)
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_REPEATS = re.compile(r"([^\W\d_])\1{2,}")
_NOT_WORD = re.compile(r"(?:[^\w§]|_)+")
_FORMAT_CHARS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def ascii_digits(text: str) -> str:
    """Turn every decimal digit of any script into 0-9.

    >>> ascii_digits("يوم ١ مارس")
    'يوم 1 مارس'
    """
    return "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in text)


def without_format_characters(text: str) -> str:
    """Drop zero-width and bidirectional control characters."""
    return _FORMAT_CHARS.sub("", text)


def normalised(text: str) -> str:
    """Lower case, one space between words, no punctuation, Arabic letters folded.

    Letters repeated three times or more are cut to two.

    >>> normalised("Hjeeelp!!  Utleier har sagt-meg opp")
    'hjeelp utleier har sagt meg opp'
    >>> normalised("أُريدُ المُساعَدَة")
    'اريد المساعده'
    >>> normalised("کرایهٔ خانه") == normalised("كرايه خانه")
    True
    """
    folded = unicodedata.normalize("NFKC", without_format_characters(text)).lower()
    folded = _ARABIC_MARKS.sub("", folded).translate(_ARABIC_FOLDS)
    folded = _REPEATS.sub(r"\1\1", ascii_digits(folded))
    return _NOT_WORD.sub(" ", folded).strip()
