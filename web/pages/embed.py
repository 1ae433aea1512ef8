"""The widget for other people's pages: the script, a page for frames, and three pages that show them."""

from __future__ import annotations

from pathlib import Path

from flask import Response, abort, current_app, make_response, render_template, send_file, send_from_directory

from web.desk import desk
from web.headers import policy
from web.pages import pages
from web.pages.home import conversation_page, site_or_404

_DEMOS = ("kommune", "leieboerforening", "ungdom")
_SCRIPT_AGE_S = 3600
_BUILD_AGE_S = 31_536_000  # a year: what lies at such an address never changes
_NOT_KEPT = (
    "This build of the widget is not kept here, or never was.\n"
    "Print the lines for your page anew with `bovett embed SITE`, or name /widget.js without `integrity`.\n"
)


@pages.get("/widget.js")
def widget_script() -> Response:
    """The script that a host page names; its address never changes."""
    folder = Path(current_app.static_folder or "") / "build"
    return _for_other_pages(send_from_directory(folder, "widget.js", max_age=_SCRIPT_AGE_S))


@pages.get("/widget-<name>.js")
def widget_build(name: str) -> Response:
    """One build of the script, for pages that name its hash; it stays while newer builds come."""
    file = desk().widgets.find(name)
    if file is None:
        answer = Response(_NOT_KEPT, 404, content_type="text/plain; charset=utf-8")
        answer.cache_control.no_store = True  # it may come back
        return answer
    answer = send_file(file, mimetype="text/javascript", max_age=_BUILD_AGE_S)
    answer.cache_control.immutable = True
    return _for_other_pages(answer)


def _for_other_pages(answer: Response) -> Response:
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
