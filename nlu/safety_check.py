"""Rasa component: recognises danger from curated patterns before any model is asked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.safety import SafetyCheck
from knowledge.settings import Settings

SAFETY = "safety"  # message property: safety rows shown by the text, the most urgent first


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyCheckComponent(GraphComponent):
    """Sets the message property `safety`; `DialogueGate` later turns it into the intent `report_danger`."""

    def __init__(self, check: SafetyCheck) -> None:
        self._check = check

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyCheckComponent:
        """Compile the patterns of all languages."""
        folder = config["patterns"] or Settings.from_env(os.environ).content_dir / "safety"
        return cls(SafetyCheck.read(Path(folder)))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`patterns`: folder of pattern files; None means that of the settings' content."""
        return {"patterns": None}

    def process(self, messages: list[Message]) -> list[Message]:
        """Note the safety rows of each message."""
        for message in messages:
            message.set(SAFETY, self._check.rows_in(message.get(TEXT) or ""), add_to_output=True)
        return messages
