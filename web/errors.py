"""Errors of the chat API: one JSON shape, the right status, a localised message, human contacts where a person asks."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import sqlalchemy.exc
import structlog
from flask import Flask, Response, g, jsonify, request
from werkzeug.exceptions import HTTPException

from knowledge.text import normalised
from web.desk import desk
from web.rasa_client import RasaUnavailable

log = structlog.get_logger()
_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large", 415: "not_json"}


class ApiError(Exception):
    """A request that cannot be served; `code` names a message `error.<code>` of the catalogues."""

    def __init__(self, status: int, code: str, fields: dict[str, str] | None = None, **values: object) -> None:
        self.status, self.code, self.fields, self.values = status, code, fields, values
        super().__init__(code)


def register_error_handlers(app: Flask) -> None:
    """Every failure leaves the API in the one shape."""
    app.register_error_handler(ApiError, _api_error)
    app.register_error_handler(RasaUnavailable, _rasa_unavailable)
    app.register_error_handler(sqlalchemy.exc.SQLAlchemyError, _storage_unavailable)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _unexpected)


def _api_error(error: ApiError) -> tuple[Response, int]:
    return error_answer(error.status, error.code, error.fields, **error.values)


def _rasa_unavailable(error: RasaUnavailable) -> tuple[Response, int]:
    log.error("rasa.unavailable", reason=str(error))
    return error_answer(503, "assistant_unavailable")


def _storage_unavailable(error: sqlalchemy.exc.SQLAlchemyError) -> tuple[Response, int]:
    log.error("storage.unavailable", error=type(error).__name__)
    return error_answer(503, "storage_unavailable")


def _http_error(error: HTTPException) -> tuple[Response, int]:
    status = error.code or 500
    return error_answer(status, _CODES.get(status, "bad_request" if status < 500 else "unexpected"))


def _unexpected(error: Exception) -> tuple[Response, int]:
    rule = request.url_rule.rule if request.url_rule else ""
    log.error("web.failed", error=type(error).__name__, where=_where(error), path=rule)
    return error_answer(500, "unexpected")


def _where(error: Exception) -> str:
    """The last frames as file:line; the error's own words are left out, since they may quote a message."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))


def error_answer(
    status: int, code: str, fields: dict[str, str] | None = None, **values: object
) -> tuple[Response, int]:
    """The error as JSON; when a person was asking, with replies that name humans, danger answered first."""
    composer = desk().composer(request_locale(), g.get("site", "bovett"))
    error: dict[str, Any] = {"code": code, "message": composer.say(f"error.{code}", **values)}
    if fields:
        error["fields"] = fields
    body: dict[str, Any] = {"error": error}
    if _a_person_asks():
        rows = desk().safety.rows_in(normalised(g.get("asked", "")))
        replies = [composer.answer(desk().library.articles[row]) for row in rows]
        body["replies"] = [reply.as_dict() for reply in (*replies, composer.error())]
    answer = jsonify(body)
    if status == 429:
        answer.headers["Retry-After"] = "60"
    return answer, status


def request_locale() -> str:
    """The language to speak in an error: of the request, else of the browser, else the default."""
    known = desk().library.languages
    for wanted in (g.get("locale"), request.args.get("locale")):
        if isinstance(wanted, str) and known.knows(wanted):
            return wanted
    best = request.accept_languages.best_match(list(known.by_locale))
    return best or desk().settings.default_locale


def _a_person_asks() -> bool:
    return request.method == "POST" and request.path.startswith("/api/v1/conversations")
