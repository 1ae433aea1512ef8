"""The acts that the articles rest on, and when their sections were read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.article import Article, Source
from knowledge.laws import Laws

_LAW_TEXTS = "https://lovdata.no/"


@dataclass(frozen=True, slots=True)
class CitedAct:
    """An act with the number of its sections that articles rest on, and the oldest and newest date they read so."""

    name: str
    url: str
    sections: int
    first: date
    last: date


def cited_acts(articles: Iterable[Article], laws: Laws) -> list[CitedAct]:
    """Every act that an article rests on, by name."""
    dates: dict[str, dict[str, date]] = {}
    for article in articles:
        for law in article.laws:
            sections = dates.setdefault(laws.parse(law.ref)[0].name, {})
            sections[law.ref] = max(law.as_of, sections.get(law.ref, law.as_of))
    return [
        CitedAct(name, _LAW_TEXTS + laws.acts[name].lovdata_id, len(read), min(read.values()), max(read.values()))
        for name, read in sorted(dates.items(), key=lambda item: item[0].casefold())
    ]


def other_sources(articles: Iterable[Article]) -> list[Source]:
    """Every source that is no law text, by title; one named twice has the newest date."""
    newest: dict[tuple[str, str], Source] = {}
    for article in articles:
        for source in article.sources:
            key = (source.title, source.url)
            if not is_law_text(source) and (key not in newest or newest[key].read < source.read):
                newest[key] = source
    return sorted(newest.values(), key=lambda source: source.title.casefold())


def is_law_text(source: Source) -> bool:
    """Whether a source is an act or regulation itself."""
    return source.url.startswith(_LAW_TEXTS)
