"""A message cut into its sentences."""

from __future__ import annotations

import pytest

from knowledge.sentences import sentences


@pytest.mark.parametrize(
    "text",
    ["", "   ", "Må jeg flytte ut nå?", "kan han ta depositumet, når jeg ikke har skrevet under?", "Hei. Nei. Ja."],
)
def test_what_is_one_sentence_or_too_short_gives_none(text: str) -> None:
    assert sentences(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeg betalte kontant i mai. Når får jeg det?", ["Jeg betalte kontant i mai.", "Når får jeg det?"]),
        ("صاحب البيت غيّر القفل اليوم. هل هذا مسموح له؟", ["صاحب البيت غيّر القفل اليوم.", "هل هذا مسموح له؟"]),
        (
            "Він змінив замок у квартирі… Що мені тепер робити?",
            ["Він змінив замок у квартирі…", "Що мені тепер робити?"],
        ),
        (
            "eg har ikkje betalt husleiga\nkva skal eg gjere no",
            ["eg har ikkje betalt husleiga", "kva skal eg gjere no"],
        ),
    ],
)
def test_sentences_end_with_a_mark_or_a_line(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_full_stop_within_a_number_ends_nothing() -> None:
    assert sentences("Leia er 12.500 kr i måneden nå") == []


def test_of_a_long_story_the_first_six_count() -> None:
    assert len(sentences("Dette er en lang setning. " * 40)) == 6
