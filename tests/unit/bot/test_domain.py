"""The domain holds no prose, and names the same actions, intents and slots as the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from rasa.shared.core.domain import Domain

from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.settings import PROJECT_DIR
from tests.unit.bot.conftest import BOT, LOCALES, read_bot_file

FILES = sorted(path.name for path in (BOT / "domain").glob("*.yml"))
RESPONSES = {
    name: variants
    for file in FILES
    for name, variants in (read_bot_file(f"domain/{file}").get("responses") or {}).items()
}
EACH_RESPONSE = pytest.mark.parametrize("name", RESPONSES)
_ACTIONS = sorted((PROJECT_DIR / "actions").glob("*.py"))
_REPLIES = [PROJECT_DIR / "knowledge" / "compose.py", PROJECT_DIR / "knowledge" / "guides" / "replies.py"]
_LISTING = """
from rasa_sdk.executor import ActionExecutor
executor = ActionExecutor()
executor.register_package("actions")
print(*executor.actions)
"""


def _payloads_in_code() -> Iterator[str]:
    """Button payloads of actions and composer: texts such as "/affirm", or the beginnings of such f-strings.

    A second slash makes it the address of a page.
    """
    for path in [*_ACTIONS, *_REPLIES]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if is_text and re.fullmatch(r"/[a-z_]+(\{.*)?", node.value):
                yield node.value.split("{")[0].removeprefix("/")


@pytest.fixture(scope="module")
def registered() -> set[str]:
    """Names of the actions that our action server would serve."""
    # In a process of its own: the SDK registers every subclass it can see, those of other tests among them.
    done = subprocess.run([sys.executable, "-c", _LISTING], cwd=PROJECT_DIR, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@EACH_RESPONSE
def test_a_response_holds_an_outcome_and_buttons_and_no_prose(name: str) -> None:
    assert [variant.keys() for variant in RESPONSES[name]] == [{"custom"}]
    assert RESPONSES[name][0]["custom"].keys() <= {"outcome", "buttons"}


@EACH_RESPONSE
def test_the_outcome_is_one_of_ours(name: str) -> None:
    assert Outcome(RESPONSES[name][0]["custom"]["outcome"])


@EACH_RESPONSE
@pytest.mark.parametrize("locale", LOCALES)
def test_titles_of_buttons_are_in_the_catalogues(name: str, locale: str, messages: Messages) -> None:
    buttons = RESPONSES[name][0]["custom"].get("buttons", ())
    assert all(messages.text(button["title"], locale) for button in buttons)


@EACH_RESPONSE
def test_payloads_of_responses_are_known_intents(name: str, domain: Domain) -> None:
    payloads = [button["payload"] for button in RESPONSES[name][0]["custom"].get("buttons", ())]
    assert {payload.removeprefix("/").split("{")[0] for payload in payloads} <= set(domain.intents)


def test_payloads_of_actions_are_known_intents(domain: Domain) -> None:
    found = set(_payloads_in_code())
    assert {
        "start_guide",
        "guide_answer",
        "change_answer",
        "stop",
        "show_article",
        "show_law",
        "ask_for_human",
    } <= found
    assert found <= set(domain.intents)


def test_every_action_of_the_domain_is_registered(domain: Domain, registered: set[str]) -> None:
    assert {name for name in domain.user_actions if not name.startswith("utter_")} - registered == set()


def test_every_registered_action_is_in_the_domain(domain: Domain, registered: set[str]) -> None:
    assert registered - set(domain.user_actions) == set()


def test_every_form_has_its_validation(domain: Domain, registered: set[str]) -> None:
    assert {f"validate_{form}" for form in domain.form_names} <= registered


def test_every_slot_of_a_form_is_asked_for(domain: Domain, registered: set[str]) -> None:
    asked = {f"action_ask_{slot}" for form in domain.form_names for slot in domain.required_slots_for_form(form)}
    assert asked <= registered


def test_no_slot_steers_the_conversation(domain: Domain) -> None:
    """Rules alone do; a slot that did would multiply what they must cover."""
    own = [slot for slot in domain.slots if slot.name not in {"requested_slot", "session_started_metadata"}]
    assert [slot.name for slot in own if slot.influence_conversation] == []


def test_slots_are_filled_by_actions_alone() -> None:
    slots = {
        name: slot for file in FILES for name, slot in (read_bot_file(f"domain/{file}").get("slots") or {}).items()
    }
    assert {mapping["type"] for slot in slots.values() for mapping in slot["mappings"]} == {"custom"}


@pytest.mark.parametrize("name", ["current_article", "guide", "guide_answers", "guide_note", "guide_answer"])
def test_a_slot_that_actions_use_is_in_the_domain(name: str, domain: Domain) -> None:
    assert name in {slot.name for slot in domain.slots}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("kind", ["intents", "entities", "actions", "responses", "slots", "forms"])
def test_nothing_is_named_twice(file: str, kind: str) -> None:
    def names(name: str) -> set[str]:
        rows: Any = read_bot_file(f"domain/{name}").get(kind) or ()
        return set(rows)

    rows = list(read_bot_file(f"domain/{file}").get(kind) or ())
    assert len(rows) == len(set(rows))
    assert not any(set(rows) & names(other) for other in FILES if other != file)
