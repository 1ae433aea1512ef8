"""What search engines are told of."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

from flask.testing import FlaskClient

from knowledge.library import Library

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def _entries(client: FlaskClient) -> dict[str, ElementTree.Element]:
    answer = client.get("/sitemap.xml")
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    root = ElementTree.fromstring(answer.data)  # noqa: S314 - our own answer
    return {str(entry.findtext("s:loc", "", NAMES)): entry for entry in root.findall("s:url", NAMES)}


def test_every_page_with_a_text_of_its_own_is_named_once(whole: FlaskClient, real: Library) -> None:
    entries = _entries(whole)
    texts = sum(len(article.texts) for article in real.articles.values())
    assert len(entries) == texts + 6 * (1 + 1 + 4)  # home, overview and four pages in six languages
    assert "http://localhost/nb/rettigheter/tenancy/deposit" in entries
    assert "http://localhost/uk/prava/bodies/husbanken" not in entries


def test_every_language_names_the_others(client: FlaskClient) -> None:
    entry = _entries(client)["http://localhost/en/rights/tenancy/deposit"]
    named = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMES)}
    assert named == {
        "nb": "http://localhost/nb/rettigheter/tenancy/deposit",
        "en": "http://localhost/en/rights/tenancy/deposit",
        "x-default": "http://localhost/nb/rettigheter/tenancy/deposit",
    }
    assert entry.findtext("s:lastmod", "", NAMES) == "2026-11-24"


def test_every_address_exists_and_calls_itself_by_that_name(client: FlaskClient) -> None:
    for address in _entries(client):
        answer = client.get(address.removeprefix("http://localhost"))
        assert answer.status_code == 200, address
        if "/rights/" in address or "/rettigheter/" in address:
            assert f'<link rel="canonical" href="{address}">' in answer.get_data(as_text=True)


def test_robots_are_shown_the_map_and_kept_from_the_machinery(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    lines = answer.get_data(as_text=True).splitlines()
    assert "Disallow: /api/" in lines
    assert "Sitemap: http://localhost/sitemap.xml" in lines
    assert "Disallow: /" not in lines
