"""Lovdata's archives are read without trusting them."""

from __future__ import annotations

import bz2
import io
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.statutes import archive, source
from knowledge.statutes.archive import acts_in_archive, law_id_of
from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.importing import import_paths
from knowledge.statutes.store import read_acts
from tests.unit.knowledge.statutes.conftest import ACT, REGULATION, TODAY

WANTED = {"lov/1999-03-26-17", "forskrift/2016-06-21-765"}


def write_archive(path: Path, members: dict[str, bytes], links: dict[str, str] | None = None) -> Path:
    """An archive with these files, and links by name."""
    with tarfile.open(path, "w:bz2") as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            tar.addfile(info)
    return path


def _read(path: Path) -> dict[str, str]:
    """The law id or the reason of refusal, by member."""
    return {name: act.law_id if act else refused for name, act, refused in acts_in_archive(path, WANTED, TODAY)}


@pytest.mark.parametrize(
    ("member", "law_id"),
    [
        ("nl/nl-19990326-017.xml", "lov/1999-03-26-17"),
        ("sf/sf-20160621-0765.xml", "forskrift/2016-06-21-765"),
        ("nl-19670210-000.xml", "lov/1967-02-10"),
        ("nl/README.md", None),
        ("lf-20160621-0765.xml", None),
    ],
)
def test_a_member_is_known_by_its_name(member: str, law_id: str | None) -> None:
    assert law_id_of(member) == law_id


def test_only_the_wanted_acts_are_read(tmp_path: Path) -> None:
    members = {
        f"nl/{ACT.name}": ACT.read_bytes(),
        "nl/nl-20010101-001.xml": b"<",
        f"sf/{REGULATION.name}": REGULATION.read_bytes(),
    }
    path = write_archive(tmp_path / "a.tar.bz2", members)
    assert _read(path) == {f"nl/{ACT.name}": "lov/1999-03-26-17", f"sf/{REGULATION.name}": "forskrift/2016-06-21-765"}


def test_a_name_that_leads_out_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    names = [f"../../{ACT.name}", f"/srv/{ACT.name}", f"nl/../../{ACT.name}"]
    path = write_archive(tmp_path / "a.tar.bz2", dict.fromkeys(names, ACT.read_bytes()))
    found = _read(path)
    assert set(found) == set(names)
    assert all("leads out of the archive" in reason for reason in found.values())
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "a.tar.bz2", {}, {f"nl/{ACT.name}": "/etc/hostname"})
    assert "is no ordinary file" in _read(path)[f"nl/{ACT.name}"]


def test_a_member_named_like_another_act_is_refused(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "a.tar.bz2", {f"nl/{ACT.name}": REGULATION.read_bytes()})
    assert "it holds forskrift/2016-06-21-765" in _read(path)[f"nl/{ACT.name}"]


def test_a_broken_member_stops_no_other(tmp_path: Path) -> None:
    path = write_archive(
        tmp_path / "a.tar.bz2", {f"nl/{ACT.name}": b"<html>", REGULATION.name: REGULATION.read_bytes()}
    )
    assert "not well-formed" in _read(path)[f"nl/{ACT.name}"]
    assert _read(path)[REGULATION.name] == "forskrift/2016-06-21-765"


def test_a_member_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = source.text_source()
    limited = replace(known, limits=replace(known.limits, file_bytes=100))
    monkeypatch.setattr(archive, "text_source", lambda: limited)
    path = write_archive(tmp_path / "a.tar.bz2", {ACT.name: ACT.read_bytes()})
    assert "no law is so long" in _read(path)[ACT.name]


def test_a_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = source.text_source()
    limited = replace(known, limits=replace(known.limits, unpacked_bytes=1_000_000))
    monkeypatch.setattr(archive, "text_source", lambda: limited)
    path = write_archive(tmp_path / "a.tar.bz2", {"filler": bytes(5_000_000), ACT.name: ACT.read_bytes()})
    with pytest.raises(StatuteFileError, match="unpacks to more than 1000000 bytes"):
        _read(path)


@pytest.mark.parametrize("data", [b"", b"<html>not found</html>", bz2.compress(b"no tar" * 500), "cut"])
def test_what_is_no_whole_archive_is_refused(tmp_path: Path, data: bytes | str) -> None:
    path = write_archive(tmp_path / "a.tar.bz2", {ACT.name: ACT.read_bytes()})
    path.write_bytes(path.read_bytes()[:-200] if isinstance(data, str) else data)
    with pytest.raises(StatuteFileError, match="is no whole"):
        _read(path)


def test_a_missing_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StatuteFileError):
        _read(tmp_path / "missing.tar.bz2")


@pytest.fixture
def laws(sample: Library) -> Laws:
    return sample.laws


def test_an_archive_at_hand_is_imported_like_files(tmp_path: Path, laws: Laws) -> None:
    path = write_archive(tmp_path / "gjeldende-lover.tar.bz2", {f"nl/{ACT.name}": ACT.read_bytes()})
    (outcome,) = import_paths([path], tmp_path / "statutes", laws, TODAY)
    assert outcome.changed
    assert set(read_acts(tmp_path / "statutes")) == {"lov/1999-03-26-17"}
