"""What tests of `actions` share: an opened desk, trackers as Rasa sends them, and what an action gave back."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.desk import Desk, _opened_search, open_desk
from knowledge.decision import Calibration
from knowledge.index import index_key
from knowledge.library import Library
from knowledge.settings import Settings
from tests.unit.fake_encoder import vector_of


@dataclass
class Given:
    """What an action gave back."""

    replies: list[dict[str, Any]]
    slots: dict[str, Any]
    followup: str | None = None  # the action that is to run next

    @property
    def reply(self) -> dict[str, Any]:
        assert len(self.replies) == 1, self.replies
        return self.replies[0]

    @property
    def outcomes(self) -> list[str]:
        return [reply["outcome"] for reply in self.replies]

    @property
    def article(self) -> str | None:
        return self.reply["article"] and str(self.reply["article"]["id"])


def packed(text: str) -> str:
    """The vector of a text as the sentence featurizer puts it on a message."""
    return base64.b64encode(vector_of(text).astype(np.float16).tobytes()).decode("ascii")


def message(text: str, intent: str = "ask_rights", **parts: Any) -> dict[str, Any]:
    """A message as the NLU leaves it."""
    found = {"name": intent, "confidence": 0.9}
    return {
        "text": text,
        "locale": "nb",
        "vector": packed(text),
        "safety": [],
        "classified": {},
        "entities": [],
        "intent": found,
        "intent_ranking": [found],
        **parts,
    }


def button(payload_of: str, **entities: str) -> dict[str, Any]:
    """A pressed button: an intent with entities, without a vector."""
    found = [{"entity": name, "value": value} for name, value in entities.items()]
    return message(f"/{payload_of}", vector=None, entities=found, intent=payload_of)


def tracker(
    said: Sequence[dict[str, Any]], slots: Mapping[str, Any] | None = None, metadata: Mapping[str, Any] | None = None
) -> Tracker:
    """A conversation in which these messages were said, the last one now."""
    events: list[dict[str, Any]] = [{"event": "action", "name": "action_session_start"}]
    for parsed in said:
        events += [{"event": "user", "text": parsed["text"], "parse_data": parsed, "metadata": dict(metadata or {})},
                   {"event": "action", "name": "action_listen"}]  # fmt: skip
    state = {"sender_id": "c1", "slots": dict(slots or {}), "latest_message": said[-1], "events": events[:-1],
             "latest_event_time": 0.0, "followup_action": None, "paused": False, "active_loop": {},
             "latest_action_name": "action_listen"}  # fmt: skip
    return Tracker.from_dict(state)


def run(action: Action, conversation: Tracker) -> Given:
    """Run an action as the action server does."""
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, conversation, {}))  # type: ignore[arg-type]
    slots = {event["name"]: event["value"] for event in events if event["event"] == "slot"}
    followup = next((event["name"] for event in events if event["event"] == "followup"), None)
    return Given([sent["custom"] for sent in dispatcher.messages], slots, followup)


@pytest.fixture
def settings(
    sample: Library, sample_dir: Path, index_folder: Path, locales_dir: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Settings:  # fmt: skip
    """Settings over the small content, read from the environment as the action server does."""
    made = Settings(content_dir=sample_dir, locales_dir=locales_dir, var_dir=tmp_path / "var")
    made.index_dir.mkdir(parents=True)
    (made.index_dir / index_key(sample, made.encoder)).symlink_to(index_folder)
    for name, value in made.as_environ().items():
        monkeypatch.setenv(name, value)
    return made


@pytest.fixture
def calibration(monkeypatch: pytest.MonkeyPatch) -> Calibration:
    """A decision of the tests' own, so that a new fit changes none of them."""
    fixed = Calibration(
        (0.4, 0.85, 0.05, 0.05, 1.0, 0.05, 0.05),
        (0.5, 0.4, 0.05, 0.05, 1.3, 0.9, 0.05, -0.25),
        answer_at=0.7,
        clarify_at=0.5,
        belief_weights=(1.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        belief_at=-0.3,
    )
    monkeypatch.setattr(Calibration, "read", lambda: fixed)
    return fixed


@pytest.fixture
def desk(settings: Settings, calibration: Calibration) -> Iterator[Desk]:
    """The desk that actions open."""
    open_desk.cache_clear()
    _opened_search.cache_clear()
    yield open_desk()
    open_desk.cache_clear()
    _opened_search.cache_clear()


@pytest.fixture
def real_desk(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The desk over the content that people are answered from, without an index."""
    monkeypatch.setenv("BOVETT_CONTENT_DIR", str(Settings().content_dir))
    open_desk.cache_clear()
    _opened_search.cache_clear()
    yield open_desk()
    open_desk.cache_clear()


@pytest.fixture
def no_index(settings: Settings) -> None:
    """The index is gone."""
    next(settings.index_dir.iterdir()).unlink()
