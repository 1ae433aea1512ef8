"""Which sections changed at which import, with the words they had before: kept however many versions follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from knowledge.statutes.act_text import ActSection, ActText

Acts = Mapping[str, ActText]  # by law id


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that an import changed."""

    law_id: str
    number: str  # without sign and spaces: "9-3a"
    day: date  # of the import
    before: tuple[ActSection, ...]  # none for a new section; an act may have two of one number

    def as_dict(self) -> dict[str, Any]:
        """As JSON-ready data."""
        return {**asdict(self), "day": self.day.isoformat()}

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> SectionChange:
        """Read what `as_dict` gave; raises LookupError, TypeError or ValueError for anything else."""
        before = tuple(ActSection.from_dict(section) for section in row["before"])
        return cls(str(row["law_id"]), str(row["number"]), date.fromisoformat(row["day"]), before)


def changes_at(before: Acts, after: Acts, day: date) -> Iterator[SectionChange]:
    """Each section that differs; an act that only one side holds is not compared."""
    for law_id in (law_id for law_id in after if law_id in before):
        was, now = by_number(before[law_id]), by_number(after[law_id])
        for number in dict.fromkeys((*now, *was)):
            old, new = was.get(number, []), now.get(number, [])
            if [section.said() for section in old] != [section.said() for section in new]:
                yield SectionChange(law_id, number, day, tuple(old))


def by_number(act: ActText) -> dict[str, list[ActSection]]:
    """The sections of an act by number."""
    found: dict[str, list[ActSection]] = {}
    for section in act.sections:
        found.setdefault(section.number, []).append(section)
    return found


def words_at(changes: Iterable[SectionChange], checked: date | None) -> tuple[ActSection, ...] | None:
    """The words that one section had on a day, from its changes, oldest first; None when it has not changed since.

    Without a day, those it had before its first change.
    """
    return next((change.before for change in changes if checked is None or change.day > checked), None)
