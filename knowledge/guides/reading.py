"""Reading a message as the answer to a guide's question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from knowledge.guides.choosing import OptionReader
from knowledge.guides.guide import FUTURE, PAST, UNKNOWN, Question, QuestionText
from knowledge.guides.numbers import numbers_in, only, spelt_in
from knowledge.guides.said import Said
from knowledge.guides.words import Words
from knowledge.reckoning.days import months_after
from knowledge.text import ascii_digits, normalised

if TYPE_CHECKING:
    from knowledge.municipalities import Municipalities

_SOON_DAYS = 31  # a day so near ahead is meant as it says, and is then asked about
_A_MONTH = {"months": 1}  # "12 000 a month": what rents and incomes are told by
_FAR_YEARS = 60  # from today: no letter or lease is older
_CLOCK = re.compile(r"(?:\bkl\.?|klokk[ae]n?|\bat|\bоб?|الساعة|ساعت)\s*\d{1,2}(?:[.:]\d\d)?", re.IGNORECASE)
_FOREIGN = re.compile(r"[€$£]")
_OPENING = 4  # words in which people say that they take something back
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood."""

    value: Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """Understood, but it cannot be: the catalogue key that says why, with values; or places to choose from."""

    key: str
    values: Mapping[str, Any]
    places: tuple[tuple[str, str], ...] = ()  # (key, name)


@dataclass(frozen=True)
class AnswerReader:
    """Reads answers; `today` settles dates."""

    words: Words
    municipalities: Municipalities
    today: date
    locale: str = ""  # of the conversation: in the Norwegian ones a dialect's word is read as that of Bokmål

    def read(self, question: Question, text: QuestionText, said: Said) -> Answer | Refusal | None:
        """The answer, why it cannot be, or None when the message is no answer to this question."""
        if said.is_question:
            return None
        found = self._read(question, text, said)
        if found is None and question.unknown and said.intent == "dont_know":
            return Answer(UNKNOWN)
        return found

    def command(self, said: Said) -> str | None:
        """The command that the whole message is: to stop, to start over, to change an answer, or not knowing."""
        return self.words.commands.get(normalised(said.text))

    def _read(self, question: Question, text: QuestionText, said: Said) -> Answer | Refusal | None:
        if question.kind == "choice":
            option = OptionReader(self.words, self.locale).option(question, text, said)
            return None if option is None else Answer(option)
        if question.kind == "date":
            return self._date(question, said)
        if question.kind == "place":
            return self._place(said)
        number = self._months(text, said) if question.kind == "months" else self._amount(question, text, said)
        if number is None or (question.whole and number != number.to_integral_value()):
            return None
        return _within(question, number)

    def takes_back(self, said: Said) -> bool:
        """Whether the message surely corrects something said before: "no, I meant …"."""
        words = normalised(said.text)
        return any(f" {phrase} " in f" {words} " for phrase in self.words.corrections)

    def apologises(self, said: Said) -> bool:
        """Whether the message may correct something said before: "sorry, from the bank"."""
        return any(word in self.words.apologies for word in normalised(said.text).split()[:_OPENING])

    def refuses(self, said: Said) -> bool:
        """Whether the message says no to something and goes on: "no, I got it on …"."""
        words = normalised(said.text).split()
        opens = len(words) > 1 and any(word in self.words.refusals for word in words[:_OPENING])
        return opens and not self.words.no_belongs_to_more(said.text)

    def _date(self, question: Question, said: Said) -> Answer | Refusal | None:
        found = said.only_entity("date")
        # What is left beside the date may make another day of it: then it is asked again, with the help.
        if found is None or self._is_blurred(said.beside(found)):
            return None
        day = _settled(_meant(found, question.when), question.when, said.text, self.today)
        if abs(day.year - self.today.year) > _FAR_YEARS:
            return None
        if question.when == PAST and day > self.today:
            return Refusal("guide.refused.future", {"date": day})
        if question.when == FUTURE and day < self.today:
            return Refusal("guide.refused.past", {"date": day})
        return Answer(day.isoformat())

    def _is_blurred(self, rest: str) -> bool:
        rest = _CLOCK.sub(" ", ascii_digits(rest))
        return bool(self.words.unclear_dates & set(normalised(rest).split())) or any(map(str.isdigit, rest))

    def _months(self, text: QuestionText, said: Said) -> Decimal | None:
        """Months, from one span of time with no number beside it, or a number alone."""
        if said.entity("duration") is None:
            return self._number(text, said.text)
        span = said.only_entity("duration")
        if span is None or self._holds_number(said.beside(span)):
            return None
        months = span["value"].get("months", 0) + _MONTHS_A_YEAR * span["value"].get("years", 0)
        return Decimal(months) if months else None

    def _holds_number(self, rest: str) -> bool:
        return bool([*numbers_in(rest), *spelt_in(normalised(rest).split(), self.words.numbers)[0]])

    def _number(self, text: QuestionText, message: str) -> Decimal | None:
        """The one number of the message; one in words only where little else is said, so that no other count is taken."""
        in_digits = list(numbers_in(message))
        in_words, rest = spelt_in(normalised(message).split(), self.words.numbers) if text.counts else ([], [])
        if not in_words:
            return only(in_digits)
        beside = {word for each in text.counts for word in normalised(each).split()}
        return Decimal(in_words[0]) if len(in_words) == 1 and set(rest) <= beside else None

    def _amount(self, question: Question, text: QuestionText, said: Said) -> Decimal | None:
        """The one sum that the message names; none where it counts something else or spans another time."""
        if self.words.unclear_amounts & set(normalised(said.text).split()) or _FOREIGN.search(said.text):
            return None
        if said.entity("duration") not in (None, _A_MONTH):
            return None
        amounts = {entity["value"] for entity in said.entities if entity["entity"] == "amount"}
        if question.kind == "amount" and amounts:
            return Decimal(amounts.pop()) if len(amounts) == 1 else None
        return self._number(text, said.text)

    def _place(self, said: Said) -> Answer | Refusal | None:
        found = self.municipalities.resolve(said.text)
        if found.certain:
            return Answer(self.municipalities.key_of(found.certain))
        if found.choices:
            return Refusal(
                "guide.refused.which_place",
                {},
                tuple((self.municipalities.key_of(place), place.label) for place in found.choices),
            )
        return None


