"""The widget for other people's pages: the script, a page for frames, and three pages that show them."""

from __future__ import annotations

from pathlib import Path

from flask import Response, abort, current_app, make_response, render_template, send_from_directory

from web.headers import policy
from web.pages import pages
from web.pages.home import conversation_page, site_or_404

_DEMOS = ("kommune", "leieboerforening", "ungdom")
_SCRIPT_AGE_S = 3600


@pages.get("/widget.js")
def widget_script() -> Response:
    """The script that a host page names; its address never changes."""
    folder = Path(current_app.static_folder or "") / "build"
    answer = send_from_directory(folder, "widget.js", max_age=_SCRIPT_AGE_S)
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # for hosts that let in only what says so
    return answer


@pages.get("/embed/<site_id>/<locale>")
def embed(site_id: str, locale: str) -> Response:
    """The conversation for a frame; only pages of the site itself may hold it."""
    answer = make_response(conversation_page("embed.html", site_id, locale))
    answer.headers["Content-Security-Policy"] = policy(frame_ancestors=("'self'", *site_or_404(site_id).origins))
    return answer


@pages.get("/demo/<site_id>")
def demo(site_id: str) -> Response:
    """A page of an organisation that does not exist, with the widget on it."""
    if site_id not in _DEMOS:
        abort(404)
    answer = make_response(render_template(f"demo-{site_id}.html", site=site_or_404(site_id)))
    answer.headers["Content-Security-Policy"] = policy(frames="'self'")
    return answer
