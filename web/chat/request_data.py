"""Reading requests of the chat API; everything wrong becomes an ApiError in the caller's terms."""

from __future__ import annotations

import json
from typing import Any

from flask import g, request

from knowledge.sites import DEFAULT_SITE
from web.desk import desk
from web.errors import ApiError
from web.store import Conversation


def read_body() -> dict[str, Any]:
    """The JSON object of the request; an empty body is an empty object."""
    try:
        text = request.get_data(cache=True).decode("utf-8")
        body = json.loads(text) if text.strip() else {}
        # "\\ud800" is valid JSON but no text: it cannot be stored or sent on.
        json.dumps(body, ensure_ascii=False).encode("utf-8")
    except UnicodeError as error:
        raise ApiError(400, "not_utf8") from error
    except (ValueError, RecursionError) as error:
        raise ApiError(400, "not_json") from error
    if not isinstance(body, dict):
        raise ApiError(400, "not_json")
    if any("\x00" in value for value in body.values() if isinstance(value, str)):
        raise ApiError(400, "not_utf8")  # "\\u0000" too is valid JSON, and no database column takes it
    return body


def read_locale(body: dict[str, Any]) -> str | None:
    """The locale asked for, or None; raises ApiError naming the known ones."""
    locale = body.get("locale")
    if locale is None or locale == "":
        return None
    languages = desk().library.languages
    if not isinstance(locale, str) or not languages.knows(locale):
        raise ApiError(422, "unknown_locale", {"locale": ", ".join(languages.by_locale)})
    g.locale = locale
    return locale


def read_site(body: dict[str, Any]) -> str:
    """The site asked for; raises ApiError when there is none of that name."""
    site = body.get("site") or DEFAULT_SITE
    if not isinstance(site, str) or site not in desk().library.sites:
        raise ApiError(422, "unknown_site", {"site": str(site)[:64]})
    g.site = site
    return site


def read_conversation(conversation_id: str) -> Conversation:
    """The conversation that the bearer token opens; raises ApiError 401."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise ApiError(401, "token_missing")
    found = desk().store.find(conversation_id, token.strip())
    if found is None:
        raise ApiError(401, "token_wrong")
    g.locale = g.get("locale") or found.chosen_locale or found.locale
    g.site = found.site
    if found.expired:
        raise ApiError(401, "token_expired")
    return found


def check_rate() -> None:
    """Count this request for its address; raises ApiError 429 when there were too many."""
    current = desk()
    if not current.limiter.hit(current.limit, request.remote_addr or "unknown"):
        raise ApiError(429, "too_many")
