"""Sentence vectors without a model: each word has a fixed random direction, a text is the sum of its words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge.text import normalised

DIMENSION = 128


class FakeEncoder:
    """Texts are as close as the share of words they have in common; always the same for the same text."""

    name = "fake"

    def encode(self, texts: Sequence[str], prefix: str = "") -> NDArray[np.float32]:
        """Rows of length 1, as the real encoder gives them; the prefix changes nothing."""
        return np.array([_vector(text) for text in texts], dtype=np.float32).reshape(len(texts), DIMENSION)


def vector_of(text: str) -> NDArray[np.float32]:
    """The vector of one text."""
    row: NDArray[np.float32] = FakeEncoder().encode([text])[0]
    return row


def _vector(text: str) -> NDArray[np.float64]:
    total = sum((_direction(word) for word in normalised(text).split()), start=np.zeros(DIMENSION))
    total = total if total.any() else _direction("")
    vector: NDArray[np.float64] = total / np.linalg.norm(total)
    return vector


def _direction(word: str) -> NDArray[np.float64]:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
    return np.random.default_rng(seed).standard_normal(DIMENSION)
