"""Rasa's text generator: every `utter_*` comes from the Babel catalogues, in the person's language."""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.reply import Button
from knowledge.settings import Settings
from knowledge.sites import DEFAULT_SITE


class CatalogueNlg(NaturalLanguageGenerator):
    """Looks a response up in the domain for its outcome and buttons, and in the catalogue for its words."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        settings = Settings.from_env(os.environ)
        self._default_locale = settings.default_locale
        self._days = settings.token_days  # that the conversation is kept, as one of the responses says
        self._library = Library.read(settings.content_dir)
        self._messages = Messages(settings.locales_dir)

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """A reply as custom data, or None when the domain has no such response."""
        variants = (kwargs.get("domain_responses") or {}).get(utter_action)
        if not variants:
            return None
        shape = variants[0].get("custom") or {}
        composer = self._composer(tracker)
        buttons = tuple(Button(composer.say(b["title"]), b["payload"]) for b in shape.get("buttons", ()))
        reply = composer.message(Outcome(shape.get("outcome", "smalltalk")), utter_action, buttons, days=self._days)
        return {"text": "", "custom": reply.as_dict()}

    def _composer(self, tracker: DialogueStateTracker) -> Composer:
        message = tracker.latest_message
        spoken = (message.parse_data or {}).get("locale") if message else None
        metadata = (message.metadata or {}) if message else {}
        return Composer(
            library=self._library,
            messages=self._messages,
            spoken=spoken or metadata.get("locale") or self._default_locale,
            today=date.today(),
            site=metadata.get("site") or DEFAULT_SITE,
        )
