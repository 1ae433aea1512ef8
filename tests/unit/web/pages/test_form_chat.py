"""The conversation without scripts: the same answers as over the API, by plain forms."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy.exc
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from knowledge.catalogues import messages_of
from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.reply import LawText
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import HtmlPage, assert_well_made

NAME = "bovett_conversation"
LAW = '/show_law{"article_id": "deposit"}'


def _page(answer: TestResponse, status: int = 200) -> HtmlPage:
    assert (answer.status_code, answer.content_type) == (status, "text/html; charset=utf-8")
    assert answer.headers["Cache-Control"] == "no-store"
    return HtmlPage(answer.get_data(as_text=True))


def _say(client: FlaskClient, text: str = "hei", locale: str = "nb", **headers: str) -> TestResponse:
    return client.post(f"/{locale}/chat", data={"text": text}, headers=headers)


def _seen(client: FlaskClient, locale: str = "nb") -> HtmlPage:
    return _page(client.get(f"/{locale}/chat"))


def _said(page: HtmlPage) -> list[str]:
    return [tag["class"] for tag in page.of("li") if tag.get("class") in ("person", "assistant")]


@pytest.mark.parametrize(("locale", "direction"), [("nb", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_the_page_greets_and_keeps_nothing(
    client: FlaskClient, app: Flask, locale: str, direction: str, rasa: FakeRasa
) -> None:
    answer = client.get(f"/{locale}/chat")
    page = _page(answer)
    assert_well_made(page, locale, direction)
    assert _said(page) == ["assistant"]
    assert "Set-Cookie" not in answer.headers
    assert rasa.got == []
    assert not app.extensions["bovett"].settings.var_dir.joinpath("conversations.db").exists()
    assert {"name": "robots", "content": "noindex"} in page.of("meta")


def test_the_language_can_be_changed_without_losing_the_conversation(client: FlaskClient) -> None:
    _say(client)
    page = _seen(client, "en")
    assert [tag["href"] for tag in page.of("a") if tag.get("hreflang")] == ["/nb/chat", "/en/chat", "/ar/chat"]
    assert _said(page) == ["assistant", "person", "assistant"]


def test_a_message_is_answered_on_a_page_that_can_be_loaded_again(client: FlaskClient, rasa: FakeRasa) -> None:
    answer = _say(client, "hvor stort depositum?\r\nog når?")
    assert answer.status_code == 303
    path, _, anchor = answer.headers["Location"].partition("#")
    assert path == "/nb/chat"
    assert rasa.got[0]["message"] == "hvor stort depositum?\nog når?"
    assert rasa.got[0]["metadata"] == {"locale": "nb", "last_locale": "nb", "site": "bovett"}
    page = _seen(client)
    assert_well_made(page, "nb", "ltr")
    assert _said(page) == ["assistant", "person", "assistant"]
    assert [tag["class"] for tag in page.of("li") if tag.get("id") == anchor] == ["assistant"]
    _seen(client)
    assert len(rasa.got) == 1


def test_the_reply_comes_whole(
    client: FlaskClient, rasa: FakeRasa, sample: Library, composer_in: Callable[..., Composer]
) -> None:
    law = LawText("husleieloven § 3-5", "Depositum", ("Pengene skal …",), ("Endret",), "2026-07-01", "Lovdata, NLOD")
    letter = {"title": "Krav", "url": "/letters/rent-back?locale=en", "mime": "text/html"}
    day = {
        "title": "Til kalenderen",
        "url": "/guides/landlord-notice/protest_by.ics?on=2026-12-31",
        "mime": "text/calendar",
    }
    bad = {"title": "Bad", "url": "javascript:alert(1)", "mime": "text/html"}
    reply = composer_in("en").answer(sample.articles["deposit"], myth=0)
    rasa.replies = [replace(reply, law_text=(law,), attachments=(letter, day, bad)).as_dict()]
    _say(client, "deposit", "en")
    page = _seen(client, "en")
    assert_well_made(page, "en", "ltr")
    links = {tag["href"]: tag for tag in page.of("a")}
    assert {letter["url"], day["url"], "tel:55553333", "https://lovdata.no/lov/1999-03-26-17/§3-5"} <= set(links)
    assert "download" in links[day["url"]]
    assert "download" not in links[letter["url"]]
    assert bad["url"] not in links
    assert "Deposit" in page.words("h3")
    assert "First, a misunderstanding" in page.words("h3")
    assert page.words("summary") == ["husleieloven § 3-5. Depositum"]
    assert "Do this now" in page.words("h4")
    assert "Ask for an account." in page.words("li")


def test_a_letter_opens_with_what_the_guide_knows_and_no_address_tells_it(client: FlaskClient, rasa: FakeRasa) -> None:
    url = "/letters/rent-back?locale=en#paid=12500&landlord=Ola%20%22N%22%20%26%20S%C3%B8nn"
    rasa.replies[0]["attachments"] = [{"title": "Krav", "url": url, "mime": "text/html"}]
    _say(client, "deposit", "en")
    page = _seen(client, "en")
    assert_well_made(page, "en", "ltr")
    assert "Krav" in page.words("button")
    assert {"method": "post", "action": "/letters/rent-back?locale=en"} in page.of("form")
    hidden = {tag["name"]: tag["value"] for tag in page.of("input") if tag["type"] == "hidden"}
    told = {"paid": "12500", "landlord": 'Ola "N" & Sønn'}
    assert told.items() <= hidden.items()
    assert "paid=12500" not in page.html, "neither a link nor an address of a form tells it"
    letter = client.post("/letters/rent-back?locale=en", data={**told, "format": "fill"})
    fields = {tag["name"]: tag.get("value") for tag in HtmlPage(letter.get_data(as_text=True)).of("input")}
    assert told.items() <= fields.items()


def test_what_is_no_letter_of_ours_is_never_sent_anything(client: FlaskClient, rasa: FakeRasa) -> None:
    url = "https://elsewhere.example/letters/#paid=1"
    rasa.replies[0]["attachments"] = [{"title": "Krav", "url": url, "mime": "text/html"}]
    _say(client)
    page = _seen(client)
    assert url in [tag["href"] for tag in page.of("a")]
    assert not [tag for tag in page.of("input") if tag["name"] == "paid"]


def test_a_button_is_pressed(client: FlaskClient, rasa: FakeRasa) -> None:
    _say(client)
    forms = _seen(client).of("input")
    assert {"type": "hidden", "name": "payload", "value": LAW} in forms
    client.post("/nb/chat", data={"payload": LAW, "title": "Hva sier loven?"})
    assert rasa.got[1]["message"] == LAW
    assert "Hva sier loven?" in _seen(client).words("p")


def test_only_the_buttons_of_the_last_turn_stand(client: FlaskClient) -> None:
    _say(client)
    once = len(_seen(client).of("button"))
    _say(client)
    assert len(_seen(client).of("button")) == once


def test_a_guide_can_be_started(client: FlaskClient, rasa: FakeRasa) -> None:
    payload = '/start_guide{"guide": "landlord-notice"}'
    page = _seen(client)
    assert [tag["value"] for tag in page.of("input") if tag["name"] == "payload"] == [payload]
    client.post("/nb/chat", data={"payload": payload, "title": "Sjekk"})
    assert rasa.got[0]["message"] == payload
    assert payload not in _seen(client).html.replace("&#34;", '"'), "what one may begin with is gone once one has begun"


def test_a_guide_that_the_address_names_comes_first(whole: FlaskClient) -> None:
    page = _page(whole.get("/nb/chat?guide=refugee"))
    payloads = [tag["value"] for tag in page.of("input") if tag["name"] == "payload"]
    assert payloads[0] == '/start_guide{"guide": "refugee"}'
    assert _page(whole.get("/nb/chat?guide=x")).of("input")[0]["value"] != payloads[0]


@pytest.mark.parametrize(
    ("asks", "field"),
    [
        ("date", {"type": "date", "name": "date"}),
        ("amount", {"type": "text", "name": "text", "inputmode": "decimal"}),
        ("months", {"type": "text", "name": "text", "inputmode": "numeric"}),
    ],
)
def test_a_guide_that_waits_for_a_date_or_number_gets_a_field_for_it(
    client: FlaskClient, rasa: FakeRasa, asks: str, field: dict[str, str]
) -> None:
    rasa.replies[0]["asks"] = asks
    _say(client)
    page = _seen(client)
    assert_well_made(page, "nb", "ltr")
    (found,) = [tag for tag in page.of("input") if tag.get("id") == "answer"]
    assert field.items() <= found.items()


def test_a_date_is_sent_as_it_is_written_in_norway(client: FlaskClient, rasa: FakeRasa) -> None:
    client.post("/nb/chat", data={"date": "2026-12-04"})
    assert rasa.got[0]["message"] == "04.12.2026"


def _cookie(answer: TestResponse) -> Any:
    return SimpleCookie(answer.headers["Set-Cookie"])[NAME]


def test_the_cookie_is_for_this_alone_and_short_lived(client: FlaskClient) -> None:
    cookie = _cookie(_say(client))
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["path"]) == (True, "Strict", "3600", "/")
    assert not cookie["secure"]
    over_tls = client.post("/nb/chat", data={"text": "hei"}, base_url="https://localhost")
    assert _cookie(over_tls)["secure"]


def test_the_key_is_the_one_of_the_api_and_lives_on_with_each_message(client: FlaskClient) -> None:
    first, second = _say(client), _say(client)
    assert _cookie(first).value == _cookie(second).value
    conversation_id, _, token = _cookie(first).value.partition(".")
    told = client.get(f"/api/v1/conversations/{conversation_id}", headers={"Authorization": f"Bearer {token}"})
    assert [item["said_by"] for item in told.get_json()["messages"]] == ["assistant", *["person", "assistant"] * 2]


@pytest.mark.parametrize("value", ["", "x", "x.y", ".", f"{'0' * 32}.token", "a.b.c", "é.ü"])
def test_a_key_that_opens_nothing_begins_anew(client: FlaskClient, value: str, rasa: FakeRasa) -> None:
    client.set_cookie(NAME, value)
    assert _said(_seen(client)) == ["assistant"]
    assert _say(client).status_code == 303
    assert _said(_seen(client)) == ["assistant", "person", "assistant"]


def test_the_conversation_is_erased_everywhere(client: FlaskClient, rasa: FakeRasa) -> None:
    conversation_id, _, token = _cookie(_say(client)).value.partition(".")
    answer = client.post("/nb/chat/erase")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/nb/chat?erased=1")
    assert _cookie(answer)["max-age"] == "0"
    assert rasa.forgotten == [conversation_id]
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get(f"/api/v1/conversations/{conversation_id}", headers=headers).status_code == 401
    page = _page(client.get(answer.headers["Location"]))
    assert "Samtalen er slettet." in page.words("p")
    assert _said(page) == ["assistant"]


def test_erasing_that_fails_is_told_and_the_key_kept(client: FlaskClient, rasa: FakeRasa) -> None:
    _say(client)
    rasa.status = 500
    answer = client.post("/nb/chat/erase")
    assert "Set-Cookie" not in answer.headers
    page = _page(answer, 503)
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]
    assert _said(page) == ["assistant", "person", "assistant"]


@pytest.mark.parametrize("status", [200, 500])
def test_leaving_erases_and_is_never_held_up(client: FlaskClient, rasa: FakeRasa, status: int) -> None:
    conversation_id = _cookie(_say(client)).value.partition(".")[0]
    rasa.status = status
    answer = client.post("/nb/chat/leave")
    assert (answer.status_code, answer.headers["Location"]) == (303, "https://www.yr.no/")
    assert _cookie(answer)["max-age"] == "0"
    wait_until = time.monotonic() + 5  # Rasa is told beside the answer
    while not rasa.forgotten and time.monotonic() < wait_until:
        time.sleep(0.01)
    assert rasa.forgotten == [conversation_id]
    assert "form-action 'self' https://www.yr.no/;" in client.get("/nb/chat").headers["Content-Security-Policy"]


SAFE = [
    {},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "http://localhost"},
    {"Origin": "https://localhost"},
]
FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "https://localhost.evil.example"},
    {"Origin": "http://localhost:81"},
]


@pytest.mark.parametrize("headers", SAFE)
def test_forms_of_our_own_are_taken(client: FlaskClient, headers: dict[str, str]) -> None:
    assert _say(client, **headers).status_code == 303


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/nb/chat", "/nb/chat/erase", "/nb/chat/leave"])
def test_forms_of_other_pages_do_nothing(
    client: FlaskClient, rasa: FakeRasa, headers: dict[str, str], path: str
) -> None:
    _say(client, "min hemmelighet")
    answer = client.post(path, data={"text": "hei"}, headers=headers)
    page = _page(answer, 403)
    assert "Set-Cookie" not in answer.headers
    assert (len(rasa.got), rasa.forgotten) == (1, [])
    assert "min hemmelighet" not in page.html
    assert _said(_seen(client)) == ["assistant", "person", "assistant"]


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"text": "  "}, 422, "Meldingen er tom"),
        ({}, 422, "Meldingen er tom"),
        ({"date": "i går"}, 422, "Meldingen er tom"),
        ({"text": "a" * 2001}, 413, "for lang"),
        ({"payload": "/restart", "title": "x"}, 422, "knappen"),
        ({"payload": "/show_law{}; drop", "title": "x"}, 422, "knappen"),
    ],
)
def test_what_cannot_be_sent_is_told_with_people_and_begins_nothing(
    client: FlaskClient, rasa: FakeRasa, fields: dict[str, str], status: int, told: str
) -> None:
    answer = client.post("/nb/chat", data=fields)
    page = _page(answer, status)
    assert_well_made(page, "nb", "ltr")
    assert any(told in words for words in page.words("p"))
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]
    assert "Set-Cookie" not in answer.headers
    assert rasa.got == []


def test_a_request_that_is_far_too_large_is_told(client: FlaskClient) -> None:
    page = _page(client.post("/nb/chat", data={"text": "a" * 40_000}), 413)
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]


def test_what_was_written_is_not_lost_when_rasa_is_gone(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.status = 500
    answer = _say(client, "utleier vil kaste meg ut")
    page = _page(answer, 503)
    assert _said(page) == ["assistant", "person"]
    assert page.words("textarea") == ["utleier vil kaste meg ut"]
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]
    assert _cookie(answer).value, "the conversation can be gone on with"
    rasa.status = 200
    _say(client, "utleier vil kaste meg ut")
    assert _said(_seen(client)) == ["assistant", "person", "person", "assistant"]


def test_a_button_can_be_pressed_again_when_rasa_was_gone(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.status = 500
    page = _page(client.post("/nb/chat", data={"payload": LAW, "title": "Hva sier loven?"}), 503)
    assert {tag["name"]: tag["value"] for tag in page.of("input")} == {"payload": LAW, "title": "Hva sier loven?"}
    assert "Prøv igjen" in page.words("button")


def test_danger_is_answered_first_whatever_is_gone(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.status = 500
    page = _page(_say(client, "mannen min slår meg"), 503)
    assert_well_made(page, "nb", "ltr")
    assert "tel:112" in [tag["href"] for tag in page.of("a")]
    assert page.words("h2")[0] == "Vold: få hjelp nå"


def test_too_many_messages_are_stopped_with_words(client_with: MakeClient) -> None:
    client = client_with(rate_limit="1/minute")
    assert _say(client).status_code == 303
    answer = _say(client, "mer")
    page = _page(answer, 429)
    assert answer.headers["Retry-After"] == "60"
    assert page.words("textarea") == ["mer"]
    assert _said(page) == ["assistant", "person", "assistant"]
    assert client.get("/nb/chat").status_code == 200, "reading costs nothing"


def test_a_database_that_is_down_is_told(client_with: MakeClient) -> None:
    client = client_with(database_url="sqlite:////proc/nowhere/conversations.db")
    page = _page(_say(client, "mannen min slår meg"), 503)
    assert {"tel:112", "tel:55553333"} <= {tag["href"] for tag in page.of("a")}
    assert page.words("textarea") == ["mannen min slår meg"]


def test_a_database_that_fails_in_the_middle_is_told(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    _say(client)

    def down(*_: object) -> None:
        raise sqlalchemy.exc.OperationalError("select", {}, Exception("down"))

    monkeypatch.setattr(app.extensions["bovett"].store, "transcript", down)
    monkeypatch.setattr(app.extensions["bovett"].store, "add_message", down)
    assert "tel:55553333" in [tag["href"] for tag in _page(client.get("/nb/chat"), 503).of("a")]
    assert "tel:55553333" in [tag["href"] for tag in _page(_say(client), 503).of("a")]


HOSTILE = ["<script>alert(1)</script>", "</textarea><b>", "{{ 7*7 }}", "' onfocus='x", '"><img src=x onerror=alert(1)>']


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_person_writes_is_shown_as_text(client: FlaskClient, rasa: FakeRasa, text: str) -> None:
    def shape(said: str, title: str) -> list[str]:
        client.delete_cookie(NAME)
        rasa.status = 500
        failed = _page(client.post("/nb/chat", data={"text": said}), 503)
        pressed = _page(client.post("/nb/chat", data={"payload": LAW, "title": title}), 503)
        return [tag for page in (failed, pressed) for tag, _ in page.tags]

    assert shape(text, text) == shape("hei", "hei")


def test_strange_characters_are_taken(client: FlaskClient, rasa: FakeRasa) -> None:
    assert _say(client, "hei\x00 du\u202e").status_code == 303
    assert rasa.got[0]["message"] == "hei du"
    broken = client.post("/nb/chat", data=b"text=%ff", content_type="application/x-www-form-urlencoded")
    assert broken.status_code == 303
    assert rasa.got[1]["message"] == "%FF"


def test_nothing_of_it_is_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token = _cookie(_say(client, "zebrastripete")).value.partition(".")[2]
    assert "zebrastripete" not in caplog.text
    assert token not in caplog.text


@pytest.mark.parametrize("path", ["/pl/chat", "/xx/chat"])
def test_only_served_languages_have_the_page(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path, data={"text": "hei"}).status_code == 404


def test_what_was_erased_is_told_once(client: FlaskClient) -> None:
    _say(client)
    assert (
        "page-note" not in client.get("/nb/chat?erased=1").text or "slettet" not in client.get("/nb/chat?erased=1").text
    )


def test_an_odd_origin_is_a_foreign_one(client: FlaskClient) -> None:
    assert client.post("/nb/chat", data={"text": "hei"}, headers={"Origin": "http://["}).status_code == 403


def test_a_reply_that_is_hostile_becomes_text(client: FlaskClient, rasa: FakeRasa) -> None:
    evil = [
        "javascript:alert(1)",
        "//evil.example/a",
        "/\\evil.example",
        "/\t/evil.example",
        "data:text/html,x",
        "",
        "JAVASCRIPT:x",
    ]
    reply = rasa.replies[0]
    reply["attachments"] = [{"title": f"file {n}", "url": url, "mime": "text/html"} for n, url in enumerate(evil)]
    reply["contacts"] = [{**reply["contacts"][0], "name": f"office {n}", "url": url} for n, url in enumerate(evil)]
    reply["citations"] = [{**reply["citations"][0], "ref": f"law {n}", "url": url} for n, url in enumerate(evil)]
    _say(client)
    page = _seen(client)
    led_to = [tag["href"] for tag in page.of("a")] + [tag["action"] for tag in page.of("form")]
    assert not [address for address in led_to if address in evil or "evil" in address or "script:" in address.lower()]
    assert not any(name.startswith("file") for name in page.words("a"))
    assert {"office 0", "office 6"} <= set(page.words("strong"))
    assert any(words.startswith("law 6 (") for words in page.words("li"))


def test_the_correction_of_a_wrong_belief_has_the_language_of_the_reply(
    client: FlaskClient, rasa: FakeRasa, sample: Library, composer_in: Callable[..., Composer]
) -> None:
    """As the text of the reply has, whatever the language of the page (WCAG 3.1.2)."""
    rasa.replies = [composer_in("en").answer(sample.articles["deposit"], myth=0).as_dict()]
    _say(client, "deposit", "en")
    page = _seen(client, "ar")
    correction = " ".join(rasa.replies[0]["myth"].split())
    holding = [tag for tag, words in zip(page.of("div"), page.words("div"), strict=True) if correction in words]
    assert [(tag.get("lang"), tag.get("dir")) for tag in holding] == [("en", "ltr")]


def _of_the_town(client: FlaskClient, query: str = "?site=town") -> HtmlPage:
    page = _page(client.get(f"/nb/chat{query}"))
    assert_well_made(page, "nb", "ltr")
    return page


def test_without_scripts_a_site_has_its_own_topics_people_tone_and_way_out(
    content: Path, edit: Callable[[str, str, str], Path], client_with: MakeClient, rasa: FakeRasa
) -> None:
    more = "contacts: [tenant-help]\naudience: youth\nleave_to: https://www.met.no/\ntiles: [landlord-notice]\nopenings: [deposit]\n"
    edit("sites/town.yaml", "contacts: [tenant-help]\n", more)
    edit("sites/bovett.yaml", "contacts: []\n", "contacts: []\ntiles: [deposit]\n")
    client = client_with(content_dir=content)
    greeting = messages_of(Settings().locales_dir / "nb" / "LC_MESSAGES" / "bovett.po")["chat.youth.welcome"]
    payloads = ['/start_guide{"guide": "landlord-notice"}', '/show_article{"article_id": "deposit"}']
    page = _of_the_town(client)
    assert [tag["value"] for tag in page.of("input") if tag["name"] == "payload"] == payloads
    assert greeting in page.words("p")
    assert [tag["value"] for tag in _of_the_town(client, "").of("input") if tag["name"] == "payload"] == []
    assert (
        "form-action 'self' https://www.met.no/;" in client.get("/nb/chat?site=town").headers["Content-Security-Policy"]
    )
    assert {tag["action"] for tag in page.of("form")} == {"/nb/chat?site=town", "/nb/chat/leave?site=town"}
    assert client.post("/nb/chat/leave?site=town").headers["Location"] == "https://www.met.no/"

    answer = client.post("/nb/chat?site=town", data={"text": "hei"})
    assert answer.headers["Location"].startswith("/nb/chat?site=town#")
    assert rasa.got[0]["metadata"]["site"] == "town"
    begun = _of_the_town(client, "")  # the conversation itself knows its site
    assert greeting in begun.words("p")
    actions = [tag["action"].partition("#")[0] for tag in begun.of("form")]
    assert {action.partition("?")[2] for action in actions} == {"site=town"}
    rasa.status = 500
    failed = _page(client.post("/nb/chat", data={"text": "hei"}), 503)
    own, usual = (next(n for n, words in enumerate(failed.words("strong")) if name in words)
                  for name in ("Leierhjelpen", "Nav"))  # fmt: skip
    assert own < usual
    assert client.post("/nb/chat/erase").status_code == 503
    rasa.status = 200
    assert client.post("/nb/chat/erase").headers["Location"] == "/nb/chat?site=town&erased=1"


def test_a_site_that_is_not_there_is_answered_as_our_own(client: FlaskClient) -> None:
    page = _of_the_town(client, "?site=nowhere")
    assert {tag["action"] for tag in page.of("form")} == {"/nb/chat", "/nb/chat/leave"}


def test_a_letter_keeps_the_site_of_the_conversation(client: FlaskClient, rasa: FakeRasa) -> None:
    rasa.replies[0]["attachments"] = [
        {"title": "Krav", "url": "/letters/rent-back?locale=nb&site=town#paid=1", "mime": "text/html"}
    ]
    client.post("/nb/chat?site=town", data={"text": "hei"})
    assert "/letters/rent-back?locale=nb&site=town" in [tag["action"] for tag in _seen(client).of("form")]
