"""Moments in words, as clocks in Norway show them."""

from __future__ import annotations

from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from knowledge.figures import date_words

_HERE = ZoneInfo("Europe/Oslo")


def moment_words(moment: datetime, locale: str) -> dict[str, str]:
    """The `date` and the `time` of a moment that is stored in UTC.

    >>> moment_words(datetime(2026, 11, 26, 23, 5), "en")
    {'date': '27 November 2026', 'time': '00:05'}
    """
    here = moment.replace(tzinfo=timezone.utc).astimezone(_HERE)
    return {"date": date_words(here.date(), "long", locale), "time": f"{here:%H:%M}"}
