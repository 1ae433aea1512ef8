"""Rules answer every intent, outside and inside the guide, and lead back into it."""

from __future__ import annotations

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, UserUttered
from rasa.shared.core.training_data.structures import RuleStep

from tests.unit.bot.conftest import read_bot_file

INTENTS = [name for file in ("conversation", "guide") for name in read_bot_file(f"domain/{file}.yml")["intents"]]
FORM = "guide_form"
# Taken by the form itself, which answers its question with them; a rule says what follows where that fails.
ANSWERS = {"affirm", "deny", "guide_answer", "change_answer"}
LEAVES = {"stop", "goodbye"}
RESTARTS = {"start_over", "start_guide"}
ANSWER = {"report_danger": "action_answer_emergency", "ask_rights": "action_answer_question", "ask_for_human": "action_hand_off"}  # fmt: skip


def _begins_in_guide(rule: RuleStep) -> bool:
    """Whether the rule has the condition that the guide runs."""
    first = next((event for event in rule.events if isinstance(event, (UserUttered, ActiveLoop))), None)
    return isinstance(first, ActiveLoop) and first.name == FORM


def _intents(rule: RuleStep) -> set[str]:
    return {event.intent_name for event in rule.events if isinstance(event, UserUttered) and event.intent_name}


def _actions(rule: RuleStep) -> list[str]:
    names = [event.action_name for event in rule.events if isinstance(event, ActionExecuted)]
    return [name for name in names if name and name not in {"...", "action_listen"}]


def _answering(rules: list[RuleStep], intent: str, in_guide: bool) -> list[RuleStep]:
    return [rule for rule in rules if intent in _intents(rule) and _begins_in_guide(rule) is in_guide]


def test_rules_name_known_intents_only(rules: list[RuleStep], domain: Domain) -> None:
    assert set().union(*map(_intents, rules)) <= set(domain.intents)


def test_rules_name_known_actions_only(rules: list[RuleStep], domain: Domain) -> None:
    assert {name for rule in rules for name in _actions(rule)} <= set(domain.action_names_or_texts)


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_is_used(intent: str, rules: list[RuleStep]) -> None:
    assert any(intent in _intents(rule) for rule in rules)


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_one_rule_outside_the_guide(intent: str, rules: list[RuleStep]) -> None:
    assert len(_answering(rules, intent, in_guide=False)) == 1


@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_one_rule_inside_the_guide(intent: str, rules: list[RuleStep]) -> None:
    assert len(_answering(rules, intent, in_guide=True)) == 1


@pytest.mark.parametrize("intent", sorted(ANSWERS))
def test_what_answers_nothing_is_explained(intent: str, rules: list[RuleStep]) -> None:
    (rule,) = _answering(rules, intent, in_guide=True)
    assert _actions(rule) == ["action_explain_question", FORM]


@pytest.mark.parametrize("intent", [intent for intent in INTENTS if intent not in LEAVES])
def test_the_guide_goes_on_after_an_interruption(intent: str, rules: list[RuleStep]) -> None:
    (rule,) = _answering(rules, intent, in_guide=True)
    assert _actions(rule)[-1] == FORM
    assert [event.name for event in rule.events if isinstance(event, ActiveLoop)][-1] == FORM


@pytest.mark.parametrize("intent", sorted(LEAVES))
def test_the_guide_can_be_left(intent: str, rules: list[RuleStep]) -> None:
    (rule,) = _answering(rules, intent, in_guide=True)
    assert _actions(rule)[:2] == ["action_deactivate_loop", "action_forget_context"]
    assert [event.name for event in rule.events if isinstance(event, ActiveLoop)][-1] is None


@pytest.mark.parametrize("in_guide", [False, True])
@pytest.mark.parametrize(("intent", "action"), ANSWER.items())
def test_what_matters_is_answered_at_once(intent: str, action: str, in_guide: bool, rules: list[RuleStep]) -> None:
    (rule,) = _answering(rules, intent, in_guide)
    assert _actions(rule)[0] == action


@pytest.mark.parametrize("in_guide", [False, True])
def test_out_of_scope_is_searched_too(in_guide: bool, rules: list[RuleStep]) -> None:
    """A right must not be refused because a classifier errs."""
    (rule,) = _answering(rules, "out_of_scope", in_guide)
    assert _actions(rule)[0] == "action_answer_question"


@pytest.mark.parametrize(
    "intent", [intent for intent in INTENTS if intent not in ANSWERS | LEAVES | RESTARTS | {"dont_know"}]
)
def test_an_interruption_gets_the_answer_it_gets_outside(intent: str, rules: list[RuleStep]) -> None:
    (inside,), (outside,) = (_answering(rules, intent, in_guide) for in_guide in (True, False))
    assert _actions(inside)[0] == _actions(outside)[0]


def test_the_guide_starts_and_ends(rules: list[RuleStep]) -> None:
    (start,) = _answering(rules, "start_guide", in_guide=False)
    assert _actions(start) == ["action_begin_guide", FORM]
    endings = [rule for rule in rules if not _intents(rule)]
    assert [_actions(rule)[-1] for rule in endings] == ["action_conclude_guide"]


@pytest.mark.parametrize("intent", sorted(RESTARTS))
def test_a_guide_begins_anew_in_the_middle(intent: str, rules: list[RuleStep]) -> None:
    (rule,) = _answering(rules, intent, in_guide=True)
    assert _actions(rule) == ["action_begin_guide", FORM]


def test_every_response_and_action_is_reached(rules: list[RuleStep], domain: Domain) -> None:
    reached = {name for rule in rules for name in _actions(rule)}
    called_by_forms = {name for name in domain.user_actions if name.startswith(("validate_", "action_ask_"))}
    assert set(domain.user_actions) - reached - called_by_forms == set()


def test_no_rule_bears_the_name_of_another(rules: list[RuleStep]) -> None:
    names = [rule.block_name for rule in rules]
    assert len(names) == len(set(names))
