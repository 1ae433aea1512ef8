"""What every action works with: the opened knowledge, and this turn read from the tracker.

Rasa builds actions without arguments, so the knowledge is opened once per process on first use.
"""

from __future__ import annotations

import base64
import os
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import structlog
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from knowledge.beliefs import MessagePart
from knowledge.compose import Composer
from knowledge.decision import Calibration
from knowledge.errors import IndexMissing
from knowledge.index import index_damage, index_key, open_index
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.reply import Reply
from knowledge.search import Search
from knowledge.sentences import sentences
from knowledge.settings import Settings
from knowledge.sites import DEFAULT_SITE
from knowledge.statutes.errors import StoreDamaged
from knowledge.statutes.statutes import Statutes
from knowledge.statutes.store import version_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = structlog.get_logger()


@dataclass(frozen=True, eq=False)
class Desk:
    """The opened knowledge of this process."""

    settings: Settings
    library: Library
    messages: Messages
    calibration: Calibration

    def search(self) -> Search:
        """The search over the index on disk; raises IndexMissing. Opened again after it was missing or damaged."""
        folder = self.settings.index_dir / index_key(self.library, self.settings.encoder)
        if damage := index_damage(folder):
            _opened_search.cache_clear()
            raise IndexMissing(f"there is no whole index in {folder} ({damage}); run `bovett index`")
        return _opened_search(str(folder), self)

    def statutes(self) -> Statutes | None:
        """The official law texts; None when they cannot be read. Opened again after an import."""
        return _opened_statutes(version_key(self.settings.statutes_path), self)


@lru_cache(maxsize=1)
def _opened_statutes(_: int, desk: Desk) -> Statutes | None:
    try:
        return Statutes.open(desk.settings.statutes_path, desk.library.laws)
    except StoreDamaged as error:
        log.error("statutes.damaged", reason=str(error))  # replies hold no law text, all else works
        return None


@lru_cache(maxsize=1)
def _opened_search(folder: str, desk: Desk) -> Search:
    from pathlib import Path

    return Search(open_index(Path(folder)), desk.calibration, desk.library.languages)


@lru_cache(maxsize=1)
def open_desk() -> Desk:
    """The knowledge that the settings name."""
    settings = Settings.from_env(os.environ)
    return Desk(settings, Library.read(settings.content_dir), Messages(settings.locales_dir), Calibration.read())


@dataclass(frozen=True)
class Turn:
    """The latest message of a conversation as the NLU understood it."""

    text: str
    locale: str  # the person's language, to reply in
    text_locale: str  # the language of the words; another one where the person chose a language and writes in a second
    vector: NDArray[np.float32] | None
    safety: tuple[str, ...]
    classified: dict[str, float]
    entities: tuple[dict[str, Any], ...]
    site: str
    sentences: tuple[MessagePart, ...] = ()  # where it has several

    def entity(self, name: str) -> Any:
        """The value of the first entity of that name, or None."""
        return next((entity["value"] for entity in self.entities if entity["entity"] == name), None)


def read_turn(message: dict[str, Any], default_locale: str) -> Turn:
    """Read a turn from a tracker's `latest_message` or from a user event's `parse_data`."""
    metadata = message.get("metadata") or {}
    locale = message.get("locale") or metadata.get("locale") or default_locale
    return Turn(
        text=message.get("text") or "",
        locale=locale,
        text_locale=message.get("text_locale") or locale,
        vector=_unpacked(message.get("vector")),
        safety=tuple(message.get("safety") or ()),
        classified=dict(message.get("classified") or {}),
        entities=tuple(message.get("entities") or ()),
        site=metadata.get("site") or DEFAULT_SITE,
        sentences=_sentences(message),
    )


def _sentences(message: dict[str, Any]) -> tuple[MessagePart, ...]:
    texts = sentences(message.get("text") or "")
    vectors = message.get("sentence_vectors") or []
    if len(texts) != len(vectors):
        return ()  # an event from before sentences were told apart
    return tuple(MessagePart(text, _unpacked(vector)) for text, vector in zip(texts, vectors, strict=True))


def _unpacked(packed: str | None) -> NDArray[np.float32] | None:
    if not packed:
        return None
    import numpy as np

    vector = np.frombuffer(base64.b64decode(packed), dtype=np.float16).astype(np.float32)
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


def composer_for(desk: Desk, turn: Turn) -> Composer:
    """Makes replies for this turn."""
    return Composer(desk.library, desk.messages, _spoken(desk, turn), date.today(), turn.site, desk.statutes())


def _spoken(desk: Desk, turn: Turn) -> str:
    """The language to speak to the person in: theirs, where it gives the same replies with a word on why."""
    languages = desk.library.languages
    written = languages.by_locale.get(turn.text_locale)
    is_same = languages.serving(turn.text_locale) == languages.serving(turn.locale)
    return turn.text_locale if written and not written.served and is_same else turn.locale


def current_turn(tracker: Tracker, desk: Desk) -> Turn:
    """The latest message, with the metadata of its event."""
    event: dict[str, Any] = next((e for e in reversed(tracker.events) if e.get("event") == "user"), {})
    message = {**tracker.latest_message, "metadata": event.get("metadata") or {}}
    return read_turn(message, desk.settings.default_locale)


def send(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    """Hand a reply to Rasa."""
    dispatcher.utter_message(json_message=reply.as_dict())
