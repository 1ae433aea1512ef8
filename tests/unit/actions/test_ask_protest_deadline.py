"""The questions of the guide."""

from __future__ import annotations

import pytest

from actions.ask_protest_deadline import ActionAskReceivedOn, ActionAskRentsRoom
from actions.desk import Desk
from tests.unit.actions.conftest import message, run, tracker


@pytest.mark.parametrize(("locale", "yes"), [("nb", "Ja"), ("en", "Yes"), ("ar", "نعم")])
def test_a_room_is_asked_about_with_yes_and_no(desk: Desk, locale: str, yes: str) -> None:
    given = run(ActionAskRentsRoom(), tracker([message("hei", locale=locale)]))
    assert given.outcomes == ["guide"]
    assert [choice["payload"] for choice in given.reply["buttons"]] == ["/affirm", "/deny"]
    assert given.reply["buttons"][0]["title"] == yes
    assert given.slots == {}


def test_the_day_is_asked_for_in_any_form(desk: Desk) -> None:
    given = run(ActionAskReceivedOn(), tracker([message("nei")]))
    assert given.outcomes == ["guide"]
    assert given.reply["buttons"] == ()
    assert "dato" in given.reply["text"]
