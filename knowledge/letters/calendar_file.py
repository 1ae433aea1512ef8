"""A date as a calendar file (.ics): one whole day, with reminders before it."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta, timezone

_DOMAIN = "bovett"  # of the ids of events; no address is reached by it
# At nine in the morning, a week and a day before; counted from the midnight the day begins with.
_REMINDERS = (timedelta(days=-7, hours=9), timedelta(days=-1, hours=9))


def calendar_file(title: str, note: str, on: date, locale: str, key: str) -> bytes:
    """The file.

    The event's id comes from `key` alone, such as "protest_deadline/protest_by", and the day: taking the same date
    twice gives one event, in whatever language. Several calendars refuse an event without a time stamp.
    """
    import icalendar

    event = icalendar.Event()
    event.add("uid", f"{_digest(f'{key}|{on.isoformat()}')}@{_DOMAIN}")
    event.add("dtstamp", datetime.now(timezone.utc).replace(microsecond=0))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))  # the first day that is not part of it
    event.add("summary", title, parameters={"LANGUAGE": locale})
    event.add("description", note, parameters={"LANGUAGE": locale})
    event.add("transp", "TRANSPARENT")  # the day stays free for appointments
    for before in _REMINDERS:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", before)
        alarm.add("description", title)
        event.add_component(alarm)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Bovett//Bovett//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
