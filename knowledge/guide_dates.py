"""What the dates that guides reckon are called, for calendars."""

from __future__ import annotations

from knowledge.library import Library


def deadline_title(guide: str, key: str, locale: str, library: Library) -> str | None:
    """The title of a date of a guide, from `dates` in its texts; None when the guide reckons no such date."""
    found = library.guides.get(guide)
    return found.text_for(locale).dates.get(key) if found else None
