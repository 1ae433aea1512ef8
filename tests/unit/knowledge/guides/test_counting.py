"""Numbers in words, where they are all that is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from knowledge.guides.reading import Answer
from knowledge.guides.words import Words
from tests.unit.knowledge.guides.test_reading import CONTENT, READER, _as_understood
from tests.unit.real import REAL


def _counted(guide: str, question: str, text: str, locale: str) -> Any:
    """The number read in a real guide, with what the entity reader finds."""
    asked = REAL.guides[guide].question(question)
    assert asked
    reader = replace(READER, words=Words.read(CONTENT / "guides" / "words.yaml", locale), locale=locale)
    shown = REAL.guides[guide].texts[locale].questions[question]
    found = reader.read(asked, shown, _as_understood(text, locale))
    return found.value if isinstance(found, Answer) else found


@pytest.mark.parametrize(
    ("text", "locale", "number"),
    [
        ("tre", "nb", 3), ("to voksne", "nb", 2), ("én", "nb", 1), ("tolv personer", "nb", 12), ("Sju.", "nb", 7), ("2 voksne", "nb", 2),
        ("ein vaksen", "nn", 1), ("three", "en", 3), ("two adults", "en", 2), ("три", "uk", 3), ("двоє дорослих", "uk", 2),
        ("п'ять осіб", "uk", 5), ("п’ять", "uk", 5), ("ثلاثة", "ar", 3), ("أربعة أشخاص", "ar", 4), ("اثنا عشر", "ar", 12),
        ("سه", "fa", 3), ("دو نفر", "fa", 2), ("سه تا", "fa", 3), ("سه‌تا", "fa", 3),
    ],
)  # fmt: skip
def test_people_counted_in_words(text: str, locale: str, number: int) -> None:
    assert _counted("housing-allowance", "adults", text, locale) == number


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("to voksne og ett barn", "nb"), ("2 voksne og ett barn", "nb"), ("to voksne og 1 barn", "nb"), ("to barn", "nb"),
        ("to og en halv", "nb"), ("to eller tre", "nb"), ("two adults and a baby", "en"), ("двоє дорослих і дитина", "uk"),
        ("اثنين وطفل", "ar"), ("دو بزرگسال و یک بچه", "fa"), ("نه", "fa"), ("vi er en familie", "nb"),
    ],
)  # fmt: skip
def test_a_count_beside_another_is_asked_again(text: str, locale: str) -> None:
    assert _counted("housing-allowance", "adults", text, locale) is None


@pytest.mark.parametrize(
    ("text", "locale"), [("ingen", "nb"), ("ingen barn", "nb"), ("none", "en"), ("صفر", "ar"), ("هیچ", "fa")]
)
def test_none_is_nought(text: str, locale: str) -> None:
    assert _counted("housing-allowance", "children", text, locale) == 0


@pytest.mark.parametrize(
    ("text", "locale", "months"),
    [
        ("tre måneder", "nb", 3), ("3 mnd", "nb", 3), ("tre", "nb", 3), ("ett år", "nb", 12), ("eitt år", "nn", 12), ("ein månad", "nn", 1),
        ("three months", "en", 3), ("one year", "en", 12), ("a year", "en", 12), ("три місяці", "uk", 3), ("один рік", "uk", 12),
        ("ثلاثة أشهر", "ar", 3), ("شهرين", "ar", 2), ("سه ماه", "fa", 3), ("یک سال", "fa", 12), ("سه", "fa", 3),
    ],
)  # fmt: skip
def test_months_in_words(text: str, locale: str, months: int) -> None:
    assert _counted("moving-out", "months", text, locale) == months


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("to og en halv måned", "nb"), ("tre måneder og en uke", "nb"), ("3 til 6 måneder", "nb"), ("tre eller seks måneder", "nb"),
        ("two and a half months", "en"), ("one year and three months", "en"), ("три місяці і два тижні", "uk"), ("tre uker", "nb"),
    ],
)  # fmt: skip
def test_months_that_are_only_part_of_what_is_said_are_asked_again(text: str, locale: str) -> None:
    assert _counted("moving-out", "months", text, locale) is None


def test_an_index_is_read_in_digits_alone() -> None:
    assert _counted("rent-increase", "old_index", "104,5 en gang", "nb") == 104.5
    assert _counted("rent-increase", "old_index", "ti", "nb") is None


def test_what_a_question_counts_is_told_in_every_language() -> None:
    for guide in REAL.guides.values():
        for question in guide.questions:
            told = {bool(texts.questions[question.id].counts) for texts in guide.texts.values()}
            assert len(told) == 1, (guide.id, question.id)
            assert told == {question.kind == "months" or question.whole}, (guide.id, question.id)
