"""Showing a conversation to a helper, over the API and on the page that the link opens."""

from __future__ import annotations

import io
import logging
import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from knowledge.catalogues import messages_of
from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.reply import LawText
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient, Talk, assert_error
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import HtmlPage, assert_well_made


def _link(talk: Talk, **body: str) -> str:
    """The path of a new link."""
    answer = talk.post(body, "showing")
    assert answer.status_code == 201
    return urlsplit(answer.get_json()["url"]).path


def _until(talk: Talk) -> str | None:
    told: str | None = talk.client.get(f"{talk.url}/showing", headers=talk.headers).get_json()["ends_at"]
    return told


def _seen(client: FlaskClient, path: str) -> HtmlPage:
    answer = client.get(path)
    assert answer.status_code == 200
    return HtmlPage(answer.get_data(as_text=True))


def _assert_over(answer: TestResponse) -> None:
    """The plain page of a link that shows nothing, with a human to turn to."""
    html = answer.get_data(as_text=True)
    assert (answer.status_code, answer.content_type) == (404, "text/html; charset=utf-8")
    page = HtmlPage(html)
    assert page.words("h1") == ["Denne lenken virker ikke"]
    assert "tel:55553333" in {tag["href"] for tag in page.of("a")}
    assert 'class="talk"' not in html


def test_the_link_opens_a_page_of_the_conversation_without_the_token(talk: Talk) -> None:
    talk.say("hvor stort depositum?")
    made = talk.post({}, "showing").get_json()
    assert re.fullmatch(r"http://localhost/nb/shown/[\w-]{43}", made["url"])
    assert made["ends_at"].endswith("Z")
    assert talk.started["token"] not in str(made)
    assert talk.id not in made["url"]
    page = _seen(talk.client.application.test_client(), urlsplit(made["url"]).path)
    assert_well_made(page, "nb", "ltr")
    assert [tag["class"] for tag in page.of("li") if tag.get("class") in ("person", "assistant")] == [
        "assistant", "person", "assistant",
    ]  # fmt: skip
    assert "hvor stort depositum?" in page.words("p")
    assert "https://lovdata.no/lov/1999-03-26-17/§3-5" in {tag["href"] for tag in page.of("a")}
    assert "tel:55553333" in {tag["href"] for tag in page.of("a")}


def test_the_page_says_what_it_is_who_answers_and_until_when(talk: Talk) -> None:
    text = " ".join(_seen(talk.client, _link(talk, locale="en")).words("main"))
    assert "You can only read." in text
    assert "is a machine" in text
    assert "The link works until " in text


def test_nothing_on_the_page_writes_or_holds_an_address_of_the_api(
    talk: Talk, rasa: FakeRasa, sample: Library, composer_in: Callable[..., Composer]
) -> None:
    """Not even a letter, which on the page of the conversation itself is a form with what the guide knows."""
    law = LawText("husleieloven § 3-5", "Depositum", ("Pengene skal …",), ("Endret",), "2026-07-01", "Lovdata, NLOD")
    letter = {"title": "Krav", "url": "/letters/rent-back?locale=nb#paid=1", "mime": "text/html"}
    bad = {"title": "Bad", "url": "javascript:alert(1)", "mime": "text/html"}
    composer, deposit = composer_in("nb"), sample.articles["deposit"]
    reply = composer.corrected(composer.answer(deposit), [(deposit, 0)])
    rasa.replies = [replace(reply, law_text=(law,), attachments=(letter, bad)).as_dict()]
    talk.say("<img src=x onerror=alert(1)>")
    page = _seen(talk.client, _link(talk))
    assert page.of("form", "button", "input", "textarea", "script", "img", "iframe") == []
    assert "/api/" not in page.html
    assert talk.id not in page.html
    assert all(entry["id"] not in page.html for entry in talk.transcript())
    assert {tag["href"] for tag in page.of("a") if "letters" in tag["href"]} == {letter["url"]}
    assert messages_of(Settings().locales_dir / "nb" / "LC_MESSAGES" / "bovett.po")["page.shown.letter"] in page.words(
        "noscript"
    )
    assert "javascript:" not in page.html
    assert "<img src=x onerror=alert(1)>" in page.words("p")
    assert page.words("summary") == ["husleieloven § 3-5. Depositum"]
    assert "Hva sier loven?" in page.words("li"), "choices are named, not pressed"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_page_takes_nothing_but_reading(talk: Talk, method: str) -> None:
    path = _link(talk)
    assert getattr(talk.client, method)(path).status_code == 405
    secret = path.rsplit("/", 1)[1]
    headers = {"Authorization": f"Bearer {secret}"}
    for answer in (talk.post({"text": "hei"}, Authorization=f"Bearer {secret}"),
                   talk.client.get(talk.url, headers=headers), talk.client.delete(talk.url, headers=headers),
                   talk.client.delete(f"{talk.url}/showing", headers=headers)):  # fmt: skip
        assert_error(answer, 401, "token_wrong")


