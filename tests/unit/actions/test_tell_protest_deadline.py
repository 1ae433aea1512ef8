"""The result of the guide, reckoned with dates."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actions import tell_protest_deadline
from actions.desk import Desk
from actions.tell_protest_deadline import ActionTellProtestDeadline
from tests.unit.actions.conftest import Given, message, run, tracker


class _Today(date):
    """The 25th of November 2026."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _fixed_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tell_protest_deadline, "date", _Today)


def _told(received_on: str | None, locale: str = "nb", rents_room: bool = False) -> Given:
    slots: dict[str, Any] = {"rents_room": rents_room, "received_on": received_on}
    return run(ActionTellProtestDeadline(), tracker([message("da", locale=locale)], slots))


@pytest.mark.parametrize(
    ("received", "deadline", "landlord"),
    [
        ("2026-11-24", "24. desember 2026", "24. mars 2027"),
        ("2026-11-25", "28. desember 2026", "30. mars 2027"),  # Christmas Day, then Easter Sunday
        ("2026-10-25", "25. november 2026", "25. februar 2027"),  # today is not too late
    ],
)
def test_the_deadline_is_told_with_its_reckoning(real_desk: Desk, received: str, deadline: str, landlord: str) -> None:
    given = _told(received)
    assert given.outcomes == ["guide"]
    assert deadline in given.reply["text"]
    assert landlord in given.reply["text"]
    day = date.fromisoformat(received)
    assert f"{day.day}. " in given.reply["text"].split("\n")[0]


@pytest.mark.parametrize("received", ["2026-10-23", "2026-01-02"])
def test_a_deadline_gone_by_is_told_as_such_and_help_named(real_desk: Desk, received: str) -> None:
    given = _told(received)
    assert "gikk ut" in given.reply["text"]
    assert "Husleietvistutvalget" in given.reply["text"]
    assert given.reply["contacts"]


def test_a_deadline_that_ended_on_a_weekend_holds_until_the_next_working_day(real_desk: Desk) -> None:
    """Received on 22 October: 22 November 2026 is a Sunday, so the last day was Monday 23 November."""
    assert "mandag 23. november 2026" in _told("2026-10-22").reply["text"]


@pytest.mark.parametrize(
    ("locale", "text"), [("en", "December 24, 2026"), ("uk", "24 грудня 2026"), ("ar", "24 دجنبر 2026")]
)
def test_dates_are_written_in_the_language_of_the_person(real_desk: Desk, locale: str, text: str) -> None:
    assert text in _told("2026-11-24", locale).reply["text"]


def test_the_article_it_rests_on_comes_with_it_and_the_answers_are_forgotten(real_desk: Desk) -> None:
    given = _told("2026-11-24")
    assert given.article == "protest-against-notice"
    assert any(citation["ref"] == "husleieloven § 9-8" for citation in given.reply["citations"])
    assert given.slots == {"rents_room": None, "received_on": None, "current_article": "protest-against-notice"}


def test_a_lodger_is_told_of_other_rules_and_no_date(real_desk: Desk) -> None:
    given = _told("2026-11-24", rents_room=True)
    assert (given.outcomes, given.article) == (["answered"], "lodger-room")
    assert "24. desember" not in given.reply["text"]
    assert given.slots["current_article"] == "lodger-room"


@pytest.mark.parametrize("received", [None, "not a day"])
def test_a_lost_date_gets_people_instead(real_desk: Desk, received: str | None) -> None:
    given = _told(received)
    assert given.outcomes == ["error"]
    assert given.reply["contacts"]
