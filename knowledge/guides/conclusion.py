"""What follows from the answers of a guide, as data: texts by key, values to fill them with, what goes along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from knowledge.figures import Figure
from knowledge.guides.guide import Answers

if TYPE_CHECKING:
    from knowledge.municipalities import Municipalities

# A date, an amount, a count, or a word from outside such as the name of a place.
Value = date | Decimal | int | str


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of the result, by its key under `parts` in the guide's texts."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LetterOffer:
    """A letter to write, with the fields that the answers already fill."""

    letter: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The result of a guide."""

    parts: tuple[Part, ...]
    articles: tuple[str, ...]  # what it rests on; the first is shown with the result
    laws: tuple[str, ...] = ()  # the sections to cite; none: those of the first article
    contacts: tuple[str, ...] = ()  # contact ids, the one to call first in front
    letters: tuple[LetterOffer, ...] = ()
    dates: tuple[tuple[str, date], ...] = ()  # (key under `dates` in the texts, day)
    guides: tuple[str, ...] = ()  # to go on with


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules may look at besides the answers."""

    today: date
    figures: Mapping[str, Figure]
    municipalities: Municipalities


Rule = Callable[[Answers, Facts], Conclusion]
