"""Whether a form was sent from a page of ours."""

from __future__ import annotations

from flask import request

from web.errors import ApiError


def check_same_origin() -> None:
    """Raise ApiError 403 when another site's page sent the form.

    Browsers say so themselves: Sec-Fetch-Site where the connection is safe, Origin elsewhere. Text browsers and old ones
    say neither; there SameSite on the cookie must do, and without the cookie a form only begins a new conversation.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        allowed = site in ("same-origin", "none")
    else:
        origin = request.headers.get("Origin")
        # The host alone: behind a server with TLS the scheme seen here is another than the browser's.
        allowed = origin is None or origin.partition("://")[2] == request.host
    if not allowed:
        raise ApiError(403, "other_site")
