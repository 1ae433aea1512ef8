"""Sentence vectors of curated texts, kept on disk so that each text is encoded once.

The index and the training of the dialogue model need the vectors of the same thousands of sample
questions, and a changed article leaves all others as they were. Only curated texts pass here: what
people write is encoded without a trace.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.encoder import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_A_TIME = 8_000  # texts encoded before they are kept: who stops and starts again loses a minute, not all
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"


class RememberingEncoder:
    """An encoder that looks up what it has encoded before; a damaged or locked file only costs time."""

    def __init__(self, encoder: Encoder, path: Path, tell: Callable[[int, int], None] | None = None) -> None:
        """`tell` hears, while thousands of texts are encoded, how many are done and how many there are."""
        self.name = encoder.name
        self._encoder = encoder
        self._path = path
        self._tell = tell

    def encode(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        """Array of shape (len(texts), dimension), float32, rows of length 1."""
        import numpy as np

        keys = [hashlib.sha256(f"{self.name}\0{prefix}\0{text}".encode()).digest() for text in texts]
        known = self._known(keys)
        missing = list({key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items())
        for start in range(0, len(missing), _AT_A_TIME):
            some = missing[start : start + _AT_A_TIME]
            if self._tell and len(missing) > _AT_A_TIME:
                self._tell(start, len(missing))
            fresh = dict(zip((key for key, _ in some), self._encoder.encode([t for _, t in some], prefix), strict=True))
            known |= fresh
            self._keep(fresh)
        return np.stack([known[key] for key in keys]) if keys else self._encoder.encode([], prefix)

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, NDArray[np.float32]]:
        import numpy as np

        if not self._path.exists():
            return {}
        try:
            with closing(sqlite3.connect(self._path, timeout=10)) as database:
                rows = database.execute("SELECT key, vector FROM vectors").fetchall()
        except sqlite3.Error:
            return {}
        wanted = set(keys)
        return {key: np.frombuffer(vector, dtype=np.float32) for key, vector in rows if key in wanted}

    def _keep(self, fresh: dict[bytes, NDArray[np.float32]]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        rows = [(key, vector.astype("float32").tobytes()) for key, vector in fresh.items()]
        try:
            with closing(sqlite3.connect(self._path, timeout=10)) as database, database:
                database.execute(_TABLE)
                database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)  # it holds nothing that cannot be made again
