"""What a page tells search engines about itself, in the words of schema.org; nothing that the page does not show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from knowledge.article import Article, ArticleText
from knowledge.reply import Citation
from web.page import Crumb, whole

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def page_data(address: str, name: str, description: str, locale: str, crumbs: Iterable[Crumb]) -> dict[str, Any]:
    """A page and the way to it."""
    return {"@context": "https://schema.org", "@graph": [_page(address, name, description, locale), _way(crumbs)]}


def article_data(
    article: Article,
    text: ArticleText,
    short: str,
    citations: Iterable[Citation],
    address: str,
    crumbs: Iterable[Crumb],
) -> dict[str, Any]:
    """An article with the sections of law it rests on.

    No FAQPage: titles are seldom questions, and a wrong belief torn from its correction must not turn up in a result.
    """
    about = {
        "@type": "Article",
        "@id": f"{address}#article",
        "headline": text.title,
        "abstract": short,
        "inLanguage": text.locale,
        "isAccessibleForFree": True,
        "license": _LICENCE,
        "citation": [_law(citation) for citation in citations],
    }
    page = _page(address, text.title, short, text.locale, checked=article.checked_on)
    page["mainEntity"] = {"@id": about["@id"]}
    return {"@context": "https://schema.org", "@graph": [page, about, _way(crumbs)]}


def _page(address: str, name: str, description: str, locale: str, checked: date | None = None) -> dict[str, Any]:
    page: dict[str, Any] = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": name,
        "description": description,
        "inLanguage": locale,
        "isPartOf": {"@type": "WebSite", "name": "Bovett", "url": whole("/")},
    }
    return page | ({"lastReviewed": checked.isoformat()} if checked else {})


def _law(citation: Citation) -> dict[str, str]:
    return {"@type": "Legislation", "name": citation.ref, "url": citation.url, "inLanguage": "no"}


def _way(crumbs: Iterable[Crumb]) -> dict[str, Any]:
    steps = [
        {
            "@type": "ListItem",
            "position": number,
            "name": crumb.name,
            **({"item": whole(crumb.path)} if crumb.path else {}),
        }
        for number, crumb in enumerate(crumbs, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
