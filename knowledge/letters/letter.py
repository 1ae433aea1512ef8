"""A letter to fill in: the language-free part and its text in each language."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.article import LawRef
from knowledge.languages import SOURCE_LOCALE, Languages

TEXT, MULTILINE, DATE, AMOUNT, NUMBER, FLAG = "text", "multiline", "date", "amount", "number", "flag"
KINDS = (TEXT, MULTILINE, DATE, AMOUNT, NUMBER, FLAG)  # FLAG: yes or no, only asked in `if`
_NORWEGIAN = ("nb", "nn")  # a letter in either can be sent as it is


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that the person fills in; none has to be."""

    id: str
    kind: str  # one of KINDS
    autocomplete: str | None  # what the browser may fill in by itself, a token of HTML


@dataclass(frozen=True, slots=True)
class Template:
    """One numbered paragraph with {field} and {{constant}} in it."""

    text: str
    only_if: str | None = None  # left out unless this field is filled in


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter in one language."""

    locale: str
    title: str
    labels: dict[str, str]  # field id -> label
    subject: str
    paragraphs: tuple[Template, ...]
    advice: tuple[str, ...]  # shown beside the form, never in the letter
    path: Path


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; the Bokmål text is the one that counts."""

    id: str
    guides: tuple[str, ...]  # those that end in it
    citations: tuple[LawRef, ...]
    fields: tuple[Field, ...]
    sender: tuple[str, ...]  # fields at the head, the name first
    recipient: tuple[str, ...]
    dated: str | None  # the field with the date of the letter
    path: Path
    texts: dict[str, LetterText] = field(default_factory=dict)

    def text_for(self, locale: str) -> LetterText:
        """The text in `locale`, or in English or Bokmål; Nynorsk readers get Bokmål."""
        fallbacks = (SOURCE_LOCALE,) if locale == "nn" else ("en", SOURCE_LOCALE)
        return next(self.texts[candidate] for candidate in (locale, *fallbacks) if candidate in self.texts)


def side_by_side(texts: Collection[str], spoken: str, languages: Languages) -> tuple[str, ...]:
    """The languages of a paper for a person: Norwegian first, then the person's own beside it.

    `texts` are the languages it exists in. Norwegian readers get one. A language without a text gets its
    fallback, else Bokmål alone.
    """
    own = spoken if spoken in texts else languages.serving(spoken)
    if own in texts and own in _NORWEGIAN:
        return (own,)
    return (SOURCE_LOCALE, own) if own in texts else (SOURCE_LOCALE,)
