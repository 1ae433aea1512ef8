"""Numbers and sections in prose, alike in every language."""

from __future__ import annotations

import pytest

from knowledge.lint.patterns import numbers_named, sections_named


@pytest.mark.parametrize(
    "text",
    [
        "(§ 8-2)",
        "(§ ٨-٢)",
        "husleieloven §8-2",
        "husleieloven\n§ 8-2",
        "husleieloven § ۸-۲",
    ],
)
def test_a_section_after_a_sign_is_found_with_or_without_its_act(text: str) -> None:
    assert sections_named(text) == {"8-2"}
    assert numbers_named(text) == set()


@pytest.mark.parametrize("joint", ["og", "and", "і", "та", "و", ",", "،"])
def test_each_section_after_a_double_sign_is_found(joint: str) -> None:
    assert sections_named(f"§§ 4-18 {joint} 4-19") == {"4-18", "4-19"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("18 år", "١٨ سنة"),
        ("18 år", "۱۸ سال"),
        ("kl. 12.30", "at 12:30"),
        ("0,62 promille", "0.62 per mille"),
        ("1 500 personer", "1,500 persons"),
        ("20 prosent", "20 %"),
    ],
)
def test_the_same_number_is_the_same_in_every_language(one: str, other: str) -> None:
    assert numbers_named(one) == numbers_named(other) != set()


@pytest.mark.parametrize(("one", "other"), [("18 år", "19 years"), ("20 prosent", "per cent"), ("2 av 5", "2 of 6")])
def test_another_number_is_another(one: str, other: str) -> None:
    assert numbers_named(one) != numbers_named(other)


def test_constants_and_sections_in_words_are_no_numbers() -> None:
    assert numbers_named("{{bostotte-ceiling-1}} under section 9-11, المادة ٩-١١") == set()
