"""Persian words that are typed in one piece, with a half space or in two: "میزند", "می‌زند", "می زند".

Half spaces are gone from a normalised text, so a word stands there in one piece or in two. What is made here matches both.
"""

from __future__ import annotations

import re

_PREFIXES = ("نمي", "مي", "بي")  # of verbs, and "without"
_PLURAL = r"ها\S{0,6}"
_ENDINGS = "ام|ات|اش|اند|اي|ايم|ايد|است"  # after a word in "ه", which takes them with a half space
_PREFIXED = re.compile(rf"^({'|'.join(_PREFIXES)})(?=..)")
_IN_PLURAL = re.compile(r"(?<=..)(ه?)(?=ها(?:[يمتش]\S{0,4})?$)")
_ENDED = re.compile(rf"(?<=..ه)(?=(?:{_ENDINGS})$)")
_ARABIC = re.compile("[\u0620-\u06ff]")
_WORD = r"\S+ "
_WORD_IN_ARABIC = rf"(?:(?:{'|'.join(_PREFIXES)}) )?\S+(?: {_PLURAL})? "


def any_word(pattern: str) -> str:
    """A regular expression for any word between those of the pattern, with the space after it; two pieces are one word."""
    return _WORD_IN_ARABIC if _ARABIC.search(pattern) else _WORD


def in_one_or_two(word: str) -> str:
    """A regular expression for a normalised word with the space after it, in one piece or in two.

    >>> bool(re.fullmatch(in_one_or_two("ميزند"), "مي زند ")), bool(re.fullmatch(in_one_or_two("بچهها"), "بچه ها "))
    (True, True)
    """
    whole = _PREFIXED.sub(_optional_space, re.escape(word))
    # "بچهام" is "my child" and, of another word, might be "my …s": both are tried.
    forms = dict.fromkeys((_IN_PLURAL.sub(_before_plural, whole, count=1), _ENDED.sub(" ?", whole)))
    return f"(?:{'|'.join(forms)}) " if len(forms) > 1 else f"{whole} "


def with_any_ending(word: str) -> str:
    """A regular expression for words that begin so, in one piece or in two, with the space after them."""
    if not _ARABIC.match(word):
        return rf"{re.escape(word)}\S* "
    parted = before_its_verb(word) or _PREFIXED.sub(_optional_space, re.escape(word))
    return rf"{parted}\S*(?: (?:{_PLURAL}|{_ENDINGS}))? "


def before_its_verb(word: str) -> str | None:
    """A regular expression for a prefix that is written as a word of its own; None where the word is none."""
    return f"{word} ?" if word in _PREFIXES else None


def _optional_space(prefix: re.Match[str]) -> str:
    return f"{prefix.group()} ?"


def _before_plural(last: re.Match[str]) -> str:
    """What stands before the ending: "بچه‌ها" is also typed "بچها"."""
    return f"{last.group()}? ?" if last.group() else " ?"
