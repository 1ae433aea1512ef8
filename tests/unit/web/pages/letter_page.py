"""The form of a letter, and what a person gives it."""

from __future__ import annotations

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.unit.web.html_page import HtmlPage

PAGE = "/letters/rent-back"
MARK = "zebrastripete"
GIVEN = {"name": f"Kari {MARK}", "address": f"{MARK}veien 1\n0155 Oslo", "paid": "12 500", "paid_on": "2026-03-03"}


def form_of(client: FlaskClient, locale: str = "nb") -> HtmlPage:
    """The page with the form."""
    answer = client.get(f"{PAGE}?locale={locale}")
    assert answer.status_code == 200
    return HtmlPage(answer.get_data(as_text=True))


def send(client: FlaskClient, locale: str = "nb", **fields: str) -> TestResponse:
    """What comes back for a form filled in so."""
    return client.post(f"{PAGE}?locale={locale}", data=fields, content_type="multipart/form-data")
