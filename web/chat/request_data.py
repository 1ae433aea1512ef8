"""Reading requests of the chat API; everything wrong becomes an ApiError in the caller's terms."""

from __future__ import annotations

import json
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from time import time
from typing import Any

from flask import g, request

from knowledge.sites import DEFAULT_SITE
from web.desk import desk
from web.errors import ApiError
from web.store import Conversation

_OF_ONE_LINE = 64  # bits of an IPv6 address that a household or a telephone keeps


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
    current, who = desk(), counted_as(request.remote_addr)
    if not current.limiter.hit(current.limit, who):
        ends_at, _ = current.limiter.get_window_stats(current.limit, who)
        raise ApiError(429, "too_many", retry_after_s=max(1, ceil(ends_at - time())))


def counted_as(address: str | None) -> str:
    """What requests from an address are counted under: of IPv6 the first half, since one line has all of the second.

    >>> counted_as("2001:db8:1:2:3:4:5:6"), counted_as("203.0.113.1"), counted_as("::ffff:203.0.113.1")
    ('2001:db8:1:2::/64', '203.0.113.1', '203.0.113.1')
    """
    try:
        known = ip_address((address or "").partition("%")[0])
    except ValueError:
        return address or "unknown"
    if isinstance(known, IPv6Address):
        return str(known.ipv4_mapped or ip_network((known, _OF_ONE_LINE), strict=False))
    return str(known)
