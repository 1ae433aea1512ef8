"""Names are found as they are written, and sure guesses stay few."""

from __future__ import annotations

import pytest

from knowledge.place_names import Municipality, Named, PlaceNames

NAMES = PlaceNames(
    [
        Municipality("1", "Storvik", "Vest", ("Сторвік",)),
        Municipality("2", "Storvin", "Vest"),
        Municipality("3", "Å", "Nord"),
        Municipality("4", "Nordnes og Sørnes", "Nord", ("Gamlevik",), ("Lom",)),
        Municipality("5", "Tvilling", "Vest"),
        Municipality("6", "Tvilling", "Nord"),
        Municipality("7", "Johkka - Bekkedal", "Nord"),
        Municipality("8", "Gamlevik", "Øst"),
        Municipality("9", "Hul", "Øst", (), ("Hul",)),
        Municipality("9", "Hul", "Øst", ("Torgplass",), (), "Bydelen"),
    ],
    never_misspelt={"bekkendal"},
)


def _numbers(named: Named | None) -> list[str]:
    return [place.number for place in named.places] if named else []


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("storvik", ["1"]),
        ("storviks", ["1"]),
        ("сторвік", ["1"]),
        ("сторвіку", ["1"]),
        ("storvikzie", ["1"]),
        ("johkka", ["7"]),
        ("bekkedal", ["7"]),
        ("johkkabekkedal", ["7"]),
        ("nordnesogsørnes", ["4"]),
        ("nordnesogsornes", ["4"]),
        ("tvilling", ["5", "6"]),
        ("gamlevik", ["4", "8"]),
        ("bydelen", ["9"]),
        ("torgplass", ["9"]),
        ("å", ["3"]),
        ("a", []),
        ("huls", []),
        ("fremmed", []),
        ("stor", []),
    ],
)
def test_a_name_is_looked_up(name: str, numbers: list[str]) -> None:
    assert _numbers(NAMES.named(name, shortest_typed=5)) == numbers


@pytest.mark.parametrize(
    ("name", "is_asked"),
    [("storvik", False), ("tvilling", True), ("gamlevik", True), ("lom", True), ("hul", True), ("bydelen", False)],
)
def test_what_may_mean_something_else_is_asked_about(name: str, is_asked: bool) -> None:
    named = NAMES.named(name, shortest_typed=5)
    assert named is not None
    assert named.is_asked is is_asked


@pytest.mark.parametrize(
    ("slipped", "number"),
    [
        ("bekedal", "7"),
        ("bekkedahl", "7"),
        ("беккедал", "7"),
        ("storvi", None),  # as near to Storvik as to Storvin
        ("torvik", None),  # the first letter is never guessed
        ("bakkadol", None),
        ("bekkendal", None),  # a word of its own
        ("", None),
    ],
)
def test_only_sure_guesses_are_made(slipped: str, number: str | None) -> None:
    found = NAMES.surely(slipped)
    assert (found.number if found else None) == number


def test_near_names_are_told_the_nearest_first() -> None:
    assert [each.place.number for each in NAMES.sounding_like("storvi")][:2] == ["1", "2"]
    assert NAMES.sounding_like("bekkendal") == []


def test_longer_names_are_known_by_their_first_word() -> None:
    assert [NAMES.begins_longer_name(word) for word in ("nordnes", "johkka", "storvik")] == [True, True, False]


@pytest.mark.parametrize(
    ("place", "label"),
    [
        (Municipality("0301", "Oslo", "Oslo"), "Oslo"),
        (Municipality("0301", "Oslo", "Oslo", district="Alna"), "Alna, Oslo"),
        (Municipality("1515", "Herøy", "Møre og Romsdal"), "Herøy, Møre og Romsdal"),
    ],
)
def test_a_label_tells_places_apart(place: Municipality, label: str) -> None:
    assert place.label == label
