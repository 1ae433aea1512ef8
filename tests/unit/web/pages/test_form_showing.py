"""Showing the conversation to a helper from the page without scripts."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from knowledge.catalogues import messages_of
from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient
from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.html_page import HtmlPage, assert_well_made
from tests.unit.web.pages.own_page import own_page

LOCALES = Settings().locales_dir
SHOW, END = "/nb/chat/showing", "/nb/chat/showing/end"


def _link(page: HtmlPage) -> str:
    """The path of the one link to a shown conversation."""
    (address,) = [tag["href"] for tag in page.of("a") if "/shown/" in tag["href"]]
    return urlsplit(address).path


def _forms(page: HtmlPage) -> set[str]:
    return {tag["action"].partition("#")[0] for tag in page.of("form")}


def test_nothing_is_offered_before_there_is_a_conversation(client: FlaskClient) -> None:
    assert SHOW not in _forms(own_page(client.get("/nb/chat")))
    assert client.post(SHOW).headers["Location"] == "/nb/chat"


def test_a_link_is_made_shown_once_and_opens_for_somebody_else(begun: FlaskClient) -> None:
    offered = own_page(begun.get("/nb/chat"))
    assert SHOW in _forms(offered)
    assert END not in _forms(offered)
    assert "Gi lenken bare til noen du stoler på. Den som har den, kan gi den videre." in offered.words("p")
    made = own_page(begun.post(SHOW))
    assert_well_made(made, "nb", "ltr")
    assert END in _forms(made)
    assert made.of("svg", "path"), "the code for a telephone"
    helper = begun.application.test_client()
    assert "hvor stort depositum?" in own_page(helper.get(_link(made))).words("p")
    later = own_page(begun.get("/nb/chat"))
    assert "/shown/" not in later.html
    assert any(text.startswith("Den som har lenken, kan lese samtalen til") for text in later.words("p"))
    assert {SHOW, END} <= _forms(later)


def test_the_key_of_the_conversation_is_in_no_address(begun: FlaskClient) -> None:
    cookie = begun.get_cookie("bovett_conversation")
    assert cookie is not None
    html = own_page(begun.post(SHOW)).html
    assert not any(part in html for part in cookie.value.split("."))


def test_it_is_ended_by_a_button(begun: FlaskClient) -> None:
    path = _link(own_page(begun.post(SHOW)))
    ended = begun.post(END)
    assert (ended.status_code, ended.headers["Location"]) == (303, "/nb/chat?stopped=1")
    assert begun.get(path).status_code == 404
    page = own_page(begun.get(ended.headers["Location"]))
    assert "Lenken virker ikke lenger." in page.words("p")
    assert END not in _forms(page)


@pytest.mark.parametrize("to", ["/nb/chat/erase", "/nb/chat/leave"])
def test_deleting_and_leaving_in_a_hurry_end_it(begun: FlaskClient, rasa: FakeRasa, to: str) -> None:
    path = _link(own_page(begun.post(SHOW)))
    rasa.status = 500  # whatever the rest of the service does
    begun.post(to)
    assert begun.get(path).status_code == 404


def test_another_site_can_neither_make_nor_end_a_link(begun: FlaskClient) -> None:
    path = _link(own_page(begun.post(SHOW)))
    for to in (SHOW, END):
        assert begun.post(to, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert begun.get(path).status_code == 200


def test_making_links_is_limited(client_with: MakeClient) -> None:
    client = client_with(rate_limit="2/minute")
    client.post("/nb/chat", data={"text": "hei"})
    assert [client.post(SHOW).status_code for _ in range(2)] == [200, 429]


def test_whoever_opens_the_address_of_the_form_gets_the_conversation(begun: FlaskClient) -> None:
    assert begun.get(SHOW).headers["Location"] == "/nb/chat"


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_the_page_on_privacy_tells_of_it(whole: FlaskClient, locale: str) -> None:
    word = whole.application.extensions["bovett"].pages.addresses["privacy"][locale]
    page = _page_of_ours(whole.get(f"/{locale}/{word}"))
    assert any("24" in text for text in page.words("p"))
    assert "showing_hours" not in page.html
    assert messages_of(LOCALES / locale / "LC_MESSAGES" / "bovett.po")["chat.show_stop"] in page.html


def _page_of_ours(answer: TestResponse) -> HtmlPage:
    assert answer.status_code == 200
    return HtmlPage(answer.get_data(as_text=True))
