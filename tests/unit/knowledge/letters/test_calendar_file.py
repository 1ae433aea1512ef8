"""The calendar file: a whole day, reminders, an id that stays, everything escaped."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from knowledge.letters.calendar_file import calendar_file

DAY = date(2026, 12, 31)


def _event(
    title: str = "Siste dag", note: str = "Gjør det før.", on: date = DAY, locale: str = "nb", key: str = "a/b"
) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(calendar_file(title, note, on, locale, key)).walk("VEVENT")
    return event


def test_the_event_is_the_whole_day_and_leaves_it_free() -> None:
    event = _event()
    assert (event["dtstart"].dt, event["dtend"].dt) == (DAY, date(2027, 1, 1))
    assert not isinstance(event["dtstart"].dt, datetime)
    assert event["transp"] == "TRANSPARENT"


def test_reminders_come_a_week_and_a_day_before_at_nine_in_the_morning() -> None:
    alarms = _event().walk("VALARM")
    assert [alarm["trigger"].dt for alarm in alarms] == [timedelta(days=-6, hours=-15), timedelta(hours=-15)]
    assert all(alarm["action"] == "DISPLAY" and alarm["description"] == "Siste dag" for alarm in alarms)


def test_the_id_follows_the_date_and_not_the_language() -> None:
    uid = _event()["uid"]
    assert _event(title="Останній день", note="x", locale="uk")["uid"] == uid
    assert _event(on=date(2026, 12, 30))["uid"] != uid
    assert _event(key="a/c")["uid"] != uid


def test_the_title_has_its_language_and_lines_are_folded() -> None:
    file = calendar_file("Останній день, щоб надіслати заперечення" * 3, "x", DAY, "uk", "a/b")
    assert b"SUMMARY;LANGUAGE=uk:" in file
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n")))
def test_no_title_breaks_out_of_its_line(title: str) -> None:
    event = _event(title=f"{title}\nEND:VEVENT;,\\")
    assert str(event["summary"]).replace("\r", "") == f"{title}\nEND:VEVENT;,\\"
    assert len(event.walk("VALARM")) == 2
