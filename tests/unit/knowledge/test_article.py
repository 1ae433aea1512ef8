"""Articles as values."""

from __future__ import annotations

import pytest

from knowledge.library import Library


def test_a_section_is_found_by_its_role_in_every_language(sample: Library) -> None:
    texts = sample.articles["deposit"].texts
    assert texts["nb"].section("do").heading == "Gjør dette nå"  # type: ignore[union-attr]
    assert texts["en"].section("do").heading == "Do this now"  # type: ignore[union-attr]


def test_a_missing_section_is_none(sample: Library) -> None:
    assert sample.articles["violence"].texts["nb"].section("law") is None


@pytest.mark.parametrize(
    ("article", "asked", "given"),
    [
        ("deposit", "nb", "nb"),
        ("deposit", "en", "en"),
        ("deposit", "ar", "en"),
        ("mould", "en", "nb"),
        ("mould", "ar", "nb"),
    ],
)
def test_the_text_falls_back_to_english_then_to_bokmal(sample: Library, article: str, asked: str, given: str) -> None:
    assert sample.articles[article].text_for(asked).locale == given


def test_any_text_is_better_than_none(sample: Library) -> None:
    assert sample.articles["mould"].text_for("ar", fallbacks=("en",)).locale == "nb"


def test_only_safety_texts_are_emergencies(sample: Library) -> None:
    assert [article.id for article in sample.articles.values() if article.is_emergency] == ["violence"]
