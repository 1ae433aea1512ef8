"""What the commands about law texts print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from knowledge.library import Library
from knowledge.statutes.act_text import bare_number
from knowledge.statutes.citations import Citation
from knowledge.statutes.dependents import Dependent, dependents
from knowledge.statutes.differences import ChangedSection, changed_words
from knowledge.statutes.history import Acts, SectionChange, by_number, words_at
from knowledge.statutes.importing import Outcome
from knowledge.statutes.source import text_source
from knowledge.statutes.statutes import SectionText, law_name

_TITLE_WIDTH = 60


def import_table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A row an act with sections and problems, then each problem as `file:line: message`."""
    yield f"{'act':<27} {'sections':>11} {'problems':>8}  {'as of':<10}  {'':<9}  title"
    for outcome in outcomes:
        if act := outcome.act:
            sections = f"{len(act.sections)} of {act.section_elements}"
            state = "stored" if outcome.changed else "unchanged"
            title = act.title[:_TITLE_WIDTH]
            yield f"{act.law_id:<27} {sections:>11} {len(act.problems):>8}  {act.as_of}  {state:<9}  {title}"
    for outcome in outcomes:
        yield from (f"{outcome.file}:{problem.line}: {problem.message}" for problem in outcome.problems)
    for outcome in outcomes:
        if outcome.refused:
            yield f"not imported: {outcome.refused}"
    acts, refused = sum(o.act is not None for o in outcomes), sum(bool(o.refused) for o in outcomes)
    yield f"{acts} acts, {sum(o.changed for o in outcomes)} of them new or changed; {refused} not imported"


def section_lines(text: SectionText) -> Iterator[str]:
    """A section as it reads, with where it is from."""
    yield f"{text.ref} {text.heading}".strip()
    if text.repealed:
        yield f"(repealed {text.repealed})"
    for paragraph in (*text.paragraphs, *text.footnotes):
        yield ""
        yield paragraph
    yield ""
    yield f"In force since {text.as_of}, imported {text.imported_on}. {text.url}"
    yield f"{text.attribution}. {text_source().licence_url}"


def diff_lines(changes: Sequence[ChangedSection], library: Library) -> Iterator[str]:
    """Each changed section with everything that cites it, whenever checked; the uncited ones in one line."""
    resting = dependents(library)
    uncited = []
    for change in changes:
        found = resting.get(_citation(change, library), [])
        if found:
            yield from _lines_of(change, found, library)
        else:
            uncited.append(change)
    yield from _uncited(uncited, library)
    if not changes:
        yield "no section differs"


def pending_lines(changes: Sequence[SectionChange], acts: Acts, library: Library) -> Iterator[str]:
    """Each section with what cites it and was last checked before an import changed it.

    Sections that nothing cites are named once, after the import that changed them.
    """
    resting = dependents(library)
    uncited, newest = [], max((change.day for change in changes), default=None)
    is_any = False
    for (law_id, number), own in _by_section(changes).items():
        found = resting.get(Citation(law_name(library.laws, law_id), number), [])
        late = [dependent for dependent in found if _since(own, dependent.checked, acts)]
        for change in _since(own, _oldest_check(late), acts) if late else ():
            is_any = True
            yield from _lines_of(change, late, library)
        if not found and own[-1].day == newest:
            uncited += _since(own[-1:], None, acts)
    if not is_any:
        yield "nothing rests on a section that changed after it was checked"
    yield from _uncited(uncited, library)


def _by_section(changes: Iterable[SectionChange]) -> dict[tuple[str, str], list[SectionChange]]:
    found: dict[tuple[str, str], list[SectionChange]] = {}
    for change in changes:
        found.setdefault((change.law_id, change.number), []).append(change)
    return found


def _oldest_check(found: Iterable[Dependent]) -> date | None:
    """The day whose words all are compared with: None, before any change, when one of them has no day."""
    return min((dependent.checked or date.min for dependent in found), default=None)


def _since(changes: Sequence[SectionChange], checked: date | None, acts: Acts) -> list[ChangedSection]:
    """What differs in one section between the day it was checked and today."""
    before = words_at(changes, checked)
    if before is None:
        return []
    law_id, number = changes[0].law_id, changes[0].number
    now = by_number(acts[law_id]).get(number, []) if law_id in acts else []
    return list(changed_words(law_id, before, now))


def _citation(change: ChangedSection, library: Library) -> Citation:
    return Citation(law_name(library.laws, change.law_id), bare_number(change.section.label))


def _title(change: ChangedSection, library: Library) -> str:
    return f"{law_name(library.laws, change.law_id)} {change.section.label}"


def _lines_of(change: ChangedSection, found: Sequence[Dependent], library: Library) -> Iterator[str]:
    yield f"{_title(change, library)} {change.section.heading}: {change.kind()}"
    yield from (f"    {line}" for line in change.lines())
    yield from (f"  {dependent.kind:<8} {_place(dependent, library)}" for dependent in found)


def _uncited(changes: Sequence[ChangedSection], library: Library) -> Iterator[str]:
    if changes:
        yield f"cited nowhere: {', '.join(f'{_title(change, library)} ({change.kind()})' for change in changes)}"


def _place(dependent: Dependent, library: Library) -> str:
    if dependent.path is None:
        return dependent.name
    path = _from_content(dependent.path, library.content_dir)
    return f"{dependent.name}  {path}:{', '.join(map(str, dependent.lines))}"


def _from_content(path: Path, content_dir: Path) -> Path:
    return path.relative_to(content_dir) if path.is_relative_to(content_dir) else path
