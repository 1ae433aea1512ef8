"""What the program itself says."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from unittest.mock import patch

import pytest

from knowledge import messages as module
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


def test_a_catalogue_is_read_once_for_all_who_ask(locales_dir: Path) -> None:
    with patch.object(module, "read_po", wraps=module.read_po) as read:
        messages = Messages(locales_dir)
        found = [messages.with_prefix(prefix, "en") for prefix in ("button.", "chat.", "button.")]
    assert read.call_count == 1
    assert found[0] == found[2] != found[1]


def test_what_one_caller_changes_no_other_sees(messages: Messages) -> None:
    messages.with_prefix("button.", "en").clear()
    assert messages.with_prefix("button.", "en")


def test_a_changed_catalogue_is_read_again(locales_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(locales_dir / "en", tmp_path / "en")
    messages = Messages(tmp_path)
    before = messages.with_prefix("button.", "en")
    path = tmp_path / "en" / "LC_MESSAGES" / "bovett.po"
    path.write_text(path.read_text("utf-8").replace("What does the law say?", "What says the law?"), "utf-8")
    os.utime(path, ns=(1, 1))
    assert before["button.law"] == "What does the law say?"
    assert messages.with_prefix("button.", "en")["button.law"] == "What says the law?"
