"""Importing files: what is refused is told, and stops nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.statutes import source
from knowledge.statutes.importing import Outcome, import_paths
from knowledge.statutes.store import read_acts
from tests.unit.knowledge.statutes.conftest import ACT, REGULATION, SAMPLES, TODAY, Change


@pytest.fixture
def laws(sample: Library) -> Laws:
    return sample.laws


def _import(paths: list[Path], tmp_path: Path, laws: Laws) -> list[Outcome]:
    return import_paths(paths, tmp_path / "statutes", laws, TODAY)


def test_a_folder_is_imported_file_by_file(tmp_path: Path, laws: Laws) -> None:
    outcomes = _import([SAMPLES], tmp_path, laws)
    assert [(Path(o.file).name, o.changed, o.refused) for o in outcomes] == [
        (ACT.name, True, ""),
        (REGULATION.name, True, ""),
    ]
    assert set(read_acts(tmp_path / "statutes")) == {"lov/1999-03-26-17", "forskrift/2016-06-21-765"}


def test_importing_again_changes_nothing(tmp_path: Path, laws: Laws) -> None:
    _import([SAMPLES], tmp_path, laws)
    assert not any(outcome.changed for outcome in _import([SAMPLES], tmp_path, laws))


def test_a_broken_file_stops_no_other_and_loses_nothing(tmp_path: Path, laws: Laws, changed: Change) -> None:
    _import([ACT], tmp_path, laws)
    broken = changed("</html>", "")
    outcomes = _import([broken, REGULATION, tmp_path / "missing.xml"], tmp_path, laws)
    assert [bool(outcome.refused) for outcome in outcomes] == [True, False, True]
    assert outcomes[0].refused.startswith(f"{broken}:")
    assert "No such file" in outcomes[2].refused
    assert len(read_acts(tmp_path / "statutes")) == 2


def test_when_everything_is_refused_nothing_is_written(tmp_path: Path, laws: Laws) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    outcomes = _import([empty, tmp_path / "missing.xml"], tmp_path, laws)
    assert "holds no *.xml files" in outcomes[0].refused
    assert not (tmp_path / "statutes").exists()


def test_a_huge_file_is_refused(tmp_path: Path, laws: Laws, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "huge.xml"
    with huge.open("wb") as file:
        file.truncate(source.text_source().limits.file_bytes + 1)
    assert "no law is so long" in _import([huge], tmp_path, laws)[0].refused


def test_a_second_file_of_the_same_act_is_refused(tmp_path: Path, laws: Laws, changed: Change) -> None:
    outcomes = _import([ACT, changed("én måned", "to måneder")], tmp_path, laws)
    assert [bool(outcome.refused) for outcome in outcomes] == [False, True]
    assert "is the act lov/1999-03-26-17 again" in outcomes[1].refused


def test_a_law_that_no_article_may_cite_is_imported_too(tmp_path: Path, laws: Laws) -> None:
    other = tmp_path / "other.xml"
    shutil.copy(ACT, other)
    other.write_text(other.read_text("utf-8").replace("1999-03-26-17", "1999-03-26-18"), "utf-8")
    assert _import([other], tmp_path, laws)[0].changed
