"""Errors as pages: for browsers, in words, with people to turn to."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.unit.web.conftest import MakeClient, assert_error
from tests.unit.web.html_page import HtmlPage, assert_well_made

CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize("accept", [CHROME, "text/html", "text/html, application/json;q=0.5"])
def test_a_browser_gets_a_page(client: FlaskClient, accept: str) -> None:
    answer = client.get("/not/here", headers={"Accept": accept, "Accept-Language": "en"})
    assert (answer.status_code, answer.content_type) == (404, "text/html; charset=utf-8")
    assert "Accept" in answer.vary
    page = HtmlPage(answer.get_data(as_text=True))
    assert_well_made(page, "en", "ltr")
    assert page.words("h1") == ["This address does not exist"]
    assert {"/en/", "/en/rights/", "tel:55553333"} <= {tag["href"] for tag in page.of("a")}


@pytest.mark.parametrize("accept", ["", "*/*", "application/json", "application/json, text/html", "image/*,*/*;q=0.8"])
def test_whatever_asks_for_data_or_anything_gets_data(client: FlaskClient, accept: str) -> None:
    assert_error(client.get("/not/here", headers={"Accept": accept}), 404, "not_found")


@pytest.mark.parametrize("path", ["/api/v1/x", "/static/x.js", "/messages/x.json", "/sites/x.json"])
def test_what_serves_programs_stays_with_data(client: FlaskClient, path: str) -> None:
    assert_error(client.get(path, headers={"Accept": CHROME}), 404, "not_found")


def test_other_failures_of_a_page_are_told_in_words(client: FlaskClient, client_with: MakeClient) -> None:
    answer = client.post("/nb/", headers={"Accept": CHROME})
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    limited = client_with(rate_limit="1/minute")
    path = "/articles/deposit/summary.pdf"
    limited.get(path)
    answer = limited.get(path, headers={"Accept": CHROME})
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert "Det kom mange meldinger på kort tid" in answer.get_data(as_text=True)


def test_what_nobody_foresaw_is_a_page_with_people(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("web.pages.articles.ArticleView", broken)
    answer = app.test_client().get("/nb/rettigheter/tenancy/deposit", headers={"Accept": CHROME})
    assert answer.status_code == 500
    assert "secret" not in answer.get_data(as_text=True)
    assert "tel:55553333" in answer.get_data(as_text=True)
