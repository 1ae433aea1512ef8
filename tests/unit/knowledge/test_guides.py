"""The guides that an article may offer."""

from __future__ import annotations

from pathlib import Path

from knowledge.guides import known_guides


def test_each_form_of_the_bot_is_a_guide() -> None:
    assert "protest_deadline" in known_guides()


def test_guides_are_the_forms_without_their_ending(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("forms:\n  rent_form: {required_slots: []}\n  other: {}\n", "utf-8")
    (tmp_path / "b.yml").write_text("intents: [greet]\n", "utf-8")
    assert known_guides(tmp_path) == {"rent"}
