"""A guide: the language-free part, and what it says in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

KINDS = ("choice", "date", "amount", "number", "months", "place")
PAST, FUTURE, ANY = "past", "future", "any"
UNKNOWN = "unknown"  # the answer "I don't know", where a question takes it

# Answers by question id, in the order given: an option, an ISO date, an int or float, the key of a municipality, or UNKNOWN.
Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Condition:
    """Asks a question only where earlier answers call for it."""

    question: str
    answers: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        """Whether the earlier question got one of these answers."""
        return str(answers.get(self.question)) in self.answers


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a guide asks."""

    id: str
    kind: str  # one of KINDS
    options: tuple[str, ...] = ()  # of a choice
    ages: tuple[int, ...] = ()  # of a choice among ages: the highest of each option but the last
    unknown: bool = False  # whether "I don't know" is an answer
    when: str = ANY  # of a date: PAST or FUTURE refuses the other, and settles the year of "3 March"
    lowest: float = 0  # of an amount, number or months
    highest: float = 100_000_000
    whole: bool = False  # whether fractions make no sense, as of people
    only_if: tuple[Condition, ...] = ()  # all must hold

    def applies(self, answers: Answers) -> bool:
        """Whether it is to be asked after these answers."""
        return all(condition.holds(answers) for condition in self.only_if)


@dataclass(frozen=True, slots=True)
class OptionText:
    """An answer to choose: its button, and what people write instead."""

    label: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionText:
    """How a question is put."""

    label: str  # two or three words, to list the answers by
    text: str
    help: str  # for those who do not know or were not understood
    options: dict[str, OptionText]
    counts: tuple[
        str, ...
    ] = ()  # of a number or months: words that may stand beside a number in words; none: digits only


@dataclass(frozen=True, slots=True)
class GuideText:
    """A guide in one language."""

    locale: str
    title: str
    button: str  # on articles
    intro: str
    asks: tuple[str, ...]  # how people ask for it
    questions: dict[str, QuestionText]
    parts: dict[str, str]  # of results, by key
    dates: dict[str, str]  # titles of dates for a calendar, by key
    path: Path


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide."""

    id: str
    articles: tuple[str, ...]  # what its results rest on
    laws: tuple[str, ...]  # the sections that its rules apply; each is cited by one of the articles
    questions: tuple[Question, ...]
    path: Path
    texts: dict[str, GuideText] = field(default_factory=dict)
    checked_on: date | None = None  # when its rules were last compared with its sections, once one has changed

    def text_for(self, locale: str) -> GuideText:
        """The text in `locale`, or in English or Bokmål; Nynorsk readers get Bokmål."""
        fallbacks = ("nb", "en") if locale == "nn" else ("en", "nb")
        return next(self.texts[candidate] for candidate in (locale, *fallbacks) if candidate in self.texts)

    def speaks(self, locale: str) -> bool:
        """Whether a reader of `locale` is asked in their own language; Bokmål and Nynorsk count as one."""
        norwegian = {"nb", "nn"}
        shown = self.text_for(locale).locale
        return shown == locale or {shown, locale} == norwegian

    def question(self, question_id: str) -> Question | None:
        """The question of that id."""
        return next((question for question in self.questions if question.id == question_id), None)

    def next_question(self, answers: Answers) -> Question | None:
        """The first that applies and has no answer; None when all is known."""
        return next((each for each in self.questions if each.id not in answers and each.applies(answers)), None)

    def still_asked(self, answers: Answers) -> dict[str, Any]:
        """The answers without those to questions that others no longer call for, in the order of the questions."""
        kept: dict[str, Any] = {}
        for question in self.questions:
            if question.id in answers and question.applies(kept):
                kept[question.id] = answers[question.id]
        return kept
