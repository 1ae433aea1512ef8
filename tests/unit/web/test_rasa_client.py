"""Talking to Rasa: whatever goes wrong becomes RasaUnavailable."""

from __future__ import annotations

import pytest

from tests.service import free_port
from tests.unit.web.fake_rasa import FakeRasa
from web.rasa_client import RasaClient, RasaUnavailable


@pytest.fixture
def to_rasa(rasa: FakeRasa) -> RasaClient:
    return RasaClient(rasa.url, "secret", timeout_s=5)


def test_a_message_is_sent_with_the_secret_and_its_metadata(rasa: FakeRasa, to_rasa: RasaClient) -> None:
    found = to_rasa.send("c1", "hei", {"locale": "nb"})
    assert found[0]["article"]["id"] == "deposit"
    assert rasa.got == [{"sender": "c1", "message": "hei", "metadata": {"locale": "nb"}}]
    assert rasa.secrets == ["secret"]


def test_only_our_own_replies_are_taken(rasa: FakeRasa, to_rasa: RasaClient) -> None:
    rasa.raw = b'[{"text": "from elsewhere"}, {"custom": {"outcome": "smalltalk"}}]'
    assert to_rasa.send("c1", "hei", {}) == [{"outcome": "smalltalk"}]


@pytest.mark.parametrize("raw", [b"", b"<html>", b"[", b"\xff", b"null", b"7", b"[7]", b"[null]", b"[]", b"{}",
                                 b'{"error": "x"}', b'[{"text": "no reply of ours"}]'])  # fmt: skip
def test_an_answer_that_holds_no_reply_is_no_answer(rasa: FakeRasa, to_rasa: RasaClient, raw: bytes) -> None:
    rasa.raw = raw
    with pytest.raises(RasaUnavailable):
        to_rasa.send("c1", "hei", {})


@pytest.mark.parametrize("status", [400, 403, 404, 500, 503])
def test_an_error_of_rasa_is_no_answer(rasa: FakeRasa, to_rasa: RasaClient, status: int) -> None:
    rasa.status = status
    with pytest.raises(RasaUnavailable, match="HTTPError"):
        to_rasa.send("c1", "hei", {})
    with pytest.raises(RasaUnavailable):
        to_rasa.forget("c1")
    assert not to_rasa.is_ready()


def test_waiting_ends_after_the_time_allowed(rasa: FakeRasa) -> None:
    rasa.wait_s = 3
    with pytest.raises(RasaUnavailable, match="Timeout"):
        RasaClient(rasa.url, "", timeout_s=1).send("c1", "hei", {})


def test_a_rasa_that_is_gone_is_unavailable() -> None:
    gone = RasaClient(f"http://127.0.0.1:{free_port()}", "", timeout_s=1)
    with pytest.raises(RasaUnavailable, match="ConnectionError"):
        gone.send("c1", "hei", {})
    assert not gone.is_ready()


def test_the_reason_never_holds_the_message() -> None:
    with pytest.raises(RasaUnavailable) as caught:
        RasaClient(f"http://127.0.0.1:{free_port()}", "", timeout_s=1).send("c1", "zebrastripete", {})
    assert "zebrastripete" not in str(caught.value)


def test_a_conversation_is_forgotten_by_its_id(rasa: FakeRasa, to_rasa: RasaClient) -> None:
    to_rasa.forget("abc")
    assert rasa.forgotten == ["abc"]
    assert to_rasa.is_ready()


def test_it_is_told_how_many_old_ones_were_forgotten(rasa: FakeRasa, to_rasa: RasaClient) -> None:
    rasa.silent = 7
    assert to_rasa.forget_silent() == 7


@pytest.mark.parametrize("raw", [b"", b"null", b"[]", b"{}", b'{"erased": null}', b"<html>"])
def test_what_is_no_number_of_old_ones_is_no_answer(rasa: FakeRasa, to_rasa: RasaClient, raw: bytes) -> None:
    rasa.raw = raw
    with pytest.raises(RasaUnavailable):
        to_rasa.forget_silent()


def test_no_proxy_of_the_machine_is_asked(rasa: FakeRasa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    assert RasaClient(rasa.url, "", timeout_s=2).send("c1", "hei", {})
