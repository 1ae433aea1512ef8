"""Papers to take along: an article on one page and dates for the calendar."""

from __future__ import annotations

import io
from datetime import date

import icalendar
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from tests.unit.web.conftest import MakeClient, assert_error
from web.pages.papers import calendar_answer

SUMMARY = "/articles/deposit/summary.pdf"
DATE = "/guides/landlord-notice/protest_by.ics"


def test_the_article_comes_on_one_page(client: FlaskClient) -> None:
    answer = client.get(f"{SUMMARY}?locale=en")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == "inline; filename=deposit.pdf"
    reader = PdfReader(io.BytesIO(answer.data))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert "Depositum" in text
    assert "Deposit" in text


def test_the_code_leads_to_a_page_that_exists(app: Flask, client: FlaskClient) -> None:
    text = PdfReader(io.BytesIO(client.get(f"{SUMMARY}?locale=ar").data)).pages[0].extract_text()
    known = {rule.rule for rule in app.url_map.iter_rules()}
    address = "articles/deposit?locale=ar" if "/articles/<article_id>" in known else "/ar/"
    assert f"http://localhost/{address.lstrip('/')}" in text


def test_articles_and_languages_that_do_not_exist_are_told(client: FlaskClient) -> None:
    assert_error(client.get("/articles/nothing/summary.pdf"), 404, "article_unknown")
    assert_error(client.get(f"{SUMMARY}?locale=xx"), 422, "unknown_locale")


def test_a_date_of_a_guide_comes_for_the_calendar(app: Flask) -> None:
    with app.test_request_context("/?on=2026-12-31&locale=ar"):
        answer = calendar_answer("landlord-notice", "protest_by", lambda guide, key, locale: f"{guide} {key} {locale}")
    answer.direct_passthrough = False
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=protest_by.ics"
    assert answer.headers["Cache-Control"] == "no-store"
    (event,) = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    assert (event["summary"], event["dtstart"].dt) == ("landlord-notice protest_by ar", date(2026, 12, 31))


def test_the_title_is_that_of_the_guide(client: FlaskClient) -> None:
    answer = client.get(f"{DATE}?on=2026-12-31&locale=nb")
    assert b"SUMMARY;LANGUAGE=nb:Siste dag" in answer.data
    assert_error(client.get("/guides/landlord-notice/other.ics?on=2026-12-31"), 404, "not_found")


def test_dates_that_no_guide_reckons_are_not_found(client: FlaskClient) -> None:
    assert_error(client.get("/guides/nothing/protest_by.ics?on=2026-12-31"), 404, "not_found")


@pytest.mark.parametrize(
    "on", ["", "tomorrow", "2026-02-30", "31.12.2026", "1900-01-01", "9999-12-31", "2026-12-31\r\nX:1"]
)
def test_a_day_that_is_none_is_told(app: Flask, on: str) -> None:
    from web.errors import ApiError

    with app.test_request_context("/", query_string={"on": on}), pytest.raises(ApiError) as raised:
        calendar_answer("a", "b", lambda *_: "title")
    assert (raised.value.status, raised.value.code) == (400, "bad_request")
    assert "on" in (raised.value.fields or {})


def test_papers_count_for_the_rate_limit(client_with: MakeClient) -> None:
    client = client_with(rate_limit="1/minute")
    assert [client.get(SUMMARY).status_code for _ in range(2)] == [200, 429]
