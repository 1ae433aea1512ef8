"""Nearest passages by meaning: FAISS over sentence vectors, mapped from disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Below this many rows every list is probed, so the result is exact.
_EXACT_UP_TO = 20_000
_PROBES = 48


class DenseIndex:
    """Inner-product search over unit vectors.

    An inverted-file index is used because FAISS 1.8 maps only that kind from disk.
    """

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def build(cls, vectors: NDArray[np.float32]) -> DenseIndex:
        """Index rows of shape (rows, dimension)."""
        import faiss

        rows, dimension = vectors.shape
        lists = max(1, int(rows**0.5 / 2))
        quantizer = faiss.IndexFlatIP(dimension)
        index = faiss.IndexIVFFlat(quantizer, dimension, lists, faiss.METRIC_INNER_PRODUCT)
        index.cp.seed = 1
        index.cp.min_points_per_centroid = 1
        index.train(vectors)
        index.add(vectors)
        return cls(index)

    def save(self, path: Path) -> None:
        """Write the index to one file."""
        import faiss

        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> DenseIndex:
        """Map the file; raises RuntimeError when it is missing or damaged."""
        import faiss

        # A query takes a fraction of a millisecond; sharing it out costs more, many times more on a busy machine.
        faiss.omp_set_num_threads(1)
        index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY)
        index.nprobe = index.nlist if index.ntotal <= _EXACT_UP_TO else min(_PROBES, index.nlist)
        index.make_direct_map(True)
        return cls(index)

    @property
    def rows(self) -> int:
        """How many vectors it holds."""
        return int(self._index.ntotal)

    def vector(self, row: int) -> NDArray[np.float32]:
        """The stored vector of a row."""
        vector: NDArray[np.float32] = self._index.reconstruct(row)
        return vector

    def nearest(self, vector: NDArray[np.float32], count: int) -> list[tuple[int, float]]:
        """(row, cosine similarity -1..1) of the nearest rows, best first."""
        scores, rows = self._index.search(vector.reshape(1, -1), min(count, self._index.ntotal))
        return [(int(row), float(score)) for row, score in zip(rows[0], scores[0], strict=True) if row >= 0]
