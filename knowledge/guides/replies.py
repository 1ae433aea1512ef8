"""Making the replies of a guide: a question, help with it, the answers so far, the result."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from babel.numbers import format_decimal

from knowledge.article import Article
from knowledge.blocks import plain
from knowledge.compose import Composer
from knowledge.figures import number_locale
from knowledge.guides.conclusion import Conclusion, LetterOffer, Part, Value
from knowledge.guides.guide import UNKNOWN, Answers, Guide, GuideText, Question
from knowledge.guides.reading import Refusal
from knowledge.outcomes import Outcome
from knowledge.placeholders import filled
from knowledge.reply import Button, Citation, Reply
from knowledge.sites import DEFAULT_SITE

if TYPE_CHECKING:
    from knowledge.municipalities import Municipalities

_VALUE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
_HTML, _CALENDAR, _PDF = "text/html", "text/calendar", "application/pdf"


@dataclass(frozen=True)
class GuideReplies:
    """Replies of one guide in the language of the composer."""

    guide: Guide
    composer: Composer
    municipalities: Municipalities

    @property
    def text(self) -> GuideText:
        """What the guide says, in the reply language or the nearest there is."""
        return self.guide.text_for(self.composer.locale)

    def question(self, question: Question, answers: Answers, note: str = "", refusal: Refusal | None = None) -> Reply:
        """Ask for one thing; before it the first time what the guide is for, or what was understood."""
        shown = self.text.questions[question.id]
        opening = note if note or answers else f"{self.text.title}\n\n{self.text.intro}"
        paragraphs = [*self._language_note(), opening, self._filled(shown.text)]
        buttons = [
            *(self._option(question.id, option, each.label) for option, each in shown.options.items()),
            *(self._option(question.id, number, name) for number, name in (refusal.places if refusal else ())),
            *([self._option(question.id, UNKNOWN, self._say("button.dont_know"))] if question.unknown else ()),
            *([Button(self._say("button.change_answer"), "/change_answer")] if answers else ()),
            Button(self._say("button.stop_guide"), "/stop"),
        ]
        return self._reply("\n\n".join(filter(None, paragraphs)), tuple(buttons), asks=question.kind)

    def help(self, question: Question) -> Reply:
        """Say how to find out what was asked for."""
        return self._reply(self._filled(self.text.questions[question.id].help))

    def noted(self, question: Question, value: Any) -> str:
        """What was understood, to be put before the next question."""
        return self._say(
            "guide.noted", label=self.text.questions[question.id].label, answer=self.shown(question, value)
        )

    def refused(self, refusal: Refusal) -> str:
        """Why an answer cannot be."""
        return self._say(refusal.key, **{name: self._rendered(value) for name, value in refusal.values.items()})

    def answers(self, answers: Answers) -> Reply:
        """Every answer with a button to give another."""
        buttons = [
            Button(line, "/change_answer" + _payload({"question": question})) for question, line in self._lines(answers)
        ]
        return self._reply(self._say("guide.which_answer" if buttons else "guide.no_answers"), tuple(buttons))

    def shown(self, question: Question, value: Any) -> str:
        """An answer in words."""
        if value == UNKNOWN:
            return self._say("guide.unknown")
        if question.kind == "choice":
            return self.text.questions[question.id].options[value].label
        if question.kind == "date":
            return self.composer.date_text(date.fromisoformat(value))
        if question.kind == "place":
            place = self.municipalities.by_key(value)
            return place.label if place else str(value)
        if question.kind == "amount":
            return self._rendered(Decimal(str(value)))
        return format_decimal(value, locale=number_locale(self.text.locale))

    def result(self, conclusion: Conclusion, answers: Answers) -> Reply:
        """What applies, with the reckoning, citations, contacts, letters and dates."""
        library = self.composer.library
        articles = [library.articles[article_id] for article_id in conclusion.articles]
        answer = self.composer.answer(articles[0])
        paragraphs = [*self._language_note(), *(self._part(part) for part in conclusion.parts), self._given(answers)]
        buttons = (
            *map(self.composer.guide_button, conclusion.guides),
            *(self.composer.article_button(article) for article in articles),
            Button(self._say("button.change_answer"), "/change_answer"),
        )
        contacts = self.composer.contacts(conclusion.contacts) or answer.contacts
        attachments = (
            *map(self._letter, conclusion.letters),
            *(self._date(key, day) for key, day in conclusion.dates),
            self._summary(articles[0]),
        )
        return replace(
            answer,
            outcome=Outcome.GUIDE,
            locale=self.composer.locale,
            text="\n\n".join(paragraphs),
            citations=self._citations(conclusion) or answer.citations,
            contacts=contacts,
            buttons=buttons,
            attachments=attachments,
        )

    def _given(self, answers: Answers) -> str:
        return "\n".join([self._say("guide.answers"), *(f"- {line}" for _, line in self._lines(answers))])

    def _lines(self, answers: Answers) -> list[tuple[str, str]]:
        """(question, what it is about and its answer) in the order of the questions."""
        return [
            (question.id, f"{self.text.questions[question.id].label}: {self.shown(question, answers[question.id])}")
            for question in self.guide.questions
            if question.id in answers
        ]

    def _part(self, part: Part) -> str:
        return self._filled(self.text.parts[part.key], part.values)

    def _filled(self, text: str, values: Mapping[str, Value] | None = None) -> str:
        composer = self.composer
        known = filled(plain(text.strip()), self.text.locale, composer.library, composer.messages, composer.today)
        return _VALUE.sub(lambda match: self._rendered((values or {})[match.group(1)]), known)

    def _rendered(self, value: Value | float) -> str:
        if isinstance(value, date):
            return self.composer.date_text(value)
        if isinstance(value, Decimal):
            pattern = "#,##0" if value == value.to_integral_value() else "#,##0.00"
            number = format_decimal(value, pattern, locale=number_locale(self.text.locale))
            return self.composer.messages.text("unit.NOK", self.text.locale, number=number)
        return value if isinstance(value, str) else format_decimal(value, locale=number_locale(self.text.locale))

    def _citations(self, conclusion: Conclusion) -> tuple[Citation, ...]:
        library = self.composer.library
        cited = [law for article in conclusion.articles for law in library.articles[article].laws]
        newest = {law.ref: law for law in sorted(cited, key=lambda law: law.as_of)}
        found = [newest[ref] for ref in dict.fromkeys(conclusion.laws) if ref in newest]
        return tuple(Citation(law.ref, library.laws.url(law.ref), law.as_of.isoformat()) for law in found)

    def _letter(self, offer: LetterOffer) -> dict[str, str]:
        values = {name: _plain_value(value) for name, value in offer.values.items()}
        # After the #, so that what the person told never reaches a server or its log with the address.
        site = "" if self.composer.site == DEFAULT_SITE else f"&site={self.composer.site}"
        url = f"/letters/{offer.letter}?locale={self.composer.locale}{site}#{urlencode(values, quote_via=quote)}"
        title = self.composer.library.letters[offer.letter].text_for(self.composer.locale).title
        return {"title": title, "url": url, "mime": _HTML}

    def _summary(self, article: Article) -> dict[str, str]:
        """The article on one page, with a code that leads to it: to take along to an office."""
        title = self._say("guide.summary", title=article.text_for(self.composer.locale).title)
        return {
            "title": title,
            "url": f"/articles/{article.id}/summary.pdf?locale={self.composer.locale}",
            "mime": _PDF,
        }

    def _date(self, key: str, day: date) -> dict[str, str]:
        url = f"/guides/{self.guide.id}/{key}.ics?on={day.isoformat()}&locale={self.composer.locale}"
        title = self._say("guide.calendar", date=self.composer.date_text(day), title=self.text.dates[key])
        return {"title": title, "url": url, "mime": _CALENDAR}

    def _option(self, question: str, value: str, label: str) -> Button:
        return Button(label, "/guide_answer" + _payload({"question": question, "option": value}))

    def _language_note(self) -> tuple[str, ...]:
        if self.text.locale == self.composer.locale:
            return ()
        language = self.composer.library.languages.by_locale[self.text.locale].name
        return (self._say("reply.untranslated", language=language),)

    def _say(self, key: str, **values: object) -> str:
        return self.composer.say(key, **values)

    def _reply(self, text: str, buttons: tuple[Button, ...] = (), asks: str | None = None) -> Reply:
        return Reply(Outcome.GUIDE, self.composer.locale, text, buttons=buttons, asks=asks)


def _plain_value(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _payload(entities: dict[str, str]) -> str:
    return json.dumps(entities, ensure_ascii=False)
