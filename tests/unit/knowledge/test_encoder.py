"""The wrapper around a sentence-transformers model, and the bundled one in several processes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from knowledge.encoder import BUNDLED, PASSAGE, QUERY, SentenceEncoder, open_encoder


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


def test_processes_side_by_side_give_the_vectors_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["mugg på badet", "depositum", "hvor lang er oppsigelsestiden?", "leie", "kan utleier låse seg inn?"]
    alone = open_encoder(BUNDLED, threads=1).encode(texts, QUERY)
    monkeypatch.setattr("knowledge.encoder._WORTH_PROCESSES", len(texts))
    monkeypatch.setattr("knowledge.encoder._AT_A_TIME", 2)
    side_by_side = open_encoder(BUNDLED, threads=2).encode(texts, QUERY)
    assert np.allclose(alone, side_by_side, atol=1e-3)
