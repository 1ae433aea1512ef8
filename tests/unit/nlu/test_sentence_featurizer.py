"""One vector per message: as a feature for the classifier, and packed for the search."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.encoder import QUERY
from nlu.sentence_featurizer import SENTENCE_VECTORS, VECTOR, SentenceFeaturizer
from tests.unit.fake_encoder import DIMENSION, FakeEncoder, vector_of
from tests.unit.nlu.conftest import TEXTS


def _sentence(message: Message) -> Any:
    _, sentence = message.get_dense_features(TEXT)
    return sentence


def _unpacked(message: Message) -> Any:
    return np.frombuffer(base64.b64decode(message.get(VECTOR)), dtype=np.float16)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_message_gets_one_sentence_feature(text: str, make: Callable[..., Any]) -> None:
    message = Message({TEXT: text})
    make(SentenceFeaturizer).process([message])
    assert _sentence(message).features.shape == (1, DIMENSION)


def test_there_are_no_features_of_single_words(make: Callable[..., Any]) -> None:
    message = Message({TEXT: "hva gjør jeg"})
    make(SentenceFeaturizer).process([message])
    assert [feature.type for feature in message.features] == [FEATURE_TYPE_SENTENCE]


@pytest.mark.parametrize("scale", [1.0, 10.0])
def test_the_feature_is_the_vector_of_the_text_at_the_length_configured(scale: float, make: Callable[..., Any]) -> None:
    message = Message({TEXT: "hva gjør jeg"})
    make(SentenceFeaturizer, scale=scale).process([message])
    np.testing.assert_allclose(_sentence(message).features[0], scale * vector_of("hva gjør jeg"), rtol=1e-5)


@pytest.mark.parametrize("scale", [0, -1, 0.0])
def test_a_length_that_is_none_is_refused(scale: float) -> None:
    with pytest.raises(InvalidConfigException, match="scale"):
        SentenceFeaturizer.validate_config({"scale": scale})


def test_the_default_length_is_valid() -> None:
    SentenceFeaturizer.validate_config(SentenceFeaturizer.get_default_config())


def test_the_packed_vector_is_nearly_the_same(make: Callable[..., Any]) -> None:
    message = Message({TEXT: "hva gjør jeg"})
    make(SentenceFeaturizer).process([message])
    np.testing.assert_allclose(_unpacked(message), vector_of("hva gjør jeg"), atol=1e-3)


def test_each_message_gets_its_own_vector(make: Callable[..., Any]) -> None:
    messages = [Message({TEXT: text}) for text in ("depositum", "oppsigelse", "depositum")]
    make(SentenceFeaturizer).process(messages)
    first, second, third = (message.get(VECTOR) for message in messages)
    assert first == third != second


def test_messages_are_encoded_together_as_queries(
    make: Callable[..., Any], fake_model: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], str]] = []
    encode = fake_model.encode

    def spied(texts: list[str], prefix: str = "") -> Any:
        asked.append((texts, prefix))
        return encode(texts, prefix)

    monkeypatch.setattr(fake_model, "encode", spied)
    make(SentenceFeaturizer).process([Message({TEXT: "en"}), Message({TEXT: "to"})])
    assert asked == [(["en", "to"], QUERY)]


def test_training_examples_get_the_feature(make: Callable[..., Any]) -> None:
    data = TrainingData([Message({TEXT: "hei", "intent": "greet"}), Message({TEXT: "takk", "intent": "thank"})])
    make(SentenceFeaturizer).process_training_data(data)
    assert [_sentence(example).features.shape for example in data.training_examples] == [(1, DIMENSION)] * 2


def test_training_examples_without_text_get_none(make: Callable[..., Any]) -> None:
    """Rasa hands over the intents and actions of the domain as examples, too."""
    data = TrainingData([Message({"intent": "greet"}), Message({TEXT: "hei", "intent": "greet"})])
    make(SentenceFeaturizer).process_training_data(data)
    assert [_sentence(example) is None for example in data.training_examples] == [True, False]


def test_the_encoder_of_the_settings_is_opened(
    make: Callable[..., Any], fake_model: FakeEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, int]] = []
    monkeypatch.setattr(
        "nlu.sentence_featurizer.open_encoder", lambda name, threads: opened.append((name, threads)) or fake_model
    )
    monkeypatch.setenv("BOVETT_ENCODER", "some-model")
    monkeypatch.setenv("BOVETT_ENCODER_THREADS", "3")
    make(SentenceFeaturizer)
    assert opened == [("some-model", 3)]


def test_the_library_it_needs_is_named() -> None:
    """Rasa then says what is missing; faiss is not needed here and must not be asked for."""
    assert SentenceFeaturizer.required_packages() == ["sentence_transformers"]


def test_each_longer_sentence_of_a_story_has_a_vector(make: Callable[..., Any]) -> None:
    message = Message({TEXT: "Hei! Utleier tok depositumet i kontanter. Når får jeg det tilbake?"})
    make(SentenceFeaturizer).process([message])
    first, second = message.get(SENTENCE_VECTORS)
    unpacked = np.frombuffer(base64.b64decode(second), dtype=np.float16)
    np.testing.assert_allclose(unpacked, vector_of("Når får jeg det tilbake?"), atol=1e-3)
    assert first != second


def test_a_single_sentence_is_encoded_once(make: Callable[..., Any]) -> None:
    message = Message({TEXT: "når får jeg depositumet tilbake"})
    make(SentenceFeaturizer).process([message])
    assert message.get(SENTENCE_VECTORS) == []
