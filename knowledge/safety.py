"""Recognising danger from curated word patterns, before any model is asked.

A pattern is words separated by spaces, matched as whole consecutive words of the normalised text:
`a|b` alternatives, `*` any ending or beginning of a word, `[a|b]` an optional word, `...3` up to
three arbitrary words. What a `not_signs` pattern matches is blanked out before `signs` are tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.errors import ContentError
from knowledge.fields import read_rows
from knowledge.half_spaces import any_word, before_its_verb, in_one_or_two, with_any_ending
from knowledge.text import normalised

# The order in which rows are told when a message shows several.
_URGENCY = ("fire-or-acute-danger", "acute-illness", "violence", "child-in-danger", "suicide-and-self-harm")
_GAP = re.compile(r"^\.\.\.(\d+)$")
_MARK = re.compile(r"[.…\[\]]")  # left over from a gap or an optional word that is written wrongly
_BLANK = " ⁂ "  # matches no word of any pattern


@dataclass(frozen=True)
class SafetyCheck:
    """The compiled patterns of every language."""

    signs: dict[str, tuple[re.Pattern[str], ...]]
    not_signs: dict[str, tuple[re.Pattern[str], ...]]

    @classmethod
    def read(cls, folder: Path) -> SafetyCheck:
        """Compile every <locale>.yaml of the folder; raises ContentError naming a broken pattern."""
        signs: dict[str, list[re.Pattern[str]]] = {}
        not_signs: dict[str, list[re.Pattern[str]]] = {}
        for path in sorted(folder.glob("*.yaml")):
            for row, fields in read_rows(path, "the row", more=("signs", "not_signs")).items():
                signs.setdefault(row, []).extend(compiled(p, path) for p in fields.texts("signs"))
                not_signs.setdefault(row, []).extend(compiled(p, path) for p in fields.texts("not_signs"))
        return cls({k: tuple(v) for k, v in signs.items()}, {k: tuple(v) for k, v in not_signs.items()})

    def rows_in(self, text: str) -> list[str]:
        """The safety rows that the text shows, the most urgent first.

        All languages are tried, since people in danger mix them and a guessed language can be wrong.
        """
        plain_text = f" {normalised(text)} "
        found = [row for row in self.signs if self._shows(row, plain_text)]
        return sorted(found, key=lambda row: _URGENCY.index(row) if row in _URGENCY else len(_URGENCY))

    def _shows(self, row: str, text: str) -> bool:
        for pattern in self.not_signs.get(row, ()):
            text = pattern.sub(_BLANK, text)
        return any(pattern.search(text) for pattern in self.signs[row])


def compiled(pattern: str, path: Path = Path("pattern")) -> re.Pattern[str]:
    """A pattern of the curators' language as a regular expression.

    >>> bool(compiled("han|hun slår ...2 meg").search(" i går han slår ofte meg hardt "))
    True
    """
    if not isinstance(pattern, str) or not pattern.strip():
        raise ContentError(path, f"{pattern!r} is not a pattern; write words between quotes")
    return _compiled(pattern, path)


@cache
def _compiled(pattern: str, path: Path) -> re.Pattern[str]:
    """Once in a process: all patterns take two seconds, and several parts of the dialogue server read them."""
    pieces = [_piece(word, pattern, path) for word in pattern.split()]
    return re.compile(" " + "".join(pieces))


def _piece(word: str, pattern: str, path: Path) -> str:
    gap = _GAP.match(word)
    if gap:
        return f"(?:{any_word(pattern)}){{0,{gap.group(1)}}}"
    optional = word.startswith("[") and word.endswith("]")
    inner = word[1:-1] if optional else word
    choices = before_its_verb(normalised(inner)) or "|".join(_choice(one, pattern, path) for one in inner.split("|"))
    return f"(?:{choices})?" if optional else f"(?:{choices})"


def _choice(choice: str, pattern: str, path: Path) -> str:
    """One word with the space after it."""
    bare = normalised(choice.replace("*", ""))
    if not bare or " " in bare or "*" in choice.strip("*") or _MARK.search(choice):
        problem = "must be one word, with * only at an end; gaps are written ...2, optional words [a|b]"
        raise ContentError(path, f"{choice!r} in the pattern {pattern!r} {problem}")
    lead = r"\S*" if choice.startswith("*") else ""
    return lead + (with_any_ending(bare) if choice.endswith("*") else in_one_or_two(bare))
