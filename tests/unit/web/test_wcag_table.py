"""docs/wcag.md has every criterion of WCAG 2.2 on level A and AA, and each test that it names exists."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from knowledge.settings import PROJECT_DIR

LEVEL_A = [
    "1.1.1",
    "1.2.1",
    "1.2.2",
    "1.2.3",
    "1.3.1",
    "1.3.2",
    "1.3.3",
    "1.4.1",
    "1.4.2",
    "2.1.1",
    "2.1.2",
    "2.1.4",
    "2.2.1",
    "2.2.2",
    "2.3.1",
    "2.4.1",
    "2.4.2",
    "2.4.3",
    "2.4.4",
    "2.5.1",
    "2.5.2",
    "2.5.3",
    "2.5.4",
    "3.1.1",
    "3.2.1",
    "3.2.2",
    "3.2.6",
    "3.3.1",
    "3.3.2",
    "3.3.7",
    "4.1.2",
]
LEVEL_AA = [
    "1.2.4",
    "1.2.5",
    "1.3.4",
    "1.3.5",
    "1.4.3",
    "1.4.4",
    "1.4.5",
    "1.4.10",
    "1.4.11",
    "1.4.12",
    "1.4.13",
    "2.4.5",
    "2.4.6",
    "2.4.7",
    "2.4.11",
    "2.5.7",
    "2.5.8",
    "3.1.2",
    "3.2.3",
    "3.2.4",
    "3.3.3",
    "3.3.4",
    "3.3.8",
    "4.1.3",
]
TABLE = (PROJECT_DIR / "docs" / "wcag.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TABLE.splitlines()
    if re.match(r"\| \d", line)
]  # fmt: skip
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", TABLE)))


def test_every_criterion_is_there_once_with_its_level() -> None:
    """4.1.1 is no longer part of WCAG 2.2."""
    wanted = {**dict.fromkeys(LEVEL_A, "A"), **dict.fromkeys(LEVEL_AA, "AA")}
    assert len(wanted) == len(ROWS) == 55
    assert {row[0]: row[1] for row in ROWS} == wanted


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_how_and_what_proves_it(row: list[str]) -> None:
    number, _, name, how, proof = row
    assert name
    assert how.endswith("."), number
    assert re.match(r"Tested\b.*`.+::.+`", proof) or proof.startswith("By hand"), number
    if how.startswith("Not applicable"):
        assert how.startswith("Not applicable, because "), number


@pytest.mark.parametrize(("path", "name"), NAMED, ids=lambda part: part)
def test_a_test_that_is_named_exists(path: str, name: str) -> None:
    assert name in _tests_in(path)


@cache
def _tests_in(path: str) -> frozenset[str]:
    tree = ast.parse((PROJECT_DIR / "tests" / path).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))
