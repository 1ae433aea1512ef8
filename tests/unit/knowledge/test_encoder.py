"""The wrapper around a sentence-transformers model, without a model."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from knowledge.encoder import PASSAGE, QUERY, SentenceEncoder


class _Model:
    """Notes what it is asked to encode."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.options: dict[str, Any] = {}

    def encode(self, texts: list[str], **options: Any) -> Any:
        self.texts, self.options = texts, options
        return np.ones((len(texts), 3), dtype=np.float64)


@pytest.mark.parametrize("prefix", [QUERY, PASSAGE])
def test_e5_gets_the_prefixes_it_was_trained_with(prefix: str) -> None:
    model = _Model()
    SentenceEncoder("e5", model, uses_prefixes=True).encode(["a", "b"], prefix)
    assert model.texts == [prefix + "a", prefix + "b"]


def test_other_models_get_the_bare_text() -> None:
    model = _Model()
    SentenceEncoder("other", model, uses_prefixes=False).encode(["a"], QUERY)
    assert model.texts == ["a"]


def test_vectors_are_normalised_and_of_single_precision() -> None:
    model = _Model()
    vectors = SentenceEncoder("other", model, uses_prefixes=False).encode(["a"], QUERY)
    assert model.options["normalize_embeddings"] is True
    assert vectors.dtype == np.float32
