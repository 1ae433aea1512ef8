"""Rules for what an article says of days to come: each has a day on which somebody reads the article again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.article import Article, ArticleText
from knowledge.library import Library
from knowledge.lint.finding import Finding
from knowledge.lint.written_dates import dates_in

_WARN_DAYS = 60


def coming_dates_watched(article: Article, library: Library, today: date) -> Iterator[Finding]:
    """A date to come that a text names is on the list `review_by`, since the text may be untrue after it."""
    for text in article.texts.values():
        for found in dates_in(_prose(text), text.locale):
            if found.counts_until >= today and not any(found.holds(review.on) for review in article.review_by):
                message = f"{found.words!r} lies ahead; list the day under `review_by` in article.yaml"
                yield Finding(text.path, "coming-dates-watched", message)


def reviews_in_time(article: Article, library: Library, today: date) -> Iterator[Finding]:
    """The article is read again by each day of `review_by`: a warning 60 days before, an error after it."""
    for review in article.review_by:
        left = (review.on - today).days
        if left <= _WARN_DAYS:
            when = f"in {left} days" if left >= 0 else f"which was {-left} days ago"
            message = f"read it again by {review.on}, {when}: {review.why}"
            yield Finding(article.path, "reviews-in-time", message, is_error=left < 0)


def _prose(text: ArticleText) -> str:
    parts = [text.title, *(section.body for section in text.sections), *(myth.answer for myth in text.myths)]
    return "\n".join(parts)


DATE_RULES = (coming_dates_watched, reviews_in_time)
