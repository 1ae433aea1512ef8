"""What lies beside a token, and numbers of several words."""

from __future__ import annotations

import pytest

from nlu.entities.reading import Reading, Token
from tests.unit.nlu.conftest import TODAY


def _reading(*tokens: tuple[str, int | None]) -> Reading:
    return Reading([Token(tag, tag, tag, value, n, n + 1) for n, (tag, value) in enumerate(tokens)], None, TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(("place", "tag"), [(-1, ""), (0, "COUNT"), (1, "UNIT"), (2, ""), (99, "")])
def test_there_is_nothing_beyond_the_ends(place: int, tag: str) -> None:
    assert _reading(("COUNT", 2), ("UNIT", None)).tag(place) == tag


@pytest.mark.parametrize(
    ("before", "is_part"),
    [
        ([], False),
        ([("WORD", None)], False),
        ([("COUNT", 1)], False),  # "a 3-year lease"
        ([("COUNT", 20)], True),  # "twenty one"
        ([("COUNT", 2), ("DASH", None)], True),  # "two-three"
        ([("COUNT", 1), ("DASH", None)], True),  # "one-two"
        ([("NUMBER", 2), ("DASH", None)], True),  # "2 - 3"
        ([("WORD", None), ("DASH", None)], False),
        ([("NUMBER", 2)], False),
    ],
)
def test_a_number_may_belong_to_the_one_before(before: list[tuple[str, int | None]], is_part: bool) -> None:
    reading = _reading(*before, ("COUNT", 3))
    assert reading.is_part_of_number(len(before)) is is_part
