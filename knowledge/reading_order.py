"""Numbers in a text that is written from the right.

After an Arabic letter, Unicode's rules put what stands on the two sides of a space or a hyphen between numbers from right
to left: the phone number 116 117 is seen as 117 116, and § 3-8 as § 8-3. Such a stretch is isolated from its surroundings
by two invisible characters (Unicode Standard Annex 9), which whoever copies the text gets along.
"""

from __future__ import annotations

import re

LEFT_TO_RIGHT, END = "\u2066", "\u2069"
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff]")
_SPACE = "[ \u00a0\u202f]"
# A section, or numbers with a hyphen, a slash or a space between them. A dash is no hyphen: from 9–15 is read from the right.
_STRETCH = re.compile(
    rf"(?:§§?{_SPACE}?\d+|(?<![\d.,])\+?\d+(?=[-/]\d|{_SPACE}\d))(?:(?:[-/]|{_SPACE})\d+)*(?:{_SPACE}[a-z]\b)?"
)


def stretches(text: str) -> list[str]:
    """The text cut up: every second part is a stretch that must be read from left to right.

    >>> stretches("اتصل على 116 117 الآن")
    ['اتصل على ', '116 117', ' الآن']
    >>> stretches("(husleieloven §§ 4-2 و 4-3)")
    ['(husleieloven §§ 4-2 و ', '4-3', ')']
    """
    if not _FROM_THE_RIGHT.search(text):
        return [text]
    parts, end = [], 0
    for found in _STRETCH.finditer(text):
        if _follows_latin(text[: found.start()]):
            continue  # "husleieloven § 3-8" is one run from the left, which must stay whole
        parts += [text[end : found.start()], found.group()]
        end = found.end()
    return [*parts, text[end:]]


def in_order(text: str) -> str:
    """The text with such stretches isolated.

    >>> in_order("(§ 3-8)") == "(§ 3-8)", in_order("في (§ 3-8)") == "في (\u2066§ 3-8\u2069)"
    (True, True)
    """
    parts = stretches(text)
    return "".join(f"{LEFT_TO_RIGHT}{part}{END}" if place % 2 else part for place, part in enumerate(parts))


def _follows_latin(before: str) -> bool:
    last = next((char for char in reversed(before) if char.isalpha()), None)
    return last is not None and not _FROM_THE_RIGHT.match(last)
