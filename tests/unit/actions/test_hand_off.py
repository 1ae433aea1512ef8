"""Humans to talk to."""

from __future__ import annotations

import pytest

from actions.desk import Desk
from actions.hand_off import ActionHandOff
from tests.unit.actions.conftest import button, run, tracker


@pytest.mark.parametrize(
    ("site", "contacts"),
    [
        ("bovett", ["nav", "municipality"]),
        ("town", ["tenant-help", "nav", "municipality"]),
        ("gone", ["nav", "municipality"]),
    ],
)
def test_people_are_named_those_of_the_site_first(desk: Desk, site: str, contacts: list[str]) -> None:
    given = run(ActionHandOff(), tracker([button("ask_for_human")], metadata={"site": site}))
    assert given.outcomes == ["handoff"]
    assert [contact["id"] for contact in given.reply["contacts"]] == contacts


def test_the_language_is_that_of_the_conversation(desk: Desk) -> None:
    pressed = {**button("ask_for_human"), "locale": "ar"}
    assert run(ActionHandOff(), tracker([pressed])).reply["locale"] == "ar"
