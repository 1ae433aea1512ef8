"""Curated content for reuse by others."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, request

from knowledge.article import Article
from web.chat import chat
from web.chat.request_data import read_locale
from web.desk import desk
from web.errors import ApiError


@chat.get("/articles")
def list_articles() -> Response:
    """Every article with its title in the locale asked for."""
    locale = _asked_locale()
    listed = [
        {
            "id": article.id,
            "topic": article.topic,
            "title": article.text_for(locale).title,
            "locale": article.text_for(locale).locale,
            "locales": sorted(article.texts),
            "covers": article.covers,
            "audience": article.audience,
        }
        for article in desk().library.articles.values()
    ]
    return jsonify({"locale": locale, "articles": listed})


@chat.get("/articles/<article_id>")
def read_article(article_id: str) -> Response:
    """One article with all its parts."""
    article = desk().library.articles.get(article_id)
    if article is None:
        raise ApiError(404, "article_unknown", {"article_id": article_id[:80]})
    return jsonify(_whole(article, _asked_locale()))


def _asked_locale() -> str:
    asked = read_locale({"locale": request.args.get("locale")})
    return desk().library.languages.serving(asked or desk().settings.default_locale)


def _whole(article: Article, locale: str) -> dict[str, Any]:
    composer = desk().composer(locale)
    answer, law = composer.answer(article), composer.law_part(article)
    return {
        **answer.as_dict(),
        "law": law.text if article.text_for(locale).section("law") else None,
        "topic": article.topic,
        "sources": [{"title": s.title, "url": s.url, "read": s.read.isoformat()} for s in article.sources],
        "related": article.related,
        "licence": "CC BY 4.0",
    }
