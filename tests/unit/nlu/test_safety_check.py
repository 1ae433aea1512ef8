"""Danger is noted on the message, in any language, before a model is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.errors import ContentError
from nlu.safety_check import SAFETY, SafetyCheckComponent


@pytest.fixture
def noted(make: Callable[..., Any]) -> Callable[[str], list[str]]:
    """The safety rows noted for a text."""
    component = make(SafetyCheckComponent)

    def rows(text: str) -> list[str]:
        message = Message({TEXT: text})
        component.process([message])
        found: list[str] = message.get(SAFETY)
        return found

    return rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("han slår meg", "violence"),
        ("my husband hits me", "violence"),
        ("det brenner i leiligheten", "fire-or-acute-danger"),
        ("jeg vil ikke leve lenger", "suicide-and-self-harm"),
        ("I want to kill myself", "suicide-and-self-harm"),
    ],
)
def test_danger_is_noted(text: str, row: str, noted: Callable[[str], list[str]]) -> None:
    assert row in noted(text)


@pytest.mark.parametrize("text", ["hva gjør jeg nå", "my deposit", "господар не повертає депозит", "", "🏠"])
def test_other_messages_note_nothing(text: str, noted: Callable[[str], list[str]]) -> None:
    assert noted(text) == []


def test_danger_amid_ten_thousand_characters_is_noted(noted: Callable[[str], list[str]]) -> None:
    story = "utleieren svarer ikke på meldinger og det er kaldt her. " * 100
    assert noted(f"{story} han slår meg. {story}") == ["violence"]


def test_the_most_urgent_row_comes_first(noted: Callable[[str], list[str]]) -> None:
    assert noted("han slår meg og det brenner i huset")[0] == "fire-or-acute-danger"


def test_every_message_is_looked_at(make: Callable[..., Any]) -> None:
    messages = [Message({TEXT: text}) for text in ("hei", "han slår meg", "takk")]
    make(SafetyCheckComponent).process(messages)
    assert [message.get(SAFETY) for message in messages] == [[], ["violence"], []]


def test_other_patterns_can_be_configured(make: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "nb.yaml").write_text("violence: {signs: [kniv]}", "utf-8")
    message = Message({TEXT: "han har kniv"})
    make(SafetyCheckComponent, patterns=str(tmp_path)).process([message])
    assert message.get(SAFETY) == ["violence"]


def test_a_broken_pattern_stops_the_start(make: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "nb.yaml").write_text("violence: {signs: ['']}", "utf-8")
    with pytest.raises(ContentError, match=r"nb\.yaml"):
        make(SafetyCheckComponent, patterns=str(tmp_path))
