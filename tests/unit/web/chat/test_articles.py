"""Curated content for reuse by others."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.unit.web.conftest import assert_error


@pytest.mark.parametrize(("query", "locale", "title"), [("", "nb", "Depositum"), ("?locale=en", "en", "Deposit"),
                                                        ("?locale=pl", "en", "Deposit")])  # fmt: skip
def test_every_article_is_listed_in_the_language_asked_for(
    client: FlaskClient, query: str, locale: str, title: str
) -> None:
    body = client.get(f"/api/v1/articles{query}").get_json()
    listed = {article["id"]: article for article in body["articles"]}
    assert body["locale"] == locale
    assert set(listed) == {"deposit", "mould", "notice", "violence"}
    assert listed["deposit"]["title"] == title
    assert listed["mould"]["locales"] == ["nb"]


def test_an_article_has_its_parts_its_sources_and_its_licence(client: FlaskClient) -> None:
    body = client.get("/api/v1/articles/deposit?locale=en").get_json()
    assert body["licence"] == "CC BY 4.0"
    assert body["law"].startswith("What the law says")
    assert body["sources"] == [
        {"title": "husleieloven", "url": "https://lovdata.no/lov/1999-03-26-17", "read": "2026-07-28"}
    ]
    assert body["related"] == ["notice", "mould"]


def test_an_article_without_a_law_part_has_none(client: FlaskClient) -> None:
    assert client.get("/api/v1/articles/violence?locale=en").get_json()["law"] is None


def test_an_unknown_article_is_not_found(client: FlaskClient) -> None:
    body = assert_error(client.get("/api/v1/articles/gone?locale=en"), 404, "article_unknown")
    assert body["error"]["message"] == "This article does not exist."


@pytest.mark.parametrize("path", ["articles", "articles/deposit"])
def test_an_unknown_locale_is_refused(client: FlaskClient, path: str) -> None:
    assert_error(client.get(f"/api/v1/{path}?locale=xx"), 422, "unknown_locale")
