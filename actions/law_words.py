"""Law text for somebody who asks which section it is, without its number: "paragrafen om depositum"."""

from __future__ import annotations

from functools import lru_cache

from actions.desk import Desk, Turn
from knowledge.article import Article
from knowledge.compose import Composer
from knowledge.languages import SOURCE_LOCALE
from knowledge.outcomes import Outcome
from knowledge.reply import Reply
from knowledge.search import Finding
from knowledge.statutes.section_search import SectionSearch, asks_for_words
from knowledge.statutes.statutes import Statutes

_MOST_WORDS = 14
_ARTICLES = 2  # offered beside the sections


def asks_which_section(turn: Turn, desk: Desk) -> bool:
    """Whether the person wants the law's own words and names no number."""
    if turn.entity("law_section") or len(turn.text.split()) > _MOST_WORDS:
        return False
    return asks_for_words(turn.text, desk.library.laws.acts)


def sections_asked_for(turn: Turn, finding: Finding, desk: Desk, composer: Composer) -> Reply | None:
    """One to three sections with the articles that explain them; None when none is known to fit."""
    search = _search_of(desk)
    outcome, shown = desk.calibration.decide(finding)
    article = desk.library.articles[shown[0]] if outcome in (Outcome.ANSWERED, Outcome.CLARIFY) else None
    likely = [law.ref for law in article.laws] if article else []
    title = article.text_for(SOURCE_LOCALE).title if article else ""
    sections = search.best(turn.text, likely, title) if search else []
    if not sections:
        return None
    refs = {section.ref for section in sections}
    candidates = (desk.library.articles[candidate.article_id] for candidate in finding.candidates)
    resting = [article for article in candidates if refs & {law.ref for law in article.laws}]
    return composer.law_sections(sections, resting[:_ARTICLES])


def _search_of(desk: Desk) -> SectionSearch | None:
    statutes = desk.statutes()
    return _built(statutes, desk) if statutes and statutes.acts else None


@lru_cache(maxsize=1)
def _built(statutes: Statutes, desk: Desk) -> SectionSearch:
    """Built on first use, and again after an import: the texts that are opened then are others."""
    named = (section for section in statutes.sections() if statutes.is_named(section))
    articles: list[Article] = list(desk.library.articles.values())
    return SectionSearch(named, {law.ref for article in articles for law in article.laws})
