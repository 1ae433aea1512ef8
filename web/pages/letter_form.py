"""The form of a letter: its rows with labels and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from knowledge.compose import Composer
from knowledge.languages import SOURCE_LOCALE
from knowledge.letters.letter import FLAG, Field, Letter
from knowledge.letters.values import LIMITS, Values


@dataclass(frozen=True)
class Row:
    """One field of the form."""

    id: str
    kind: str
    label: str
    norwegian: str | None  # the Norwegian label, when the person's is another
    autocomplete: str
    longest: int
    value: str
    problem: str | None


@dataclass(frozen=True)
class LetterForm:
    """What was sent for a letter, and what could be read of it."""

    letter: Letter
    spoken: str
    raw: Mapping[str, str]
    values: Values
    told: tuple[tuple[str, Mapping[str, object]], ...] = field(default=())  # errors of no single field

    def with_error(self, key: str, **values: object) -> LetterForm:
        """The same form with a message on top."""
        return replace(self, told=(*self.told, (key, values)))

    def rows(self, composer: Composer) -> list[Row]:
        """The fields in the order of the letter."""
        own = self.letter.text_for(composer.locale)
        norwegian = self.letter.texts[SOURCE_LOCALE]
        return [
            Row(
                id=each.id,
                kind=each.kind,
                label=own.labels[each.id],
                norwegian=norwegian.labels[each.id] if own.locale not in ("nb", "nn") else None,
                autocomplete=each.autocomplete or "off",
                longest=LIMITS[each.kind],
                value=self._kept(each),
                problem=self._problem(each.id, composer),
            )
            for each in self.letter.fields
        ]

    def errors(self, composer: Composer) -> list[tuple[str | None, str]]:
        """(field id, message) of everything that is wrong."""
        of_fields = [(row.id, f"{row.label}: {row.problem}") for row in self.rows(composer) if row.problem]
        return [*((None, composer.say(key, **values)) for key, values in self.told), *of_fields]

    def _kept(self, asked: Field) -> str:
        """What the person wrote; a date in the form that a date field takes, a tick as anything or nothing."""
        value = self.values.given.get(asked.id)
        if asked.kind == FLAG:
            return "1" if value else ""
        return value.isoformat() if isinstance(value, date) else self.raw.get(asked.id, "")

    def _problem(self, field_id: str, composer: Composer) -> str | None:
        key = self.values.problems.get(field_id)
        return composer.say(key) if key else None
