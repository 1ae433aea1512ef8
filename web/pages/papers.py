"""Papers to take along that hold nothing of the person: an article on one page, a date for the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from flask import Response, abort, current_app, request, url_for
from werkzeug.exceptions import HTTPException

from knowledge.guide_dates import deadline_title
from knowledge.letters.calendar_file import calendar_file
from knowledge.letters.summary import Summary
from web.chat.request_data import check_rate
from web.desk import desk
from web.errors import ApiError
from web.pages.letters import as_download, asked_language, letters

TitleOf = Callable[[str, str, str], str | None]  # guide, key of the date, locale


@letters.get("/articles/<article_id>/summary.pdf")
def article_summary(article_id: str) -> Response:
    """The article on one page, to print."""
    article = desk().library.articles.get(article_id)
    if article is None:
        raise ApiError(404, "article_unknown", {"article_id": article_id[:80]})
    spoken = asked_language()
    check_rate()
    summary = Summary(desk().library, desk().messages, date.today())
    made = summary.pdf(article, spoken, _article_address(article_id, desk().composer(spoken).locale))
    return as_download(made, "application/pdf", f"{article_id}.pdf", attached=False)


@letters.get("/guides/<guide>/<key>.ics")
def guide_date(guide: str, key: str) -> Response:
    """A date that a guide reckoned, for the calendar; `on` says which day."""
    return calendar_answer(guide, key, partial(deadline_title, library=desk().library))


def calendar_answer(guide: str, key: str, title_of: TitleOf) -> Response:
    """The calendar file of a date; `title_of` says what it is called, and None for a date that does not exist."""
    composer = desk().composer(asked_language())
    title = title_of(guide, key, composer.locale)
    if title is None:
        abort(404)
    check_rate()
    note = composer.say("letter.calendar.note")
    made = calendar_file(title, note, _day(), composer.locale, f"{guide}/{key}")
    return as_download(made, "text/calendar", f"{key}.ics")


def _day() -> date:
    try:
        day = date.fromisoformat(request.args.get("on", ""))
    except ValueError as error:
        raise ApiError(400, "bad_request", {"on": "YYYY-MM-DD"}) from error
    if not 2000 <= day.year <= 2100:
        raise ApiError(400, "bad_request", {"on": "2000-01-01 .. 2100-12-31"})
    return day


def _article_address(article_id: str, locale: str) -> str:
    """Where a telephone that reads the code is sent: the article's own page, or the first page where there is none."""
    own = f"/articles/{article_id}"
    try:
        current_app.url_map.bind("").match(own)
    except HTTPException:  # no such page, or one under a slightly other address
        return url_for("pages.home", locale=locale, _external=True)
    return f"{request.url_root.rstrip('/')}{own}?locale={locale}"
