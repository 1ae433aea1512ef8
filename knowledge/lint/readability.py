"""LIX, the Scandinavian readability index: words a sentence plus the percentage of words over six letters."""

from __future__ import annotations

import re
from operator import itemgetter

from knowledge.article import ArticleText
from knowledge.blocks import plain

_SENTENCE_END = re.compile(r"[.!?:](?:\s|$)|\n")
_CITATION = re.compile(r"\([^()]*§[^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_LONG = 6


def lix(text: ArticleText) -> tuple[float, list[str]]:
    """LIX and the longest words of what reads harder: the short answer alone, or it and the steps together.

    The short answer is read first and often alone, so easy steps must not hide it. References to law are left out.
    """
    short, do = (section.body if (section := text.section(role)) else "" for role in ("short", "do"))
    return max(lix_of(short), lix_of(f"{short} \n{do}"), key=itemgetter(0))


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
