"""Classes told by words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.linear_classifier import WordClassifier
from knowledge.terms import terms

SAMPLES = {
    "deposit": ["når får jeg depositumet", "hvor stort depositum er lov", "depositum på konto"],
    "notice": ["utleier har sagt meg opp", "jeg fikk oppsigelse i går", "frist etter oppsigelse"],
    "other": ["hvordan blir været", "en god film i kveld", "billett til Spania"],
}


@pytest.fixture(scope="module")
def classifier() -> WordClassifier:
    texts = [terms(text, "nb") for samples in SAMPLES.values() for text in samples]
    labels = [label for label, samples in SAMPLES.items() for _ in samples]
    return WordClassifier.train(texts, labels, np.ones(len(texts)))


@pytest.mark.parametrize(
    ("text", "label"), [("depositumskonto", "deposit"), ("oppsigelsen", "notice"), ("filmbillett", "other")]
)
def test_a_text_is_told_by_its_words(classifier: WordClassifier, text: str, label: str) -> None:
    found = classifier.probabilities(terms(text, "nb"))
    assert max(found, key=lambda each: found[each]) == label
    assert sum(found.values()) == pytest.approx(1)


def test_unknown_words_tell_nothing(classifier: WordClassifier) -> None:
    assert classifier.probabilities(["xyzzy"]) == pytest.approx(classifier.probabilities([]))


def test_a_saved_classifier_is_the_same(classifier: WordClassifier, tmp_path: Path) -> None:
    classifier.save(tmp_path / "words")
    query = terms("depositum frist", "nb")
    assert WordClassifier.load(tmp_path / "words").probabilities(query) == pytest.approx(
        classifier.probabilities(query)
    )
