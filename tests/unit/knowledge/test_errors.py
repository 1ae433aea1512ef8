"""Errors say what, where and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import errors


def test_a_content_error_carries_file_and_line() -> None:
    error = errors.ContentError(Path("a.yaml"), "mend it", 3)
    assert (str(error), error.path, error.line) == ("a.yaml:3: mend it", Path("a.yaml"), 3)


def test_without_a_line_the_first_is_named() -> None:
    assert str(errors.ContentError(Path("a.yaml"), "mend it")) == "a.yaml:1: mend it"


@pytest.mark.parametrize(
    "name", ["SettingsError", "ContentError", "UnknownPlaceholder", "IndexMissing", "MessageMissing"]
)
def test_one_base_catches_them_all(name: str) -> None:
    assert issubclass(getattr(errors, name), errors.KnowledgeError)
