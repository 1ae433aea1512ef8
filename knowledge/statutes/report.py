"""What the commands about law texts print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge.library import Library
from knowledge.statutes.act_text import bare_number
from knowledge.statutes.citations import Citation
from knowledge.statutes.dependents import Dependent, dependents
from knowledge.statutes.differences import ChangedSection
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
    """Each changed section with the articles, texts and guides that cite it; the uncited ones in one line."""
    resting = dependents(library)
    uncited = []
    for change in changes:
        name = law_name(library.laws, change.law_id)
        found = resting.get(Citation(name, bare_number(change.section.label)), [])
        title = f"{name} {change.section.label}"
        if not found:
            uncited.append(f"{title} ({change.kind()})")
            continue
        yield f"{title} {change.section.heading}: {change.kind()}"
        yield from (f"    {line}" for line in change.lines())
        yield from (f"  {dependent.kind:<7} {_place(dependent, library)}" for dependent in found)
    if uncited:
        yield f"cited nowhere: {', '.join(uncited)}"
    if not changes:
        yield "no section differs"


def _place(dependent: Dependent, library: Library) -> str:
    if dependent.path is None:
        return dependent.name
    path = _from_content(dependent.path, library.content_dir)
    return f"{dependent.name}  {path}:{', '.join(map(str, dependent.lines))}"


def _from_content(path: Path, content_dir: Path) -> Path:
    return path.relative_to(content_dir) if path.is_relative_to(content_dir) else path
