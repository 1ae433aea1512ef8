"""Linear classifiers from a sentence vector or from words to a few classes, mapped from disk."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORD_C = 11.0  # weak regularisation; chosen on the development set, like what follows
_WORD_ROUNDS = 20  # passes over all texts
_SEEN_AT_LEAST = 2  # texts that hold a term, for it to count
_SHARPNESS = 2.0  # of one-against-the-rest scores, before they become probabilities of one among all


class LinearClassifier:
    """Weights of shape (classes, features) and one bias a class, memory-mapped."""

    def __init__(self, labels: Sequence[str], weights: NDArray[Any], bias: NDArray[Any]) -> None:
        self.labels = list(labels)
        self._weights, self._bias = weights, bias

    @classmethod
    def train(
        cls, features: Any, labels: Sequence[str], row_weights: NDArray[Any], strength: float
    ) -> LinearClassifier:
        """Fit multinomial logistic regression; `strength` is the inverse of the regularisation."""
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=strength, max_iter=1000, class_weight="balanced", random_state=0)
        model.fit(features, list(labels), sample_weight=row_weights)
        return cls(list(model.classes_), *_each_class(model.coef_, model.intercept_))

    @classmethod
    def train_sparse(cls, features: Any, labels: Sequence[str], row_weights: NDArray[Any]) -> LinearClassifier:
        """Fit one class against the rest, for each class, by stochastic gradient descent.

        With tens of thousands of sparse columns this takes seconds where logistic regression takes minutes.
        """
        from sklearn.linear_model import SGDClassifier
        from sklearn.utils.class_weight import compute_sample_weight

        weights = row_weights * np.sqrt(compute_sample_weight("balanced", list(labels)))
        model = SGDClassifier(
            loss="log_loss",
            alpha=1 / (_WORD_C * features.shape[0]),
            max_iter=_WORD_ROUNDS,
            tol=None,
            n_jobs=-1,
            random_state=0,
        )
        model.fit(features, list(labels), sample_weight=weights)
        return cls(list(model.classes_), *_each_class(_SHARPNESS * model.coef_, _SHARPNESS * model.intercept_))

    def probabilities(self, columns: Sequence[int] | slice, values: NDArray[Any]) -> dict[str, float]:
        """P(class) for features given at some columns; sums to 1."""
        logits = self._weights[:, columns] @ values + self._bias
        odds = np.exp(logits - logits.max())
        odds /= odds.sum()
        return dict(zip(self.labels, map(float, odds), strict=True))

    def save(self, folder: Path) -> None:
        """Write one uncompressed .npy per array, so that loading can map memory."""
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / "weights.npy", np.asfortranarray(self._weights))
        np.save(folder / "bias.npy", self._bias)
        (folder / "labels.txt").write_text("\n".join(self.labels), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> LinearClassifier:
        """Map the arrays that `save` wrote."""
        labels = (folder / "labels.txt").read_text(encoding="utf-8").splitlines()
        return cls(labels, np.load(folder / "weights.npy", mmap_mode="r"), np.load(folder / "bias.npy"))


def _each_class(weights: NDArray[Any], bias: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """One row a class; scikit-learn gives a single row that tells two classes apart."""
    if len(weights) == 1:
        weights, bias = np.vstack([-weights, weights]) / 2, np.append(-bias, bias) / 2
    return weights.astype("float32"), bias.astype("float32")


class WordClassifier:
    """P(class) from the terms of a text, weighted by how rare they are (tf-idf)."""

    def __init__(self, classifier: LinearClassifier, vocabulary: dict[str, int], rarity: NDArray[Any]) -> None:
        self._classifier, self._vocabulary, self._rarity = classifier, vocabulary, rarity

    @classmethod
    def train(
        cls, documents: Sequence[Sequence[str]], labels: Sequence[str], row_weights: NDArray[Any]
    ) -> WordClassifier:
        """Fit on lists of terms."""
        from scipy.sparse import csr_matrix

        seen = Counter(term for document in documents for term in set(document))
        known = sorted(term for term, count in seen.items() if count >= _SEEN_AT_LEAST)
        vocabulary = {term: column for column, term in enumerate(known)}
        rarity = np.array([np.log((1 + len(documents)) / (1 + seen[term])) + 1 for term in vocabulary], dtype="float32")
        empty = LinearClassifier([], np.empty((0, 0)), np.empty(0))
        featurize = cls(empty, vocabulary, rarity)._features
        pairs = [featurize(document) for document in documents]
        starts = np.cumsum([0] + [len(columns) for columns, _ in pairs])
        columns = [column for own, _ in pairs for column in own]
        matrix = csr_matrix(
            (np.concatenate([values for _, values in pairs]), columns, starts), shape=(len(pairs), len(vocabulary))
        )
        return cls(LinearClassifier.train_sparse(matrix, labels, row_weights), vocabulary, rarity)

    def probabilities(self, terms: Sequence[str]) -> dict[str, float]:
        """P(class) for the terms of one text; unknown terms are passed over."""
        return self._classifier.probabilities(*self._features(terms))

    def _features(self, terms: Sequence[str]) -> tuple[list[int], NDArray[Any]]:
        counts = Counter(self._vocabulary[term] for term in terms if term in self._vocabulary)
        columns = sorted(counts)
        values = np.array([(1 + np.log(counts[c])) * self._rarity[c] for c in columns], dtype="float32")
        return columns, values / max(float(np.linalg.norm(values)), 1e-9)

    def save(self, folder: Path) -> None:
        """Write classifier, vocabulary and rarities."""
        self._classifier.save(folder)
        np.save(folder / "rarity.npy", self._rarity)
        (folder / "vocabulary.json").write_text(json.dumps(list(self._vocabulary), ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> WordClassifier:
        """Open what `save` wrote."""
        words = json.loads((folder / "vocabulary.json").read_text("utf-8"))
        vocabulary = {term: column for column, term in enumerate(words)}
        return cls(LinearClassifier.load(folder), vocabulary, np.load(folder / "rarity.npy"))
