"""What every action works with."""

from __future__ import annotations

import numpy as np
import pytest

from actions.desk import Desk, composer_for, current_turn, open_desk, read_turn
from knowledge.errors import IndexMissing
from tests.unit.actions.conftest import message, tracker
from tests.unit.fake_encoder import vector_of


def test_the_knowledge_is_opened_once(desk: Desk) -> None:
    assert open_desk() is desk
    assert desk.search() is desk.search()


def test_a_missing_index_is_named_with_what_builds_it(desk: Desk, no_index: None) -> None:
    with pytest.raises(IndexMissing, match="bovett index"):
        desk.search()


def test_a_turn_is_read_from_what_the_nlu_found(desk: Desk) -> None:
    said = message("hei", locale="uk", safety=["violence"], classified={"greet": 0.9},
                   entities=[{"entity": "date", "value": "2026-11-24"}, {"entity": "date", "value": "2026-11-25"}])  # fmt: skip
    turn = current_turn(tracker([message("før"), said], metadata={"site": "town", "locale": "ar"}), desk)
    assert (turn.text, turn.locale, turn.site) == ("hei", "uk", "town")
    assert (turn.safety, turn.classified) == (("violence",), {"greet": 0.9})
    assert turn.entity("date") == "2026-11-24"
    assert turn.entity("amount") is None


def test_a_vector_comes_back_nearly_as_it_was_and_of_length_one() -> None:
    turn = read_turn(message("utleier har sagt meg opp"), "nb")
    assert turn.vector is not None
    assert float(np.linalg.norm(turn.vector)) == pytest.approx(1, abs=1e-6)
    assert float(turn.vector @ vector_of("utleier har sagt meg opp")) > 0.999


@pytest.mark.parametrize(
    ("parsed", "locale"),
    [({"locale": "uk", "metadata": {"locale": "en"}}, "uk"), ({"metadata": {"locale": "en"}}, "en"), ({}, "ar")],
)
def test_the_language_is_the_messages_else_the_requests_else_the_default(
    parsed: dict[str, object], locale: str
) -> None:
    assert read_turn(parsed, "ar").locale == locale


def test_an_empty_message_is_a_turn() -> None:
    turn = read_turn({"text": None, "metadata": None, "entities": None}, "nb")
    assert (turn.text, turn.vector, turn.safety, turn.site) == ("", None, (), "bovett")


@pytest.mark.parametrize(
    ("chosen", "written", "spoken"),
    [("nb", "pl", "nb"), ("en", "pl", "pl"), ("pl", "pl", "pl"), ("en", "uk", "en"), ("en", "xx", "en")],
)
def test_who_writes_in_a_language_we_lack_is_told_so_where_the_replies_are_the_same(
    desk: Desk, chosen: str, written: str, spoken: str
) -> None:
    turn = read_turn(message("co robić", locale=chosen, text_locale=written), "nb")
    assert composer_for(desk, turn).spoken == spoken
