"""What differs between two versions of the law texts, section by section."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.statutes.act_text import ActSection, ActText
from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.history import by_number
from knowledge.statutes.lovdata import read_act
from knowledge.statutes.store import Acts, read_version


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """A section whose words differ; `before` is None for a new one, `after` for one that is gone."""

    law_id: str
    before: ActSection | None
    after: ActSection | None

    @property
    def section(self) -> ActSection:
        """The section as it is now, or as it was."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change has at least one side")
        return found

    def kind(self) -> str:
        """In one word what happened."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "repealed" if self.after.repealed and not self.before.repealed else "changed"

    def lines(self) -> list[str]:
        """The words taken out, after "- ", and those put in, after "+ "."""
        diff = difflib.ndiff(_printed(self.before), _printed(self.after))
        return [line for line in diff if line[:2] in ("- ", "+ ")]


def _printed(section: ActSection | None) -> list[str]:
    if section is None:
        return []
    return [section.heading, *(line.printed() for line in section.lines), *section.footnotes]


def changed_sections(before: Acts, after: Acts) -> list[ChangedSection]:
    """Sections whose words differ; an act that only one side holds is not compared."""
    both = [law_id for law_id in after if law_id in before]
    return [change for law_id in both for change in _changes(before[law_id], after[law_id])]


def _changes(old: ActText, new: ActText) -> Iterator[ChangedSection]:
    was, now = by_number(old), by_number(new)
    for number in [*now, *(number for number in was if number not in now)]:
        yield from changed_words(new.law_id, was.get(number, []), now.get(number, []))


def changed_words(law_id: str, before: Sequence[ActSection], after: Sequence[ActSection]) -> Iterator[ChangedSection]:
    """What differs between the sections of one number, nearly always one on either side."""
    pairs = [*zip(before, after, strict=False)]
    yield from (ChangedSection(law_id, b, a) for b, a in pairs if b.said() != a.said())
    yield from (ChangedSection(law_id, b, None) for b in before[len(pairs) :])
    yield from (ChangedSection(law_id, None, a) for a in after[len(pairs) :])


def acts_in_folder(folder: Path, today: date) -> Acts:
    """The acts of a folder of Lovdata's XML, or of one version in a statutes folder; raises StatuteFileError."""
    files = sorted(folder.rglob("*.xml"))
    if files:
        acts = (read_act(file, today) for file in files)
        return {act.law_id: act for act in acts}
    stored = read_version(folder)
    if not stored:
        raise StatuteFileError(folder, "holds no law texts (*.xml, or *.json as stored)")
    return stored
