"""The pages around the conversation: there in every language, true to the settings, with links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.public_pages import PublicPages
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient
from tests.unit.web.html_page import HtmlPage, assert_well_made

LOCALES = {"nb": "ltr", "nn": "ltr", "en": "ltr", "uk": "ltr", "ar": "rtl", "fa": "rtl"}
PAGES = ("about", "sources", "privacy", "accessibility")
_OWN_LANGUAGE = re.compile(r"(?<=/)(?:deed\.\w+$|(?:no|en)/)")  # licences have a page for each language


@pytest.fixture(scope="module")
def pages(real: Library) -> PublicPages:
    return PublicPages.read(Settings().content_dir / "pages", real.languages)


def _page(client: FlaskClient, path: str) -> HtmlPage:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (200, "text/html; charset=utf-8"), path
    return HtmlPage(answer.get_data(as_text=True))


def test_the_pages_are_those_tried_here(pages: PublicPages) -> None:
    assert tuple(pages.texts) == PAGES


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("page_id", PAGES)
def test_every_page_is_there_in_every_language(
    whole: FlaskClient, pages: PublicPages, page_id: str, locale: str
) -> None:
    address = f"/{locale}/{pages.addresses[page_id][locale]}"
    page = _page(whole, address)
    assert_well_made(page, locale, LOCALES[locale])
    assert page.words("h1") == [pages.texts[page_id][locale].title]
    assert "{{" not in page.html
    assert page.links("canonical")[0]["href"] == f"http://localhost{address}"
    alternates = {link["hreflang"]: link["href"] for link in page.links("alternate")}
    expected = {each: f"http://localhost/{each}/{pages.addresses[page_id][each]}" for each in LOCALES}
    assert alternates == {**expected, "x-default": expected["nb"]}
    assert page.graph("WebPage")["inLanguage"] == locale
    ours = [tag["href"] for tag in page.of("a") if tag["href"].startswith("/") and "#" not in tag["href"]]
    assert [link for link in ours if whole.get(link).status_code != 200] == []
    assert not [tag["href"] for tag in page.of("a") if tag["href"].startswith("page:")]


@pytest.mark.parametrize("page_id", PAGES)
def test_the_languages_say_the_same(pages: PublicPages, page_id: str) -> None:
    """As many parts, paragraphs, points and links in each, and the same things filled in."""

    def shape(locale: str) -> list[tuple[int, int, list[str], list[str]]]:
        bodies = [body for _, body in pages.texts[page_id][locale].sections]
        return [
            (
                body.count("\n\n"),
                f"\n{body}".count("\n- "),
                sorted(re.findall(r"\{\{(.*?)\}\}", body)),
                [_OWN_LANGUAGE.sub("", href) for href in _hrefs(body)],
            )
            for body in bodies
        ]

    assert {locale: shape(locale) for locale in LOCALES} == dict.fromkeys(LOCALES, shape("nb"))
    assert len({pages.texts[page_id][locale].updated for locale in LOCALES}) == 1


def _hrefs(text: str) -> list[str]:
    return re.findall(r"\]\((.*?)\)", text)


@pytest.mark.parametrize("key", ["page.controller.statement", "page.controller.email", "page.controller.unnamed"])
def test_who_is_responsible_is_told_with_the_same_links(messages: Messages, key: str) -> None:
    said = {locale: messages.text(key, locale, name="A town", address="https://town.example") for locale in LOCALES}
    assert {locale: _hrefs(text) for locale, text in said.items()} == dict.fromkeys(LOCALES, _hrefs(said["nb"]))
    if key != "page.controller.unnamed":
        assert all("A town" in text for text in said.values())


@pytest.mark.parametrize("locale", ["uk", "ar"])
def test_a_number_that_is_set_bends_no_word(pages: PublicPages, locale: str) -> None:
    """A day is called otherwise after 7 or 21 than after 30, so the number stands after a colon."""
    said = "\n".join(body for _, body in pages.texts["privacy"][locale].sections)
    numbers = ("token_days", "showing_hours")
    assert re.findall(r": \{\{(\w+)\}\}\.", said) == [name for name in numbers if f"{{{{{name}}}}}" in said]
    assert sorted(re.findall(r"\{\{(token_days|showing_hours)\}\}", said)) == sorted(numbers)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_privacy_page_tells_all_that_is_stored_of_an_opinion(pages: PublicPages, locale: str) -> None:
    stored, not_stored = (pages.texts["privacy"][locale].sections[place][1] for place in (2, 3))
    assert "{{say:chat.why}}" in stored
    assert "{{say:chat.why}}" not in not_stored


@pytest.mark.parametrize("locale", LOCALES)
def test_the_number_that_is_taken_out_is_called_as_in_norway(
    pages: PublicPages, messages: Messages, locale: str
) -> None:
    said = "\n".join(body for _, body in pages.texts["privacy"][locale].sections).lower()
    assert "fødselsnummer" in said
    assert "duf" in said
    assert "fødselsnummer" in messages.text("chat.privacy", locale).lower() or locale == "en"


def test_the_time_that_conversations_are_kept_is_the_one_set(client_with: MakeClient) -> None:
    page = _page(client_with(token_days=7), "/en/privacy")
    assert "Lagres i 7 dager. Ring 55 55 33 33." in page.words("p")


def test_buttons_are_named_as_they_are_and_links_lead_in_the_same_language(client: FlaskClient) -> None:
    page = _page(client, "/nb/personvern")
    assert "Trykk «Slett samtalen»." in page.words("li")
    assert {"https://lovdata.no/", "/nb/personvern"} <= {tag["href"] for tag in page.of("a")}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sources_name_every_act_and_page(
    whole: FlaskClient, real: Library, pages: PublicPages, locale: str
) -> None:
    page = _page(whole, f"/{locale}/{pages.addresses['sources'][locale]}")
    links = {tag["href"] for tag in page.of("a")}
    for article in real.articles.values():
        assert {f"https://lovdata.no/{real.laws.parse(law.ref)[0].lovdata_id}" for law in article.laws} <= links
        assert {source.url for source in article.sources if "lovdata.no" not in source.url} <= links


def test_every_page_of_ours_leads_to_them(whole: FlaskClient, pages: PublicPages) -> None:
    shown = {tag["href"] for tag in _page(whole, "/uk/prava/").of("a")}
    assert {f"/uk/{pages.addresses[page_id]['uk']}" for page_id in PAGES} <= shown


def test_addresses_of_one_language_do_not_exist_in_another(whole_app: Flask) -> None:
    client = whole_app.test_client()
    assert client.get("/nb/privacy").status_code == 404
    assert client.get("/en/personvern").status_code == 404


def test_the_privacy_page_names_who_runs_the_service(client: FlaskClient) -> None:
    page = _page(client, "/en/privacy")
    assert any("The tenants' office is responsible for the data" in words for words in page.words("p"))
    assert "mailto:privacy@example.org" in {tag["href"] for tag in page.of("a")}


def test_the_privacy_page_of_a_site_names_its_own(
    content: Path, edit: Callable[[str, str, str], Path], client_with: MakeClient
) -> None:
    named = "contacts: [tenant-help]\ncontroller: {name: A town, address: https://town.example/privacy}\n"
    edit("sites/town.yaml", "contacts: [tenant-help]\n", named)
    client = client_with(content_dir=content)
    page = _page(client, "/nb/personvern?site=town")
    assert any("A town har ansvaret" in words for words in page.words("p"))
    assert "https://town.example/privacy" in {tag["href"] for tag in page.of("a")}
    assert page.links("canonical")[0]["href"] == "http://localhost/nb/personvern", "one address for search engines"
    languages = {tag["hreflang"]: tag["href"] for tag in page.of("a") if "hreflang" in tag}
    assert languages["en"] == "/en/privacy?site=town", "the site stays when the language changes"
    assert client.get("/nb/personvern?site=nowhere").status_code == 404


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_that_names_nobody_says_so(
    whole_app: Flask, messages: Messages, locale: str, pages: PublicPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = whole_app.extensions["bovett"].library.sites
    monkeypatch.setitem(sites, "bovett", replace(sites["bovett"], controller=None))
    page = _page(whole_app.test_client(), f"/{locale}/{pages.addresses['privacy'][locale]}")
    assert any(messages.text("page.controller.unnamed", locale) in words for words in page.words("p"))


def test_the_widget_is_told_where_its_privacy_page_lies(client: FlaskClient) -> None:
    def told(site: str) -> dict[str, str]:
        found: dict[str, str] = client.get(f"/messages/nb.json?site={site}").get_json()["privacy"]
        return found

    assert told("town") == {"title": "Personvern (nb)", "url": "/nb/personvern?site=town"}
    assert told("bovett")["url"] == "/nb/personvern"


@pytest.mark.parametrize("path", ["/s/town/nb", "/nb/chat?site=town", "/nb/personvern?site=town"])
def test_every_page_of_a_site_leads_to_its_own_privacy_page(client: FlaskClient, path: str) -> None:
    links = [tag["href"] for tag in _page(client, path).of("a") if "/personvern" in tag["href"]]
    assert links
    assert set(links) == {"/nb/personvern?site=town"}


@pytest.mark.parametrize("page_id", PAGES)
def test_a_page_around_a_site_leads_to_the_others_of_that_site(
    whole: FlaskClient, pages: PublicPages, page_id: str
) -> None:
    page = _page(whole, f"/nb/{pages.addresses[page_id]['nb']}?site=kommune")
    # But for the languages, whose links name the site as well, and are tried elsewhere.
    ours = {tag["href"] for tag in page.of("a") if "hreflang" not in tag}
    words = [pages.addresses[each]["nb"] for each in PAGES]
    assert {f"/nb/{word}?site=kommune" for word in words} <= ours
    assert not {f"/nb/{word}" for word in words} & ours


def test_a_page_of_a_site_has_its_name_and_leads_back_to_it(client: FlaskClient) -> None:
    page = _page(client, "/nb/personvern?site=town")
    assert page.words("title") == ["Personvern (nb) – A town"]
    back = [tag["href"] for tag in page.of("a") if tag["href"].startswith("/s/")]
    assert set(back) == {"/s/town/nb"}
    assert "/nb/chat?site=town" in [tag["href"] for tag in page.of("a")]
