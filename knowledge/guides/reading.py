"""Reading a message as the answer to a guide's question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import OSA

from knowledge.guides.guide import FUTURE, PAST, UNKNOWN, Question, QuestionText
from knowledge.guides.words import Words
from knowledge.nynorsk import as_bokmal
from knowledge.reckoning.days import months_after
from knowledge.text import ascii_digits, normalised

if TYPE_CHECKING:
    from knowledge.municipalities import Municipalities

_QUESTION_MARKS = re.compile(r"[?؟]")
_LONGEST_ASIDE = 4  # words: "3. mars?" is an answer, a longer message with a question mark asks something
_LONGEST_CHOICE = 9  # words: a longer message tells a story rather than picks an option
_SHORTEST_WITH_SLIP = 5  # letters
_SOON_DAYS = 31  # a day so near ahead is meant as it says, and is then asked about
_OLDEST = 120  # years: a higher number is no age
_A_MONTH = {"months": 1}  # "12 000 a month": what rents and incomes are told by
_FAR_YEARS = 60  # from today: no letter or lease is older
_CLOCK = re.compile(r"(?:\bkl\.?|klokk[ae]n?|\bat|\bоб?|الساعة|ساعت)\s*\d{1,2}(?:[.:]\d\d)?", re.IGNORECASE)
_ARABIC = re.compile("[\u0620-\u06ff]")
_FOREIGN = re.compile(r"[€$£]")
_LONGEST_YES = 4  # words of a yes or no that no option lists
_OPENING = 4  # words in which people say that they take something back
_IS_ALL, _IS_EXACT = 1000, 500  # outweigh any number of letters
_YES_NO = {"affirm": "yes", "deny": "no"}
# Of the Arabic marks, \u066b is for decimals, \u066c for thousands, and \u060c is the comma on the keyboard.
_NUMBER = re.compile(r"\d[\d\s.,'\u00a0\u202f\u060c\u066b\u066c]*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'\s\u00a0\u202f\u060c\u066b\u066c]\d{3})+(?!\d)")
_ENDS = " .,'\u060c\u066b\u066c"
_DECIMAL_MARKS = str.maketrans(",\u060c\u066b", "...")
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Said:
    """A message as the NLU understood it."""

    text: str
    intent: str
    entities: tuple[Mapping[str, Any], ...] = ()

    def entity(self, name: str) -> Any:
        """The value of the first entity of that name, or None."""
        return next((entity["value"] for entity in self.entities if entity["entity"] == name), None)

    def only_entity(self, name: str) -> Mapping[str, Any] | None:
        """The entity of that name, where all of them say the same; else None."""
        found = [entity for entity in self.entities if entity["entity"] == name]
        return found[0] if len({str(entity["value"]) for entity in found}) == 1 else None

    def beside(self, entity: Mapping[str, Any]) -> str:
        """The text without what the entity was read from; nothing where that is not known."""
        start, end = entity.get("start"), entity.get("end")
        return "" if start is None or end is None else f"{self.text[:start]} {self.text[end:]}"

    @property
    def is_question(self) -> bool:
        """Whether it asks something of its own."""
        return bool(_QUESTION_MARKS.search(self.text)) and len(self.text.split()) > _LONGEST_ASIDE


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
            option = self._option(question, text, said)
            return None if option is None else Answer(option)
        if question.kind == "date":
            return self._date(question, said)
        if question.kind == "place":
            return self._place(said)
        number = _months(said) if question.kind == "months" else self._amount(question, said)
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
        return len(words) > 1 and any(word in self.words.refusals for word in words[:_OPENING])

    def _option(self, question: Question, text: QuestionText, said: Said) -> str | None:
        """The one option that the message names; a yes or no in other words is told by the intent."""
        words = self._plain(said.text)
        if not words or len(words) > _LONGEST_CHOICE:
            return None
        soon = self.words.unclear_ages & set(words) if question.ages else frozenset()
        if soon:  # "soon 18" is not 18; only a phrase that says so itself is believed
            return self._best_option(question, text, words, holding=soon)
        # Before the number: "under 18" names an option, and not that of those who are 18.
        named = self._best_option(question, text, words)
        if named:
            return named
        if question.ages and self.words.negations & set(words):
            return None  # "not 18 yet" in words that no option lists
        if question.ages and (age := _only(numbers_in(said.text))) and len(question.options) < age <= _OLDEST:
            return question.options[sum(age > highest for highest in question.ages)]
        if len(words) == 1 and words[0].isdigit():
            place = int(words[0]) - 1
            return question.options[place] if 0 <= place < len(question.options) else None
        yes_or_no = _YES_NO.get(said.intent) if len(words) <= _LONGEST_YES else None
        return yes_or_no if yes_or_no in question.options else None

    def _plain(self, text: str) -> list[str]:
        return normalised(as_bokmal(text, self.locale)).split()

    def _best_option(
        self, question: Question, text: QuestionText, words: list[str], holding: frozenset[str] = frozenset()
    ) -> str | None:
        """The option with the phrase that fits best, among those that hold one of the words, when some are given."""
        found: dict[str, int] = {}
        for option in question.options:
            shown = text.options[option]
            phrases = [self._plain(phrase) for phrase in (shown.label, *shown.says)]
            lengths = [self._match(each, words) for each in phrases if not holding or holding & set(each)]
            found[option] = max(lengths, default=0)
        if sum(map(bool, found.values())) > 1 and self.words.choices & set(words):
            return None  # "a flat or a room"
        best = max(found.values(), default=0)
        named = [option for option, length in found.items() if length == best]
        return named[0] if best and len(named) == 1 else None

    def _match(self, phrase: list[str], words: list[str]) -> int:
        """How well the phrase stands in the message: 0 where it does not, most when it is all of it and rightly spelt."""
        if not phrase:
            return 0
        for start in range(len(words) - len(phrase) + 1):
            there = words[start : start + len(phrase)]
            if all(_same(one, other) for one, other in zip(phrase, there, strict=True)):
                rest = words[:start] + words[start + len(phrase) :]
                if self._turns_round(rest, is_first=start == 0):
                    return 0
                return sum(map(len, phrase)) + (_IS_ALL if not rest else 0) + (_IS_EXACT if phrase == there else 0)
        return 0

    def _turns_round(self, rest: list[str], *, is_first: bool) -> bool:
        """Whether the words beside a phrase turn it round; the "no" of "no, not urgent" opens the answer."""
        opens = not is_first and rest[:1] and rest[0] in self.words.refusals
        return any(word in self.words.negations for word in (rest[1:] if opens else rest))

    def _date(self, question: Question, said: Said) -> Answer | Refusal | None:
        found = said.only_entity("date")
        # What is left beside the date may make another day of it: then it is asked again, with the help.
        if found is None or self._is_blurred(said.beside(found)):
            return None
        day = _settled(date.fromisoformat(found["value"]), question.when, said.text, self.today)
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

    def _amount(self, question: Question, said: Said) -> Decimal | None:
        """The one sum that the message names; none where it counts something else or spans another time."""
        if self.words.unclear_amounts & set(normalised(said.text).split()) or _FOREIGN.search(said.text):
            return None
        if said.entity("duration") not in (None, _A_MONTH):
            return None
        amounts = {entity["value"] for entity in said.entities if entity["entity"] == "amount"}
        if question.kind == "amount" and amounts:
            return Decimal(amounts.pop()) if len(amounts) == 1 else None
        return _only(numbers_in(said.text))

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


def _same(one: str, other: str) -> bool:
    """The same word but for one slip of the keys, not in its first letter: a prefix turns words round."""
    return one == other or (
        one[0] == other[0]
        and not _ARABIC.match(one)  # one letter more or less is another word there
        and min(len(one), len(other)) >= _SHORTEST_WITH_SLIP
        and OSA.distance(one, other, score_cutoff=1) <= 1
    )


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


def _months(said: Said) -> Decimal | None:
    """Months, from a span of time or a bare number."""
    span = said.entity("duration")
    if isinstance(span, Mapping):
        months = span.get("months", 0) + _MONTHS_A_YEAR * span.get("years", 0)
        return Decimal(months) if months else None
    return _only(numbers_in(said.text))


def _only(numbers: Iterable[Decimal]) -> Decimal | None:
    found = list(numbers)
    return found[0] if len(found) == 1 else None


def numbers_in(text: str) -> Iterator[Decimal]:
    """The numbers of a text, with Norwegian, English, Arabic and Persian ways of grouping.

    >>> [str(n) for n in numbers_in("12 000 kr, 139,8 og 1.250,50")]
    ['12000', '139.8', '1250.50']
    >>> [str(n) for n in numbers_in("١٢٬٥٠٠ و ۸٫۵")]
    ['12500', '8.5']
    """
    for match in _NUMBER.finditer(ascii_digits(text)):
        for piece in re.split(r"[,\u060c]\s|\s(?!\d{3}(?!\d))", match.group().strip(_ENDS)):
            if piece.strip(_ENDS):
                yield _decimal(piece.strip(_ENDS))


def _decimal(piece: str) -> Decimal:
    grouped = _GROUPED.match(piece)
    whole = re.sub(r"\D", "", grouped.group()) if grouped else ""
    rest = piece[grouped.end() :] if grouped else piece
    rest = re.sub(r"[\s'\u00a0\u202f\u066c]", "", rest).translate(_DECIMAL_MARKS)
    first, _, fraction = rest.partition(".")
    return Decimal(f"{whole}{first}.{fraction.replace('.', '')}" if fraction else f"{whole}{first}" or "0")


def _within(question: Question, number: Decimal) -> Answer | Refusal:
    if not Decimal(str(question.lowest)) <= number <= Decimal(str(question.highest)):
        return Refusal("guide.refused.range", {"lowest": question.lowest, "highest": question.highest})
    return Answer(int(number) if number == number.to_integral_value() else float(number))
