"""Reading requests: everything wrong gets its status, one shape, the caller's language and a human contact."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from flask.testing import FlaskClient

from knowledge.settings import Settings
from tests.unit.web.conftest import MakeClient, Talk, assert_error, assert_names_a_human
from tests.unit.web.fake_rasa import FakeRasa

START = "/api/v1/conversations"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b'{"text": "\xff\xfe"}', "not_utf8"),
        (b'{"text": "\\ud800"}', "not_utf8"),
        (b'{"text": "\\uDFFF x"}', "not_utf8"),
        (b'{"title": {"a": ["\\ud800"]}}', "not_utf8"),
        (b'{"text": "hei\\u0000"}', "not_utf8"),
        (b'{"text": "hei\x00"}', "not_json"),
        (b"{", "not_json"),
        (b"hei", "not_json"),
        (b"[1]", "not_json"),
        (b'"hei"', "not_json"),
        (b"null", "not_json"),
        (b"[" * 20_000, "not_json"),
    ],
)
def test_a_body_that_is_no_text_or_no_object_is_refused(talk: Talk, rasa: FakeRasa, raw: bytes, code: str) -> None:
    assert_names_a_human(assert_error(talk.post(raw), 400, code))
    assert rasa.got == []


@pytest.mark.parametrize("raw", [b'{"text": "\\ud83c\\udfe0"}', b'{"text": "C:\\\\u0000"}', b'{"text": "\\\\ud800"}'])
def test_what_only_looks_broken_is_a_text(talk: Talk, raw: bytes) -> None:
    assert talk.post(raw).status_code == 200


@pytest.mark.parametrize("to", ["messages", "feedback"])
def test_one_megabyte_is_too_large(talk: Talk, to: str) -> None:
    assert_names_a_human(assert_error(talk.post({"text": "a" * 1_000_000}, to), 413, "too_large"))


@pytest.mark.parametrize("locale", ["xx", "NB", "../nb", 7, ["nb"], {"nb": 1}])
def test_an_unknown_locale_is_refused_and_the_known_ones_named(client: FlaskClient, locale: Any) -> None:
    body = assert_error(client.post(START, json={"locale": locale}), 422, "unknown_locale")
    assert body["error"]["fields"] == {"locale": "nb, en, ar, pl"}
    assert_names_a_human(body)


@pytest.mark.parametrize("locale", ["", None])
def test_no_locale_leaves_the_choice_to_us(client: FlaskClient, locale: str | None) -> None:
    assert client.post(START, json={"locale": locale}).status_code == 201


@pytest.mark.parametrize("site", ["nowhere", "../town", 7, ["town"], {"town": 1}])
def test_an_unknown_site_is_refused(client: FlaskClient, site: Any) -> None:
    assert_names_a_human(assert_error(client.post(START, json={"site": site}), 422, "unknown_site"))


def test_a_sites_own_people_are_named_in_its_errors(client: FlaskClient) -> None:
    body = Talk(client, {"site": "town"}).post({"text": ""}).get_json()
    assert body["replies"][-1]["contacts"][0]["id"] == "tenant-help"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic eDp5", "token"])
@pytest.mark.parametrize("method", ["get", "delete"])
def test_without_a_token_nothing_opens(talk: Talk, method: str, header: str) -> None:
    answer = getattr(talk.client, method)(talk.url, headers={"Authorization": header} if header else {})
    assert_error(answer, 401, "token_missing")


@pytest.mark.parametrize("token", ["wrong", "a" * 5000, "' OR 1=1 --", "æøå"])
def test_a_wrong_token_opens_nothing(talk: Talk, token: str) -> None:
    assert_error(talk.client.get(talk.url, headers={"Authorization": f"Bearer {token}"}), 401, "token_wrong")


def test_the_token_of_another_conversation_opens_nothing(talk: Talk) -> None:
    other = Talk(talk.client)
    assert_error(talk.client.get(talk.url, headers=other.headers), 401, "token_wrong")


def test_a_conversation_that_never_was_looks_like_a_wrong_token(talk: Talk) -> None:
    """Whoever guesses ids learns nothing."""
    assert_error(talk.client.get(f"{START}/nothing", headers=talk.headers), 401, "token_wrong")


def test_a_conversation_whose_time_is_over_says_so_in_its_language(client: FlaskClient, settings: Settings) -> None:
    talk = Talk(client, {"locale": "en"})
    with sqlite3.connect(settings.var_dir / "conversations.db") as database:
        database.execute("UPDATE conversations SET expires_at = '2020-01-01 00:00:00.000000'")
    body = assert_error(talk.say("hei"), 401, "token_expired")
    assert body["error"]["message"].startswith("The conversation is too old")
    assert_names_a_human(body)
    # As the privacy page says: it cannot be deleted by its key any more, and is when the next one starts.
    assert_error(talk.client.delete(talk.url, headers=talk.headers), 401, "token_expired")


def test_too_many_requests_are_slowed_down_and_told_when_to_come_back(client_with: MakeClient) -> None:
    talk = Talk(client_with(rate_limit="3/minute"))
    answers = [talk.say("hei") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert_names_a_human(assert_error(answers[-1], 429, "too_many"))
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


def test_starting_and_feedback_are_counted_too(client_with: MakeClient) -> None:
    talk = Talk(client_with(rate_limit="1/minute"))
    assert_error(talk.client.post(START, json={}), 429, "too_many")
    assert_error(talk.post({"reply_id": "x", "helpful": True}, "feedback"), 429, "too_many")


def test_one_address_does_not_use_up_the_limit_of_another(client_with: MakeClient) -> None:
    client = client_with(rate_limit="1/minute")
    codes = [client.post(START, json={}, environ_base={"REMOTE_ADDR": a}).status_code for a in ("10.0.0.1", "10.0.0.2")]
    assert codes == [201, 201]
