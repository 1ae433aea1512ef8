"""A page that belongs to one person."""

from __future__ import annotations

from werkzeug.test import TestResponse

from tests.unit.web.html_page import HtmlPage


def own_page(answer: TestResponse) -> HtmlPage:
    """The page, which nobody may keep."""
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return HtmlPage(answer.get_data(as_text=True))
