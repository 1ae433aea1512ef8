"""Filling a letter: dates and amounts in each language, blanks for what is missing, nothing read as a placeholder."""

from __future__ import annotations

import pytest

from knowledge.letters.fill import Piece, Side, filled
from knowledge.letters.letter import Letter
from knowledge.letters.plain import joined
from knowledge.letters.values import read_values
from knowledge.library import Library
from knowledge.lint.letter_rules import letter_findings
from knowledge.messages import Messages
from tests.unit.conftest import TODAY
from tests.unit.knowledge.letters.conftest import GIVEN, Fill

NBSP, NARROW = "\u00a0", "\u202f"


def _words(side: Side, number: int) -> str:
    text = joined(side.paragraphs[number - 1], side.language.direction)
    return text.replace(NBSP, " ").replace(NARROW, " ").replace("\u2068", "").replace("\u2069", "")


def test_dates_and_amounts_are_written_as_each_language_writes_them(fill: Fill) -> None:
    nb, ar = fill("ar").sides
    (_, en) = fill("en").sides
    assert _words(nb, 1) == "Jeg betalte 12 500 kroner den 3. mars 2026, for 3 måneder."
    assert _words(en, 1) == "On 3 March 2026 I paid NOK 12,500, for 3 months."
    assert "3 مارس 2026" in _words(ar, 1)
    assert "12,500" in _words(ar, 1)


def test_ore_are_kept(fill: Fill) -> None:
    (nb,) = fill("nb", {**GIVEN, "paid": "99,5"}).sides
    assert "99,50 kroner" in _words(nb, 1)


def test_constants_are_filled_as_in_articles(fill: Fill) -> None:
    (nb,) = fill("nb").sides
    assert "1 345 kroner" in _words(nb, 4)


def test_what_is_missing_is_a_line_with_its_label_never_a_guess(fill: Fill) -> None:
    nb, en = fill("en", {}).sides
    assert _words(nb, 1) == (
        "Jeg betalte ________ (Det du betalte) den ________ (Dagen du betalte), for ________ (Antall måneder) måneder."
    )
    assert _words(en, 1).startswith("On ________ (The day you paid) I paid ________ (What you paid)")
    assert nb.heads[-1].lines == (Piece("________ (Dato)"),), "not even the date of today"
    assert nb.signed.text == "________ (Navnet ditt)"


def test_paragraphs_with_a_condition_come_only_with_it_and_numbers_stay_the_same_on_both_sides(fill: Fill) -> None:
    assert [len(side.paragraphs) for side in fill("en").sides] == [4, 4]
    short = fill("en", {"name": "Kari"})
    assert [len(side.paragraphs) for side in short.sides] == [2, 2]
    assert "Det var kaldt i boligen." not in short.text
    assert len(fill("nb", {"was_cold": "1"}).sides[0].paragraphs) == 3


HOSTILE = ["{paid}", "{{court-fee}}", "{{contact:nav}}", "{", "}}", "{0}", "{name.__class__}", "%s %(x)s", "{{ 7*7 }}"]


@pytest.mark.parametrize("value", HOSTILE)
def test_what_a_person_writes_is_never_a_placeholder(fill: Fill, value: str) -> None:
    (nb,) = fill("nb", {**GIVEN, "reasons": value}).sides
    assert _words(nb, 3) == f"Grunnen er: {value}"


def test_words_that_run_the_other_way_are_marked_as_such(fill: Fill) -> None:
    nb, ar = fill("ar", {**GIVEN, "reasons": "لا توجد تدفئة"}).sides
    assert nb.paragraphs[2][1] == Piece("لا توجد تدفئة", "rtl")
    assert ar.heads[1].lines == (Piece("Kari Nordmann", "ltr"),)
    assert ar.paragraphs[2][1].direction == "rtl"


def test_a_sentence_does_not_end_twice(fill: Fill) -> None:
    (nb,) = fill("nb", {**GIVEN, "reasons": "Det lekker."}).sides
    assert nb.paragraphs[2][-1].text == "Det lekker."
    letter = fill("nb").sides[0]
    assert _words(letter, 1).endswith("måneder.")


def test_a_ukrainian_sentence_that_ends_with_a_date_ends_once(
    real_letters: dict[str, Letter], with_real_languages: Library, messages: Messages
) -> None:
    letter = real_letters["protest"]
    values = read_values(letter, {"received_on": "2026-03-03", "protest_by": "2026-04-07"})
    side = filled(letter, values, ("uk",), with_real_languages, messages, TODAY).sides[0]
    text = joined(side.paragraphs[2], "ltr")
    assert text.startswith("Мій строк для заперечення закінчується 7 квітня 2026")
    assert text.endswith(".")
    assert not text.endswith("..")


def test_the_real_letters_keep_the_rules(real_letters: dict[str, Letter], with_real_languages: Library) -> None:
    for letter in real_letters.values():
        assert [finding.line_of_output() for finding in letter_findings(letter, with_real_languages)] == []
