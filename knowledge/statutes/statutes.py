"""Official law texts for everyone else: the exact words of a section, or of a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.laws import Laws
from knowledge.statutes.act_text import ActSection, ActText, Line
from knowledge.statutes.address import Address, NoAddress
from knowledge.statutes.store import Acts, read_acts, read_catalogue


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section of law, or a part of it, word for word."""

    ref: str  # as it was asked for; from `sections` e.g. "husleieloven § 9-3 a"
    heading: str
    paragraphs: tuple[str, ...]  # list items begin with their letter or number
    footnotes: tuple[str, ...]  # they may say that a sentence is not in force
    as_of: date  # it has read so since this day
    imported_on: date  # the day it was last compared with a file; what changed later is not in it
    url: str
    attribution: str
    repealed: str | None  # the date, or None while it is in force
    chapters: tuple[str, ...]

    @property
    def act(self) -> str:
        """The act that the section is of."""
        return self.ref.rpartition(" § ")[0]


class Statutes:
    """The law texts in use; without any, every question gets None."""

    def __init__(self, acts: Acts, laws: Laws, imported: dict[str, date] | None = None) -> None:
        self._acts, self._laws, self._imported = acts, laws, imported or {}
        self._ids = {name.casefold(): act.lovdata_id for name, act in laws.acts.items()}
        for act in acts.values():
            for name in (act.law_id, *act.short_titles):
                self._ids.setdefault(name.casefold(), act.law_id)

    @classmethod
    def open(cls, statutes_dir: Path, laws: Laws) -> Statutes:
        """The newest texts of a statutes folder, perhaps none; raises StoreDamaged."""
        return cls(read_acts(statutes_dir), laws, read_catalogue(statutes_dir).imported)

    @property
    def acts(self) -> Acts:
        """Every act, by law id."""
        return self._acts

    def text(self, ref: str) -> SectionText | None:
        """The words at an address; None when the address, the act or the place in it is not known or not unique."""
        try:
            address = Address.parse(ref)
        except NoAddress:
            return None
        act = self._acts.get(self._ids.get(address.act.casefold(), ""))
        found = [s for s in act.sections if s.number == address.section] if act else []
        if act is None or len(found) != 1:
            return None
        lines = address.lines_in(found[0])
        return None if lines is None else self._section_text(act, found[0], ref, lines)

    def sections(self) -> Iterator[SectionText]:
        """Every section in force of every act, in the order of the acts; `section_search` finds them by their words."""
        for act in self._acts.values():
            for section in act.sections:
                if section.repealed is None:
                    yield self._section_text(act, section, f"{self.name(act.law_id)} {section.label}", section.lines)

    def is_named(self, section: SectionText) -> bool:
        """Whether a section is of an act that articles may cite."""
        return section.act in self._laws.acts

    def name(self, law_id: str) -> str:
        """The name that articles cite an act by; its id for an act that no article may cite."""
        return law_name(self._laws, law_id)

    def _section_text(self, act: ActText, section: ActSection, ref: str, lines: tuple[Line, ...]) -> SectionText:
        return SectionText(
            ref=ref,
            heading=section.heading,
            paragraphs=tuple(line.printed() for line in lines),
            footnotes=section.footnotes,
            as_of=act.as_of,
            imported_on=self._imported.get(act.law_id, act.as_of),
            url=f"https://lovdata.no/{act.law_id}/§{section.number}",
            attribution=act.attribution,
            repealed=section.repealed,
            chapters=section.chapters,
        )


def law_name(laws: Laws, law_id: str) -> str:
    """The name in laws.yaml of the act with this id, or the id."""
    return next((name for name, act in laws.acts.items() if act.lovdata_id == law_id), law_id)
