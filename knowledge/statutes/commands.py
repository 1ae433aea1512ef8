"""The commands about law texts: each gives the lines to print, and whether all went well."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.statutes.act_text import ActText
from knowledge.statutes.address import Address
from knowledge.statutes.differences import acts_in_folder, changed_sections
from knowledge.statutes.download import update_statutes
from knowledge.statutes.errors import StatutesError
from knowledge.statutes.importing import Outcome, import_paths
from knowledge.statutes.report import diff_lines, import_table, section_lines
from knowledge.statutes.statutes import Statutes
from knowledge.statutes.store import read_acts

Result = tuple[list[str], bool]


def import_texts(settings: Settings, paths: Sequence[Path], today: date) -> Result:
    """Import files at hand; not well when one of them is refused."""
    return _imported(settings, import_paths(paths, settings.statutes_path, _laws(settings), today))


def update_texts(settings: Settings, today: date) -> Result:
    """Import from Lovdata's archives; not well when an act of laws.yaml is refused or missing."""
    return _imported(settings, update_statutes(settings.statutes_path, _laws(settings), today))


def _imported(settings: Settings, outcomes: list[Outcome]) -> Result:
    lines = list(import_table(outcomes))
    before = read_acts(settings.statutes_path, back=1)
    if before and any(outcome.changed for outcome in outcomes):
        lines += ["", *_differences(settings, before, read_acts(settings.statutes_path))]
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
    """What changed between two folders, or between the stored version before and the one in use."""
    if len(folders) == 2:
        old, new = (acts_in_folder(folder, today) for folder in folders)
    elif folders:
        raise StatutesError("name two folders, the old and the new, or none")
    else:
        old, new = read_acts(settings.statutes_path, back=1), read_acts(settings.statutes_path)
        if not old:
            return ["there is no stored version before this one"], True
    return _differences(settings, old, new), True


def _differences(settings: Settings, old: dict[str, ActText], new: dict[str, ActText]) -> list[str]:
    return list(diff_lines(changed_sections(old, new), Library.read(settings.content_dir)))


def _laws(settings: Settings) -> Laws:
    return Laws.read(settings.content_dir / "laws.yaml")
