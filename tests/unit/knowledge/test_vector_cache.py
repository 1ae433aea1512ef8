"""Curated texts are encoded once, whatever happens to the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.encoder import PASSAGE, QUERY
from knowledge.vector_cache import RememberingEncoder
from tests.unit.fake_encoder import DIMENSION, FakeEncoder


class CountingEncoder(FakeEncoder):
    """Notes what it was asked to encode."""

    def __init__(self, name: str = "fake") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], prefix: str = "") -> NDArray[np.float32]:
        self.asked += texts
        return super().encode(texts, prefix)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "vectors.db"


def test_vectors_are_those_of_the_encoder_in_the_order_of_the_texts(path: Path) -> None:
    texts = ["mugg på badet", "depositum", "mugg på badet"]
    remembering = RememberingEncoder(CountingEncoder(), path)
    for _ in range(2):
        assert np.array_equal(remembering.encode(texts, QUERY), FakeEncoder().encode(texts, QUERY))


def test_a_text_is_encoded_once(path: Path) -> None:
    counting = CountingEncoder()
    RememberingEncoder(counting, path).encode(["en", "to", "en"], QUERY)
    RememberingEncoder(counting, path).encode(["to", "tre"], QUERY)
    assert counting.asked == ["en", "to", "tre"]


def test_prefix_and_encoder_are_kept_apart(path: Path) -> None:
    first, second = CountingEncoder("first"), CountingEncoder("second")
    RememberingEncoder(first, path).encode(["en"], QUERY)
    RememberingEncoder(first, path).encode(["en"], PASSAGE)
    RememberingEncoder(second, path).encode(["en"], QUERY)
    assert (first.asked, second.asked) == (["en", "en"], ["en"])


def test_no_texts_give_no_rows(path: Path) -> None:
    assert RememberingEncoder(CountingEncoder(), path).encode([], QUERY).shape == (0, DIMENSION)


def test_a_damaged_file_only_costs_time(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database" * 100)
    counting = CountingEncoder()
    for _ in range(3):
        found = RememberingEncoder(counting, path).encode(["en"], QUERY)
        assert np.array_equal(found, FakeEncoder().encode(["en"], QUERY))
    assert len(counting.asked) == 2, "the damaged file is replaced, and then used"


def test_what_is_encoded_is_kept_part_by_part(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.vector_cache._AT_A_TIME", 2)

    class Failing(CountingEncoder):
        def encode(self, texts: Sequence[str], prefix: str = "") -> NDArray[np.float32]:
            if "tre" in texts:
                raise KeyboardInterrupt
            return super().encode(texts, prefix)

    told: list[tuple[int, int]] = []
    with pytest.raises(KeyboardInterrupt):
        RememberingEncoder(Failing(), path, lambda done, all_: told.append((done, all_))).encode(
            ["en", "to", "tre"], QUERY
        )
    counting = CountingEncoder()
    RememberingEncoder(counting, path).encode(["en", "to", "tre"], QUERY)
    assert counting.asked == ["tre"]
    assert told == [(0, 3), (2, 3)]
