"""LIX."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.article import Section
from knowledge.library import Library
from knowledge.lint.readability import lix, lix_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Du kan klage. Gjør det nå.", 3),
        ("Du kan klage nå. Oppsigelsen må være skriftlig.", 4 + 100 * 2 / 8),
        ("1. Skriv brev\n2. Send det", 2),  # a step is a sentence
        ("- Skriv brev\n- Send det", 2),
        ("Du kan klage nå: skriv et brev.", 3.5),
        ("", 0),
        ("12 {{court-fee}} 3-5", 0),
    ],
)
def test_lix_is_words_a_sentence_and_the_share_of_long_words(text: str, value: float) -> None:
    assert lix_of(text)[0] == pytest.approx(value)


def test_references_to_law_do_not_count() -> None:
    assert lix_of("Du kan klage (husleieloven § 9-8).") == lix_of("Du kan klage.")


def test_the_longest_words_are_named() -> None:
    _, words = lix_of("Husleietvistutvalget behandler oppsigelsen og depositumet og klagen skriftlig.")
    assert words == ["husleietvistutvalget", "depositumet", "oppsigelsen"]


def test_only_the_short_answer_and_the_steps_count(sample: Library) -> None:
    text = sample.articles["mould"].texts["nb"]
    together = lix_of("Si fra til utleier med en gang (husleieloven § 9-3).\n\n1. Ta bilder.")
    alone = lix_of("Si fra til utleier med en gang (husleieloven § 9-3).")
    assert lix(text)[0] == max(together[0], alone[0])


@pytest.mark.parametrize(
    ("short", "do", "harder"),
    [
        ("Husleietvistutvalget behandler oppsigelsen.", "1. Skriv nå.\n2. Ring.\n3. Gå.", "short"),
        ("Skriv nå.", "1. Husleietvistutvalget behandler oppsigelsen og depositumet.", "together"),
    ],
)
def test_easy_steps_do_not_hide_a_hard_short_answer(sample: Library, short: str, do: str, harder: str) -> None:
    text = sample.articles["mould"].texts["nb"]
    sections = (Section("Kort svar", "short", short, 1), Section("Gjør dette nå", "do", do, 3))
    expected = lix_of(short if harder == "short" else f"{short}\n{do}")
    assert lix(replace(text, sections=sections)) == expected
