"""All municipalities of Norway are known by their names, and guesses stay careful."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import ContentError
from knowledge.settings import Settings
from nlu.entities.municipalities import Municipalities, Municipality, key_of

PATH = Settings().content_dir / "municipalities.csv"


def _rows() -> list[dict[str, str]]:
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


ROWS = _rows()
COUNTY_NEEDED = {name for name in (row["name"] for row in ROWS) if [row["name"] for row in ROWS].count(name) > 1}
SMALL = Municipalities(
    [
        Municipality("1", "Storvik", "Vest", ("Сторвік",)),
        Municipality("2", "Storvin", "Vest", ()),
        Municipality("3", "Å", "Nord", ()),
        Municipality("4", "Nordnes og Sørnes", "Nord", ("Gamlevik",)),
        Municipality("5", "Tvilling", "Vest", ()),
        Municipality("6", "Tvilling", "Nord", ()),
        Municipality("7", "Johkka - Bekkedal", "Nord", ()),
        Municipality("8", "Gamlevik", "Øst", ()),
    ]
)


def _numbers(rows: list[Municipality]) -> list[str]:
    return [row.number for row in rows]


def test_there_are_as_many_as_in_norway() -> None:
    assert len({row["number"] for row in ROWS}) == len(ROWS) == 357


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_every_official_name_is_found(row: dict[str, str], values: Callable[[str, str, str], list[Any]]) -> None:
    for name in row["name"].split(" - "):
        county = f" i {row['county']}" if row["name"] in COUNTY_NEEDED else ""
        found = values("municipality", "nb", f"jeg bor i {name}{county}")
        assert [each["number"] for each in found][:1] == [row["number"]], name


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_every_row_is_complete(row: dict[str, str]) -> None:
    assert len(row["number"]) == 4
    assert row["number"].isdigit()
    assert row["county"]


def test_numbers_of_one_county_begin_alike() -> None:
    begun = {(row["number"][:2], row["county"].split(" - ")[0]) for row in ROWS}
    assert len(begun) == len({number for number, _ in begun}) == 15


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("storvik", ["1"]),
        ("storviks", ["1"]),
        ("сторвік", ["1"]),
        ("сторвіку", ["1"]),
        ("johkka", ["7"]),
        ("bekkedal", ["7"]),
        ("johkka bekkedal", ["7"]),
        ("nordnes og sørnes", ["4"]),
        ("tvilling", ["5", "6"]),
        ("gamlevik", ["8"]),  # a present name goes before a former one
        ("fremmed", []),
        ("stor", []),
        ("s", []),
    ],
)
def test_a_name_is_looked_up(name: str, numbers: list[str]) -> None:
    assert _numbers(SMALL.named(name)[1]) == numbers


@pytest.mark.parametrize(
    ("typed", "numbers"), [("nordnes og sornes", ["4"]), ("storvik", ["1"]), ("a", []), ("aa", [])]
)
def test_other_keyboards_are_understood(typed: str, numbers: list[str]) -> None:
    assert _numbers(SMALL.typed_as(typed)) == numbers


@pytest.mark.parametrize(
    ("slipped", "numbers"),
    [
        ("bekedal", ["7"]),
        ("bekkedla", ["7"]),
        ("storvi", []),  # as near to Storvik as to Storvin
        ("torvik", []),  # the first letter is never guessed
        ("bakkadol", []),
        ("nordnes og sørnis", []),
        ("nord", []),  # a county
        ("", []),
    ],
)
def test_slips_are_guessed_when_only_one_is_near(slipped: str, numbers: list[str]) -> None:
    assert _numbers(SMALL.nearly_named(slipped)) == numbers


def test_longer_names_are_known_by_their_first_word() -> None:
    assert [SMALL.begins_longer_name(word) for word in ("nordnes", "johkka", "storvik")] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "key"), [("Stor-Elvdal", "stor elvdal"), ("Evje og Hornnes", "evje og hornnes"), ("Å", "å"), ("", "")]
)
def test_a_key_is_its_words(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize("text", ["number,name\n0301,Oslo\n", "bare tekst\nuten kolonner\n"])
def test_a_file_without_the_columns_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "municipalities.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match="number, name, county and aliases"):
        Municipalities.read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"nowhere\.csv"):
        Municipalities.read(tmp_path / "nowhere.csv")
