"""What search engines may read, and where every page lies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from flask import Response, make_response, render_template, url_for

from web.desk import desk
from web.page import Place
from web.pages import pages
from web.pages.articles import article_place

_AGE_S = 3600


@pages.get("/robots.txt")
def robots() -> Response:
    """Everything but the machinery may be read."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in ("/api/", "/embed/", "/demo/"))]
    answer = make_response("\n".join([*lines, "", f"Sitemap: {url_for('pages.sitemap', _external=True)}", ""]))
    return _kept(answer, "text/plain")


@pages.get("/sitemap.xml")
def sitemap() -> Response:
    """Every page that holds a text of its own, with the same page in the other languages."""
    return _kept(make_response(render_template("sitemap.xml", places=list(_places()))), "application/xml")


def _places() -> Iterator[tuple[Place, date | None]]:
    yield Place.of("pages.home"), None
    yield Place.of("pages.rights"), max((a.checked_on for a in desk().library.articles.values()), default=None)
    for article in desk().library.articles.values():
        yield article_place(article), article.checked_on
    for page_id, texts in desk().pages.texts.items():
        yield Place.of("pages.public_page", page_id=page_id), max(text.updated for text in texts.values())


def _kept(answer: Response, kind: str) -> Response:
    answer.mimetype = kind
    answer.cache_control.public = True
    answer.cache_control.max_age = _AGE_S
    return answer
