"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib

import pytest

from knowledge.settings import PROJECT_DIR

MODULES = sorted(
    ".".join(path.relative_to(PROJECT_DIR).with_suffix("").parts)
    for package in ("knowledge", "nlu")
    for path in (PROJECT_DIR / package).rglob("*.py")
    if ">>> " in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted
    assert not result.failed
