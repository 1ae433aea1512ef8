"""The conversation without scripts: the same answers as over the API, by plain forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.reply import LawText
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import HtmlPage, assert_well_made
from tests.unit.web.pages.form_page import LAW, say, seen, shown, turns


@pytest.mark.parametrize(("locale", "direction"), [("nb", "ltr"), ("en", "ltr"), ("ar", "rtl")])
def test_the_page_greets_and_keeps_nothing(
    client: FlaskClient, app: Flask, locale: str, direction: str, rasa: FakeRasa
) -> None:
    answer = client.get(f"/{locale}/chat")
    page = shown(answer)
    assert_well_made(page, locale, direction)
    assert turns(page) == ["assistant"]
    assert "Set-Cookie" not in answer.headers
    assert rasa.got == []
    assert not app.extensions["bovett"].settings.var_dir.joinpath("conversations.db").exists()
    assert {"name": "robots", "content": "noindex"} in page.of("meta")


def test_the_language_can_be_changed_without_losing_the_conversation(client: FlaskClient) -> None:
    say(client)
    page = seen(client, "en")
    assert [tag["href"] for tag in page.of("a") if tag.get("hreflang")] == ["/nb/chat", "/en/chat", "/ar/chat"]
    assert turns(page) == ["assistant", "person", "assistant"]


def test_a_message_is_answered_on_a_page_that_can_be_loaded_again(client: FlaskClient, rasa: FakeRasa) -> None:
    answer = say(client, "hvor stort depositum?\r\nog når?")
    assert answer.status_code == 303
    path, _, anchor = answer.headers["Location"].partition("#")
    assert path == "/nb/chat"
    assert rasa.got[0]["message"] == "hvor stort depositum?\nog når?"
    assert rasa.got[0]["metadata"] == {"locale": "nb", "last_locale": "nb", "site": "bovett"}
    page = seen(client)
    assert_well_made(page, "nb", "ltr")
    assert turns(page) == ["assistant", "person", "assistant"]
    assert [tag["class"] for tag in page.of("li") if tag.get("id") == anchor] == ["assistant"]
    seen(client)
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
    composer, deposit = composer_in("en"), sample.articles["deposit"]
    reply = composer.corrected(composer.answer(deposit), [(deposit, 0)])
    rasa.replies = [replace(reply, law_text=(law,), attachments=(letter, day, bad)).as_dict()]
    say(client, "deposit", "en")
    page = seen(client, "en")
    assert_well_made(page, "en", "ltr")
    links = {tag["href"]: tag for tag in page.of("a")}
    assert {letter["url"], day["url"], "tel:55553333", "https://lovdata.no/lov/1999-03-26-17/§3-5"} <= set(links)
    assert "download" in links[day["url"]]
    assert "download" not in links[letter["url"]]
    assert bad["url"] not in links
    assert "Deposit" in page.words("h3")
    assert "First, something that is easy to misunderstand" in page.words("h3")
    assert page.words("summary") == ["husleieloven § 3-5. Depositum"]
    assert "Do this now" in page.words("h4")
    assert "Ask for an account." in page.words("li")


def test_a_letter_opens_with_what_the_guide_knows_and_no_address_tells_it(client: FlaskClient, rasa: FakeRasa) -> None:
    url = "/letters/rent-back?locale=en#paid=12500&landlord=Ola%20%22N%22%20%26%20S%C3%B8nn"
    rasa.replies[0]["attachments"] = [{"title": "Krav", "url": url, "mime": "text/html"}]
    say(client, "deposit", "en")
    page = seen(client, "en")
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
    say(client)
    page = seen(client)
    assert url in [tag["href"] for tag in page.of("a")]
    assert not [tag for tag in page.of("input") if tag["name"] == "paid"]


def test_a_button_is_pressed(client: FlaskClient, rasa: FakeRasa) -> None:
    say(client)
    forms = seen(client).of("input")
    assert {"type": "hidden", "name": "payload", "value": LAW} in forms
    client.post("/nb/chat", data={"payload": LAW, "title": "Hva sier loven?"})
    assert rasa.got[1]["message"] == LAW
    assert "Hva sier loven?" in seen(client).words("p")


def test_only_the_buttons_of_the_last_turn_stand(client: FlaskClient) -> None:
    say(client)
    once = len(seen(client).of("button"))
    say(client)
    assert len(seen(client).of("button")) == once


def test_a_guide_can_be_started(client: FlaskClient, rasa: FakeRasa) -> None:
    payload = '/start_guide{"guide": "landlord-notice"}'
    page = seen(client)
    assert [tag["value"] for tag in page.of("input") if tag["name"] == "payload"] == [payload]
    client.post("/nb/chat", data={"payload": payload, "title": "Sjekk"})
    assert rasa.got[0]["message"] == payload
    assert payload not in seen(client).html.replace("&#34;", '"'), "what one may begin with is gone once one has begun"


def test_a_guide_that_the_address_names_comes_first(whole: FlaskClient) -> None:
    page = shown(whole.get("/nb/chat?guide=refugee"))
    payloads = [tag["value"] for tag in page.of("input") if tag["name"] == "payload"]
    assert payloads[0] == '/start_guide{"guide": "refugee"}'
    assert shown(whole.get("/nb/chat?guide=x")).of("input")[0]["value"] != payloads[0]


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
    say(client)
    page = seen(client)
    assert_well_made(page, "nb", "ltr")
    (found,) = [tag for tag in page.of("input") if tag.get("id") == "answer"]
    assert field.items() <= found.items()


def test_a_date_is_sent_as_it_is_written_in_norway(client: FlaskClient, rasa: FakeRasa) -> None:
    client.post("/nb/chat", data={"date": "2026-12-04"})
    assert rasa.got[0]["message"] == "04.12.2026"


def test_strange_characters_are_taken(client: FlaskClient, rasa: FakeRasa) -> None:
    assert say(client, "hei\x00 du\u202e").status_code == 303
    assert rasa.got[0]["message"] == "hei du"
    broken = client.post("/nb/chat", data=b"text=%ff", content_type="application/x-www-form-urlencoded")
    assert broken.status_code == 303
    assert rasa.got[1]["message"] == "%FF"


@pytest.mark.parametrize("path", ["/pl/chat", "/xx/chat"])
def test_only_served_languages_have_the_page(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path, data={"text": "hei"}).status_code == 404


def test_the_correction_of_a_wrong_belief_has_the_language_of_the_reply(
    client: FlaskClient, rasa: FakeRasa, sample: Library, composer_in: Callable[..., Composer]
) -> None:
    """As the text of the reply has, whatever the language of the page (WCAG 3.1.2)."""
    composer, deposit = composer_in("en"), sample.articles["deposit"]
    rasa.replies = [composer.corrected(composer.answer(deposit), [(deposit, 0)]).as_dict()]
    say(client, "deposit", "en")
    page = seen(client, "ar")
    belief, correction = (" ".join(part.split()) for part in rasa.replies[0]["myth"].split("\n\n"))
    assert {belief, correction} <= set(page.words("p"))
    holding = [tag for tag, words in zip(page.of("div"), page.words("div"), strict=True) if correction in words]
    assert [(tag.get("lang"), tag.get("dir")) for tag in holding] == [("en", "ltr")]
