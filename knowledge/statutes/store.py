"""The statutes folder: a few whole versions of the law texts, the newest in use.

`catalogue.json` names the versions, oldest first, the day each act was last imported, and every section
that an import has changed, so that no change is lost when its version is. It is replaced in one step, so a
reader sees the texts before an import or those after it, never a mixture.
Folder `<version>/` holds `<law id>.json`.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.statutes.act_text import ActText
from knowledge.statutes.errors import StatutesError, StoreDamaged
from knowledge.statutes.history import SectionChange, changes_at

CATALOGUE = "catalogue.json"
_KEPT = 5
Acts = dict[str, ActText]  # by law id


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the statutes folder says of itself."""

    versions: list[str] = field(default_factory=list)  # oldest first
    imported: dict[str, date] = field(default_factory=dict)  # by law id: the day it was last compared with a file
    changes: list[SectionChange] = field(default_factory=list)  # oldest first


def read_acts(statutes_dir: Path, back: int = 0) -> Acts:
    """The newest version, or one `back` versions before it; empty when there is none; raises StoreDamaged."""
    versions = read_catalogue(statutes_dir).versions
    return read_version(statutes_dir / versions[-1 - back]) if len(versions) > back else {}


def read_version(folder: Path) -> Acts:
    """Every act in one version folder; raises StoreDamaged."""
    acts = (_read_act(path) for path in sorted(folder.glob("*.json")))
    return {act.law_id: act for act in acts}


def version_key(statutes_dir: Path) -> int:
    """A number that changes when other texts are in use; 0 when there are none."""
    try:
        return (statutes_dir / CATALOGUE).stat().st_mtime_ns
    except OSError:
        return 0


def store_acts(statutes_dir: Path, acts: Iterable[ActText], today: date) -> list[str]:
    """Put acts in the place of those with the same ids, as a new version; returns the ids that differ from before.

    Acts not given stay as they are. Without a difference there is no new version.
    """
    given = {act.law_id: act for act in acts}
    try:
        statutes_dir.mkdir(parents=True, exist_ok=True)
        with _alone(statutes_dir):
            catalogue, before = read_catalogue(statutes_dir), read_acts(statutes_dir)
            changed = [i for i, act in given.items() if i not in before or before[i].digest != act.digest]
            versions = catalogue.versions
            if changed:
                versions = [*versions, _write_version(statutes_dir, versions, {**before, **given})][-_KEPT:]
            imported = {**catalogue.imported, **dict.fromkeys(given, today)}
            changes = [*catalogue.changes, *changes_at(before, given, today)]
            _write_catalogue(statutes_dir, Catalogue(versions, imported, changes))
            _drop_others(statutes_dir, versions)
            return changed
    except OSError as error:
        raise StatutesError(f"cannot write to {error.filename or statutes_dir}: {error.strerror}") from error


@contextmanager
def _alone(statutes_dir: Path) -> Iterator[None]:
    """Let one import write at a time."""
    with (statutes_dir / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write_version(statutes_dir: Path, versions: list[str], acts: Acts) -> str:
    name = f"{max((int(version) for version in versions), default=0) + 1:04d}"
    scratch = Path(tempfile.mkdtemp(dir=statutes_dir, prefix=".writing-"))
    try:
        for act in acts.values():
            _write_json(scratch / _file_name(act.law_id), {**act.as_dict(), "digest": act.digest})
        scratch.chmod(0o755)
        shutil.rmtree(statutes_dir / name, ignore_errors=True)  # left by an import that was cut off
        os.replace(scratch, statutes_dir / name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return name


def _write_catalogue(statutes_dir: Path, catalogue: Catalogue) -> None:
    imported = {law_id: day.isoformat() for law_id, day in catalogue.imported.items()}
    changes = [change.as_dict() for change in catalogue.changes]
    data = {"versions": catalogue.versions, "imported": imported, "changes": changes}
    _write_json(statutes_dir / f".{CATALOGUE}", data)
    os.replace(statutes_dir / f".{CATALOGUE}", statutes_dir / CATALOGUE)


def _drop_others(statutes_dir: Path, kept: list[str]) -> None:
    for folder in statutes_dir.iterdir():
        if folder.name.isdecimal() and folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _write_json(path: Path, data: dict[str, Any]) -> None:
    with path.open("w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())


def read_catalogue(statutes_dir: Path) -> Catalogue:
    """The catalogue, empty where nothing was imported; raises StoreDamaged."""
    path = statutes_dir / CATALOGUE
    try:
        data = json.loads(path.read_text("utf-8"))
        versions = [f"{int(version):04d}" for version in data["versions"]]
        imported = {str(law_id): date.fromisoformat(day) for law_id, day in data["imported"].items()}
        changes = [SectionChange.from_dict(row) for row in data.get("changes", ())]
    except FileNotFoundError:
        return Catalogue()
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise _damaged(path) from error
    missing = next((version for version in versions if not (statutes_dir / version).is_dir()), None)
    if missing:
        raise _damaged(statutes_dir / missing)
    return Catalogue(versions, imported, changes)


def _read_act(path: Path) -> ActText:
    try:
        data = json.loads(path.read_text("utf-8"))
        act = ActText.from_dict(data)
        digest = data["digest"]
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise _damaged(path) from error
    if act.digest != digest:
        raise _damaged(path)
    return act


def _damaged(path: Path) -> StoreDamaged:
    return StoreDamaged(f"{path} is missing or not as it was stored; remove the folder and import the law texts again")


def _file_name(law_id: str) -> str:
    return f"{law_id.replace('/', '-')}.json"
