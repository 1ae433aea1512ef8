"""The Socket.IO channel as connections use it: a stand-in for the wire, over a real tracker store."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.reply import Button, Reply
from knowledge.settings import PROJECT_DIR, Settings
from nlu.socket_channel import BovettSocketInput
from nlu.tracker_store import ForgettingTrackerStore

ORIGIN = "https://www.kommune-x.no"
DOMAIN = Domain.load(str(PROJECT_DIR / "bot" / "domain"))
SHOW = '/show_article{"article_id": "deposit"}'
ANSWER = Reply(Outcome.ANSWERED, "nb", "Svar.", buttons=(Button("Depositum", SHOW),)).as_dict()
SAY = Messages(PROJECT_DIR / "locales").text


class Sio:
    """Notes what is sent to whom."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Any, str]] = []
        self.rooms: set[tuple[str, str]] = set()

    async def emit(self, event: str, data: Any, room: str) -> None:
        self.sent.append((event, data, room))

    async def enter_room(self, sid: str, room: str) -> None:
        self.rooms.add((sid, room))

    async def leave_room(self, sid: str, room: str) -> None:
        self.rooms.discard((sid, room))


class Channel:
    """The channel as connections use it, over a real tracker store."""

    def __init__(self, store: ForgettingTrackerStore, **settings: Any) -> None:
        values = {"socket_origins": ORIGIN, "rasa_timeout_s": 1, **settings}
        self.channel = BovettSocketInput(Settings(**values))
        self.store = store
        self.got: list[UserMessage] = []
        self.replies: list[dict[str, Any]] = [ANSWER]
        self.failure: Exception | None = None
        self.handlers: dict[str, Callable[..., Awaitable[Any]]] = {}
        self.sio: Any = Sio()
        self.sio.on = lambda event: lambda handler: self.handlers.setdefault(event, handler)
        self.channel.sio = self.sio
        self.channel._listen(self.sio, self._take)
        self.app = SimpleNamespace(ctx=SimpleNamespace(agent=SimpleNamespace(tracker_store=store)))

    async def _take(self, message: UserMessage) -> None:
        self.got.append(message)
        if self.failure:
            raise self.failure
        tracker = await self.store.retrieve(message.sender_id)
        stored = len(tracker.events) if tracker else 0
        tracker = tracker or DialogueStateTracker.from_events(message.sender_id, [], DOMAIN.slots)
        tracker.stored_events = stored
        tracker.update(UserUttered(message.text, parse_data={"locale": "uk", "text": message.text, "intent": {}}))
        for reply in self.replies:
            await message.output_channel.send_custom_json(message.sender_id, reply)
            tracker.update(BotUttered("", {"custom": reply}))
        await self.store.save(tracker)

    def connect(self, sid: str = "1", **environ: str) -> bool:
        headers = environ or {"HTTP_ORIGIN": ORIGIN}
        request = SimpleNamespace(app=self.app)
        return bool(asyncio.run(self.handlers["connect"](sid, {**headers, "sanic.request": request})))

    def key(self, sid: str = "1", data: Any = None) -> str:
        """Connect and ask for a session; the key that is given."""
        assert self.connect(sid)
        asyncio.run(self.handlers["session_request"](sid, data))
        event, key, room = self.sio.sent[-1]
        assert (event, room) == ("session_confirm", sid)
        return str(key)

    def say(self, text: object, sid: str = "1", **more: Any) -> list[dict[str, Any]]:
        before = len(self.sio.sent)
        asyncio.run(self.handlers["user_uttered"](sid, {"message": text, **more}))
        return [data for event, data, _ in self.sio.sent[before:] if event == "bot_uttered"]

    @property
    def heard(self) -> list[str | None]:
        return [message.text for message in self.got]
