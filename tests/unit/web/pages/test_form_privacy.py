"""Without scripts: the key of a conversation, erasing and leaving it, and what other pages and hostile texts can do."""

from __future__ import annotations

import logging
import time

import pytest
from flask.testing import FlaskClient

from tests.unit.web.fake_rasa import FakeRasa
from tests.unit.web.pages.form_page import LAW, NAME, cookie_of, say, seen, shown, turns


def test_the_cookie_is_for_this_alone_and_short_lived(client: FlaskClient) -> None:
    cookie = cookie_of(say(client))
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["path"]) == (True, "Strict", "3600", "/")
    assert not cookie["secure"]
    over_tls = client.post("/nb/chat", data={"text": "hei"}, base_url="https://localhost")
    assert cookie_of(over_tls)["secure"]


def test_the_key_is_the_one_of_the_api_and_lives_on_with_each_message(client: FlaskClient) -> None:
    first, second = say(client), say(client)
    assert cookie_of(first).value == cookie_of(second).value
    conversation_id, _, token = cookie_of(first).value.partition(".")
    told = client.get(f"/api/v1/conversations/{conversation_id}", headers={"Authorization": f"Bearer {token}"})
    assert [item["said_by"] for item in told.get_json()["messages"]] == ["assistant", *["person", "assistant"] * 2]


@pytest.mark.parametrize("value", ["", "x", "x.y", ".", f"{'0' * 32}.token", "a.b.c", "é.ü"])
def test_a_key_that_opens_nothing_begins_anew(client: FlaskClient, value: str, rasa: FakeRasa) -> None:
    client.set_cookie(NAME, value)
    assert turns(seen(client)) == ["assistant"]
    assert say(client).status_code == 303
    assert turns(seen(client)) == ["assistant", "person", "assistant"]


def test_the_conversation_is_erased_everywhere(client: FlaskClient, rasa: FakeRasa) -> None:
    conversation_id, _, token = cookie_of(say(client)).value.partition(".")
    answer = client.post("/nb/chat/erase")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/nb/chat?erased=1")
    assert cookie_of(answer)["max-age"] == "0"
    assert rasa.forgotten == [conversation_id]
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get(f"/api/v1/conversations/{conversation_id}", headers=headers).status_code == 401
    page = shown(client.get(answer.headers["Location"]))
    assert "Samtalen er slettet." in page.words("p")
    assert turns(page) == ["assistant"]


def test_erasing_that_fails_is_told_and_the_key_kept(client: FlaskClient, rasa: FakeRasa) -> None:
    say(client)
    rasa.status = 500
    answer = client.post("/nb/chat/erase")
    assert "Set-Cookie" not in answer.headers
    page = shown(answer, 503)
    assert "tel:55553333" in [tag["href"] for tag in page.of("a")]
    assert turns(page) == ["assistant", "person", "assistant"]


@pytest.mark.parametrize("status", [200, 500])
def test_leaving_erases_and_is_never_held_up(client: FlaskClient, rasa: FakeRasa, status: int) -> None:
    conversation_id = cookie_of(say(client)).value.partition(".")[0]
    rasa.status = status
    answer = client.post("/nb/chat/leave")
    assert (answer.status_code, answer.headers["Location"]) == (303, "https://www.yr.no/")
    assert cookie_of(answer)["max-age"] == "0"
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
    assert say(client, **headers).status_code == 303


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/nb/chat", "/nb/chat/erase", "/nb/chat/leave"])
def test_forms_of_other_pages_do_nothing(
    client: FlaskClient, rasa: FakeRasa, headers: dict[str, str], path: str
) -> None:
    say(client, "min hemmelighet")
    answer = client.post(path, data={"text": "hei"}, headers=headers)
    page = shown(answer, 403)
    assert "Set-Cookie" not in answer.headers
    assert (len(rasa.got), rasa.forgotten) == (1, [])
    assert "min hemmelighet" not in page.html
    assert turns(seen(client)) == ["assistant", "person", "assistant"]


def test_an_odd_origin_is_a_foreign_one(client: FlaskClient) -> None:
    assert client.post("/nb/chat", data={"text": "hei"}, headers={"Origin": "http://["}).status_code == 403


def test_what_was_erased_is_told_until_one_writes_again(client: FlaskClient) -> None:
    told = "Samtalen er slettet."
    assert told in shown(client.get("/nb/chat?erased=1")).words("p")
    say(client)
    assert told not in shown(client.get("/nb/chat?erased=1")).words("p")


HOSTILE = ["<script>alert(1)</script>", "</textarea><b>", "{{ 7*7 }}", "' onfocus='x", '"><img src=x onerror=alert(1)>']


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_person_writes_is_shown_as_text(client: FlaskClient, rasa: FakeRasa, text: str) -> None:
    def shape(said: str, title: str) -> list[str]:
        client.delete_cookie(NAME)
        rasa.status = 500
        failed = shown(client.post("/nb/chat", data={"text": said}), 503)
        pressed = shown(client.post("/nb/chat", data={"payload": LAW, "title": title}), 503)
        return [tag for page in (failed, pressed) for tag, _ in page.tags]

    assert shape(text, text) == shape("hei", "hei")


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
    say(client)
    page = seen(client)
    led_to = [tag["href"] for tag in page.of("a")] + [tag["action"] for tag in page.of("form")]
    assert not [address for address in led_to if address in evil or "evil" in address or "script:" in address.lower()]
    assert not any(name.startswith("file") for name in page.words("a"))
    assert {"office 0", "office 6"} <= set(page.words("strong"))
    assert any(words.startswith("law 6 (") for words in page.words("li"))


def test_nothing_of_it_is_logged(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token = cookie_of(say(client, "zebrastripete")).value.partition(".")[2]
    assert "zebrastripete" not in caplog.text
    assert token not in caplog.text
