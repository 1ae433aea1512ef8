"""Rasa component, last in the pipeline: settles the intent from safety, buttons and the classifier."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from nlu.safety_check import SAFETY

DANGER, QUESTION = "report_danger", "ask_rights"
CLASSIFIED = "classified"  # message property: what the classifier itself said, {name: confidence}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class DialogueGate(GraphComponent):
    """Danger beats every other intent; an intent that is not sure enough becomes a question.

    A question wrongly taken for small talk leaves a person without an answer, while small talk
    wrongly taken for a question only costs a search, so doubt goes to the search.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self._sure_from = float(config["sure_from"])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DialogueGate:
        """Keep the configuration."""
        return cls(config)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`sure_from`: confidence below which an intent is treated as a question."""
        return {"sure_from": 0.5}

    def process(self, messages: list[Message]) -> list[Message]:
        """Settle the intent of each message."""
        for message in messages:
            intent = message.get(INTENT) or {}
            confidence = float(intent.get(PREDICTED_CONFIDENCE_KEY) or 0.0)
            message.set(CLASSIFIED, {str(intent.get(INTENT_NAME_KEY)): confidence}, add_to_output=True)
            if message.get(SAFETY):
                self._settle(message, DANGER, 1.0)
            elif confidence < self._sure_from:
                self._settle(message, QUESTION, confidence)
        return messages

    @staticmethod
    def _settle(message: Message, name: str, confidence: float) -> None:
        intent = {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}
        message.set(INTENT, intent, add_to_output=True)
        message.set("intent_ranking", [intent], add_to_output=True)
