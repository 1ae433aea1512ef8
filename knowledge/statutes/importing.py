"""Importing files of law text, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge.laws import Laws
from knowledge.statutes.act_text import ActText, Problem
from knowledge.statutes.archive import acts_in_archive, is_archive
from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.lovdata import read_act
from knowledge.statutes.store import store_acts


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: the act, or the reason why it was not imported."""

    file: str
    act: ActText | None = None
    refused: str = ""
    changed: bool = False  # differs from what was stored

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read in an imported file."""
        return self.act.problems if self.act else ()


def import_paths(paths: Iterable[Path], statutes_dir: Path, laws: Laws, today: date) -> list[Outcome]:
    """Import files, folders of *.xml and Lovdata's archives; a file that is refused stops no other."""
    return store_outcomes(_read_all(paths, laws, today), statutes_dir, today)


def store_outcomes(read: Iterable[Outcome], statutes_dir: Path, today: date) -> list[Outcome]:
    """Store every act that was read, in one step, and say which differ from before."""
    outcomes = list(_each_act_once(read))
    acts = [outcome.act for outcome in outcomes if outcome.act]
    changed = set(store_acts(statutes_dir, acts, today)) if acts else set()
    return [replace(o, changed=o.act is not None and o.act.law_id in changed) for o in outcomes]


def _read_all(paths: Iterable[Path], laws: Laws, today: date) -> Iterator[Outcome]:
    for path in paths:
        if path.is_dir():
            files = sorted(path.rglob("*.xml"))
            yield from (_read_file(file, today) for file in files)
            if not files:
                yield Outcome(str(path), refused=str(StatuteFileError(path, "holds no *.xml files")))
        elif is_archive(path):
            yield from _read_archive(path, laws, today)
        else:
            yield _read_file(path, today)


def _read_file(path: Path, today: date) -> Outcome:
    try:
        return Outcome(str(path), read_act(path, today))
    except StatuteFileError as error:
        return Outcome(str(path), refused=str(error))


def _read_archive(path: Path, laws: Laws, today: date) -> Iterator[Outcome]:
    wanted = {act.lovdata_id for act in laws.acts.values()}
    try:
        yield from (Outcome(*member) for member in acts_in_archive(path, wanted, today))
    except StatuteFileError as error:
        yield Outcome(str(path), refused=str(error))


def _each_act_once(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """Refuse a second file of the same act: nothing says which of them holds."""
    seen: dict[str, str] = {}
    for outcome in outcomes:
        if outcome.act and outcome.act.law_id in seen:
            first = seen[outcome.act.law_id]
            reason = StatuteFileError(Path(outcome.file), f"is the act {outcome.act.law_id} again, after {first}")
            yield Outcome(outcome.file, refused=str(reason))
            continue
        if outcome.act:
            seen[outcome.act.law_id] = outcome.file
        yield outcome
