"""The Socket.IO channel lets in listed pages only, opens a conversation to its key alone, and takes no commands."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
import structlog
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic

from knowledge.library import Library
from knowledge.outcomes import Outcome
from knowledge.reply import Button, Reply
from knowledge.settings import Settings
from nlu.socket_channel import BovettSocketInput
from nlu.socket_sessions import PREFIX, forget_silent
from nlu.tracker_store import ForgettingTrackerStore
from tests.unit.nlu.socket_connection import DOMAIN, ORIGIN, SAY, SHOW, Channel

_DAY_S = 86400


@pytest.fixture(autouse=True)
def _read_once(real: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the content takes a second."""
    monkeypatch.setattr("nlu.socket_channel.Library", SimpleNamespace(read=lambda _: real))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ForgettingTrackerStore:
    monkeypatch.setenv("BOVETT_TRACKER_DATABASE", str(tmp_path / "tracker.db"))
    return ForgettingTrackerStore(DOMAIN)


@pytest.fixture
def channel(store: ForgettingTrackerStore) -> Channel:
    return Channel(store)


def _paths(settings: Settings) -> list[str]:
    app = Sanic("socket", register=False)
    app.blueprint(BovettSocketInput(settings).blueprint(lambda _: asyncio.sleep(0)), url_prefix="/webhooks/socketio")
    return [route.path for route in app.router.routes]


def test_it_is_off_unless_pages_are_named() -> None:
    assert _paths(Settings()) == []
    assert _paths(Settings(socket_origins=ORIGIN)) == ["socket.io"]


def test_exactly_the_listed_origins_are_let_in_and_no_cookies() -> None:
    channel = BovettSocketInput(Settings(socket_origins=f"{ORIGIN},http://localhost:81"))
    channel.blueprint(lambda _: asyncio.sleep(0))
    assert (channel.sio.eio.cors_allowed_origins, channel.sio.eio.cors_credentials) == (
        [ORIGIN, "http://localhost:81"],
        False,
    )


@pytest.mark.parametrize(
    ("environ", "let_in"),
    [
        ({"HTTP_ORIGIN": ORIGIN}, True),
        ({"HTTP_ORIGIN": "https://evil.example"}, False),
        ({"HTTP_ORIGIN": f"{ORIGIN}.evil.example"}, False),
        ({"HTTP_ORIGIN": "null"}, False),
        ({"HTTP_ORIGIN": "https://evil.example", "HTTP_SEC_FETCH_SITE": "same-origin"}, False),
        ({"HTTP_SEC_FETCH_SITE": "same-origin"}, True),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, False),
        ({"HTTP_USER_AGENT": "curl"}, False),
    ],
)
def test_a_page_that_is_not_listed_is_refused(channel: Channel, environ: dict[str, str], let_in: bool) -> None:
    assert channel.connect(**environ) is let_in


def test_each_connection_gets_a_key_of_its_own(channel: Channel) -> None:
    keys = {channel.key(str(number)) for number in range(5)}
    assert len(keys) == 5
    assert {len(key) for key in keys} == {43}


def test_the_key_goes_on_with_its_conversation(channel: Channel) -> None:
    key = channel.key("1")
    channel.say("hei", "1")
    assert channel.key("2", {"session_id": key}) == key
    channel.say("hva nå?", "2")
    assert channel.got[0].sender_id == channel.got[1].sender_id
    assert channel.got[1].metadata == {"locale": None, "last_locale": "uk", "site": "bovett"}


@pytest.mark.parametrize("made_up", ["abc", "default", "", 7, None, ["x"], {"a": 1}, "x" * 43, "../" * 20])
def test_an_id_that_a_client_made_up_opens_nothing(channel: Channel, made_up: object) -> None:
    assert channel.key("1", {"session_id": made_up}) != made_up


def test_what_is_stored_opens_nothing(channel: Channel) -> None:
    """Neither the id in the tracker store nor a `session_id` sent with a message leads to another's conversation."""
    key = channel.key("1")
    channel.say("hei", "1")
    stored = channel.got[0].sender_id
    assert stored.startswith(PREFIX)
    assert key not in stored
    assert channel.key("2", {"session_id": stored}) not in (stored, key)
    channel.say("hei", "2", session_id=key)
    assert channel.got[1].sender_id != stored


def test_a_message_without_a_session_begins_one(channel: Channel) -> None:
    channel.connect("9")
    assert channel.say("hei", "9")
    assert channel.sio.sent[0][0] == "session_confirm"


def test_replies_go_to_the_conversation_and_to_no_other(channel: Channel) -> None:
    channel.key("1")
    channel.key("2")
    channel.say("hei", "1")
    rooms = {room for event, _, room in channel.sio.sent if event == "bot_uttered"}
    assert rooms == {channel.got[0].sender_id}
    assert [sid for sid, room in channel.sio.rooms if room in rooms] == ["1"]


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("/restart", "restart"),
        ("/session_start", "session_start"),
        (" //restart", "restart"),
        ("/", "?"),
        (SHOW, SHOW[1:]),
        ("\u200b/restart", "restart"),
        ("mitt nummer er 15108695088", "mitt nummer er [id-number]"),
        ("a\x00b \ud800", "ab"),
    ],
)
def test_what_a_person_types_is_never_a_command(channel: Channel, typed: str, heard: str) -> None:
    channel.key()
    channel.say(typed)
    assert channel.heard == [heard]


@pytest.mark.parametrize(("sent", "locale"), [({}, "nb"), ({"locale": "uk"}, "uk"), ({"site": "kommune"}, "nb")])
def test_a_page_has_the_conversation_opened_without_rasa(channel: Channel, sent: dict[str, str], locale: str) -> None:
    channel.key()
    assert channel.say("/greet", customData=sent) == [{"text": SAY("chat.welcome", locale)}]
    assert channel.got == []


