"""Taking the language out of sentence vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.centring import Centring
from tests.unit.fake_encoder import FakeEncoder, vector_of

NB = [f"norsk setning {n}" for n in range(60)]
EN = [f"english sentence {n}" for n in range(60)]
FEW = [f"polskie zdanie {n}" for n in range(10)]
LOCALES = ["nb"] * 60 + ["en"] * 60 + ["pl"] * 10


@pytest.fixture(scope="module")
def centring() -> Centring:
    return Centring.fit(FakeEncoder().encode(NB + EN + FEW), LOCALES)


def test_vectors_stay_of_length_one(centring: Centring) -> None:
    vectors = centring.apply(FakeEncoder().encode(NB[:5] + EN[:5]), ["nb"] * 5 + ["en"] * 5)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(10), abs=1e-5)
    assert vectors.dtype == np.float32


def test_what_all_sentences_of_a_language_share_is_taken_off(centring: Centring) -> None:
    one, other = vector_of("norsk setning 1"), vector_of("norsk setning 2")
    before = float(one @ other)
    after = float(centring.one(one, "nb") @ centring.one(other, "nb"))
    assert before > 0.5
    assert after < 0.2


@pytest.mark.parametrize("locale", ["pl", "xx"])
def test_a_language_with_few_or_no_sentences_gets_the_mean_of_all(centring: Centring, locale: str) -> None:
    everything = FakeEncoder().encode(NB + EN + FEW).mean(axis=0)
    shifted = vector_of("zdanie") - everything
    assert centring.one(vector_of("zdanie"), locale) == pytest.approx(shifted / np.linalg.norm(shifted), abs=1e-5)


def test_a_vector_equal_to_its_mean_stays_finite() -> None:
    same = np.ones((60, 4), dtype=np.float32) / 2
    assert np.isfinite(Centring.fit(same, ["nb"] * 60).one(same[0], "nb")).all()


def test_saved_means_are_the_same(centring: Centring, tmp_path: Path) -> None:
    centring.save(tmp_path / "centring.npz")
    loaded = Centring.load(tmp_path / "centring.npz")
    for locale in ("nb", "en", "xx"):
        assert loaded.one(vector_of("leie"), locale) == pytest.approx(centring.one(vector_of("leie"), locale))