def _meant(found: Mapping[str, Any], when: str) -> date:
    """The day, of a bare weekday the one that the question asks for."""
    days = [date.fromisoformat(day) for day in (found["value"], found.get("other")) if day]
    return {PAST: min, FUTURE: max}[when](days) if when in (PAST, FUTURE) else days[0]


def _settled(day: date, when: str, text: str, today: date) -> date:
    """The day in the year that is meant, where the message names none.

    >>> _settled(date(2027, 3, 3), PAST, "3. mars", date(2026, 11, 24))
    datetime.date(2026, 3, 3)
    >>> _settled(date(2027, 3, 3), PAST, "3. mars 2027", date(2026, 11, 24))
    datetime.date(2027, 3, 3)
    """
    digits = ascii_digits(text)
    if str(day.year) in digits or f"{day:%y}" in re.findall(r"\d+", digits)[2:]:
        return day
    if when == PAST and (day - today).days >= _SOON_DAYS:
        return months_after(day, -12)
    if when == FUTURE and (today - day).days >= _SOON_DAYS:
        return months_after(day, 12)
    return day


def _within(question: Question, number: Decimal) -> Answer | Refusal:
    if not Decimal(str(question.lowest)) <= number <= Decimal(str(question.highest)):
        return Refusal("guide.refused.range", {"lowest": question.lowest, "highest": question.highest})
    return Answer(int(number) if number == number.to_integral_value() else float(number))
