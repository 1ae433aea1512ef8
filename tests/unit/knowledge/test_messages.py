"""What the program itself says."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import MessageMissing
from knowledge.messages import Messages


def test_a_message_is_given_in_the_language(messages: Messages) -> None:
    assert messages.text("button.law", "en") == "What does the law say?"


def test_names_in_braces_are_filled_in(messages: Messages) -> None:
    assert messages.text("unit.NOK", "en", number="12") == "NOK 12"


def test_an_unknown_key_is_told(messages: Messages) -> None:
    with pytest.raises(MessageMissing, match=r"'no\.such\.key' has no en translation; add it to the catalogue"):
        messages.text("no.such.key", "en")


def test_a_language_without_a_compiled_catalogue_is_told(messages: Messages) -> None:
    with pytest.raises(MessageMissing, match=r"no compiled catalogue for 'pl' in .*; run `make messages`"):
        messages.text("button.law", "pl")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(MessageMissing, match="no compiled catalogue for 'nb'"):
        Messages(tmp_path).text("button.law", "nb")


def test_messages_with_a_prefix_are_given_together(messages: Messages) -> None:
    found = messages.with_prefix("button.", "en")
    assert found["button.law"] == "What does the law say?"
    assert all(key.startswith("button.") for key in found)
