"""The chat API, version 1."""

from flask import Blueprint

chat = Blueprint("chat", __name__, url_prefix="/api/v1")

from web.chat import articles, conversations, feedback, openapi, showing  # noqa: E402, F401 - the routes register themselves
