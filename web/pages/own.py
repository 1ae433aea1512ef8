"""Pages that belong to one person: nobody keeps them, they know their site, and one of their forms leads away at once."""

from __future__ import annotations

from flask import request
from werkzeug.wrappers import Response

from knowledge.sites import DEFAULT_SITE, Site
from web.desk import desk
from web.headers import policy


def asked_site() -> Site:
    """The site that the address names; our own where it names none, or one that is not there: help comes first."""
    sites = desk().library.sites
    return sites.get(request.args.get("site", DEFAULT_SITE), sites[DEFAULT_SITE])


def as_own(answer: Response, site: Site) -> Response:
    """The page of one person on that site; its forms tell where they come from, and one of them leads away."""
    answer.headers["Cache-Control"] = "no-store"
    # With no-referrer, browsers send a form's Origin as "null".
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers["Content-Security-Policy"] = policy().replace(
        "form-action 'self'", f"form-action 'self' {site.leave_to}"
    )
    return answer
