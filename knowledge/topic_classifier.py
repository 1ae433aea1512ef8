"""A linear classifier from sentence vectors to articles, trained from the sample questions.

It learns which directions of the vector space tell neighbouring articles apart, which plain
likeness cannot: e5 places all questions about renting close together.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

OFF_TOPIC = "-"  # the class of sentences that no article answers
_REGULARISATION = 30.0


class TopicClassifier:
    """Weights of shape (classes, dimension) and one bias a class, memory-mapped."""

    def __init__(self, labels: Sequence[str], weights: NDArray[Any], bias: NDArray[Any], mean: NDArray[Any]) -> None:
        self.labels = list(labels)
        self._weights, self._bias, self._mean = weights, bias, mean

    @classmethod
    def train(
        cls, vectors: NDArray[np.float32], labels: Sequence[str], sample_weight: NDArray[Any] | None = None
    ) -> TopicClassifier:
        """Fit multinomial logistic regression on rows of unit vectors."""
        from sklearn.linear_model import LogisticRegression

        mean = vectors.mean(axis=0)
        model = LogisticRegression(C=_REGULARISATION, max_iter=400, class_weight="balanced", random_state=0)
        model.fit(vectors - mean, list(labels), sample_weight=sample_weight)
        return cls(list(model.classes_), model.coef_.astype("float32"), model.intercept_.astype("float32"), mean)

    def probabilities(self, vector: NDArray[np.float32]) -> dict[str, float]:
        """P(article) for one unit vector; sums to 1, the class OFF_TOPIC among them."""
        logits = self._weights @ (vector - self._mean) + self._bias
        odds = np.exp(logits - logits.max())
        odds /= odds.sum()
        return dict(zip(self.labels, map(float, odds), strict=True))

    def save(self, path: Path) -> None:
        """Write one uncompressed .npy per array, so that loading can map memory."""
        path.mkdir(parents=True, exist_ok=True)
        np.save(path / "weights.npy", self._weights)
        np.save(path / "bias.npy", self._bias)
        np.save(path / "mean.npy", self._mean)
        (path / "labels.txt").write_text("\n".join(self.labels), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> TopicClassifier:
        """Map the arrays that `save` wrote."""
        labels = (path / "labels.txt").read_text(encoding="utf-8").splitlines()
        arrays = [np.load(path / f"{name}.npy", mmap_mode="r") for name in ("weights", "bias", "mean")]
        return cls(labels, *arrays)
