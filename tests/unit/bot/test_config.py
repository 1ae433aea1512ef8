"""The pipeline names components that exist, in an order that works, and trains nothing heavy."""

from __future__ import annotations

import importlib

import pytest
from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from tests.unit.bot.conftest import read_bot_file

CONFIG = read_bot_file("config.yml")
PIPELINE = [row["name"] for row in CONFIG["pipeline"]]
POLICIES = [row["name"] for row in CONFIG["policies"]]


def _place(ending: str) -> int:
    return next(place for place, name in enumerate(PIPELINE) if name.endswith(ending))


def _component(name: str) -> type[GraphComponent]:
    """Rasa knows its own components by their bare names, and ours by their modules."""
    importlib.import_module("rasa.engine.recipes.default_components")  # registers Rasa's own
    module, _, kind = name.rpartition(".")
    if module:
        found: type[GraphComponent] = getattr(importlib.import_module(module), kind)
        return found
    registered: type[GraphComponent] = DefaultV1Recipe._registered_components[name].clazz
    return registered


@pytest.mark.parametrize("name", [*PIPELINE, *POLICIES])
def test_a_component_exists(name: str) -> None:
    assert issubclass(_component(name), GraphComponent)


@pytest.mark.parametrize("row", [*CONFIG["pipeline"], *CONFIG["policies"]], ids=lambda row: row["name"])
def test_a_component_knows_its_options(row: dict[str, object]) -> None:
    assert row.keys() - {"name"} <= _component(str(row["name"])).get_default_config().keys()


def test_each_component_stands_once() -> None:
    assert len(set(PIPELINE)) == len(PIPELINE)


def test_there_is_no_diet() -> None:
    assert not [name for name in [*PIPELINE, *POLICIES] if "DIET" in name or "TED" in name]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("LanguageDetector", "RightsEntities"),
        ("SafetyCheckComponent", "DialogueGate"),
        ("SentenceFeaturizer", "LogisticRegressionClassifier"),
        ("LogisticRegressionClassifier", "DialogueGate"),
    ],
)
def test_a_component_stands_after_what_it_needs(before: str, after: str) -> None:
    assert _place(before) < _place(after)


def test_safety_is_looked_at_first() -> None:
    assert _place("SafetyCheckComponent") == 0


def test_the_gate_is_last() -> None:
    assert _place("DialogueGate") == len(PIPELINE) - 1


def test_rules_alone_decide() -> None:
    assert POLICIES == ["RulePolicy"]


def test_when_no_rule_fits_the_question_is_searched() -> None:
    policy = CONFIG["policies"][0]
    assert policy["enable_fallback_prediction"] is True
    assert policy["core_fallback_action_name"] == "action_answer_question"


def test_the_recipe_is_the_one_our_components_are_registered_for() -> None:
    assert CONFIG["recipe"] == DefaultV1Recipe.name
