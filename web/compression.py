"""Compression of what is public and the same for everybody, for browsers that take gzip.

An answer that holds something of one person beside something that others can choose tells of it by its compressed length
(BREACH). So the routes that may be compressed are listed, and whatever is not listed never is. Why by hand: docs/widget.md.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Response, request

PUBLIC = frozenset(
    {
        "static",
        "pages.widget_script",
        "pages.widget_build",
        "pages.widget_messages",
        "pages.site_settings",
        "pages.home",
        "pages.site_page",
        "pages.embed",
        "pages.demo",
        "pages.rights",
        "pages.article",
        "pages.public_page",
        "pages.sitemap",
        "pages.robots",
    }
)
_KINDS = ("text/", "application/json", "application/xml", "image/svg+xml")
_SMALLEST = 512  # less fits into one packet as it is
_LEVEL = 6  # 9 saves 55 bytes of the widget


def compress(answer: Response) -> Response:
    """The answer as gzip where it is public and the browser takes that; runs after whatever else changes an answer."""
    if not _is_public(answer):
        return answer
    answer.vary.add("Accept-Encoding")
    length = answer.content_length or answer.calculate_content_length() or 0  # of a file, of a text
    if not _is_wanted() or length < _SMALLEST:
        return answer
    if answer.status_code == 304:
        if "If-None-Match" not in request.headers:  # by its date alone: the tag is that of what would be sent
            _tag(answer)
        return answer
    answer.direct_passthrough = False  # a file is read, where it would be handed to the server
    answer.set_data(_packed(answer.get_data()))
    answer.content_encoding = "gzip"
    answer.headers.pop("Accept-Ranges", None)  # parts are of what is not compressed
    _tag(answer)
    answer.make_conditional(request)
    return answer


def _is_public(answer: Response) -> bool:
    return (
        request.endpoint in PUBLIC
        and request.method in ("GET", "HEAD")
        and answer.status_code in (200, 304)
        and (answer.mimetype or "").startswith(_KINDS)
        and not answer.cache_control.no_store
        and "Set-Cookie" not in answer.headers
    )


def _is_wanted() -> bool:
    """Whether the browser takes gzip and would not rather have it plain; parts are sent plain."""
    accepted = request.accept_encodings
    return 0 < accepted["gzip"] >= accepted["identity"] and "Range" not in request.headers


def _tag(answer: Response) -> None:
    """Other bytes have another tag."""
    tag, is_weak = answer.get_etag()
    if tag:
        answer.set_etag(f"{tag}-gzip", weak=bool(is_weak))


@lru_cache(maxsize=64)
def _packed(data: bytes) -> bytes:
    """The same bytes from every process at any time, as a strong tag promises."""
    return gzip.compress(data, _LEVEL, mtime=0)
