"""The kinds of a reply."""

from __future__ import annotations

from knowledge.outcomes import Outcome


def test_outcomes_are_those_of_the_chat_api() -> None:
    """Wording, metrics and widgets hang on these names: a change here is a change of the API."""
    assert [outcome.value for outcome in Outcome] == [
        "answered",
        "clarify",
        "guide",
        "emergency",
        "no_answer",
        "out_of_scope",
        "handoff",
        "smalltalk",
        "error",
    ]


def test_an_outcome_is_read_from_its_name() -> None:
    assert Outcome("no_answer") is Outcome.NO_ANSWER
