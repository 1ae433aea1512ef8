"""LIX, the Scandinavian readability index: words a sentence plus the percentage of words over six letters."""

from __future__ import annotations

import re

from knowledge.article import ArticleText
from knowledge.blocks import plain

_SENTENCE_END = re.compile(r"[.!?:](?:\s|$)|\n")
_CITATION = re.compile(r"\([^()]*§[^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 6


def lix(text: ArticleText) -> tuple[float, list[str]]:
    """LIX of the short answer and the steps, and the longest words; references to law are left out."""
    parts = [section.body for role in ("short", "do") if (section := text.section(role))]
    return lix_of(" \n".join(parts))


def lix_of(markdown: str) -> tuple[float, list[str]]:
    """LIX of a text and its three longest words.

    >>> lix_of("Du kan klage. Gjør det nå.")[0]
    3.0
    """
    prose = _CITATION.sub("", re.sub(r"\{\{.*?\}\}", "100", plain(markdown)))
    prose = re.sub(r"(?m)^\s*(?:\d+\.|-)\s+", "", prose)
    words = _WORD.findall(prose)
    if not words:
        return 0.0, []
    sentences = sum(1 for piece in _SENTENCE_END.split(prose) if _WORD.search(piece))
    long_words = [word for word in words if len(word) > _LONG]
    hardest = sorted(set(map(str.lower, long_words)), key=lambda word: (-len(word), word))[:3]
    return len(words) / max(sentences, 1) + 100 * len(long_words) / len(words), hardest
