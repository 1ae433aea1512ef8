"""Nearest passages by meaning."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.dense import DenseIndex
from tests.unit.fake_encoder import FakeEncoder, vector_of

TEXTS = ["når får jeg depositumet", "jeg har fått oppsigelse", "mugg på badet"] + [
    f"annen tekst {n}" for n in range(40)
]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dense") / "dense.faiss"
    DenseIndex.build(FakeEncoder().encode(TEXTS)).save(path)
    return path


@pytest.mark.parametrize("row", [0, 1, 2, 20])
def test_a_text_is_nearest_to_itself(saved: Path, row: int) -> None:
    found = DenseIndex.load(saved).nearest(vector_of(TEXTS[row]), 3)
    assert found[0] == (row, pytest.approx(1, abs=1e-5))


def test_rows_come_best_first_and_exactly(saved: Path) -> None:
    vectors = FakeEncoder().encode(TEXTS)
    question = vector_of("hva koster depositumet på badet")
    found = DenseIndex.load(saved).nearest(question, len(TEXTS))
    exact = np.sort(vectors @ question)[::-1]
    assert [score for _, score in found] == pytest.approx(exact.tolist(), abs=1e-5)


def test_asking_for_more_than_there_is_gives_all(saved: Path) -> None:
    assert len(DenseIndex.load(saved).nearest(vector_of("mugg"), 400)) == len(TEXTS)


def test_a_stored_vector_can_be_read_back(saved: Path) -> None:
    assert DenseIndex.load(saved).vector(1) == pytest.approx(vector_of(TEXTS[1]))


@pytest.mark.parametrize("damage", [b"", b"not an index"])
def test_a_damaged_file_is_told(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "dense.faiss").write_bytes(damage)
    with pytest.raises(RuntimeError):
        DenseIndex.load(tmp_path / "dense.faiss")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        DenseIndex.load(tmp_path / "dense.faiss")
