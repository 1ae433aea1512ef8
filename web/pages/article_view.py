"""An article as its page shows it: sections, wrong beliefs, guides, related articles, and what must be said about it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from knowledge.article import Article, ArticleText, Source
from knowledge.blocks import plain
from knowledge.cited_acts import is_law_text
from knowledge.compose import Composer
from knowledge.languages import SOURCE_LOCALE
from knowledge.reply import Citation
from web.prose import Run, prose

_LONGEST_DESCRIPTION = 300


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the language of its words."""

    title: str
    path: str
    locale: str


@dataclass(frozen=True)
class ArticleView:
    """One article for one reader."""

    article: Article
    composer: Composer

    @property
    def text(self) -> ArticleText:
        """The text in the reader's language, or the nearest there is."""
        return self.article.text_for(self.composer.locale)

    @property
    def short(self) -> str:
        """The short answer as plain text."""
        section = self.text.section("short")
        return self.composer.filled(plain(section.body), self.text.locale) if section else self.text.title

    @property
    def description(self) -> str:
        """The short answer, cut where a search engine would."""
        return textwrap.shorten(self.short, _LONGEST_DESCRIPTION, placeholder=" …")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The sections of law it rests on."""
        return self.composer.answer(self.article).citations

    @property
    def sources(self) -> list[Source]:
        """What else it rests on; the law texts stand among the citations."""
        return [source for source in self.article.sources if not is_law_text(source)]

    @property
    def contacts(self) -> tuple[dict[str, object], ...]:
        """The services it names."""
        return self.composer.contacts(self.article.contacts)

    def say(self, key: str, **values: object) -> str:
        """A message in the language of the text, to stand inside it."""
        return self.composer.messages.text(key, self.text.locale, **values)

    def notes(self) -> Iterator[str]:
        """That the text is in another language than the page, that no lawyer has seen the translation."""
        if self.text.locale != self.composer.locale:
            name = self.composer.library.languages.by_locale[self.text.locale].name
            yield self.composer.say("reply.untranslated", language=name)
        if self.text.locale != SOURCE_LOCALE and self.text.review != "reviewed":
            spoken = self.text.locale if self.composer.locale == SOURCE_LOCALE else self.composer.locale
            yield self.composer.messages.text("reply.unreviewed", spoken)

    def sections(self) -> list[tuple[str, list[Run]]]:
        """(heading, text) in the order that the curator chose."""
        return [(section.heading, self._prose(section.body)) for section in self.text.sections]

    def myths(self) -> list[tuple[str, list[Run]]]:
        """(wrong belief as people say it, correction)."""
        return [(myth.stated, self._prose(myth.answer)) for myth in self.text.myths if myth.says]

    def guides(self) -> list[Link]:
        """The guides that go on from here; each begins in the conversation."""
        known, locale = self.composer.library.guides, self.composer.locale
        texts = [(guide, known[guide].text_for(locale)) for guide in self.article.guides if guide in known]
        return [
            Link(text.button, url_for("pages.home", locale=locale, guide=guide), text.locale) for guide, text in texts
        ]

    def related(self) -> list[Link]:
        """The articles that belong with it."""
        known = self.composer.library.articles
        return [article_link(known[item], self.composer.locale) for item in self.article.related if item in known]

    def _prose(self, body: str) -> list[Run]:
        return prose(self.composer.filled(body, self.text.locale), self.text.locale)


def article_link(article: Article, locale: str) -> Link:
    """A link to the page of an article."""
    text = article.text_for(locale)
    path = url_for("pages.article", locale=locale, topic=article.topic, article_id=article.id)
    return Link(text.title, path, text.locale)
