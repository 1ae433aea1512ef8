"""Headers of every answer: no third party is ever asked for anything, and only a site's own pages may read answers."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response, g, request

from web.desk import desk

# What a widget on another page may ask for; every other address is for our own pages alone.
_FOR_WIDGETS = ("/api/v1/", "/messages/", "/sites/", "/widget.js", "/widget-")
_PREFLIGHT_AGE_S = "7200"


def policy(frame_ancestors: Iterable[str] = ("'self'",), frames: str = "'none'") -> str:
    """The content security policy: whose pages may hold this one in a frame, and what it may hold itself."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; "
        f"frame-src {frames}; frame-ancestors {' '.join(frame_ancestors)}"
    )


def add_security_headers(response: Response) -> Response:
    """Set the policy; API answers are never cached, since they belong to one person."""
    response.headers.setdefault("Content-Security-Policy", policy())
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if request.path.startswith("/api/v1/conversations"):
        response.headers["Cache-Control"] = "no-store"
    if request.path.startswith(_FOR_WIDGETS):
        _let_sites_read(response)
    return response


def _let_sites_read(response: Response) -> None:
    """Name the asking origin when the site lists it, exactly; nobody else may read the answer."""
    response.vary.add("Origin")
    origin = request.headers.get("Origin", "")
    if origin not in _origins_allowed():
        return
    response.headers["Access-Control-Allow-Origin"] = origin
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
        response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        response.headers["Access-Control-Max-Age"] = _PREFLIGHT_AGE_S


def _origins_allowed() -> set[str]:
    """Those of the site that the request is about; of all sites where it names none, as a preflight cannot."""
    sites = desk().library.sites
    site = sites.get(g.get("site") or _site_in_address() or "")
    return set(site.origins) if site else {origin for each in sites.values() for origin in each.origins}


def _site_in_address() -> str | None:
    if request.path.startswith("/sites/"):
        return request.path.removeprefix("/sites/").removesuffix(".json")
    return request.args.get("site")
