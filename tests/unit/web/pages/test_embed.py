"""The script, the page for frames, the settings of a site, and the three pages that show them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.sites import ADULT, USUAL_OPENINGS, YOUTH
from tests.unit.web.conftest import assert_error
from web import create_app
from web.widget_builds import Build

ORIGIN = "https://www.town.example"
LISTED = f"contacts: [tenant-help]\norigins: [{ORIGIN}]\n"


@pytest.fixture
def town(content: Path, edit: Callable[[str, str, str], Path], settings: Settings) -> FlaskClient:
    """The application, where the site `town` lists an origin."""
    edit("sites/town.yaml", "contacts: [tenant-help]\n", LISTED)
    return create_app(replace(settings, content_dir=content)).test_client()


def test_the_script_has_one_address(client: FlaskClient) -> None:
    answer = client.get("/widget.js")
    assert answer.status_code == 200
    assert "javascript" in answer.content_type
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["ETag"]


def test_a_build_has_an_address_of_its_own_that_never_changes(town: FlaskClient) -> None:
    script = town.get("/widget.js")
    build = Build(script.get_data())
    answer = town.get(build.path, headers={"Origin": ORIGIN})
    assert (answer.status_code, answer.get_data()) == (200, script.get_data())
    assert answer.mimetype == "text/javascript"
    assert {"public", "max-age=31536000", "immutable"} == set(answer.headers["Cache-Control"].split(", "))
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN, "without it no browser compares the hash"
    assert "Origin" in answer.headers["Vary"]


def test_the_newest_script_is_asked_for_again_soon(client: FlaskClient) -> None:
    script = client.get("/widget.js")
    assert "max-age=3600" in script.headers["Cache-Control"]
    assert client.get("/widget.js", headers={"If-None-Match": script.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("name", ["0123456789abcdef", "x", "..%2Fwidgets%2F0123456789abcdef", "0123456789ABCDEF"])
def test_a_build_that_is_not_kept_is_told(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/widget-{name}.js", headers={"Accept": "application/json"})
    assert answer.status_code == 404
    if "%" not in name:
        assert answer.mimetype == "text/plain"
        assert "bovett embed SITE" in answer.get_data(as_text=True)
        assert answer.headers["Cache-Control"] == "no-store"


def test_pages_keep_a_build_when_the_service_is_updated(client: FlaskClient, settings: Settings) -> None:
    before = Build(b"what was built before")
    (settings.widgets_dir / f"widget-{before.name}.js").write_bytes(before.script)
    updated = create_app(settings).test_client()
    assert updated.get(before.path).get_data() == before.script


def test_only_pages_of_the_site_may_hold_the_frame(town: FlaskClient) -> None:
    policy = town.get("/embed/town/nb").headers["Content-Security-Policy"]
    assert policy.endswith(f"frame-ancestors 'self' {ORIGIN}")
    assert town.get("/embed/bovett/nb").headers["Content-Security-Policy"].endswith("frame-ancestors 'self'")


@pytest.mark.parametrize("path", ["/embed/nowhere/nb", "/embed/town/xx", "/sites/nowhere.json", "/demo/nowhere",
                                  "/messages/nb.json?site=nowhere"])  # fmt: skip
def test_what_does_not_exist_is_not_found(client: FlaskClient, path: str) -> None:
    assert_error(client.get(path), 404, "not_found")


@pytest.mark.parametrize("site", ["kommune", "leieboerforening", "ungdom"])
def test_three_pages_show_the_widget(whole: FlaskClient, site: str) -> None:
    page = whole.get(f"/demo/{site}").get_data(as_text=True)
    assert "/widget.js" in page or f"/embed/{site}/nb" in page
    assert "noindex" in page


def test_a_site_tells_how_it_looks_and_nothing_else(whole: FlaskClient) -> None:
    site = whole.get("/sites/ungdom.json").get_json()
    assert set(site) == {"id", "name", "locale", "audience", "corner", "exit", "logo", "origins", "light", "dark",
                         "languages"}  # fmt: skip
    assert site["audience"] == "youth"
    assert site["light"]["accent"].startswith("#")


def test_topics_are_worded_for_the_audience(whole: FlaskClient) -> None:
    def tiles(site: str) -> dict[str, str]:
        body = whole.get(f"/messages/nb.json?site={site}").get_json()
        return {tile["payload"]: tile["title"] for tile in body["tiles"]}

    adult, youth = tiles("kommune"), tiles("ungdom")
    payload = '/start_guide{"guide": "nowhere-tonight"}'
    assert adult[payload] == "Jeg har ingen steder å bo"
    assert youth[payload] == "Jeg har ikke noe sted å sove"


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_a_topic_is_shown_where_its_guide_can_be_read(whole: FlaskClient, real: Library, locale: str) -> None:
    guides = real.guides
    tiles = whole.get(f"/messages/{locale}.json?site=ungdom").get_json()["tiles"]
    begins_with_own = tiles[0]["payload"] == '/start_guide{"guide": "young"}'
    assert begins_with_own == guides["young"].speaks(locale)
    assert len(tiles) >= 6
    page = whole.get(f"/{locale}/chat").get_data(as_text=True)
    assert ("loans-and-grants" in page) == guides["loans-and-grants"].speaks(locale)
    assert "&#34;refugee&#34;" in page


def test_articles_to_begin_with_are_those_of_the_site_and_its_audience(whole: FlaskClient, real: Library) -> None:
    def openings(site: str, locale: str = "nb") -> dict[str, str]:
        body = whole.get(f"/messages/{locale}.json?site={site}").get_json()
        return {opening["payload"]: opening["title"] for opening in body["openings"]}

    for site, expected in (
        ("bovett", USUAL_OPENINGS[ADULT]),
        ("ungdom", USUAL_OPENINGS[YOUTH]),
        ("kommune", real.sites["kommune"].openings),
    ):
        assert list(openings(site)) == [f'/show_article{{"article_id": "{each}"}}' for each in expected]
    title = real.articles["landlord-access"].texts["ar"].title
    assert openings("bovett", "ar")['/show_article{"article_id": "landlord-access"}'] == title


def test_an_article_without_a_text_in_the_readers_language_is_not_offered(town: FlaskClient, content: Path) -> None:
    """Such an article is left out, and one that does not exist."""
    site = content / "sites" / "town.yaml"
    site.write_text(f"{site.read_text('utf-8')}openings: [gone, deposit, moving-out]\n", "utf-8")
    client = create_app(replace(town.application.extensions["bovett"].settings, content_dir=content)).test_client()
    library = Library.read(content)
    for locale in ("nb", "ar"):
        offered = client.get(f"/messages/{locale}.json?site=town").get_json()["openings"]
        has = [
            each
            for each in ("deposit", "moving-out")
            if each in library.articles and locale in library.articles[each].texts
        ]
        assert [each["payload"] for each in offered] == [f'/show_article{{"article_id": "{each}"}}' for each in has]


def test_the_pages_about_the_service_are_named_for_the_site(whole: FlaskClient) -> None:
    """About, sources, privacy and the accessibility statement."""
    for query, named in (("", ""), ("?site=kommune", "?site=kommune")):
        pages = whole.get(f"/messages/en.json{query}").get_json()["pages"]
        assert [page["url"] for page in pages] == [
            f"/en/{word}{named}" for word in ("about", "sources", "privacy", "accessibility")
        ]
        for page in pages:
            assert page["title"] in whole.get(page["url"]).get_data(as_text=True)


def test_the_greeting_is_worded_for_the_audience(whole: FlaskClient) -> None:
    greetings = {site: whole.get(f"/messages/nb.json?site={site}").get_json()["texts"]["chat.welcome"]
                 for site in ("kommune", "ungdom")}  # fmt: skip
    assert len(set(greetings.values())) == 2


def test_a_sites_own_people_are_named_when_nothing_answers(whole: FlaskClient) -> None:
    body = whole.get("/messages/nb.json?site=leieboerforening").get_json()
    assert body["unreachable"]["contacts"][0]["id"] == "leieboerforeningen"


@pytest.mark.parametrize(
    ("path", "origin", "is_let_in"),
    [
        ("/sites/town.json", ORIGIN, True),
        ("/messages/nb.json?site=town", ORIGIN, True),
        ("/messages/nb.json", ORIGIN, True),
        ("/api/v1/articles", ORIGIN, True),
        ("/widget.js", ORIGIN, True),
        ("/sites/bovett.json", ORIGIN, False),
        ("/messages/nb.json?site=bovett", ORIGIN, False),
        ("/nb/", ORIGIN, False),
        ("/health", ORIGIN, False),
        ("/sites/town.json", f"{ORIGIN}.evil.example", False),
        ("/sites/town.json", ORIGIN.replace("https", "http"), False),
        ("/sites/town.json", f"{ORIGIN}:8443", False),
        ("/sites/town.json", "null", False),
        ("/sites/town.json", "*", False),
    ],
)
def test_answers_may_be_read_by_exactly_the_origins_listed(
    town: FlaskClient, path: str, origin: str, is_let_in: bool
) -> None:
    answer = town.get(path, headers={"Origin": origin})
    assert answer.headers.get("Access-Control-Allow-Origin") == (origin if is_let_in else None)
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_a_conversation_of_one_site_is_closed_to_another(town: FlaskClient) -> None:
    def started(site: str) -> str | None:
        answer = town.post("/api/v1/conversations", json={"site": site}, headers={"Origin": ORIGIN})
        return answer.headers.get("Access-Control-Allow-Origin")

    assert (started("town"), started("bovett")) == (ORIGIN, None)


def test_a_browser_may_ask_beforehand(town: FlaskClient) -> None:
    answer = town.options("/api/v1/conversations/x/messages", headers={"Origin": ORIGIN})
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Headers"] == "Authorization, Content-Type"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, POST, DELETE"
    assert "Origin" in answer.headers["Vary"]
