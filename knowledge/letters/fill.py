"""Putting a person's words into a letter. What is missing becomes a line to fill in by hand, never a guess."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel.numbers import format_decimal

from knowledge.figures import date_words, number_locale
from knowledge.languages import Language
from knowledge.letters.letter import AMOUNT, Letter, LetterText
from knowledge.letters.template import split
from knowledge.letters.values import Value, Values
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.placeholders import filled as with_constants

_BLANK = "________"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `direction` is set on what the person wrote, which may run the other way."""

    text: str
    direction: str | None = None  # "ltr" or "rtl"; None: as its surroundings


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A labelled part of the letter's head: who writes, to whom, when."""

    label: str
    lines: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """The whole letter in one language."""

    language: Language
    title: str
    heads: tuple[Head, ...]
    subject: Pieces
    paragraphs: tuple[Pieces, ...]
    regards: str
    signature: str
    signed: Piece  # the name under the signature


@dataclass(frozen=True, slots=True)
class FilledLetter:
    """A letter ready to be made into a file: first the side to send, then perhaps one to understand it by."""

    id: str
    sides: tuple[Side, ...]

    @property
    def text(self) -> str:
        """Every character that will be shown, for checking that a font has it."""
        return "".join(_all_text(side) for side in self.sides)


def filled(
    letter: Letter, values: Values, locales: Iterable[str], library: Library, messages: Messages, today: date
) -> FilledLetter:
    """The letter in each of the locales; `locales` is usually `side_by_side(...)`."""
    sides = (_Filling(letter, values, locale, library, messages, today).side() for locale in locales)
    return FilledLetter(letter.id, tuple(sides))


@dataclass(frozen=True)
class _Filling:
    letter: Letter
    values: Values
    locale: str
    library: Library
    messages: Messages
    today: date

    @property
    def text(self) -> LetterText:
        return self.letter.texts[self.locale]

    def side(self) -> Side:
        shown = [part for part in self.text.paragraphs if part.only_if is None or part.only_if in self.values.given]
        return Side(
            language=self.library.languages.by_locale[self.locale],
            title=self.text.title,
            heads=tuple(self._heads()),
            subject=self._pieces(self.text.subject),
            paragraphs=tuple(self._pieces(part.text) for part in shown),
            regards=self._say("letter.regards"),
            signature=self._say("letter.signature"),
            signed=self._piece(self.letter.sender[0]) if self.letter.sender else Piece(""),
        )

    def _heads(self) -> Iterable[Head]:
        for key, names in (("letter.from", self.letter.sender), ("letter.to", self.letter.recipient)):
            if names:
                yield Head(self._say(key), tuple(self._piece(name) for name in names))
        if self.letter.dated:
            yield Head(self._say("letter.date"), (self._piece(self.letter.dated),))

    def _pieces(self, template: str) -> Pieces:
        """Constants go in first, the person's words last: nothing they wrote is ever read as a placeholder."""
        text = with_constants(template, self.locale, self.library, self.messages, self.today)
        parts = split(text)
        pieces = [self._piece(part) if number % 2 else Piece(part) for number, part in enumerate(parts)]
        for number in range(1, len(pieces), 2):
            if pieces[number].text.endswith("."):  # "Boligsenteret A.S.", and the sentence ends there too
                pieces[number + 1] = Piece(pieces[number + 1].text.removeprefix("."))
        return tuple(piece for piece in pieces if piece.text)

    def _piece(self, field_id: str) -> Piece:
        value = self.values.given.get(field_id)
        if value is None:
            return Piece(f"{_BLANK} ({self.text.labels[field_id]})")
        shown = self._shown(field_id, value)
        return Piece(shown, _direction(shown) or self.library.languages.direction(self.locale))

    def _shown(self, field_id: str, value: Value) -> str:
        if isinstance(value, date):
            return date_words(value, "long", self.locale)
        if isinstance(value, Decimal):
            pattern = "#,##0" if value == value.to_integral_value() else "#,##0.00"
            number = format_decimal(value, format=pattern, locale=number_locale(self.locale))
            is_amount = any(each.id == field_id and each.kind == AMOUNT for each in self.letter.fields)
            return self._say("unit.NOK", number=number) if is_amount else number
        return str(value)

    def _say(self, key: str, **values: object) -> str:
        return self.messages.text(key, self.locale, **values)


def _direction(text: str) -> str | None:
    """The direction of the first letter that has one, else that of numbers; None when there are neither."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    for kind in kinds:
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr" if "EN" in kinds else None


def _all_text(side: Side) -> str:
    heads = [piece for head in side.heads for piece in (Piece(head.label), *head.lines)]
    body = [piece for part in (side.subject, *side.paragraphs) for piece in part]
    words = (side.language.name, side.title, side.regards, side.signature)
    return "".join([*words, *(piece.text for piece in (*heads, *body, side.signed))])
