"""Telling claims from questions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.claims import ClaimDetector, claim_terms
from knowledge.library import Library

CLAIMS = ["utleier kan kaste meg ut, ikke sant", "han kan ta depositumet", "da må jeg flytte, stemmer det"]
QUESTIONS = ["kan utleier kaste meg ut?", "når får jeg depositumet?", "må jeg flytte?"]


@pytest.fixture
def detector(sample: Library) -> ClaimDetector:
    terms = [claim_terms(text, "nb", sample.languages) for text in CLAIMS + QUESTIONS]
    vectors = np.array([[1.0, 0.0]] * 3 + [[0.0, 1.0]] * 3, dtype=np.float32)
    return ClaimDetector.train(vectors, terms, [True] * 3 + [False] * 3)


def test_terms_hold_words_pairs_and_how_the_message_ends(sample: Library) -> None:
    found = claim_terms("Kan utleier det?", "nb", sample.languages)
    assert {"kan", "kan utleier", "?"} <= set(found)
    assert "." in claim_terms("Utleier kan det", "nb", sample.languages)


@pytest.mark.parametrize("vector", [np.array([1.0, 0.0], dtype=np.float32), None])
def test_a_claim_is_told_from_a_question(
    detector: ClaimDetector,
    sample: Library,
    vector: np.ndarray | None,  # type: ignore[type-arg]
) -> None:
    claim = detector.log_odds(vector, claim_terms(CLAIMS[0], "nb", sample.languages))
    question = detector.log_odds(
        None if vector is None else vector[::-1], claim_terms(QUESTIONS[0], "nb", sample.languages)
    )
    assert claim > 0 > question


def test_what_is_saved_says_the_same(detector: ClaimDetector, sample: Library, tmp_path: Path) -> None:
    detector.save(tmp_path)
    terms = claim_terms(CLAIMS[1], "nb", sample.languages)
    assert ClaimDetector.load(tmp_path).log_odds(None, terms) == pytest.approx(detector.log_odds(None, terms))
