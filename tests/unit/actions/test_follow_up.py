"""Messages that lean on the one before."""

from __future__ import annotations

import numpy as np
import pytest

from actions.desk import Desk, read_turn
from actions.follow_up import is_follow_up, joined_turn
from tests.unit.actions.conftest import message


def _leans(desk: Desk, text: str, locale: str = "nb") -> bool:
    turn = read_turn(message(text, locale=locale), "nb")
    return is_follow_up(turn, desk.search().find(turn.text, turn.locale, turn.vector), desk)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("og hvis jeg bor i kollektiv?", "nb"), ("Hva om jeg er student da", "nb"), ("men han sier nei", "nb"),
        ("and if I share the flat?", "en"), ("what about a room", "en"),
        ("وإذا كنت أستأجر غرفة", "ar"),
        ("depositum og oppsigelse", "nb"),
    ],
)  # fmt: skip
def test_a_message_that_continues(desk: Desk, text: str, locale: str) -> None:
    assert _leans(desk, text, locale)


@pytest.mark.parametrize(
    "text",
    ["hvor stort depositum kan utleier kreve", "det er mugg på badet",
     "og så lurer jeg på en helt annen ting som er ganske lang nemlig hvor stort depositum kan utleier kreve"],
)  # fmt: skip
def test_a_message_that_stands_alone(desk: Desk, text: str) -> None:
    assert not _leans(desk, text)


def test_both_messages_become_one() -> None:
    first, second = read_turn(message("utleier har sagt meg opp"), "nb"), read_turn(message("og nå?"), "nb")
    joined = joined_turn(first, second)
    assert joined.text == "utleier har sagt meg opp og nå?"
    assert joined.vector is not None
    assert first.vector is not None
    assert second.vector is not None
    assert float(np.linalg.norm(joined.vector)) == pytest.approx(1)
    assert float(joined.vector @ second.vector) > float(joined.vector @ first.vector) > 0


def test_without_vectors_the_words_are_joined() -> None:
    first, second = read_turn(message("a", vector=None), "nb"), read_turn(message("b"), "nb")
    assert joined_turn(first, second).text == "a b"
