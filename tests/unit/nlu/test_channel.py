"""The channel lets in whoever knows the secret, hands Rasa masked text, and never logs what people wrote."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest
import structlog
from rasa.core.actions.action import RemoteAction
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from sanic import Sanic
from sanic.response import HTTPResponse

from nlu.channel import SECRET_HEADER, BovettInput

SECRET = "a-long-secret"
ON_NEW_MESSAGE = Callable[[UserMessage], Awaitable[Any]]
PRIVATE = "mitt nummer er 15108695088 og jeg bor hos Kari"
WEBHOOK, HEALTH, CONVERSATION, OLD = "webhook", "", "conversations/<conversation_id:str>", "conversations"


class Rasa:
    """Notes the messages that the channel hands over, and answers them."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.messages: list[UserMessage] = []
        self._failure = failure

    async def take(self, message: UserMessage) -> None:
        self.messages.append(message)
        if self._failure:
            raise self._failure
        await message.output_channel.send_custom_json(message.sender_id, {"outcome": "smalltalk"})


class Store:
    """Notes which conversations are to be forgotten."""

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    async def forget(self, conversation_id: str) -> None:
        self.forgotten.append(conversation_id)

    async def forget_silent(self, prefix: str, since: float, most: int) -> int:
        self.forgotten.append(f"{prefix} {round((time.time() - since) / 86400)} {most}")
        return 3


def _handlers(secret: str, on_new_message: ON_NEW_MESSAGE) -> dict[tuple[str, str], Any]:
    """(path, method) -> handler, from the routes that Rasa's server would serve."""
    app = Sanic("channel", register=False)
    app.blueprint(BovettInput(secret, 30).blueprint(on_new_message), url_prefix="/webhooks/bovett")
    prefix = "webhooks/bovett"
    return {
        (route.path.removeprefix(prefix).strip("/"), method): route.handler
        for route in app.router.routes
        for method in route.methods
    }


def _request(body: Any = None, secret: str | None = SECRET, store: object = None) -> Any:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    agent = SimpleNamespace(tracker_store=store, lock_store=InMemoryLockStore())
    app = SimpleNamespace(ctx=SimpleNamespace(agent=agent))
    return SimpleNamespace(json=body, headers=headers, app=app)


def _posted(rasa: Rasa, body: Any, secret: str | None = SECRET) -> HTTPResponse:
    handler = _handlers(SECRET, rasa.take)[(WEBHOOK, "POST")]
    response: HTTPResponse = asyncio.run(handler(_request(body, secret)))
    return response


def _body(text: str, **more: Any) -> dict[str, Any]:
    return {"message": text, "sender": "person-1", **more}


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET.upper(), SECRET + " ", SECRET[:-1], "æøå"])
def test_a_wrong_secret_is_refused(secret: str | None) -> None:
    assert _posted(Rasa(), _body("hei"), secret).status == 403


@pytest.mark.parametrize("secret", [None, "wrong"])
def test_rasa_never_sees_what_came_with_a_wrong_secret(secret: str | None) -> None:
    rasa = Rasa()
    _posted(rasa, _body("hei"), secret)
    assert rasa.messages == []


def test_the_right_secret_is_let_in() -> None:
    assert _posted(Rasa(), _body("hei")).status == 200


def test_the_replies_are_given_back() -> None:
    replies = json.loads(_posted(Rasa(), _body("hei")).body)
    assert [reply["custom"] for reply in replies] == [{"outcome": "smalltalk"}]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("mitt nummer er 15108695088", "mitt nummer er [id-number]"),
        ("ring 98765432 nå", "ring [phone] nå"),
        ("اتصل ٤٠١٢٣٤٥٦", "اتصل [phone]"),
        ("skriv til ola@example.no", "skriv til [e-mail]"),
        ("leia er 9 500 kr", "leia er 9 500 kr"),
        ("🏠", "🏠"),
        ("", ""),
    ],
)
def test_a_message_is_masked_before_rasa_sees_it(text: str, masked: str) -> None:
    rasa = Rasa()
    _posted(rasa, _body(text))
    assert [message.text for message in rasa.messages] == [masked]


