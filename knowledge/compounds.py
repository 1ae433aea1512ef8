"""Splitting Norwegian compounds into words that occur in the content.

>>> splitter = CompoundSplitter({"oppsigelse", "tid", "frist", "leie"})
>>> splitter.parts("oppsigelsestid")
['oppsigelse', 'tid']
>>> splitter.parts("leie")
[]
"""

from __future__ import annotations

from collections.abc import Iterable

_SHORTEST_PART = 3
_LINKS = ("", "s", "e")  # "oppsigelse-s-tid", "barn-e-vern"


class CompoundSplitter:
    """Knows a vocabulary and finds the fewest known words that a compound is made of."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = {word for word in vocabulary if len(word) >= _SHORTEST_PART}

    def parts(self, word: str) -> list[str]:
        """The known words that make up `word`, or an empty list when it is not a compound of known words."""
        if len(word) < 2 * _SHORTEST_PART:
            return []
        return self._split(word, depth=3) or []

    def _split(self, word: str, depth: int) -> list[str] | None:
        for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            head = self._known_head(word[:cut])
            if head is None:
                continue
            tail = word[cut:]
            if tail in self._words:
                return [head, tail]
            rest = self._split(tail, depth - 1) if depth > 1 else None
            if rest:
                return [head, *rest]
        return None

    def _known_head(self, head: str) -> str | None:
        for link in _LINKS:
            stem = head[: len(head) - len(link)] if link else head
            if head.endswith(link) and stem in self._words:
                return stem
        return None
