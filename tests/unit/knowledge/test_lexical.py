"""Passages that share words with a question."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.compounds import CompoundSplitter
from knowledge.lexical import LexicalIndex
from knowledge.passages import QUESTION, Passage
from knowledge.terms import terms

SPLITTER = CompoundSplitter(["leie", "kontrakt"])
ROWS = [
    Passage("deposit", "nb", QUESTION, "når får jeg depositumet tilbake"),
    Passage("deposit", "en", QUESTION, "when do I get my deposit back"),
    Passage("lease", "nb", QUESTION, "er leiekontrakten gyldig"),
]


@pytest.fixture(scope="module")
def lexical() -> LexicalIndex:
    return LexicalIndex.build(ROWS, SPLITTER)


def _best(lexical: LexicalIndex, text: str, locale: str) -> int:
    scores = lexical.scores(terms(text, locale, SPLITTER))
    assert scores is not None
    return int(scores.argmax())


@pytest.mark.parametrize(
    ("text", "locale", "row"),
    [("depositum", "nb", 0), ("despositumet", "nb", 0), ("deposit", "en", 1), ("kontrakt", "nb", 2)],
)
def test_the_passage_with_the_word_is_best(lexical: LexicalIndex, text: str, locale: str, row: int) -> None:
    assert _best(lexical, text, locale) == row


def test_a_passage_without_a_shared_word_scores_nothing(lexical: LexicalIndex) -> None:
    scores = lexical.scores(terms("deposit", "en", SPLITTER))
    assert scores is not None
    assert scores[2] == 0


@pytest.mark.parametrize("text", ["xyzzy", "", "🏠"])
def test_without_any_known_term_there_are_no_scores(lexical: LexicalIndex, text: str) -> None:
    assert lexical.scores(terms(text, "nb", SPLITTER)) is None


def test_a_saved_index_scores_the_same(lexical: LexicalIndex, tmp_path: Path) -> None:
    lexical.save(tmp_path / "lexical")
    query = terms("depositum tilbake", "nb", SPLITTER)
    loaded = LexicalIndex.load(tmp_path / "lexical").scores(query)
    assert loaded is not None
    assert loaded.tolist() == lexical.scores(query).tolist()  # type: ignore[union-attr]
