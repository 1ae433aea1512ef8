"""The statutes folder: whole versions, the newest in use."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from knowledge.statutes import store
from knowledge.statutes.act_text import ActText
from knowledge.statutes.errors import StatutesError, StoreDamaged
from knowledge.statutes.lovdata import read_act
from knowledge.statutes.store import read_acts, read_catalogue, store_acts, version_key
from tests.unit.knowledge.statutes.conftest import ACT, REGULATION, TODAY, Change


@pytest.fixture
def act() -> ActText:
    return read_act(ACT, TODAY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var" / "statutes"


def test_without_an_import_there_is_nothing(folder: Path) -> None:
    assert read_acts(folder) == {}
    assert version_key(folder) == 0


def test_what_was_stored_comes_back_whole(folder: Path, act: ActText) -> None:
    assert store_acts(folder, [act], TODAY) == [act.law_id]
    assert read_acts(folder) == {act.law_id: act}


def test_the_file_tells_digest_source_and_licence(folder: Path, act: ActText) -> None:
    store_acts(folder, [act], TODAY)
    data = json.loads((folder / "0001" / "lov-1999-03-26-17.json").read_text("utf-8"))
    assert data["digest"] == act.digest
    assert (data["source"], data["licence"]) == ("nl-19990326-017.xml", "NLOD 2.0")
    assert data["attribution"].startswith("Inneholder data fra Lovdata")


def test_storing_the_same_again_writes_no_version(folder: Path, act: ActText) -> None:
    store_acts(folder, [act], TODAY)
    assert store_acts(folder, [replace(act, source="other.xml")], date(2026, 12, 1)) == []
    assert read_catalogue(folder).versions == ["0001"]
    assert read_catalogue(folder).imported == {act.law_id: date(2026, 12, 1)}


def test_a_changed_act_is_a_new_version_beside_the_others(folder: Path, act: ActText, changed: Change) -> None:
    regulation = read_act(REGULATION, TODAY)
    store_acts(folder, [act, regulation], TODAY)
    other = read_act(changed("én måned", "to måneder"), TODAY)
    assert store_acts(folder, [other], TODAY) == [act.law_id]
    assert read_acts(folder) == {act.law_id: other, regulation.law_id: regulation}
    assert read_acts(folder, back=1) == {act.law_id: act, regulation.law_id: regulation}


def test_a_few_versions_are_kept(folder: Path, act: ActText) -> None:
    for number in range(8):
        store_acts(folder, [replace(act, title=f"Prøve {number}")], TODAY)
    assert read_catalogue(folder).versions == ["0004", "0005", "0006", "0007", "0008"]
    assert sorted(path.name for path in folder.iterdir() if path.name.isdecimal()) == read_catalogue(folder).versions
    assert read_acts(folder)[act.law_id].title == "Prøve 7"


def test_an_import_that_is_cut_off_leaves_the_texts_as_they_were(
    folder: Path, act: ActText, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_acts(folder, [act], TODAY)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StatutesError, match="No space left"):
            store_acts(folder, [replace(act, title="Ny")], TODAY)
    assert read_acts(folder) == {act.law_id: act}
    assert not list(folder.glob(".writing-*"))
    store_acts(folder, [replace(act, title="Ny")], TODAY)
    assert read_acts(folder)[act.law_id].title == "Ny"


def test_a_version_folder_without_a_place_in_the_catalogue_is_written_over(folder: Path, act: ActText) -> None:
    store_acts(folder, [act], TODAY)
    (folder / "0002").mkdir()
    (folder / "0002" / "rest.json").write_text("{")
    store_acts(folder, [replace(act, title="Ny")], TODAY)
    assert read_acts(folder)[act.law_id].title == "Ny"


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / store.CATALOGUE).write_text("{"),
        lambda folder: (folder / store.CATALOGUE).write_text('{"versions": ["../../etc"], "imported": {}}'),
        lambda folder: (folder / store.CATALOGUE).write_text("[]"),
        lambda folder: (folder / "0001").rename(folder / "lost"),
        lambda folder: next((folder / "0001").iterdir()).write_text("{}"),
        lambda folder: next((folder / "0001").iterdir()).write_bytes(b"\xff"),
    ],
)
def test_damage_is_told_with_what_mends_it(folder: Path, act: ActText, damage: object) -> None:
    store_acts(folder, [act], TODAY)
    damage(folder)  # type: ignore[operator]
    with pytest.raises(StoreDamaged, match="import the law texts again"):
        read_acts(folder)


def test_words_changed_by_hand_are_noticed(folder: Path, act: ActText) -> None:
    store_acts(folder, [act], TODAY)
    path = next((folder / "0001").iterdir())
    path.write_text(path.read_text("utf-8").replace("én måned", "to måneder"), "utf-8")
    with pytest.raises(StoreDamaged):
        read_acts(folder)


def test_a_folder_that_cannot_be_written_is_one_sentence(act: ActText) -> None:
    with pytest.raises(StatutesError, match="cannot write to /proc/bovett"):
        store_acts(Path("/proc/bovett/statutes"), [act], TODAY)
