"""Passages that share words with the question: BM25 over the terms of `knowledge.terms`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.compounds import CompoundSplitter
from knowledge.passages import Passage
from knowledge.terms import terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class LexicalIndex:
    """BM25 scores for every row."""

    def __init__(self, retriever: Any, vocabulary: set[str]) -> None:
        self._retriever = retriever
        self._vocabulary = vocabulary

    @classmethod
    def build(cls, rows: Sequence[Passage], splitter: CompoundSplitter) -> LexicalIndex:
        """Index the rows, each in its own language."""
        return cls.of_terms([terms(row.text, row.locale, splitter) for row in rows])

    @classmethod
    def of_terms(cls, documents: Sequence[Sequence[str]]) -> LexicalIndex:
        """Index lists of terms, a row each."""
        import bm25s

        retriever = bm25s.BM25(k1=1.2, b=0.6)
        retriever.index(documents, show_progress=False)
        return cls(retriever, set(retriever.vocab_dict))

    def save(self, folder: Path) -> None:
        """Write the index to a folder."""
        self._retriever.save(str(folder))

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Map the folder."""
        import bm25s

        retriever = bm25s.BM25.load(str(folder), mmap=True)
        return cls(retriever, set(retriever.vocab_dict))

    def scores(self, query_terms: Sequence[str]) -> NDArray[np.float32] | None:
        """One score per row, 0 where nothing is shared; None when no term is known at all."""
        known = [term for term in query_terms if term in self._vocabulary]
        return self._retriever.get_scores(known) if known else None
