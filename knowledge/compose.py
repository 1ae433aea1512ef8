"""Making replies from articles and catalogues; the only place where curated text becomes a reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.article import Article, ArticleText, LawRef
from knowledge.blocks import plain
from knowledge.figures import date_words
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.placeholders import filled
from knowledge.reply import Button, Citation, LawText, Reply, ShownArticle
from knowledge.sites import DEFAULT_SITE
from knowledge.statutes.statutes import SectionText, Statutes

_HUMAN_CONTACTS = ("nav", "husleietvistutvalget", "municipality")


@dataclass(frozen=True)
class Composer:
    """Makes replies in one language for one site."""

    library: Library
    messages: Messages
    spoken: str  # the person's language, perhaps not one we answer in
    today: date
    site: str = DEFAULT_SITE
    statutes: Statutes | None = None  # without them no reply holds law text

    @property
    def locale(self) -> str:
        """The language replies are given in."""
        return self.library.languages.serving(self.spoken)

    def say(self, key: str, **values: object) -> str:
        """A catalogue message in the reply language."""
        return self.messages.text(key, self.locale, **values)

    def answer(self, article: Article, confidence: float = 1.0, asked_law: LawRef | None = None) -> Reply:
        """The article's plain answer and steps.

        `asked_law` is the section that the person asked for by its number: its words come along.
        """
        text = article.text_for(self.locale)
        parts = [*self._language_notes(text), *self._main_parts(article, text), self._review_note(text)]
        return Reply(
            outcome=Outcome.EMERGENCY if article.is_emergency else Outcome.ANSWERED,
            locale=text.locale,
            text="\n\n".join(part for part in parts if part),
            article=self._shown(article, text),
            citations=self._citations(article),
            contacts=self.contacts(article.contacts),
            buttons=self._next_steps(article, text),
            confidence=round(confidence, 3),
            law_text=tuple(self._law_text([asked_law] if asked_law else [])),
        )

    def law_part(self, article: Article) -> Reply:
        """What the law says on the article's topic, with the sections."""
        text = article.text_for(self.locale)
        section = text.section("law")
        said = [section.heading, self.filled(plain(section.body), text.locale)] if section else [text.title]
        parts = [*self._language_notes(text), *said, self._review_note(text)]
        return Reply(
            outcome=Outcome.ANSWERED,
            locale=text.locale,
            text="\n\n".join(part for part in parts if part),
            article=self._shown(article, text),
            citations=self._citations(article),
            contacts=self.contacts(article.contacts),
            buttons=tuple(self.article_button(self.library.articles[i]) for i in article.related[:3]
                          if i in self.library.articles),
            law_text=tuple(self._law_text(article.laws)),
        )  # fmt: skip

    def law_section(self, ref: str) -> Reply | None:
        """The words of a section, or of a part of it, that no article rests on; None when they are not stored."""
        text = self.statutes.text(ref) if self.statutes else None
        if text is None or text.repealed:
            return None
        reply = self._spoken_reply(Outcome.ANSWERED, "reply.law_section", self.human_contacts(), values={"ref": ref})
        return replace(
            reply, citations=(Citation(ref, text.url, text.as_of.isoformat()),), law_text=(_as_law_text(text),)
        )

    def law_sections(self, sections: Sequence[SectionText], articles: Iterable[Article]) -> Reply:
        """The words of the sections that somebody described, with articles on what they mean."""
        refs = ", ".join(text.ref for text in sections)
        buttons = tuple(self.article_button(article) for article in articles)
        reply = self._spoken_reply(
            Outcome.ANSWERED, "reply.law_sections", self.human_contacts(), buttons, values={"refs": refs}
        )
        return replace(
            reply,
            citations=tuple(Citation(text.ref, text.url, text.as_of.isoformat()) for text in sections),
            law_text=tuple(_as_law_text(text) for text in sections),
        )

    def clarify(self, article_ids: Sequence[str], confidence: float) -> Reply:
        """Two or three articles as buttons, and a way out when none of them is meant."""
        buttons = [self.article_button(self.library.articles[article_id]) for article_id in article_ids]
        none_of_these = Button(self.say("button.none_of_these"), "/ask_for_human")
        return self._spoken_reply(
            Outcome.CLARIFY, "reply.clarify", buttons=(*buttons, none_of_these), confidence=confidence
        )

    def corrected(self, reply: Reply, beliefs: Sequence[tuple[Article, int]]) -> Reply:
        """A reply that corrects wrong beliefs first, each by its article and its position there; the same when there is none.

        Each correction stands behind the words of the belief, so that nobody takes its "no" for an answer to what they
        asked. When the reply offers nothing else of an article, a button leads to it. A text that lacks the belief,
        which `bovett check` forbids, corrects nothing.
        """
        corrections: dict[str, str] = {}  # by the words of the belief: the same one may stand in two articles
        leading: list[Button] = []
        citations = {citation.ref: citation for citation in reply.citations}
        for article, position in beliefs:
            text = article.text_for(self.locale)
            believed = text.myths[position].stated if position < len(text.myths) else ""
            if not believed or believed in corrections:
                continue
            corrections[believed] = self._correction(text, position)
            for citation in self._citations(article):
                citations.setdefault(citation.ref, citation)
            leads_to = self.article_button(article)
            is_there = (reply.article and reply.article.id == article.id) or leads_to in (*reply.buttons, *leading)
            leading += [] if is_there else [leads_to]
        return replace(
            reply,
            myth="\n\n".join(corrections.values()) or reply.myth,
            citations=tuple(citations.values()),
            buttons=(*leading, *reply.buttons),
        )

    def _correction(self, text: ArticleText, position: int) -> str:
        """The words of a belief, and the correction, a paragraph each."""
        myth = text.myths[position]
        believed = self.messages.text("reply.believed", text.locale, belief=myth.stated)
        return f"{believed}\n\n{self.filled(plain(myth.answer), text.locale)}"

    def no_answer(self, confidence: float = 0.0) -> Reply:
        """Says that nothing fits and names humans who know."""
        return self._spoken_reply(
            Outcome.NO_ANSWER, "reply.no_answer", contacts=self.human_contacts(), confidence=confidence
        )

    def out_of_scope(self) -> Reply:
        """Says what the assistant is for."""
        return self._spoken_reply(Outcome.OUT_OF_SCOPE, "reply.out_of_scope", contacts=self.human_contacts())

    def handoff(self) -> Reply:
        """Names humans to talk to."""
        return self._spoken_reply(Outcome.HANDOFF, "reply.handoff", contacts=self.human_contacts())

    def error(self) -> Reply:
        """Something of ours is down: says so and names humans."""
        return self._spoken_reply(Outcome.ERROR, "reply.error", contacts=self.human_contacts())

    def message(self, outcome: Outcome, key: str, buttons: Iterable[Button] = (), **values: object) -> Reply:
        """A catalogue message as a reply."""
        return self._spoken_reply(outcome, key, buttons=tuple(buttons), values=values)

    def human_contacts(self) -> tuple[dict[str, object], ...]:
        """The site's contacts first, then those that help everywhere."""
        site = self.library.sites.get(self.site)
        wanted = [*(site.contacts if site else ()), *_HUMAN_CONTACTS]
        return self.contacts(list(dict.fromkeys(wanted)))

    def contacts(self, ids: Iterable[str]) -> tuple[dict[str, object], ...]:
        """Contacts as the API gives them, unknown ids left out."""
        return tuple(
            dict(self.library.contacts[contact_id].localised(self.locale))
            for contact_id in ids
            if contact_id in self.library.contacts
        )

    def article_button(self, article: Article) -> Button:
        """A button that opens an article."""
        title = article.text_for(self.locale).title
        return Button(title, f'/show_article{{"article_id": "{article.id}"}}', article.covers)

    def guide_button(self, guide_id: str) -> Button:
        """A button that starts a guide."""
        title = self.library.guides[guide_id].text_for(self.locale).button
        return Button(title, f'/start_guide{{"guide": "{guide_id}"}}')

    def date_text(self, day: date) -> str:
        """A date written out in the reply language, with the weekday."""
        return date_words(day, "full", self.locale)

    def _spoken_reply(
        self,
        outcome: Outcome,
        key: str,
        contacts: tuple[dict[str, object], ...] = (),
        buttons: tuple[Button, ...] = (),
        confidence: float = 1.0,
        values: dict[str, object] | None = None,
    ) -> Reply:
        parts = [self._fallback_note(), self.say(key, **(values or {}))]
        return Reply(
            outcome=outcome,
            locale=self.locale,
            text="\n\n".join(part for part in parts if part),
            contacts=contacts,
            buttons=buttons,
            confidence=round(confidence, 3),
        )

    def _main_parts(self, article: Article, text: ArticleText) -> list[str]:
        parts: list[str] = []
        for section in text.sections:
            if section.role == "law" or (article.is_emergency and section.role is None):
                continue
            if section.role != "short":
                parts.append(section.heading)
            parts.append(self.filled(plain(section.body), text.locale))
        return parts

    def filled(self, body: str, locale: str) -> str:
        """A curated text in one language, with the figures and phone numbers of today."""
        return filled(body, locale, self.library, self.messages, self.today)

    def _shown(self, article: Article, text: ArticleText) -> ShownArticle:
        return ShownArticle(
            article.id, text.title, text.locale, article.covers, article.checked_on.isoformat(), text.review
        )

    def _citations(self, article: Article) -> tuple[Citation, ...]:
        return tuple(Citation(law.ref, self.library.laws.url(law.ref), law.as_of.isoformat()) for law in article.laws)

    def _law_text(self, laws: Iterable[LawRef]) -> Iterator[LawText]:
        """The words of each section that are stored; older words than those the article rests on are left out."""
        for law in laws:
            text = self.statutes.text(law.ref) if self.statutes else None
            if text and text.imported_on >= law.as_of:
                yield _as_law_text(text)

    def _next_steps(self, article: Article, text: ArticleText) -> tuple[Button, ...]:
        if article.is_emergency:
            return ()
        buttons = [self.guide_button(guide) for guide in article.guides]
        if text.section("law"):
            buttons.append(Button(self.say("button.law"), f'/show_law{{"article_id": "{article.id}"}}'))
        related = [self.library.articles[item] for item in article.related if item in self.library.articles]
        return (*buttons, *(self.article_button(item) for item in related[:2]))

    def _language_notes(self, text: ArticleText) -> list[str]:
        """Told in the person's language: that it is not served, that this text is not translated into it yet."""
        if text.locale == self.locale:
            return [self._fallback_note()]
        language = self.library.languages.by_locale[text.locale].name
        return [self._fallback_note(), self.say("reply.untranslated", language=language)]

    def _fallback_note(self) -> str:
        language = self.library.languages.by_locale.get(self.spoken)
        return language.fallback_note if language and not language.served else ""

    def _review_note(self, text: ArticleText) -> str:
        if text.locale == "nb" or text.review == "reviewed":
            return ""
        return self.messages.text("reply.unreviewed", text.locale)


def _as_law_text(text: SectionText) -> LawText:
    return LawText(text.ref, text.heading, text.paragraphs, text.footnotes, text.as_of.isoformat(), text.attribution)
