"""What the dates of guides are called in calendars."""

from __future__ import annotations

import pytest

from knowledge.guide_dates import deadline_title
from knowledge.library import Library

TITLES = [
    ("landlord-notice", "protest_by", "nb", "Siste dag"),
    ("landlord-notice", "protest_by", "en", "Last day"),
    ("landlord-notice", "protest_by", "ar", "Last day"),
    ("landlord-notice", "other", "nb", None),
    ("nothing", "protest_by", "nb", None),
]


@pytest.mark.parametrize(("guide", "key", "locale", "title"), TITLES)
def test_the_title_comes_from_the_guide_and_unknown_dates_have_none(
    sample: Library, guide: str, key: str, locale: str, title: str | None
) -> None:
    assert deadline_title(guide, key, locale, sample) == title
