"""Rasa's Socket.IO channel for chat clients of others, off unless pages are named that may use it: docs/clients.md."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import structlog
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from rasa.core.channels.channel import CollectingOutputChannel, OutputChannel, UserMessage
from rasa.core.channels.socketio import SocketBlueprint, SocketIOInput
from sanic import Blueprint
from socketio import AsyncServer

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.reply import Reply
from knowledge.safety import SafetyCheck
from knowledge.said import as_words, cleaned, is_payload
from knowledge.settings import Settings
from knowledge.text import normalised
from nlu.socket_messages import messages_of
from nlu.socket_sessions import Session, forget_silent, known_session, new_session, offered_payloads

log = structlog.get_logger()
OnNewMessage = Callable[[UserMessage], Awaitable[Any]]
# What a page may send in the person's place to have the conversation opened: it gets the greeting, and Rasa never sees it.
OPENING = "/greet"
_TIDY_EVERY_S = 600


class BovettSocketInput(SocketIOInput):
    """Takes `session_request` and `user_uttered`, answers with `session_confirm` and `bot_uttered`."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._origins = [origin for origin in settings.socket_origins.split(",") if origin]
        self._sessions: dict[str, Session] = {}  # by connection
        self._tidy_at = 0.0
        self._app: Any = None  # Rasa's server, known from the first connection on
        if not self._origins:
            return
        self._library = Library.read(settings.content_dir)
        self._messages = Messages(settings.locales_dir)
        self._safety = SafetyCheck.read(settings.content_dir / "safety")
        self._counts = MemoryStorage()  # the limiter holds only a weak reference
        self._limiter, self._limit = MovingWindowRateLimiter(self._counts), parse(settings.rate_limit)

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> BovettSocketInput:
        """Everything is a setting, so the credentials hold nothing."""
        return cls(Settings.from_env(os.environ))

    def get_output_channel(self) -> OutputChannel | None:
        """None: nothing is ever said that nobody asked for."""
        return None

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The route of the channel; none where it is off."""
        if not self._origins:
            return Blueprint("bovett_socket_off")
        self.sio = AsyncServer(
            async_mode="sanic",
            cors_allowed_origins=self._origins,
            cors_credentials=False,
            max_http_buffer_size=self._settings.body_limit,
        )
        self._listen(self.sio, on_new_message)
        return SocketBlueprint(self.sio, self.socketio_path, "bovett_socket", __name__)

    def _listen(self, sio: AsyncServer, on_new_message: OnNewMessage) -> None:
        @sio.on("connect")
        async def connect(sid: str, environ: dict[str, Any], auth: Any = None) -> bool:
            if not self._is_allowed(environ):
                return False
            self._app = environ["sanic.request"].app
            return True

        @sio.on("disconnect")
        async def disconnect(sid: str, *_: Any) -> None:
            self._sessions.pop(sid, None)
            self._limiter.clear(self._limit, sid)  # or the count would stay in memory for ever

        @sio.on("session_request")
        async def session_request(sid: str, data: Any = None) -> None:
            await self._begin(sid, data if isinstance(data, dict) else {})

        @sio.on(self.user_message_evt)
        async def heard(sid: str, data: Any = None) -> None:
            data = data if isinstance(data, dict) else {}
            session = self._sessions.get(sid) or await self._begin(sid, {})
            session.note(data, self._library.languages, self._library.sites)
            replies = await self._answer(sid, session, data.get("message"), on_new_message)
            # To the conversation, not the connection, which may have been lost and made anew meanwhile.
            for message in messages_of(replies, self._messages.text, self._settings.public_base):
                await sio.emit(self.bot_message_evt, message, room=session.sender)

    def _is_allowed(self, environ: dict[str, Any]) -> bool:
        """Whether the page is listed; browsers name the page in every request but those to its own origin."""
        origin = environ.get("HTTP_ORIGIN")
        return origin in self._origins if origin else environ.get("HTTP_SEC_FETCH_SITE") == "same-origin"

    async def _begin(self, sid: str, data: dict[str, Any]) -> Session:
        """Take up the conversation that the key opens, or begin a new one."""
        await self._tidy_when_due()
        before = self._sessions.get(sid)
        known = await known_session(self._app.ctx.agent, data.get("session_id"), self._settings.token_days)
        session = known or new_session()
        session.note(data, self._library.languages, self._library.sites)
        if before:
            await self.sio.leave_room(sid, before.sender)
        self._sessions[sid] = session
        await self.sio.enter_room(sid, session.sender)
        await self.sio.emit("session_confirm", session.key, room=sid)
        return session

    async def _answer(
        self, sid: str, session: Session, said: object, on_new_message: OnNewMessage
    ) -> list[dict[str, Any]]:
        """The replies to one message, whatever it is and whatever is down."""
        # A lone surrogate and a zero byte are valid JSON, but no text that can be stored.
        text = said.replace("\x00", "").encode("utf-8", "ignore").decode() if isinstance(said, str) else ""
        if not self._limiter.hit(self._limit, sid):
            return self._refused(session, text, "error.too_many")
        if not text.strip():
            return self._refused(session, text, "error.empty_message")
        if text == OPENING:
            return [self._composer(session).message(Outcome.SMALLTALK, "chat.welcome").as_dict()]
        limit = self._settings.message_limit
        if len(text) > limit:
            return self._refused(session, text, "error.message_too_long", limit=limit)
        try:
            return await self._replies(session, await self._as_heard(session, text), on_new_message)
        except Exception as error:  # the boundary to Rasa: what went wrong is logged without the text
            log.error("socket.failed", error=type(error).__name__)
            return self._refused(session, text, "reply.error")

    async def _as_heard(self, session: Session, text: str) -> str:
        """What Rasa gets: the payload of a button that this conversation holds, or words."""
        if is_payload(text) and text in await offered_payloads(self._app.ctx.agent, session):
            return text
        return as_words(cleaned(text))

    async def _replies(self, session: Session, text: str, on_new_message: OnNewMessage) -> list[dict[str, Any]]:
        collector = CollectingOutputChannel()
        message = UserMessage(text, collector, session.sender, input_channel=self.name(), metadata=session.metadata)
        await asyncio.wait_for(on_new_message(message), self._settings.rasa_timeout_s)
        replies = [found["custom"] for found in collector.messages if "custom" in found]
        if not replies:
            raise RuntimeError("no reply came back; is the action server running?")
        for reply in replies:
            log.info("reply", outcome=reply["outcome"], locale=reply["locale"], confidence=reply["confidence"])
        session.last = replies[-1]["locale"]
        return replies

    def _refused(self, session: Session, text: str, key: str, **values: object) -> list[dict[str, Any]]:
        """The fixed texts for danger that the person wrote of, then why there is no answer, and humans to turn to."""
        composer = self._composer(session)
        dangers = [composer.answer(self._library.articles[row]) for row in self._safety.rows_in(normalised(text))]
        told = Reply(Outcome.ERROR, composer.locale, composer.say(key, **values), contacts=composer.human_contacts())
        return [reply.as_dict() for reply in (*dangers, told)]

    def _composer(self, session: Session) -> Composer:
        spoken = session.locale or self._library.sites[session.site].locale or self._settings.default_locale
        return Composer(self._library, self._messages, spoken, date.today(), session.site)

    async def _tidy_when_due(self) -> None:
        """Erase what is too old; the web server's tidying does it too, but nobody may be using that."""
        if time.monotonic() < self._tidy_at:
            return
        self._tidy_at = time.monotonic() + _TIDY_EVERY_S
        try:
            await forget_silent(self._app.ctx.agent, self._settings.token_days)
        except Exception as error:  # a database that is gone does not stop the person
            log.warning("socket.tidying_failed", error=type(error).__name__)
