"""Search terms."""

from __future__ import annotations

import pytest

from knowledge.compounds import CompoundSplitter
from knowledge.terms import stem, terms, words


@pytest.mark.parametrize(
    ("locale", "one", "other"),
    [
        ("nb", "oppsigelsen", "oppsigelse"),
        ("nn", "leiga", "leige"),
        ("en", "deposits", "deposit"),
        ("ar", "الايجار", "ايجار"),
        ("ar", "والعقد", "عقد"),
        ("uk", "орендодавця", "орендодавець"),
        ("pl", "właściciela", "właściciel"),
        ("ru", "квартиры", "квартира"),
    ],
)
def test_inflected_forms_share_a_stem(locale: str, one: str, other: str) -> None:
    assert stem(one, locale) == stem(other, locale)


def test_single_letters_are_no_words_but_the_section_sign_is() -> None:
    assert words("Å, § 9-8 er i loven") == ["§", "er", "loven"]


def test_parts_of_a_compound_are_terms_in_norwegian_only() -> None:
    splitter = CompoundSplitter({"leie", "kontrakt"})
    assert {stem("leie", "nb"), stem("kontrakt", "nb")} <= set(terms("leiekontrakt", "nb", splitter))
    assert "kontrakt" not in terms("leiekontrakt", "en", splitter)


def test_letter_groups_survive_misspelling_and_never_meet_a_whole_word() -> None:
    shared = set(terms("depositum", "nb")) & set(terms("depositom", "nb"))
    assert "#depo" in shared
    assert "#leie" not in terms("leie", "nb")


def test_a_text_without_words_has_no_terms() -> None:
    assert terms("?! 🏠", "nb") == []
