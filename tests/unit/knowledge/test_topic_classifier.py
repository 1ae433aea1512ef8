"""Linear classifiers from a question to articles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.terms import terms
from knowledge.topic_classifier import OFF_TOPIC, LinearTopics, VectorTopics, WordTopics
from tests.unit.fake_encoder import FakeEncoder, vector_of

SAMPLES = {
    "deposit": ["når får jeg depositumet", "hvor stort depositum er lov", "depositum på konto"],
    "notice": ["utleier har sagt meg opp", "jeg fikk oppsigelse i går", "frist etter oppsigelse"],
    OFF_TOPIC: ["hvordan blir været", "en god film i kveld", "billett til Spania"],
}
TEXTS = [text for texts in SAMPLES.values() for text in texts]
LABELS = [label for label, texts in SAMPLES.items() for _ in texts]
WEIGHTS = np.ones(len(TEXTS))


@pytest.fixture(scope="module")
def by_vector() -> VectorTopics:
    return VectorTopics.train(FakeEncoder().encode(TEXTS), LABELS, WEIGHTS)


@pytest.fixture(scope="module")
def by_words() -> WordTopics:
    return WordTopics.train([terms(text, "nb") for text in TEXTS], LABELS, WEIGHTS)


def _best(probabilities: dict[str, float]) -> str:
    return max(probabilities, key=lambda label: probabilities[label])


@pytest.mark.parametrize(
    ("text", "label"), [("får jeg depositumet nå", "deposit"), ("sagt opp", "notice"), ("film og været", OFF_TOPIC)]
)
def test_a_question_is_told_by_its_likeness(by_vector: VectorTopics, text: str, label: str) -> None:
    assert _best(by_vector.probabilities(vector_of(text))) == label


@pytest.mark.parametrize(
    ("text", "label"), [("depositumskonto", "deposit"), ("oppsigelsen", "notice"), ("filmbillett", OFF_TOPIC)]
)
def test_a_question_is_told_by_its_words(by_words: WordTopics, text: str, label: str) -> None:
    assert _best(by_words.probabilities(terms(text, "nb"))) == label


@pytest.mark.parametrize("text", ["depositum", "xyzzy", ""])
def test_probabilities_sum_to_one(by_vector: VectorTopics, by_words: WordTopics, text: str) -> None:
    for probabilities in (by_vector.probabilities(vector_of(text)), by_words.probabilities(terms(text, "nb"))):
        assert set(probabilities) == set(SAMPLES)
        assert sum(probabilities.values()) == pytest.approx(1)


def test_unknown_words_favour_no_article(by_words: WordTopics) -> None:
    probabilities = by_words.probabilities(["xyzzy"])
    assert probabilities == pytest.approx(by_words.probabilities([]))
    assert max(share for label, share in probabilities.items() if label != OFF_TOPIC) < 0.5


def test_a_saved_vector_classifier_is_the_same_and_mapped(by_vector: VectorTopics, tmp_path: Path) -> None:
    by_vector.topics.save(tmp_path / "topics")
    loaded = VectorTopics(LinearTopics.load(tmp_path / "topics"))
    assert loaded.probabilities(vector_of("leie")) == pytest.approx(by_vector.probabilities(vector_of("leie")))
    assert str(tmp_path / "topics/weights.npy") in Path("/proc/self/maps").read_text("utf-8")


def test_a_saved_word_classifier_is_the_same(by_words: WordTopics, tmp_path: Path) -> None:
    by_words.save(tmp_path / "words")
    loaded = WordTopics.load(tmp_path / "words")
    query = terms("depositum frist", "nb")
    assert loaded.probabilities(query) == pytest.approx(by_words.probabilities(query))


def test_training_twice_gives_the_same(by_vector: VectorTopics) -> None:
    again = VectorTopics.train(FakeEncoder().encode(TEXTS), LABELS, WEIGHTS)
    assert again.probabilities(vector_of("leie")) == by_vector.probabilities(vector_of("leie"))
