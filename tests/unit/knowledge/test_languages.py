"""Which languages are recognised and which are answered in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.library import Library


@pytest.mark.parametrize(("spoken", "given"), [("nb", "nb"), ("ar", "ar"), ("pl", "en"), ("xx", "nb"), ("", "nb")])
def test_a_person_is_answered_in_a_served_language(sample: Library, spoken: str, given: str) -> None:
    assert sample.languages.serving(spoken) == given


@pytest.mark.parametrize(("locale", "direction"), [("nb", "ltr"), ("ar", "rtl"), ("xx", "ltr")])
def test_direction_of_a_language(sample: Library, locale: str, direction: str) -> None:
    assert sample.languages.direction(locale) == direction


def test_served_languages_keep_menu_order(sample: Library) -> None:
    assert [language.locale for language in sample.languages.served] == ["nb", "en", "ar"]


def test_recognised_languages_are_known(sample: Library) -> None:
    assert sample.languages.knows("pl")
    assert not sample.languages.knows("xx")


def test_a_language_that_is_not_served_says_so_and_falls_back_to_one_that_is(real: Library) -> None:
    served = {language.locale for language in real.languages.served}
    for language in real.languages.by_locale.values():
        if not language.served:
            assert language.fallback in served
            assert language.fallback_note.strip()


def test_every_served_language_has_the_fixed_headings(real: Library) -> None:
    for language in real.languages.served:
        assert set(language.headings) == {"short", "do", "law"}


def test_a_fallback_that_is_not_served_is_told(content: Path, edit: Callable[[str, str, str], Path]) -> None:
    edit("languages.yaml", "fallback: en", "fallback: fi")
    with pytest.raises(ContentError, match=r"languages\.yaml:1: the language 'pl' must be `served: true` or name"):
        Library.read(content)


@pytest.mark.parametrize("new", ["  nme: English\n", "  name: 5\n"], ids=["no name", "name is a number"])
def test_an_incomplete_row_is_told(content: Path, edit: Callable[[str, str, str], Path], new: str) -> None:
    edit("languages.yaml", "  name: English\n", new)
    with pytest.raises(ContentError, match=r"languages\.yaml.*(name|en)"):
        Library.read(content)


@pytest.mark.parametrize(
    ("text", "locale", "asks"),
    [
        ("Utleier kan kaste meg ut i morgen, ikke sant?", "nb", True),
        ("stemmer det at utleier kan beholde depositumet", "nb", True),
        ("he can keep my deposit, right?", "en", True),
        ("I don't have to pay, isn't it", "en", True),
        ("хазяїн може зайти будь-коли, правда ж?", "uk", True),
        ("المالك يقدر يرفع الإيجار، صح؟", "ar", True),
        ("hvor mye depositum kan utleier ta", "nb", False),
        ("the right to heating in a flat that I rent from him", "en", False),
        ("", "nb", False),
        ("ikke sant", "tlh", False),
    ],
)
def test_asking_to_have_a_belief_confirmed_is_told_at_the_edges_of_a_message(
    real: Library, text: str, locale: str, asks: bool
) -> None:
    assert real.languages.asks_if_true(text, locale) is asks


@pytest.mark.parametrize(
    "text",
    ["og hvis jeg bor i kollektiv?", "kva om eg er student", "and if I share the flat?", "а якщо я винаймаю лише кімнату",
     "але я маю дитину", "ماذا لو لم أدفع", "وماذا عن العربون"],
)  # fmt: skip
def test_people_go_on_in_every_served_language(real: Library, text: str) -> None:
    assert real.languages.goes_on(text)


@pytest.mark.parametrize("text", ["", "hvor stort depositum kan utleier kreve", "orden i huset", "андрій не платить"])
def test_a_new_question_does_not_go_on(real: Library, text: str) -> None:
    assert not real.languages.goes_on(text)