def test_the_message_carries_its_conversation() -> None:
    rasa = Rasa()
    _posted(rasa, _body("hei", metadata={"locale": "uk", "site": "bovett"}))
    message = rasa.messages[0]
    assert (message.sender_id, message.input_channel, message.metadata) == (
        "person-1",
        "bovett",
        {"locale": "uk", "site": "bovett"},
    )


@pytest.mark.parametrize("metadata", [None, {}])
def test_a_message_without_metadata_has_none(metadata: dict[str, Any] | None) -> None:
    rasa = Rasa()
    _posted(rasa, _body("hei", metadata=metadata))
    assert rasa.messages[0].metadata == {}


FAILURES = [RuntimeError(PRIVATE), KeyError(PRIVATE), ValueError(PRIVATE), asyncio.TimeoutError(PRIVATE)]
EACH_FAILURE = pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)


@EACH_FAILURE
def test_a_failing_agent_is_a_server_error(failure: Exception) -> None:
    assert _posted(Rasa(failure), _body(PRIVATE)).status == 500


@EACH_FAILURE
def test_the_answer_to_a_failure_says_nothing_private(failure: Exception) -> None:
    assert json.loads(_posted(Rasa(failure), _body(PRIVATE)).body) == {"error": "failed"}


@EACH_FAILURE
def test_a_failure_is_logged_without_the_text(
    failure: Exception, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with structlog.testing.capture_logs() as events:
        _posted(Rasa(failure), _body(PRIVATE))
    printed = capsys.readouterr()
    assert [(event["event"], event["error"]) for event in events] == [("channel.failed", type(failure).__name__)]
    assert "Kari" not in f"{events}{caplog.text}{printed.out}{printed.err}"


def test_the_channel_answers_while_it_lives() -> None:
    handler = _handlers(SECRET, Rasa().take)[(HEALTH, "GET")]
    assert json.loads(asyncio.run(handler(_request(secret=None))).body) == {"status": "ok"}


@pytest.mark.parametrize("wrap", [lambda store: store, lambda store: SimpleNamespace(_tracker_store=store)])
def test_a_conversation_is_forgotten(wrap: Callable[[Store], object]) -> None:
    """Rasa wraps the store it was given; both forms must work."""
    store = Store()
    handler = _handlers(SECRET, Rasa().take)[(CONVERSATION, "DELETE")]
    response = asyncio.run(handler(_request(store=wrap(store)), "person-1"))
    assert (response.status, store.forgotten) == (204, ["person-1"])


@pytest.mark.parametrize("secret", [None, "wrong"])
def test_a_stranger_cannot_have_a_conversation_forgotten(secret: str | None) -> None:
    store = Store()
    handler = _handlers(SECRET, Rasa().take)[(CONVERSATION, "DELETE")]
    response = asyncio.run(handler(_request(secret=secret, store=store), "person-1"))
    assert (response.status, store.forgotten) == (403, [])


@pytest.mark.parametrize(("secret", "status"), [(SECRET, 200), (None, 403), ("wrong", 403)])
def test_conversations_of_other_clients_are_forgotten_when_their_time_is_over(secret: str | None, status: int) -> None:
    store = Store()
    handler = _handlers(SECRET, Rasa().take)[(OLD, "DELETE")]
    response = asyncio.run(handler(_request(secret=secret, store=store)))
    assert (response.status, store.forgotten) == (status, ["socket- 30 50"] if status == 200 else [])


def test_the_routes_are_only_these() -> None:
    routes = {(HEALTH, "GET"), (WEBHOOK, "POST"), (CONVERSATION, "DELETE"), (OLD, "DELETE")}
    assert _handlers(SECRET, Rasa().take).keys() == routes


def test_the_name_is_that_of_the_addresses() -> None:
    assert BovettInput.name() == "bovett"


def test_the_secret_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RemoteAction, "_validate_action_result", RemoteAction._validate_action_result)
    monkeypatch.setenv("BOVETT_CHANNEL_SECRET", "from-the-settings")
    channel = BovettInput.from_credentials(None)
    assert channel._is_trusted(_request(secret="from-the-settings"))
