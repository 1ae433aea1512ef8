"""What the action server sends back is checked as Rasa checks it, with the schema compiled once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import ValidationError, validate
from rasa.core.actions.action import RemoteAction

from nlu.action_results import check_schema_once

VALID: dict[str, dict[str, Any]] = {
    "nothing said": {"events": [], "responses": []},
    "a slot set": {"events": [{"event": "slot", "name": "current_article", "value": "deposit"}], "responses": []},
    "a reply": {"events": [], "responses": [{"text": "", "custom": {"outcome": "answered"}, "buttons": []}]},
    "events alone": {"events": []},
    "empty": {},
}

INVALID: dict[str, Any] = {
    "a list": [],
    "a text": "feil",
    "none": None,
    "events no list": {"events": {}, "responses": []},
    "an event of another form": {"events": [{"name": "current_article"}], "responses": []},
    "responses no list": {"events": [], "responses": "hei"},
    "a response no object": {"events": [], "responses": ["hei"]},
}


@pytest.fixture
def action(monkeypatch: pytest.MonkeyPatch) -> RemoteAction:
    """A remote action with our check; Rasa's own comes back afterwards."""
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    check_schema_once()
    return RemoteAction("action_answer_question", None)


@pytest.mark.parametrize("result", VALID.values(), ids=VALID)
def test_a_valid_result_is_accepted(result: dict[str, Any], action: RemoteAction) -> None:
    assert action._validate_action_result(result) is True


@pytest.mark.parametrize("result", INVALID.values(), ids=INVALID)
def test_an_invalid_result_is_refused(result: Any, action: RemoteAction) -> None:
    with pytest.raises(ValidationError):
        action._validate_action_result(result)


def _accepts(check: Callable[[], Any]) -> bool:
    try:
        check()
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("result", [*VALID.values(), *INVALID.values()], ids=[*VALID, *INVALID])
def test_the_verdict_is_rasas_own(result: Any, action: RemoteAction) -> None:
    schema = RemoteAction.action_response_format_spec()
    ours = _accepts(lambda: action._validate_action_result(result))
    assert ours == _accepts(lambda: validate(result, schema))
