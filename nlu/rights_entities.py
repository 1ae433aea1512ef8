"""Rasa component: dates, amounts, durations, municipalities and law sections, read with spaCy pipelines."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TEXT,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    EXTRACTOR,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from knowledge.laws import Laws
from knowledge.municipalities import Municipalities
from knowledge.settings import Settings
from nlu.entities.pipeline import Entity, EntityReader
from nlu.language_detector import TEXT_LOCALE


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RightsEntities(GraphComponent):
    """Adds to the entities of a message; LanguageDetector must stand before it in the pipeline."""

    def __init__(self, reader: EntityReader) -> None:
        self._reader = reader

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RightsEntities:
        """Build the pipelines from the content folder."""
        content = Path(config["content"] or Settings.from_env(os.environ).content_dir)
        laws, municipalities = Laws.read(content / "laws.yaml"), Municipalities.read(content / "municipalities.csv")
        return cls(EntityReader(laws, municipalities, date.today))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`content`: folder of laws.yaml and municipalities.csv; None means that of the settings."""
        return {"content": None}

    @staticmethod
    def required_packages() -> list[str]:
        """Import names that must be present."""
        return ["spacy"]

    def process(self, messages: list[Message]) -> list[Message]:
        """Add what each message tells, after the entities that others found; buttons bring their own."""
        for message in messages:
            text = message.get(TEXT) or ""
            if not text.startswith(INTENT_MESSAGE_PREFIX):
                found = [_in_rasas_form(each, text) for each in self._reader.read(text, message.get(TEXT_LOCALE))]
                message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages


def _in_rasas_form(entity: Entity, text: str) -> dict[str, Any]:
    other = {} if entity.other is None else {"other": entity.other}
    return {
        **other,
        ENTITY_ATTRIBUTE_TYPE: entity.name,
        ENTITY_ATTRIBUTE_VALUE: entity.value,
        ENTITY_ATTRIBUTE_START: entity.start,
        ENTITY_ATTRIBUTE_END: entity.end,
        ENTITY_ATTRIBUTE_TEXT: text[entity.start : entity.end],
        EXTRACTOR: RightsEntities.__name__,
    }
