"""Rasa component: settles the language of a message, from the person's choice, the text or the conversation."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.languages import Languages
from knowledge.settings import Settings
from nlu.language import MARKERS_FILE, NOTHING, LanguageGuesser

LOCALE = "locale"  # message property: one of the locales of languages.yaml
TEXT_LOCALE = "text_locale"  # message property: the language of the words themselves, which need not be the chosen one
LOCALE_SOURCE = "locale_source"  # message property: one of the four below
CHOSEN, FROM_TEXT, FROM_CONVERSATION, BY_DEFAULT = "chosen", "text", "conversation", "default"
_SHORT = 2  # words; less text than this seldom says that a person changed the language


# An extractor by name only: tokenizers and featurizers also stand in Rasa's training graph, whereas the language of
# an example matters to nothing that is trained. So a changed markers file needs no training, only a restart, and
# `fingerprint_addon`, which Rasa asks of components in the training graph alone, has no use here.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageDetector(GraphComponent):
    """Sets the message properties `locale` (to reply in), `text_locale` (to read the words by) and `locale_source`."""

    def __init__(self, guesser: LanguageGuesser, languages: Languages, default: str, config: dict[str, Any]) -> None:
        self._guesser = guesser
        self._languages = languages
        self._default = default
        self._sure_from, self._strong_from = float(config["sure_from"]), float(config["strong_from"])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageDetector:
        """Read the markers and the languages of the settings' content."""
        settings = Settings.from_env(os.environ)
        guesser = LanguageGuesser.read(Path(config["markers"] or MARKERS_FILE))
        languages = Languages.read(settings.content_dir / "languages.yaml")
        return cls(guesser, languages, settings.default_locale, config)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`markers`: the markers file, None means the project's; `sure_from`, `strong_from`: least confidences.

        A guess counts from `sure_from`; one that overrules the conversation on a word or two, from `strong_from`.
        """
        return {"markers": None, "sure_from": 0.5, "strong_from": 0.95}

    def process(self, messages: list[Message]) -> list[Message]:
        """Settle the language of each message."""
        for message in messages:
            text = message.get(TEXT) or ""
            locale, source = self._settled(text, message.get(METADATA) or {})
            message.set(LOCALE, locale, add_to_output=True)
            message.set(TEXT_LOCALE, self._written(text, locale), add_to_output=True)
            message.set(LOCALE_SOURCE, source, add_to_output=True)
        return messages

    def _settled(self, text: str, metadata: Mapping[str, Any]) -> tuple[str, str]:
        chosen, last = (self._known(metadata.get(name)) for name in ("locale", "last_locale"))
        if chosen:
            return chosen, CHOSEN
        guessed = self._from_text(text, last)
        if guessed:
            return guessed, FROM_TEXT
        return (last, FROM_CONVERSATION) if last else (self._default, BY_DEFAULT)

    def _written(self, text: str, locale: str) -> str:
        """The language of the words: the reply's, unless they surely are in another."""
        guess = NOTHING if text.startswith(INTENT_MESSAGE_PREFIX) else self._guesser.guess(text)
        if guess.locale is None or guess.confidence < self._sure_from:
            return locale
        if guess.confidence < self._strong_from and self._guesser.fits(text, locale):
            return locale
        return guess.locale

    def _known(self, locale: object) -> str | None:
        return locale if isinstance(locale, str) and self._languages.knows(locale) else None

    def _from_text(self, text: str, last: str | None) -> str | None:
        """The language of the text when that is sure enough; None for buttons, which hold no text."""
        guess = NOTHING if text.startswith(INTENT_MESSAGE_PREFIX) else self._guesser.guess(text)
        needed = self._sure_from
        if last and len(text.split()) <= _SHORT and self._guesser.fits(text, last):
            needed = self._strong_from
        return guess.locale if guess.confidence >= needed else None
