"""What holds for every component of ours: create, train, persist, load and process, whatever the text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from rasa.engine.graph import GraphComponent
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.settings import PROJECT_DIR
from nlu.dialogue_gate import CLASSIFIED, DialogueGate
from nlu.language_detector import LOCALE, LOCALE_SOURCE, LanguageDetector
from nlu.rights_entities import RightsEntities
from nlu.safety_check import SAFETY, SafetyCheckComponent
from nlu.sentence_featurizer import VECTOR, SentenceFeaturizer
from tests.unit.nlu.conftest import TEXTS

# Component -> what it adds to each message.
ADDS: dict[type[GraphComponent], set[str]] = {
    SafetyCheckComponent: {SAFETY},
    LanguageDetector: {LOCALE, LOCALE_SOURCE},
    SentenceFeaturizer: {VECTOR},
    RightsEntities: {"entities"},
    DialogueGate: {CLASSIFIED},
}
EACH = pytest.mark.parametrize("kind", ADDS, ids=lambda kind: kind.__name__)
EACH_TEXT = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def _message(text: str) -> Message:
    return Message({TEXT: text, INTENT: {"name": "greet", "confidence": 0.9}})


def test_every_component_of_ours_keeps_the_contract() -> None:
    pipeline = yaml.safe_load((PROJECT_DIR / "bot" / "config.yml").read_text("utf-8"))["pipeline"]
    ours = {row["name"] for row in pipeline if row["name"].startswith("nlu.")}
    assert ours == {f"{kind.__module__}.{kind.__name__}" for kind in ADDS}


@EACH
@EACH_TEXT
def test_it_adds_what_it_promises(kind: type[GraphComponent], text: str, made: Callable[..., Any]) -> None:
    message = _message(text)
    made(kind).process([message])
    assert ADDS[kind] <= message.data.keys()


@EACH
@EACH_TEXT
def test_it_leaves_the_text_alone(kind: type[GraphComponent], text: str, made: Callable[..., Any]) -> None:
    message = _message(text)
    made(kind).process([message])
    assert message.get(TEXT) == text


@EACH
@EACH_TEXT
def test_what_it_tells_can_be_sent_as_json(kind: type[GraphComponent], text: str, made: Callable[..., Any]) -> None:
    message = _message(text)
    made(kind).process([message])
    told = message.as_dict(only_output_properties=True)
    assert json.loads(json.dumps({name: told[name] for name in ADDS[kind]})).keys() == ADDS[kind]


@EACH
@EACH_TEXT
def test_a_loaded_one_does_the_same_as_a_new_one(
    kind: type[GraphComponent], text: str, made: Callable[..., Any]
) -> None:
    new, old = _message(text), _message(text)
    made(kind).process([new])
    made(kind, "load").process([old])
    assert {name: new.get(name) for name in ADDS[kind]} == {name: old.get(name) for name in ADDS[kind]}


@EACH
def test_a_message_without_text_is_taken(kind: type[GraphComponent], made: Callable[..., Any]) -> None:
    message = Message({})
    made(kind).process([message])
    assert ADDS[kind] <= message.data.keys()


@EACH
def test_no_messages_are_taken(kind: type[GraphComponent], made: Callable[..., Any]) -> None:
    assert made(kind).process([]) == []


@EACH
def test_messages_come_back_in_their_order(kind: type[GraphComponent], made: Callable[..., Any]) -> None:
    messages = [_message(text) for text in ("hei", "", "ta bort depositumet", "مرحبا")]
    assert made(kind).process(messages) == messages


@EACH
def test_what_others_found_stays(kind: type[GraphComponent], made: Callable[..., Any]) -> None:
    message = _message("jeg fikk brev 3. mars")
    WhitespaceTokenizer(WhitespaceTokenizer.get_default_config()).process([message])
    message.set("entities", [{"entity": "article_id", "value": "deposit"}])
    message.set("metadata", {"site": "bovett"})
    tokens = message.get("text_tokens")
    made(kind).process([message])
    assert (message.get("text_tokens"), message.get("entities")[0]["value"], message.get("metadata")) == (
        tokens,
        "deposit",
        {"site": "bovett"},
    )


@EACH
def test_training_leaves_the_labels_alone(kind: type[GraphComponent], made: Callable[..., Any]) -> None:
    component = made(kind)
    if hasattr(component, "process_training_data"):
        data = TrainingData([Message({TEXT: "hei", INTENT: "greet"}), Message({INTENT: "greet"})])
        component.process_training_data(data)
        assert [example.get(INTENT) for example in data.training_examples] == ["greet", "greet"]
    else:
        assert not hasattr(component, "train")


@EACH
def test_the_default_configuration_is_enough(kind: type[GraphComponent], made: Callable[..., Any]) -> None:
    assert isinstance(made(kind), kind)
