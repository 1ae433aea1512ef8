"""What lies on a spaCy Doc while its entities are found: the tokens, what is known beforehand, and the finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from spacy.tokens import Doc

from knowledge.laws import Laws
from knowledge.municipalities import Municipalities
from nlu.entities.lexicon import Lexicon

Today = Callable[[], date]
_KEY = "reading"  # of Doc.user_data


@dataclass(frozen=True, slots=True)
class Token:
    """A word, phrase or number of a message; `start` and `end` count characters."""

    tag: str
    text: str
    folded: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that lies from token `first` to before token `end`; `other` is what it may mean as well."""

    name: str
    value: Any
    first: int
    end: int
    other: Any = None


@dataclass(frozen=True)
class Knowledge:
    """What the finders of one language know; `today` is asked for each message, since a process runs for days."""

    lexicon: Lexicon
    laws: Laws
    municipalities: Municipalities
    today: Today


@dataclass(frozen=True)
class Reading:
    """One message being read."""

    tokens: list[Token]
    knowledge: Knowledge
    today: date
    found: list[Found] = field(default_factory=list)

    def tag(self, place: int) -> str:
        """The tag of a token, or an empty text beyond the ends of the message."""
        return self.tokens[place].tag if 0 <= place < len(self.tokens) else ""

    def is_part_of_number(self, place: int) -> bool:
        """Whether a number before it belongs to the number at `place`: "twenty one days", "two - three weeks"."""
        before = self.tag(place - 1)
        if before == "DASH":
            return self.tag(place - 2) in ("COUNT", "NUMBER")
        return before == "COUNT" and self.tokens[place - 1].value > 1  # one is also the article: "a 3-year lease"

    def put_on(self, doc: Doc) -> Doc:
        """Lay this reading on the Doc of its message."""
        doc.user_data[_KEY] = self
        return doc

    @staticmethod
    def of(doc: Doc) -> Reading:
        """The reading that lies on a Doc."""
        reading: Reading = doc.user_data[_KEY]
        return reading
