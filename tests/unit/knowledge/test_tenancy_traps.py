"""What web pages get wrong about renting: each trap is corrected by a myth, or says why none is needed."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.library import Library
from knowledge.yaml_file import read_mapping
from tests.unit.conftest import DATA

TRAPS: dict[Any, Any] = read_mapping(DATA / "tenancy_traps.yaml")
HOW_MANY = 33
MYTHS = [
    (number, myth["article"], myth["position"], myth["says"])
    for number, trap in TRAPS.items()
    for myth in trap.get("myths", ())
]


def test_every_trap_is_listed_with_a_myth_or_a_reason() -> None:
    assert list(TRAPS) == list(range(1, HOW_MANY + 1))
    assert [number for number, trap in TRAPS.items() if bool(trap.get("myths")) == bool(trap.get("none"))] == []


@pytest.mark.parametrize(("number", "article", "position", "says"), MYTHS)
def test_the_myth_of_a_trap_stands_where_it_is_listed(
    real: Library, number: int, article: str, position: int, says: str
) -> None:
    assert real.articles[article].texts["nb"].myths[position].says[0] == says


@pytest.mark.parametrize(("number", "article", "position", "says"), MYTHS)
def test_the_myth_of_a_trap_is_said_in_six_ways_in_every_language_of_the_article(
    real: Library, number: int, article: str, position: int, says: str
) -> None:
    texts = real.articles[article].texts.values()
    assert {text.locale: len(text.myths[position].says) for text in texts if len(text.myths[position].says) < 6} == {}
