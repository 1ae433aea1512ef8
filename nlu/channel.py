"""The REST channel that the web server talks to: Rasa's own, behind a shared secret, with no text in logs."""

from __future__ import annotations

import hmac
import os
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from knowledge.privacy import masked
from knowledge.settings import Settings
from nlu.action_results import check_schema_once
from nlu.socket_sessions import forget_silent, store_of

log = structlog.get_logger()
SECRET_HEADER = "X-Bovett-Secret"  # noqa: S105 - the name of the header, not its value


class BovettInput(RestInput):
    """POST /webhooks/bovett/webhook takes a message; DELETE .../conversations/ID forgets one.

    DELETE .../conversations forgets those of the Socket.IO channel whose time is over: they have no row in the web
    server's database.
    """

    def __init__(self, secret: str, token_days: int) -> None:
        self._secret, self._token_days = secret, token_days

    @classmethod
    def name(cls) -> str:
        """Name of the channel in credentials and addresses."""
        return "bovett"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> BovettInput:
        """The secret is a setting, so the credentials hold nothing."""
        check_schema_once()
        settings = Settings.from_env(os.environ)
        return cls(settings.channel_secret, settings.token_days)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes of the channel."""
        routes = Blueprint("bovett_channel")

        @routes.route("/", methods=["GET"])
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not self._is_trusted(request):
                return response.json({"error": "wrong secret"}, status=403)
            return await self._handle(request.json or {}, on_new_message)

        @routes.route("/conversations/<conversation_id>", methods=["DELETE"])
        async def forget(request: Request, conversation_id: str) -> HTTPResponse:
            if not self._is_trusted(request):
                return response.json({"error": "wrong secret"}, status=403)
            agent = request.app.ctx.agent
            # Not while a message is being answered, which would be stored after it.
            async with agent.lock_store.lock(conversation_id):
                await store_of(agent).forget(conversation_id)
            return response.empty()

        @routes.route("/conversations", methods=["DELETE"])
        async def forget_old(request: Request) -> HTTPResponse:
            if not self._is_trusted(request):
                return response.json({"error": "wrong secret"}, status=403)
            erased = await forget_silent(request.app.ctx.agent, self._token_days)
            return response.json({"erased": erased})

        return routes

    def _is_trusted(self, request: Request) -> bool:
        given = request.headers.get(SECRET_HEADER, "")
        if not self._secret:
            return False  # a server started without a secret serves nobody, rather than everybody
        return hmac.compare_digest(given.encode(), self._secret.encode())

    async def _handle(
        self, body: dict[str, Any], on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> HTTPResponse:
        collector = CollectingOutputChannel()
        message = UserMessage(
            masked(str(body["message"])),
            collector,
            str(body["sender"]),
            input_channel=self.name(),
            metadata=body.get("metadata") or {},
        )
        try:
            await on_new_message(message)
        except Exception as error:  # the boundary to Rasa: what went wrong is logged without the text
            log.error("channel.failed", error=type(error).__name__)
            return response.json({"error": "failed"}, status=500)
        return response.json(collector.messages)
