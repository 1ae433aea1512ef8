"""Telling a statement that wants to be confirmed from a question.

Learned from the wrong beliefs and the sample questions of the articles; `knowledge.beliefs` weighs it with the rest.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.languages import Languages
from knowledge.linear_classifier import LinearClassifier, WordClassifier
from knowledge.text import normalised

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CLAIM, _QUESTION = "claim", "question"
_LEAST = 1e-6
_REGULARISATION = 1.0  # inverse of its strength


class ClaimDetector:
    """How likely a message states something, from its meaning and from its words."""

    def __init__(self, by_vector: LinearClassifier, by_words: WordClassifier) -> None:
        self._by_vector, self._by_words = by_vector, by_words

    @classmethod
    def train(
        cls, vectors: NDArray[np.float32], terms: Sequence[Sequence[str]], is_claim: Sequence[bool]
    ) -> ClaimDetector:
        """Fit on centred vectors of shape (texts, dimension) and the `claim_terms` of each text."""
        labels = [_CLAIM if claim else _QUESTION for claim in is_claim]
        weights = np.ones(len(labels))
        return cls(
            LinearClassifier.train(vectors, labels, weights, _REGULARISATION),
            WordClassifier.train(terms, labels, weights),
        )

    def log_odds(self, vector: NDArray[np.float32] | None, terms: Sequence[str]) -> float:
        """Above 0: rather a statement. `vector` is centred; without it the words alone tell."""
        by_words = _log_odds(self._by_words.probabilities(terms).get(_CLAIM, 0.0))
        return by_words + (
            _log_odds(self._by_vector.probabilities(slice(None), vector).get(_CLAIM, 0.0))
            if vector is not None
            else 0.0
        )

    def save(self, folder: Path) -> None:
        """Write both classifiers."""
        self._by_vector.save(folder / "vector")
        self._by_words.save(folder / "words")

    @classmethod
    def load(cls, folder: Path) -> ClaimDetector:
        """Open what `save` wrote."""
        return cls(LinearClassifier.load(folder / "vector"), WordClassifier.load(folder / "words"))


def claim_terms(text: str, locale: str, languages: Languages) -> list[str]:
    """Words, pairs of words, the punctuation at the end, and whether it asks to be confirmed: what tells a claim."""
    words = normalised(text).split()
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(words)]
    marks = ["?"] if "?" in text or "؟" in text else ["."]
    tags = ["asks-if-true"] if languages.asks_if_true(text, locale) else []
    return [*words, *pairs, *marks, *tags]


def _log_odds(probability: float) -> float:
    kept = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