def test_a_button_of_this_conversation_is_pressed(channel: Channel) -> None:
    channel.key()
    channel.say("hva er depositum?")
    channel.say(SHOW)
    channel.say('/show_article{"article_id": "mould"}')
    assert channel.heard[1:] == [SHOW, 'show_article{"article_id": "mould"}']


def test_a_button_of_another_conversation_is_not_pressed(channel: Channel) -> None:
    channel.key("1")
    channel.say("hva er depositum?", "1")
    channel.key("2")
    channel.say(SHOW, "2")
    assert channel.heard[1] == SHOW[1:]


def test_a_button_that_sends_a_command_of_rasas_is_not_pressed(channel: Channel) -> None:
    channel.replies = [Reply(Outcome.ANSWERED, "nb", "…", buttons=(Button("x", "/restart"),)).as_dict()]
    channel.key()
    channel.say("hei")
    channel.say("/restart")
    assert channel.heard[1] == "restart"


@pytest.mark.parametrize("name", ["metadata", "customData"])
@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"locale": "nn", "site": "kommune"}, ("nn", "kommune")),
        (json.dumps({"locale": "nn", "site": "kommune"}), ("nn", "kommune")),
        ({"locale": "xx", "site": "nobody"}, (None, "bovett")),
        ({"locale": ["nb"], "site": {"a": 1}}, (None, "bovett")),
        ("{", (None, "bovett")),
        ("[" * 30_000, (None, "bovett")),
        (7, (None, "bovett")),
    ],
)
def test_language_and_site_come_along_when_they_are_known(
    channel: Channel, name: str, sent: object, expected: tuple[str | None, str]
) -> None:
    channel.key()
    channel.say("hei", **{name: sent})
    metadata = channel.got[0].metadata or {}
    assert (metadata["locale"], metadata["site"]) == expected


@pytest.mark.parametrize(
    ("text", "key"), [("", "error.empty_message"), (None, "error.empty_message"), ({"a": 1}, "error.empty_message")]
)
def test_what_is_no_text_is_told(channel: Channel, text: object, key: str) -> None:
    channel.key()
    assert SAY(key, "nb") in channel.say(text)[0]["text"]
    assert channel.got == []


def test_a_message_that_is_too_long_is_told(channel: Channel) -> None:
    channel.key()
    assert SAY("error.message_too_long", "nb", limit=2000) in channel.say("x" * 2001)[0]["text"]
    assert channel.got == []


def test_too_many_messages_of_one_connection_are_told(store: ForgettingTrackerStore) -> None:
    channel = Channel(store, rate_limit="2/minute")
    channel.key("1")
    shown = [channel.say("hei", "1")[0]["text"] for _ in range(3)]
    assert [SAY("error.too_many", "nb") in text for text in shown] == [False, False, True]
    channel.key("2")
    assert channel.say("hei", "2")[0]["text"] == "Svar."


def test_nothing_of_a_connection_stays_in_memory(channel: Channel) -> None:
    channel.key("1")
    channel.say("hei", "1")
    asyncio.run(channel.handlers["disconnect"]("1", "transport close"))
    assert (channel.channel._sessions, channel.channel._counts.events) == ({}, {})


@pytest.mark.parametrize("failure", [RuntimeError("jeg bor hos Kari"), asyncio.TimeoutError(), None])
def test_people_to_turn_to_are_named_when_something_is_down(
    channel: Channel, failure: Exception | None, caplog: pytest.LogCaptureFixture
) -> None:
    channel.failure, channel.replies = failure, []
    channel.key()
    with structlog.testing.capture_logs() as events:
        shown = " ".join(message["text"] for message in channel.say("jeg bor hos Kari"))
    assert SAY("reply.error", "nb") in shown
    assert "55 55 33 33" in shown
    assert [event["event"] for event in events] == ["socket.failed"]
    assert "Kari" not in f"{events}{caplog.text}"


def test_danger_is_answered_when_everything_is_down(channel: Channel) -> None:
    channel.failure = RuntimeError()
    channel.key()
    assert "112" in channel.say("mannen min slår meg")[0]["text"]


def _said(store: ForgettingTrackerStore, sender: str, days_ago: float) -> None:
    at = time.time() - days_ago * _DAY_S
    events = [UserUttered("hei", intent={"name": "greet"}, timestamp=at - 1), BotUttered("hallo", timestamp=at)]
    asyncio.run(store.save(DialogueStateTracker.from_events(sender, events, DOMAIN.slots)))


def _kept(store: ForgettingTrackerStore) -> set[str]:
    return set(asyncio.run(store.keys()))


def test_conversations_whose_time_is_over_are_erased(store: ForgettingTrackerStore) -> None:
    for sender, days_ago in (("socket-a", 31), ("socket-b", 29), ("socket-c", 400), ("web", 400), ("socket", 400)):
        _said(store, sender, days_ago)
    _said(store, "socket-c", 1)  # went on
    erased = asyncio.run(forget_silent(SimpleNamespace(tracker_store=store), 30))
    assert (erased, _kept(store)) == (1, {"socket-b", "socket-c", "web", "socket"})


def test_the_channel_tidies_by_itself(channel: Channel) -> None:
    """Nobody may be using the web server, whose tidying does it otherwise."""
    _said(channel.store, "socket-old", 31)
    channel.key()
    assert _kept(channel.store) == set()


def test_a_key_is_too_old_when_its_time_is_over(channel: Channel) -> None:
    key = channel.key("1")
    channel.say("hei", "1")
    with channel.store._database as database:
        database.execute("UPDATE events SET data = json_set(data, '$.timestamp', ?)", (time.time() - 31 * _DAY_S,))
    assert channel.key("2", {"session_id": key}) != key
