"""Errors: one JSON shape or a page, the right status, a localised message, human contacts where a person asks."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import sqlalchemy.exc
import structlog
from flask import Flask, Response, g, jsonify, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from knowledge.compose import Composer
from knowledge.reply import Reply
from knowledge.text import normalised
from web.desk import desk
from web.error_page import Problem, error_page, reader_is_a_person
from web.rasa_client import RasaUnavailable

log = structlog.get_logger()
_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large", 415: "not_json"}


class ApiError(Exception):
    """A request that cannot be served; `code` names a message `error.<code>` of the catalogues."""

    def __init__(self, status: int, code: str, fields: dict[str, str] | None = None, **values: object) -> None:
        self.status, self.code, self.fields, self.values = status, code, fields, values
        super().__init__(code)


def register_error_handlers(app: Flask) -> None:
    """Every failure leaves the API in the one shape, and a page as a page."""
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
    answer, status = error_answer(status, _CODES.get(status, "bad_request" if status < 500 else "unexpected"))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return answer, status


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
    """The error as JSON, or as a page for a browser; when a person was asking, it names humans, danger answered first."""
    composer = desk().composer(request_locale(), g.get("site", "bovett"))
    message = composer.say(f"error.{code}", **values)
    if reader_is_a_person():
        answer = error_page(Problem(status, message, _dangers(composer)), composer)
    else:
        answer = jsonify(_as_data(code, message, fields, composer))
    if "retry_after_s" in values:
        answer.headers["Retry-After"] = str(values["retry_after_s"])
    return answer, status


def _as_data(code: str, message: str, fields: dict[str, str] | None, composer: Composer) -> dict[str, Any]:
    error: dict[str, Any] = {"code": code, "message": message}
    if fields:
        error["fields"] = fields
    if not _a_person_asks():
        return {"error": error}
    return {"error": error, "replies": [reply.as_dict() for reply in (*_dangers(composer), composer.error())]}


def _dangers(composer: Composer) -> tuple[Reply, ...]:
    """The fixed texts for danger that the person wrote of."""
    rows = desk().safety.rows_in(normalised(g.get("asked", "")))
    return tuple(composer.answer(desk().library.articles[row]) for row in rows)


def request_locale() -> str:
    """The language to speak in an error: of the request, of its address, else of the browser, else the default."""
    known = desk().library.languages
    for wanted in (g.get("locale"), request.args.get("locale"), request.path.split("/")[1]):
        if isinstance(wanted, str) and known.knows(wanted):
            return wanted
    best = request.accept_languages.best_match(list(known.by_locale))
    return best or desk().settings.default_locale


def _a_person_asks() -> bool:
    return request.method == "POST" and request.path.startswith("/api/v1/conversations")
