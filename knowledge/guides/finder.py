"""Hearing that a person asks for a guide: how close a message is to the ways people ask for one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.guides.guide import Guide

if TYPE_CHECKING:
    from numpy.typing import NDArray


class GuideFinder:
    """The `asks` of all guides as centred unit vectors of shape (asks, dimension)."""

    def __init__(self, guides: Sequence[str], vectors: NDArray[np.float32]) -> None:
        self._guides, self._vectors = list(guides), vectors

    def closest(self, vector: NDArray[np.float32]) -> tuple[str | None, float]:
        """The guide asked for in the closest way, and the cosine similarity; None where there are no guides."""
        if not self._guides:
            return None, 0.0
        likeness = self._vectors @ vector
        best = int(likeness.argmax())
        return self._guides[best], float(likeness[best])

    def save(self, path: Path) -> None:
        """Write to one .npz file."""
        np.savez(path, guides=np.array(self._guides, dtype=str), vectors=self._vectors)

    @classmethod
    def load(cls, path: Path) -> GuideFinder:
        """Open what `save` wrote."""
        with np.load(path, allow_pickle=False) as stored:
            return cls([str(guide) for guide in stored["guides"]], stored["vectors"])


def asks_of(guides: Iterable[Guide]) -> list[tuple[str, str, str]]:
    """(guide, locale, text) of every way to ask for a guide, in a stable order."""
    return [(guide.id, text.locale, ask) for guide in guides for text in guide.texts.values() for ask in text.asks]
