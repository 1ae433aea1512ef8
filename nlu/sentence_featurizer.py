"""Rasa component: sentence vectors from sentence-transformers, kept on the message for the search as well."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.encoder import QUERY, Encoder, open_encoder
from knowledge.nynorsk import as_bokmal
from knowledge.sentences import sentences
from knowledge.settings import Settings
from knowledge.vector_cache import RememberingEncoder
from nlu.language_detector import TEXT_LOCALE

VECTOR = "vector"  # message property: base64 of 16-bit floats, so that the search need not encode again
SENTENCE_VECTORS = "sentence_vectors"  # message property: the same of each of its `sentences`, as a list


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds one dense sentence feature per message."""

    def __init__(self, encoder: Encoder, vectors_path: Path, name: str, config: dict[str, Any]) -> None:
        super().__init__(name, config)
        self._encoder = encoder
        self._vectors_path = vectors_path
        self._scale = float(config["scale"])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        """Open the encoder of the settings."""
        settings = Settings.from_env(os.environ)
        encoder = open_encoder(settings.encoder, settings.encoder_threads)
        return cls(encoder, settings.vectors_path, execution_context.node_name, config)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`scale`: length of the vectors handed to the classifier, above 0.

        Rasa's logistic regression has a fixed penalty, which long vectors feel less: with unit vectors it is right
        but never sure. The encoder is a setting and no option, since the search index must use the same one.
        """
        return {**DenseFeaturizer.get_default_config(), "scale": 10.0}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raise InvalidConfigException when `scale` is not above 0."""
        if not float(config.get("scale", 1.0)) > 0:
            raise InvalidConfigException(f"SentenceFeaturizer: scale must be above 0, not {config['scale']!r}")

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The encoder's name: vectors of another one must not meet a classifier cached from this one."""
        return Settings.from_env(os.environ).encoder

    @staticmethod
    def required_packages() -> list[str]:
        """Import names that must be present."""
        return ["sentence_transformers"]

    def process(self, messages: list[Message]) -> list[Message]:
        """Add features, and the vector itself for the search."""
        # The language detector stands before; in the messages of training there is none, and the words stay as they are.
        texts = [as_bokmal(message.get(TEXT) or "", message.get(TEXT_LOCALE) or "") for message in messages]
        for message, vector in zip(messages, self._encoder.encode(texts, QUERY), strict=True):
            self._add(message, vector)
            message.set(VECTOR, _packed(vector), add_to_output=True)
            message.set(SENTENCE_VECTORS, self._of_sentences(message), add_to_output=True)
        return messages

    def _of_sentences(self, message: Message) -> list[str]:
        parts = sentences(message.get(TEXT) or "")
        if not parts:
            return []
        locale = message.get(TEXT_LOCALE) or ""
        return [_packed(vector) for vector in self._encoder.encode([as_bokmal(part, locale) for part in parts], QUERY)]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add features to every training example."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        remembering = RememberingEncoder(self._encoder, self._vectors_path)
        vectors = remembering.encode([example.get(TEXT) for example in examples], QUERY)
        for example, vector in zip(examples, vectors, strict=True):
            self._add(example, vector)
        return training_data

    def _add(self, message: Message, vector: Any) -> None:
        sentence = self._scale * vector.reshape(1, -1)
        self.add_features_to_message(sequence=None, sentence=sentence, attribute=TEXT, message=message)


def _packed(vector: Any) -> str:
    return base64.b64encode(vector.astype(np.float16).tobytes()).decode("ascii")