def test_the_page_is_kept_by_nobody_found_by_nobody_and_tells_nobody_its_address(talk: Talk) -> None:
    path = _link(talk)
    for answer in (talk.client.get(path), talk.client.get(f"{path}x")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert "form-action 'none'" in answer.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in answer.headers
        assert "Access-Control-Allow-Origin" not in answer.headers
    assert {"name": "robots", "content": "noindex"} in _seen(talk.client, path).of("meta")
    assert path.rsplit("/", 1)[1] not in talk.client.get("/sitemap.xml").get_data(as_text=True)


def test_the_page_shows_what_was_said_since_and_speaks_other_languages(talk: Talk) -> None:
    path = _link(talk)
    talk.say("noe nytt")
    page = _seen(talk.client, path)
    assert "noe nytt" in page.words("p")
    other = {tag["hreflang"]: tag["href"] for tag in page.of("a") if "hreflang" in tag}
    assert other["ar"] == path.replace("/nb/", "/ar/")
    assert_well_made(_seen(talk.client, other["ar"]), "ar", "rtl")


def test_the_link_is_in_the_language_asked_for_else_in_that_of_the_conversation(client: FlaskClient) -> None:
    talk = Talk(client, {"locale": "en"})
    assert _link(talk).startswith("/en/shown/")
    assert _link(talk, locale="ar").startswith("/ar/shown/")
    assert _link(talk, locale="pl").startswith("/en/shown/"), "a language without pages falls back"


def test_the_address_is_the_public_one_where_it_is_set(client_with: MakeClient) -> None:
    talk = Talk(client_with(public_url="https://bovett.example"))
    assert talk.post({}, "showing").get_json()["url"].startswith("https://bovett.example/nb/shown/")


def test_the_person_learns_when_it_ends_but_never_the_address_again(talk: Talk) -> None:
    assert _until(talk) is None
    made = talk.post({}, "showing").get_json()
    answer = talk.client.get(f"{talk.url}/showing", headers=talk.headers)
    assert answer.get_json() == {"ends_at": made["ends_at"]}
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_new_link_ends_the_old_one(talk: Talk) -> None:
    old, new = _link(talk), _link(talk)
    _assert_over(talk.client.get(old))
    assert talk.client.get(new).status_code == 200


def test_stopping_ends_it_at_once(talk: Talk) -> None:
    path = _link(talk)
    assert talk.client.delete(f"{talk.url}/showing", headers=talk.headers).status_code == 204
    _assert_over(talk.client.get(path))
    assert _until(talk) is None
    assert talk.client.delete(f"{talk.url}/showing", headers=talk.headers).status_code == 204


def test_it_ends_by_itself(talk: Talk, settings: Settings) -> None:
    path = _link(talk)
    with sqlite3.connect(settings.var_dir / "conversations.db") as database:
        database.execute("UPDATE showings SET ends_at = '2020-01-01 00:00:00.000000'")
    _assert_over(talk.client.get(path))
    assert _until(talk) is None


def test_deleting_the_conversation_ends_it(talk: Talk) -> None:
    path = _link(talk)
    talk.client.delete(talk.url, headers=talk.headers)
    _assert_over(talk.client.get(path))


def test_it_ends_even_when_rasa_cannot_forget_the_conversation(talk: Talk, rasa: FakeRasa) -> None:
    """Whoever leaves in a hurry does not come back to try again."""
    path = _link(talk)
    rasa.status = 500
    assert_error(talk.client.delete(talk.url, headers=talk.headers), 503, "assistant_unavailable")
    _assert_over(talk.client.get(path))


@pytest.mark.parametrize("secret", ["x", "x" * 43, "%F0%9F", "' OR 1=1 --", "..%2F..", "a" * 3000])
def test_a_wrong_secret_looks_like_one_that_ended(talk: Talk, secret: str) -> None:
    _link(talk)
    answer = talk.client.get(f"/nb/shown/{secret}")
    if "%2F" in secret:
        assert answer.status_code == 404  # no address of ours at all
    else:
        _assert_over(answer)


def test_another_conversations_token_makes_and_ends_nothing(talk: Talk, client: FlaskClient) -> None:
    path, other = _link(talk), Talk(client)
    for method in ("post", "get", "delete"):
        answer = getattr(client, method)(f"{talk.url}/showing", headers=other.headers)
        assert_error(answer, 401, "token_wrong")
    assert client.get(path).status_code == 200


def test_opening_pages_is_limited(client_with: MakeClient) -> None:
    client = client_with(rate_limit="3/minute")
    statuses = [client.get("/nb/shown/x", headers={"Accept": "text/html"}).status_code for _ in range(4)]
    assert statuses == [404, 404, 404, 429]


def test_a_language_without_pages_has_none_of_this_one(talk: Talk) -> None:
    assert talk.client.get(_link(talk).replace("/nb/", "/pl/")).status_code == 404


def test_the_secret_stands_in_no_log(talk: Talk, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    handler, root = logging.StreamHandler(stream), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        path = _link(talk)
        talk.client.get(path)
        with sqlite3.connect(settings.var_dir / "conversations.db") as database:
            database.execute("DROP TABLE messages")
        assert talk.client.get(path, headers={"Accept": "text/html"}).status_code == 503
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    logged = stream.getvalue() + capsys.readouterr().out
    assert "storage.unavailable" in logged
    assert path.rsplit("/", 1)[1] not in logged
