"""The exact words of a section, for everyone else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.statutes.importing import import_paths
from knowledge.statutes.statutes import Statutes
from tests.unit.knowledge.statutes.conftest import SAMPLES, TODAY


@pytest.fixture
def statutes(sample: Library, tmp_path: Path) -> Statutes:
    import_paths([SAMPLES], tmp_path, sample.laws, TODAY)
    return Statutes.open(tmp_path, sample.laws)


def test_a_section_comes_word_for_word_with_its_source(statutes: Statutes) -> None:
    text = statutes.text("husleieloven § 3-5")
    assert text is not None
    assert (text.ref, text.heading) == ("husleieloven § 3-5", "Sikkerhet")
    assert text.paragraphs == (
        "Prøven settes på egen konto.",
        "Kontoen kan bare tømmes dersom:",
        "a. begge er enige,",
        "b. retten sier det, eller",
        "c. prøven er over.",
        "Ellers står den.",
    )
    assert (text.as_of, text.imported_on) == (date(2024, 7, 1), TODAY)
    assert text.url == "https://lovdata.no/lov/1999-03-26-17/§3-5"
    assert text.attribution == "Inneholder data fra Lovdata, lisensiert etter NLOD 2.0"


@pytest.mark.parametrize("ref", ["husleieloven § 9-3 a", "husleieloven § 9-3a", "Husleieloven §9-3a", "prl § 9-3 a",
                                 "lov/1999-03-26-17 § 9-3 a"])  # fmt: skip
def test_a_section_is_found_however_it_is_written(statutes: Statutes, ref: str) -> None:
    text = statutes.text(ref)
    assert text is not None
    assert (text.ref, text.heading, text.url[-5:]) == (ref, "Midlertidig unntak", "§9-3a")
    assert text.footnotes == ("1 Ikr. fra den tid Kongen bestemmer.",)


def test_a_part_of_a_section_comes_alone(statutes: Statutes) -> None:
    text = statutes.text("husleieloven § 3-5 andre ledd bokstav c")
    assert text is not None
    assert text.paragraphs == ("c. prøven er over.",)


@pytest.mark.parametrize(
    "ref", ["", "hei", "husleieloven § 99", "krisesenterlova § 2", "ukjentloven § 1", "husleieloven § 3-5 niende ledd"]
)
def test_what_is_not_there_is_none(statutes: Statutes, ref: str) -> None:
    assert statutes.text(ref) is None


def test_a_repealed_section_says_so(statutes: Statutes) -> None:
    text = statutes.text("forskrift om Husleietvistutvalget § 6")
    assert text is not None
    assert (text.repealed, text.paragraphs) == ("2020-01-01", ())


def test_the_sections_in_force_are_listed_for_the_index(statutes: Statutes) -> None:
    assert [text.ref for text in statutes.sections()] == [
        "forskrift om Husleietvistutvalget § 5",
        "forskrift om Husleietvistutvalget § 5a",
        "husleieloven § 1-6",
        "husleieloven § 3-5",
        "husleieloven § 9-3",
        "husleieloven § 9-3 a",
        "husleieloven § 9-8",
    ]


def test_without_texts_every_question_gets_none(sample: Library, tmp_path: Path) -> None:
    statutes = Statutes.open(tmp_path / "nothing", sample.laws)
    assert statutes.text("husleieloven § 9-8") is None
    assert list(statutes.sections()) == []
