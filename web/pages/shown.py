"""A conversation as a helper sees it, by the link that they were given: for reading, and for nothing else."""

from __future__ import annotations

from datetime import datetime

from flask import Response, abort, after_this_request, url_for
from werkzeug.wrappers import Response as AnyResponse

from knowledge.compose import Composer
from knowledge.sites import DEFAULT_SITE
from web.chat.request_data import check_rate
from web.desk import desk
from web.headers import policy
from web.moments import moment_words
from web.page import Frame, page
from web.pages import pages
from web.showings import Showing

_ABOUT = "about"


@pages.get("/<locale>/shown/<secret>")
def shown(locale: str, secret: str) -> tuple[str, int] | AnyResponse:
    """The conversation as it is now; the same page for a link that ended, one that was ended, and one that never was."""
    if locale not in desk().served_locales():
        abort(404)
    after_this_request(_as_private)
    check_rate()
    found = desk().store.showings.find(secret)
    if found is None:
        return _over(desk().composer(locale)), 404
    paths = {each: url_for("pages.shown", locale=each, secret=secret) for each in desk().served_locales()}
    site = found.site if found.site in desk().library.sites else DEFAULT_SITE  # one that is no longer ours
    return _conversation(found, desk().composer(locale, site), paths), 200


def _conversation(found: Showing, composer: Composer, paths: dict[str, str]) -> str:
    return page(
        "shown.html",
        composer,
        Frame(composer.say("page.shown"), paths=paths),
        said=desk().store.transcript(found.conversation_id),
        until=moment_words(found.ends_at, composer.locale),
        now=moment_words(datetime.utcnow(), composer.locale),
        site=composer.library.sites[composer.site],
        about=desk().pages.texts.get(_ABOUT, {}).get(composer.locale),
    )


def _over(composer: Composer) -> str:
    frame = Frame(composer.say("page.shown.over"))
    lead = composer.say("page.shown.why_over")
    return page("error.html", composer, frame, lead=lead, dangers=[], people=composer.human_contacts())


def _as_private(answer: Response) -> Response:
    """Nobody keeps the page, finds it, holds it in a frame, or learns its address from where it leads."""
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    answer.headers["Content-Security-Policy"] = policy(frame_ancestors=("'none'",)).replace(
        "form-action 'self'", "form-action 'none'"
    )
    return answer
