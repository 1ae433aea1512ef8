"""The page with the widget, in every served language."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from knowledge.library import Library
from knowledge.settings import Settings
from tests.unit.web.conftest import assert_error
from tests.unit.web.html_page import HtmlPage
from web import create_app

REAL = ("nb", "nn", "en", "uk", "ar", "fa")
DIRECTIONS = {"nb": "ltr", "nn": "ltr", "en": "ltr", "uk": "ltr", "ar": "rtl", "fa": "rtl"}


def _page(client: FlaskClient, locale: str) -> HtmlPage:
    answer = client.get(f"/{locale}/")
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    return HtmlPage(answer.get_data(as_text=True))


def test_the_served_languages_are_those_tried_here(real: Library) -> None:
    assert tuple(language.locale for language in real.languages.served) == REAL


@pytest.mark.parametrize("locale", REAL)
def test_the_page_says_its_language_and_direction(whole: FlaskClient, locale: str) -> None:
    html = _page(whole, locale).of("html")[0]
    assert (html["lang"], html["dir"]) == (locale, DIRECTIONS[locale])


@pytest.mark.parametrize("locale", REAL)
def test_every_language_can_be_chosen_by_its_own_name(whole: FlaskClient, real: Library, locale: str) -> None:
    page = whole.get(f"/{locale}/").get_data(as_text=True)
    links = {link["href"]: link for link in HtmlPage(page).of("a") if link.get("hreflang")}
    assert set(links) == {f"/{other}/" for other in REAL}
    assert [href for href, link in links.items() if link.get("aria-current") == "page"] == [f"/{locale}/"]
    for language in real.languages.served:
        assert language.name in page
        assert links[f"/{language.locale}/"]["lang"] == language.locale


@pytest.mark.parametrize("locale", REAL)
def test_the_page_asks_no_one_else_for_anything(whole: FlaskClient, locale: str) -> None:
    """Links that a person may follow lead out; nothing is loaded from there."""
    page = _page(whole, locale)
    loaded = [tag.get("src") or tag.get("href") or "" for name in ("script", "link", "img", "iframe", "source")
              for tag in page.of(name)]  # fmt: skip
    assert loaded
    # Search engines are told whole addresses of ours.
    assert all(re.match(r"(?:http://localhost)?/[^/]", address) or address == "http://localhost/" for address in loaded)
    assert not any(name.startswith("on") or name == "style" for _, tag in page.tags for name in tag)
    assert page.of("style") == []


@pytest.mark.parametrize("locale", REAL)
def test_people_are_named_for_those_without_scripts(whole: FlaskClient, locale: str) -> None:
    page = whole.get(f"/{locale}/").get_data(as_text=True)
    without_scripts = page[page.index("<noscript>") : page.index("</noscript>")]
    assert 'href="https://' in without_scripts or 'href="tel:' in without_scripts


def test_what_is_loaded_exists(whole: FlaskClient) -> None:
    page = _page(whole, "nb")
    for address in [tag["src"] for tag in page.of("script")] + [tag["href"] for tag in page.of("link")]:
        assert whole.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("header", "locale"),
    [("uk", "uk"), ("ar-SY,ar;q=0.9", "ar"), ("en-GB", "en"), ("nb-NO", "nb"), ("nn", "nn"), ("pl", "en"),
     ("zz", "nb"), ("", "nb"), ("fr;q=0.4, uk;q=0.8", "uk")],
)  # fmt: skip
def test_the_browser_is_sent_to_its_own_language(whole: FlaskClient, header: str, locale: str) -> None:
    answer = whole.get("/", headers={"Accept-Language": header})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/{locale}/")


@pytest.mark.parametrize("path", ["/pl/", "/xx/", "/messages/pl.json", "/messages/xx.json", "/not/here"])
def test_a_page_that_is_not_served_is_not_found(client: FlaskClient, path: str) -> None:
    assert_error(client.get(path), 404, "not_found")


@pytest.mark.parametrize("locale", REAL)
def test_the_widget_gets_its_words_and_what_to_say_when_nothing_answers(whole: FlaskClient, locale: str) -> None:
    body = whole.get(f"/messages/{locale}.json").get_json()
    assert body["locale"] == locale
    assert {language["locale"]: language["direction"] for language in body["languages"]} == DIRECTIONS
    assert body["texts"]["chat.send"]
    assert body["unreachable"]["outcome"] == "error"
    assert body["unreachable"]["contacts"]


def test_a_site_has_a_page_of_its_own_at_a_short_address(whole: FlaskClient) -> None:
    answer = whole.get("/s/kommune?guide=deposit", headers={"Accept-Language": "uk"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/s/kommune/uk?guide=deposit")
    text = whole.get("/s/kommune/uk").get_data(as_text=True)
    assert "<h1>Boligveilederen</h1>" in text
    assert 'data-site="kommune"' in text
    assert 'href="/s/kommune/ar"' in text, "another language stays with the site"
    assert 'content="noindex"' in text, "search engines find the service once"
    assert 'content="noindex"' not in whole.get("/uk/").get_data(as_text=True)


def test_a_site_without_a_known_language_speaks_its_own(whole: FlaskClient) -> None:
    assert whole.get("/s/ungdom", headers={"Accept-Language": "zz"}).headers["Location"] == "/s/ungdom/nb"


@pytest.mark.parametrize("path", ["/s/nowhere", "/s/nowhere/nb", "/s/kommune/xx"])
def test_a_site_or_language_that_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    assert_error(client.get(path), 404, "not_found")


@pytest.mark.parametrize("locale", REAL)
@pytest.mark.parametrize("query", ["", "?guide=deposit"])
def test_search_engines_are_told_the_one_address(whole: FlaskClient, locale: str, query: str) -> None:
    page = HtmlPage(whole.get(f"/{locale}/{query}").get_data(as_text=True))
    assert [link["href"] for link in page.links("canonical")] == [f"http://localhost/{locale}/"]
    expected = {each: f"http://localhost/{each}/" for each in REAL}
    alternates = {link["hreflang"]: link["href"] for link in page.links("alternate")}
    assert alternates == {**expected, "x-default": expected["nb"]}


def test_the_page_of_a_site_is_no_page_of_its_own_to_them(whole: FlaskClient) -> None:
    page = HtmlPage(whole.get("/s/kommune/nb").get_data(as_text=True))
    assert page.links("canonical") + page.links("alternate") == []


def test_the_time_that_conversations_are_kept_is_the_one_set(settings: Settings) -> None:
    client = create_app(replace(settings, content_dir=Settings().content_dir, token_days=7)).test_client()
    for locale in REAL:
        told = client.get(f"/messages/{locale}.json").get_json()["texts"]["chat.privacy"]
        shown = HtmlPage(client.get(f"/{locale}/chat").get_data(as_text=True)).words("p")
        assert any(words.startswith(told) for words in shown), locale
        assert ("7" in told, "30" in told, "{" in told) == (True, False, False), locale


def test_a_site_with_a_logo_shows_it_on_its_own_page(whole: FlaskClient) -> None:
    for site in ("kommune", "leieboerforening"):
        (logo,) = HtmlPage(whole.get(f"/s/{site}/nb").get_data(as_text=True)).of("img")
        assert (logo["class"], logo["alt"]) == ("logo", ""), "the name stands beside it"
        answer = whole.get(logo["src"])
        assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    assert HtmlPage(whole.get("/nb/").get_data(as_text=True)).of("img") == []


def test_the_office_of_the_example_is_told_to_be_one(real: Library) -> None:
    office = real.contacts["example-office"]
    assert (office.phone, office.url) == (None, "https://www.example.org/")
    assert all("Eksempel" in name for name in office.names.values())
    assert set(office.about) == set(REAL)
    assert [site.id for site in real.sites.values() if office.id in site.contacts] == ["kommune"]
    assert not any(office.id in article.contacts for article in real.articles.values())


def test_without_scripts_the_page_of_a_site_leads_to_its_conversation(whole: FlaskClient) -> None:
    for path in ("/s/kommune/nb", "/embed/kommune/nb"):
        text = whole.get(f"{path}?guide=deposit").get_data(as_text=True)
        without_scripts = text[text.index("<noscript>") : text.index("</noscript>")]
        assert 'href="/nb/chat?site=kommune&amp;guide=deposit"' in without_scripts
