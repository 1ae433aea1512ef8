"""The commands about law texts: each gives the lines to print, and whether all went well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.statutes.address import Address
from knowledge.statutes.differences import acts_in_folder, changed_sections
from knowledge.statutes.download import update_statutes
from knowledge.statutes.errors import StatutesError
from knowledge.statutes.importing import Outcome, import_paths
from knowledge.statutes.report import diff_lines, import_table, pending_lines, section_lines
from knowledge.statutes.statutes import Statutes
from knowledge.statutes.store import read_acts, read_catalogue

Result = tuple[list[str], bool]


def import_texts(settings: Settings, paths: Sequence[Path], today: date) -> Result:
    """Import files at hand; not well when one of them is refused."""
    return _imported(settings, import_paths(paths, settings.statutes_path, _laws(settings), today))


def update_texts(settings: Settings, today: date) -> Result:
    """Import from Lovdata's archives; not well when an act of laws.yaml is refused or missing."""
    return _imported(settings, update_statutes(settings.statutes_path, _laws(settings), today))


def _imported(settings: Settings, outcomes: list[Outcome]) -> Result:
    lines = list(import_table(outcomes))
    if any(outcome.changed for outcome in outcomes) and read_catalogue(settings.statutes_path).changes:
        lines += ["", *_pending(settings)]
    return lines, not any(outcome.refused for outcome in outcomes)


def show_text(settings: Settings, ref: str) -> Result:
    """The words at an address; raises StatutesError when it is none, or there is no such text."""
    Address.parse(ref)
    statutes = Statutes.open(settings.statutes_path, _laws(settings))
    if not statutes.acts:
        raise StatutesError("there are no law texts yet; run `bovett statutes update` or `bovett statutes import PATH`")
    text = statutes.text(ref)
    if text is None:
        raise StatutesError(f"{ref!r} is not among the law texts, or fits more than one place")
    return list(section_lines(text)), True


def show_differences(settings: Settings, folders: Sequence[Path], today: date) -> Result:
    """What rests on a section that an import changed after it was checked; or what changed between two folders."""
    if len(folders) == 2:
        old, new = (acts_in_folder(folder, today) for folder in folders)
        return list(diff_lines(changed_sections(old, new), Library.read(settings.content_dir))), True
    if folders:
        raise StatutesError("name two folders, the old and the new, or none")
    return _pending(settings), True


def _pending(settings: Settings) -> list[str]:
    """Compared with every import there has been: what one left to do, the next does not hide."""
    changes = read_catalogue(settings.statutes_path).changes
    if not changes:
        return ["no import has changed a section"]
    return list(pending_lines(changes, read_acts(settings.statutes_path), Library.read(settings.content_dir)))


def _laws(settings: Settings) -> Laws:
    return Laws.read(settings.content_dir / "laws.yaml")
