"""Addresses as lawyers write them."""

from __future__ import annotations

import pytest

from knowledge.statutes.act_text import ActSection
from knowledge.statutes.address import Address, NoAddress, ordinals
from knowledge.statutes.lovdata import read_act
from tests.unit.knowledge.statutes.conftest import ACT, REGULATION, TODAY


@pytest.mark.parametrize(
    ("text", "act", "number", "places"),
    [
        ("husleieloven § 9-8", "husleieloven", "9-8", ()),
        ("husleieloven §9-8", "husleieloven", "9-8", ()),
        ("husleieloven § 9-3 a", "husleieloven", "9-3a", ()),
        ("husleieloven § 9-3a første ledd", "husleieloven", "9-3a", ("ledd 1",)),
        ("husleieloven § 9-5 andre ledd bokstav c", "husleieloven", "9-5", ("ledd 2", "bokstav c")),
        ("husleieloven § 9-5 annet ledd bokstav C)", "husleieloven", "9-5", ("ledd 2", "bokstav c")),
        ("bustøttelova § 8 b fyrste ledd nr. 2", "bustøttelova", "8b", ("ledd 1", "nr 2")),
        ("forskrift om bustøtte § 5 første ledd nr. 2 bokstav b", "forskrift om bustøtte", "5", ("ledd 1", "nr 2", "bokstav b")),
        ("lov/1999-03-26-17 § 3-5 (2)", "lov/1999-03-26-17", "3-5", ("ledd 2",)),
        ("husleieloven § 3-5 3. ledd", "husleieloven", "3-5", ("ledd 3",)),
        ("husleieloven § 3-5 ledd 3", "husleieloven", "3-5", ("ledd 3",)),
        ("husleieloven § 3-5 siste ledd", "husleieloven", "3-5", ("ledd siste",)),
        ("arbeidsmiljøloven § 2 A-1 første ledd", "arbeidsmiljøloven", "2A-1", ("ledd 1",)),
        ("husleieloven § 9-5 andre ledd, bokstav c.", "husleieloven", "9-5", ("ledd 2", "bokstav c")),
    ],
)  # fmt: skip
def test_an_address_is_read(text: str, act: str, number: str, places: tuple[str, ...]) -> None:
    assert Address.parse(text) == Address(act, number, places)


@pytest.mark.parametrize(
    "text", ["", "§ 9-8", "husleieloven", "husleieloven § ", "husleieloven § 9-8 kanskje", "x § a"]
)
def test_what_is_no_address_is_told_with_the_form(text: str) -> None:
    with pytest.raises(NoAddress, match="andre ledd bokstav c"):
        Address.parse(text)


@pytest.mark.parametrize("word", list(ordinals()))
def test_every_ordinal_is_understood(word: str) -> None:
    assert Address.parse(f"x § 1 {word} ledd").places == (f"ledd {ordinals()[word]}",)


def _section(number: str, path: object = ACT) -> ActSection:
    assert isinstance(path, type(ACT))
    return next(s for s in read_act(path, TODAY).sections if s.number == number)


@pytest.mark.parametrize(
    ("rest", "texts"),
    [
        ("første ledd", ["Prøven settes på egen konto."]),
        ("andre ledd bokstav c", ["prøven er over."]),
        ("bokstav b", ["retten sier det, eller"]),
        ("siste ledd", ["Ellers står den."]),
        ("fjerde ledd", None),
        ("første ledd bokstav a", None),
        ("andre ledd bokstav d", None),
        ("andre ledd nr. 1", None),
    ],
)
def test_an_address_finds_its_lines(rest: str, texts: list[str] | None) -> None:
    lines = Address.parse(f"x § 3-5 {rest}").lines_in(_section("3-5"))
    assert (None if lines is None else [line.text for line in lines]) == texts


@pytest.mark.parametrize(
    ("rest", "count"),
    [("første ledd", 6), ("første ledd nr. 2", 3), ("nr. 2 bokstav b", 1), ("bokstav b", 1), ("(2)", 1)],
)
def test_a_place_brings_what_stands_in_it(rest: str, count: int) -> None:
    lines = Address.parse(f"x § 5 {rest}").lines_in(_section("5", REGULATION))
    assert lines is not None
    assert len(lines) == count


def test_a_letter_that_stands_in_two_lists_is_not_guessed() -> None:
    from tests.unit.knowledge.statutes.conftest import act_of, around, section

    ledd = '<article class="legalP">A<ol><li data-name="a.">x</li></ol></article>'
    (found,) = act_of(around(section(ledd * 2))).sections
    assert Address.parse("x § 1 bokstav a").lines_in(found) is None
    assert Address.parse("x § 1 andre ledd bokstav a").lines_in(found) is not None
