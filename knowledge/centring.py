"""Taking the language out of sentence vectors.

e5 places sentences of one language near each other whatever they mean. Subtracting the mean of the
language leaves the meaning: on the development set, hit@1 across languages rose by 9 to 19 points.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ALL = "-"  # the mean over all languages, for a language without sentences of its own
_FEWEST = 50  # sentences from which a mean is taken


class Centring:
    """The mean vector of each language."""

    def __init__(self, means: dict[str, NDArray[np.float32]]) -> None:
        self._means = means

    @classmethod
    def fit(cls, vectors: NDArray[np.float32], locales: Sequence[str]) -> Centring:
        """Means of rows of unit vectors, by the locale of each row."""
        means = {_ALL: vectors.mean(axis=0)}
        for locale in set(locales):
            rows = vectors[[i for i, own in enumerate(locales) if own == locale]]
            if len(rows) >= _FEWEST:
                means[locale] = rows.mean(axis=0)
        return cls(means)

    def apply(self, vectors: NDArray[np.float32], locales: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of the same shape with their language's mean taken off."""
        shifted = vectors - np.stack([self._means.get(locale, self._means[_ALL]) for locale in locales])
        return np.asarray(shifted / np.maximum(np.linalg.norm(shifted, axis=1, keepdims=True), 1e-9), dtype=np.float32)

    def one(self, vector: NDArray[np.float32], locale: str) -> NDArray[np.float32]:
        """The same for one vector."""
        row: NDArray[np.float32] = self.apply(vector.reshape(1, -1), [locale])[0]
        return row

    def save(self, path: Path) -> None:
        """Write the means to one .npz file."""
        arrays: dict[str, Any] = self._means
        np.savez(path, **arrays)

    @classmethod
    def load(cls, path: Path) -> Centring:
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            return cls({name: arrays[name] for name in arrays.files})
