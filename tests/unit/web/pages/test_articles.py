"""Every article as a page in every language: complete, true to its content, and safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from knowledge.article import Article
from knowledge.library import Library
from knowledge.settings import Settings
from tests.unit.web.conftest import assert_error
from tests.unit.web.html_page import HtmlPage, assert_well_made
from web import create_app

WORDS = {"nb": "rettigheter", "nn": "rettar", "en": "rights", "uk": "prava", "ar": "rights", "fa": "rights"}
DIRECTIONS = {"nb": "ltr", "nn": "ltr", "en": "ltr", "uk": "ltr", "ar": "rtl", "fa": "rtl"}
HOST = "http://localhost"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
DEPOSIT = "/en/rights/tenancy/deposit"


def _path(article: Article, locale: str) -> str:
    return f"/{locale}/{WORDS[locale]}/{article.topic}/{article.id}"


def _page(client: FlaskClient, path: str) -> HtmlPage:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (200, "text/html; charset=utf-8"), path
    return HtmlPage(answer.get_data(as_text=True))


def test_the_served_languages_are_those_tried_here(real: Library) -> None:
    assert [language.locale for language in real.languages.served] == list(WORDS)


@pytest.mark.parametrize("locale", WORDS)
def test_every_article_has_its_page(whole: FlaskClient, real: Library, locale: str) -> None:
    links: set[str] = set()
    for article in real.articles.values():
        page, path, text = _page(whole, _path(article, locale)), _path(article, locale), article.text_for(locale)
        assert_well_made(page, locale, DIRECTIONS[locale])
        assert page.words("h1") == [" ".join(text.title.split())]
        assert "{{" not in page.html, path
        own = {each for each in WORDS if each in article.texts}
        assert [link["href"] for link in page.links("canonical")] == [HOST + _path(article, text.locale)]
        alternates = {link["hreflang"]: link["href"] for link in page.links("alternate")}
        assert alternates == {
            **{each: HOST + _path(article, each) for each in own},
            "x-default": HOST + _path(article, "nb"),
        }
        told = page.graph("Article")
        assert (told["headline"], told["inLanguage"]) == (text.title, text.locale)
        assert [law["name"] for law in told["citation"]] == [law.ref for law in article.laws]
        assert page.graph("WebPage")["lastReviewed"] == article.checked_on.isoformat()
        assert page.graph("BreadcrumbList")["itemListElement"][-1]["name"] == text.title
        (described,) = [tag["content"] for tag in page.of("meta") if tag.get("name") == "description"]
        assert 40 <= len(described) <= 300, path
        links |= {tag["href"] for tag in page.of("a") if tag["href"].startswith("/")}
    # The articles were all fetched above, and a summary takes a while to typeset.
    others = {link.split("#")[0] for link in links if "summary.pdf" not in link}
    others -= {_path(article, each) for article in real.articles.values() for each in WORDS}
    assert [link for link in others if whole.get(link).status_code != 200] == []


@pytest.mark.parametrize("locale", WORDS)
def test_every_topic_and_article_is_in_the_overview(whole: FlaskClient, real: Library, locale: str) -> None:
    page = _page(whole, f"/{locale}/{WORDS[locale]}/")
    assert_well_made(page, locale, DIRECTIONS[locale])
    shown = {tag["href"] for tag in page.of("a")}
    assert {_path(article, locale) for article in real.articles.values()} <= shown
    assert {f"#{article.topic}" for article in real.articles.values()} <= shown
    topics = {article.topic for article in real.articles.values()}
    assert not topics & set(page.words("h2")), "every topic has a name in topics.yaml"
    assert page.links("canonical")[0]["href"] == f"{HOST}/{locale}/{WORDS[locale]}/"


def test_the_page_holds_all_of_the_article(client: FlaskClient) -> None:
    page = _page(client, DEPOSIT)
    assert page.words("h2")[:4] == ["Short answer", "Do this now", "What the law says", "Common misunderstandings"]
    assert page.words("h3") == ["Some people think: “The landlord may take the deposit in cash”"]
    marked = 'The deposit (<bdi dir="ltr" lang="no">depositum</bdi>) must be in an account of its own'
    assert marked in page.html, "italics are taken off"
    assert "NOK 1,345" in page.html
    assert {"tel:55553333", "https://example.org/", "/articles/deposit/summary.pdf?locale=en"} <= {
        tag["href"] for tag in page.of("a")
    }
    assert any("husleieloven § 9-3 a" in words and "1 July 2026" in words for words in page.words("li"))
    assert "Last checked 24 November 2026" in page.words("p")
    assert any(words.startswith("This translation has not been checked by a lawyer") for words in page.words("p"))


def test_the_source_text_needs_no_note(client: FlaskClient) -> None:
    assert 'class="note"' not in _page(client, "/nb/rettigheter/tenancy/deposit").html


def test_a_guide_is_a_link_that_starts_it(client: FlaskClient) -> None:
    assert "/nb/?guide=landlord-notice" in [
        tag["href"] for tag in _page(client, "/nb/rettigheter/tenancy/notice").of("a")
    ]


def test_a_text_in_another_language_says_so_and_belongs_to_the_page_of_that_language(client: FlaskClient) -> None:
    page = _page(client, "/ar/huquq/tenancy/mould")
    (article,) = page.of("article")
    assert (article["lang"], article["dir"]) == ("nb", "ltr")
    assert "Norsk (bokmål)" in page.words("p")[1]
    assert page.links("canonical")[0]["href"] == f"{HOST}/nb/rettigheter/tenancy/mould"
    assert {link["hreflang"] for link in page.links("alternate")} == {"nb", "x-default"}


def test_numbers_come_first_where_someone_is_in_danger(client: FlaskClient) -> None:
    page = _page(client, "/en/rights/safety/violence")
    assert page.words("h2")[0] == "Where you can get help"
    assert "tel:112" in [tag["href"] for tag in page.of("a")]
    assert "https://www.yr.no/" in [tag["href"] for tag in page.of("a")], "one can leave fast"


def test_an_article_under_another_topic_is_sent_to_its_own(client: FlaskClient) -> None:
    answer = client.get("/nb/rettigheter/safety/deposit")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/nb/rettigheter/tenancy/deposit")


@pytest.mark.parametrize(
    ("address", "header", "to"),
    [
        ("?locale=ar", "", "/ar/huquq/tenancy/deposit"),
        ("?locale=pl", "", "/en/rights/tenancy/deposit"),
        ("", "en", "/en/rights/tenancy/deposit"),
        ("", "", "/nb/rettigheter/tenancy/deposit"),
    ],
)
def test_the_short_address_leads_to_the_page_in_the_right_language(
    client: FlaskClient, address: str, header: str, to: str
) -> None:
    answer = client.get(f"/articles/deposit{address}", headers={"Accept-Language": header})
    assert (answer.status_code, answer.headers["Location"]) == (302, to)


@pytest.mark.parametrize("path", ["/nb/rettigheter/tenancy/nothing", "/articles/nothing", "/nb/rights/", "/nb/nothing"])
def test_a_page_that_does_not_exist_helps_on(client: FlaskClient, path: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert (answer.status_code, answer.content_type) == (404, "text/html; charset=utf-8")
    page = HtmlPage(answer.get_data(as_text=True))
    assert_well_made(page, "nb", "ltr")
    assert {"/nb/", "/nb/chat", "/nb/rettigheter/", "tel:55553333"} <= {tag["href"] for tag in page.of("a")}
    assert {"name": "robots", "content": "noindex"} in page.of("meta")
    assert not page.links("canonical")


def test_who_asks_for_data_gets_the_error_as_data(client: FlaskClient) -> None:
    assert_error(client.get("/nb/rettigheter/tenancy/nothing"), 404, "article_unknown")
    assert_error(client.get("/api/v1/articles/nothing", headers=BROWSER), 404, "article_unknown")


def test_the_language_of_an_error_is_that_of_the_address(client: FlaskClient) -> None:
    html = client.get("/ar/nothing", headers={**BROWSER, "Accept-Language": "nb"}).get_data(as_text=True)
    assert_well_made(HtmlPage(html), "ar", "rtl")


HOSTILE = [
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "' onclick='x",
    "{{ 7*7 }} {% if %}",
    "]]>\\u2028</script>",
]


@pytest.fixture
def page_of(content: Path, settings: Settings) -> Callable[[str], HtmlPage]:
    """The page of an article that holds a text in every place where a curator may write one."""

    def make(text: str) -> HtmlPage:
        written = text.replace("{{", "{ {")  # a placeholder that nobody can fill is refused by the linter
        path = content / "articles" / "tenancy" / "mould" / "nb.md"
        path.write_text(
            f"---\ntitle: {_quoted(written)}\nsource_digest: null\nreview: drafted\nquestions: []\n"
            f"myths:\n  - says: [{_quoted(written)}]\n    answer: {_quoted(written)}\n---\n"
            f"## Kort svar\n{written}\n\n## {written}\n1. {written}\n- {written}\n",
            "utf-8",
        )
        contacts = content / "contacts.yaml"
        contacts.write_text(contacts.read_text("utf-8").replace("nb: Kommunen", f"nb: {_quoted(written)}"), "utf-8")
        app = create_app(replace(settings, content_dir=content))
        return _page(app.test_client(), "/nb/rettigheter/tenancy/mould")

    return make


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_curator_writes_is_shown_as_text(page_of: Callable[[str], HtmlPage], text: str) -> None:
    clean, hostile = page_of("Harmløst"), page_of(text)
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in clean.tags]
    assert [sorted(tag) for _, tag in hostile.tags] == [sorted(tag) for _, tag in clean.tags]
    assert hostile.graph("Article")["headline"] == text.replace("{{", "{ {")
    assert "</script>" not in hostile.html[hostile.html.index("ld+json") : hostile.html.index("</head>")].replace(
        "</script>", "", 1
    ), "nothing ends the data early"
