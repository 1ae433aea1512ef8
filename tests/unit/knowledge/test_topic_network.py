"""From a question to articles, by meaning and by words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.terms import terms
from knowledge.topic_network import OFF_TOPIC, Examples, TopicNetwork, at_once
from tests.unit.fake_encoder import FakeEncoder, vector_of

SAMPLES = {
    "deposit": ["når får jeg depositumet", "hvor stort depositum er lov", "depositum på konto"],
    "notice": ["utleier har sagt meg opp", "jeg fikk oppsigelse i går", "frist etter oppsigelse"],
    OFF_TOPIC: ["hvordan blir været", "en god film i kveld", "billett til Spania"],
}
TEXTS = [text for texts in SAMPLES.values() for text in texts]
LABELS = [label for label, texts in SAMPLES.items() for _ in texts]
BELIEF = "deposit#0"
FINER_LABELS = [BELIEF if text == "depositum på konto" else label for text, label in zip(TEXTS, LABELS, strict=True)]
EXAMPLES = Examples(
    FakeEncoder().encode(TEXTS), [terms(text, "nb") for text in TEXTS], LABELS, FINER_LABELS, np.ones(len(TEXTS))
)


@pytest.fixture(scope="module")
def network() -> TopicNetwork:
    return TopicNetwork.train(EXAMPLES)


def _best(probabilities: dict[str, float]) -> str:
    return max(probabilities, key=lambda label: probabilities[label])


@pytest.mark.parametrize(
    ("text", "label"), [("får jeg depositumet nå", "deposit"), ("sagt opp", "notice"), ("film og været", OFF_TOPIC)]
)
def test_a_question_is_told_by_all_heads(network: TopicNetwork, text: str, label: str) -> None:
    heads = network.heads(vector_of(text), terms(text, "nb"))
    assert [_best(head) for head in heads] == [label] * 4


@pytest.mark.parametrize("text", ["depositum", "xyzzy", ""])
def test_probabilities_sum_to_one(network: TopicNetwork, text: str) -> None:
    heads = network.heads(vector_of(text), terms(text, "nb"))
    for probabilities in heads:
        assert sum(probabilities.values()) == pytest.approx(1)
    assert set(heads.joint) == set(heads.by_words) == set(heads.by_vector) == set(SAMPLES)
    assert set(heads.finely) == {*SAMPLES, BELIEF}


@pytest.mark.parametrize(("text", "label"), [("depositum på konto", BELIEF), ("når får jeg depositumet", "deposit")])
def test_one_head_tells_a_wrong_belief_from_other_words_on_its_article(
    network: TopicNetwork, text: str, label: str
) -> None:
    for vector in (vector_of(text), None):
        heads = network.heads(vector, terms(text, "nb"))
        assert _best(heads.finely) == label
        assert _best(heads.joint) == "deposit"


def test_a_saved_network_is_the_same_and_mapped(network: TopicNetwork, tmp_path: Path) -> None:
    network.save(tmp_path / "topics")
    loaded, query = TopicNetwork.load(tmp_path / "topics"), (vector_of("leie"), terms("leie", "nb"))
    for head, same in zip(network.heads(*query), loaded.heads(*query), strict=True):
        assert head == pytest.approx(same, abs=1e-4)
    assert str(tmp_path / "topics/terms-0.npy") in Path("/proc/self/maps").read_text("utf-8")


def test_without_a_vector_the_words_decide(network: TopicNetwork) -> None:
    heads = network.heads(None, terms("depositum på konto", "nb"))
    assert [_best(head) for head in (heads.joint, heads.by_words, heads.by_vector)] == ["deposit"] * 3


def test_texts_without_a_vector_teach_their_words() -> None:
    vectors = EXAMPLES.vectors.copy()
    vectors[LABELS.index("deposit")] = 0.0
    heads = TopicNetwork.train(EXAMPLES._replace(vectors=vectors)).heads(None, terms(SAMPLES["deposit"][0], "nb"))
    assert _best(heads.by_words) == "deposit"


def test_training_twice_gives_the_same(network: TopicNetwork) -> None:
    again, query = TopicNetwork.train(EXAMPLES), (vector_of("leie"), terms("leie", "nb"))
    assert again.heads(*query) == network.heads(*query)


def test_learning_may_end_early_to_see_how_long_a_step_takes(network: TopicNetwork) -> None:
    query = (vector_of("depositum"), terms("depositum", "nb"))
    hardly = TopicNetwork.train(EXAMPLES, most_steps=1).heads(*query)
    assert hardly.joint["deposit"] < network.heads(*query).joint["deposit"]


@pytest.mark.parametrize(("examples", "networks"), [(100, 1), (76_000, 3), (1_200_000, 1)])
def test_networks_learn_side_by_side_where_that_pays(
    monkeypatch: pytest.MonkeyPatch, examples: int, networks: int
) -> None:
    monkeypatch.setattr("joblib.cpu_count", lambda: 3)
    assert at_once(examples) == networks
