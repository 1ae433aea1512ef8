"""Danger beats every intent, and doubt becomes a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.settings import PROJECT_DIR
from nlu.dialogue_gate import CLASSIFIED, DANGER, QUESTION, DialogueGate
from nlu.safety_check import SAFETY

INTENTS = yaml.safe_load((PROJECT_DIR / "bot" / "domain" / "conversation.yml").read_text("utf-8"))["intents"]
Pass = Callable[..., Message]


@pytest.fixture
def through_gate(make: Callable[..., Any]) -> Pass:
    """A message after the gate: `through_gate("greet", 0.9, safety=["violence"])`."""

    def gone_through(intent: str | None, confidence: float | None, safety: list[str] | None = None) -> Message:
        message = Message({TEXT: "noe", INTENT: {"name": intent, "confidence": confidence}, SAFETY: safety})
        make(DialogueGate).process([message])
        return message

    return gone_through


@pytest.mark.parametrize("confidence", [0.0, 0.49, 0.5, 0.99, 1.0])
@pytest.mark.parametrize("intent", INTENTS)
def test_danger_beats_every_intent(intent: str, confidence: float, through_gate: Pass) -> None:
    message = through_gate(intent, confidence, safety=["violence"])
    assert message.get(INTENT) == {"name": DANGER, "confidence": 1.0}


def test_danger_needs_no_classifier(through_gate: Pass) -> None:
    assert through_gate(None, None, safety=["acute-illness"]).get(INTENT)["name"] == DANGER


@pytest.mark.parametrize("safety", [[], None])
def test_without_danger_no_emergency_is_settled(safety: list[str] | None, through_gate: Pass) -> None:
    assert through_gate("greet", 0.9, safety).get(INTENT)["name"] == "greet"


@pytest.mark.parametrize("confidence", [0.0, 0.3, 0.4999])
@pytest.mark.parametrize("intent", INTENTS)
def test_an_unsure_intent_becomes_a_question(intent: str, confidence: float, through_gate: Pass) -> None:
    assert through_gate(intent, confidence).get(INTENT) == {"name": QUESTION, "confidence": confidence}


@pytest.mark.parametrize("confidence", [0.5, 0.7, 1.0])
@pytest.mark.parametrize("intent", INTENTS)
def test_a_sure_intent_stays(intent: str, confidence: float, through_gate: Pass) -> None:
    assert through_gate(intent, confidence).get(INTENT) == {"name": intent, "confidence": confidence}


@pytest.mark.parametrize(("intent", "confidence"), [(None, None), (None, 0.0), ("", None)])
def test_a_message_that_no_classifier_knows_is_a_question(
    intent: str | None, confidence: float | None, through_gate: Pass
) -> None:
    assert through_gate(intent, confidence).get(INTENT) == {"name": QUESTION, "confidence": 0.0}


@pytest.mark.parametrize("safety", [[], ["violence"]])
@pytest.mark.parametrize("confidence", [0.2, 0.9])
def test_what_the_classifier_said_is_kept(safety: list[str], confidence: float, through_gate: Pass) -> None:
    assert through_gate("out_of_scope", confidence, safety).get(CLASSIFIED) == {"out_of_scope": confidence}


def test_the_ranking_follows_the_settled_intent(through_gate: Pass) -> None:
    assert [row["name"] for row in through_gate("greet", 0.1).get("intent_ranking")] == [QUESTION]


def test_the_ranking_of_a_sure_intent_stays(make: Callable[..., Any]) -> None:
    ranking = [{"name": "greet", "confidence": 0.9}, {"name": "thank", "confidence": 0.1}]
    message = Message({TEXT: "hei", INTENT: ranking[0], "intent_ranking": ranking})
    make(DialogueGate).process([message])
    assert message.get("intent_ranking") == ranking


def test_how_sure_is_sure_can_be_configured(make: Callable[..., Any]) -> None:
    message = Message({TEXT: "hei", INTENT: {"name": "greet", "confidence": 0.6}})
    make(DialogueGate, sure_from=0.7).process([message])
    assert message.get(INTENT)["name"] == QUESTION


def test_each_message_is_settled_alone(make: Callable[..., Any]) -> None:
    messages = [
        Message({TEXT: "a", INTENT: {"name": "greet", "confidence": 0.9}, SAFETY: rows})
        for rows in ([], ["violence"], [])
    ]
    make(DialogueGate).process(messages)
    assert [message.get(INTENT)["name"] for message in messages] == ["greet", DANGER, "greet"]


@pytest.mark.parametrize("name", [DANGER, QUESTION])
def test_the_intents_it_settles_are_in_the_domain(name: str) -> None:
    assert name in INTENTS
