"""Every municipality is found by name and by most misspellings, and none is taken for another without asking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import ContentError
from knowledge.municipalities import Municipalities, Municipality, Resolution
from knowledge.place_words import WORDS_FILE, folded
from knowledge.settings import Settings
from knowledge.yaml_file import read_mapping
from tests.unit.real import PLACES

PATH = Settings().content_dir / "municipalities.csv"
MUNICIPALITIES = [place for place in PLACES.places if not place.district]
DISTRICTS = [place for place in PLACES.places if place.district]
SPELLINGS = read_mapping(Path(__file__).parents[1] / "data" / "municipality_spellings.yaml")
RIGHT_AT_LEAST = 0.95
CERTAIN_AT_LEAST = 0.8
COLUMNS = "number,name,county,aliases,asked\n"


def _said(rows: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(row, id=row["said"]) for row in rows]


def _offered(resolution: Resolution) -> set[str]:
    return {place.number for place in resolution.choices}


def test_there_are_as_many_as_in_norway() -> None:
    assert len({place.number for place in MUNICIPALITIES}) == len(MUNICIPALITIES) == 357
    assert len({place.district for place in DISTRICTS}) == len(DISTRICTS) == 15


@pytest.mark.parametrize("place", MUNICIPALITIES, ids=lambda place: place.number)
def test_every_row_is_complete(place: Municipality) -> None:
    assert len(place.number) == 4
    assert place.number.isdigit()
    assert place.county
    assert PLACES.by_number(place.number) is place


def test_numbers_of_one_county_begin_alike() -> None:
    begun = {(place.number[:2], place.county) for place in MUNICIPALITIES}
    assert len(begun) == len({number for number, _ in begun}) == 15


@pytest.mark.parametrize("place", MUNICIPALITIES, ids=lambda place: place.number)
def test_every_official_name_is_known(place: Municipality) -> None:
    for name in place.official:
        found = PLACES.resolve(name)
        assert found.certain is place or (found.certain is None and place in found.choices), name


@pytest.mark.parametrize("place", MUNICIPALITIES, ids=lambda place: place.number)
def test_a_name_with_its_county_is_certain(place: Municipality) -> None:
    for name in place.official:
        assert PLACES.resolve(f"{name} kommune, {place.county}").certain is place, name


def test_most_official_names_are_certain_alone() -> None:
    names = [(name, place) for place in MUNICIPALITIES for name in place.official]
    assert sum(PLACES.resolve(name).certain is place for name, place in names) >= 0.9 * len(names)


@pytest.mark.parametrize("script", ["Latn", "Cyrl", "Arab", "Ethi"])
def test_misspelt_names_are_understood_or_asked_about(script: str) -> None:
    rows = [row for row in SPELLINGS["misspelt"] if row["script"] == script]
    found = [(row, PLACES.resolve(row["said"])) for row in rows]
    certain = [row for row, each in found if each.certain and each.certain.number == row["number"]]
    offered = [row for row, each in found if not each.certain and row["number"] in _offered(each)]
    assert len(certain) + len(offered) >= RIGHT_AT_LEAST * len(rows)
    assert len(certain) >= CERTAIN_AT_LEAST * len(rows)


def test_there_are_enough_misspelt_names_of_every_municipality() -> None:
    assert len(SPELLINGS["misspelt"]) >= 500
    assert {row["number"] for row in SPELLINGS["misspelt"]} == {place.number for place in MUNICIPALITIES}


def test_no_misspelt_name_is_taken_for_another() -> None:
    found = [(row, PLACES.resolve(row["said"]).certain) for row in SPELLINGS["misspelt"]]
    assert [(row["said"], each.label) for row, each in found if each and each.number != row["number"]] == []


@pytest.mark.parametrize("row", _said(SPELLINGS["districts"]))
def test_a_district_of_oslo_is_told(row: dict[str, Any]) -> None:
    found = PLACES.resolve(row["said"]).certain
    assert found is not None
    assert (found.number, found.name, found.district) == (row["number"], "Oslo", row["district"])


@pytest.mark.parametrize("row", _said(SPELLINGS["asked"]))
def test_what_may_mean_more_than_one_is_asked_about(row: dict[str, Any]) -> None:
    found = PLACES.resolve(row["said"])
    assert found.certain is None
    assert set(row["among"]) <= _offered(found)


@pytest.mark.parametrize("row", _said(SPELLINGS["nothing"]))
def test_other_words_are_no_certain_place(row: dict[str, Any]) -> None:
    assert PLACES.resolve(row["said"]).certain is None


@pytest.mark.parametrize("section", ["misspelt", "districts", "asked", "nothing"])
def test_no_more_than_three_are_offered(section: str) -> None:
    for row in SPELLINGS[section]:
        found = PLACES.resolve(row["said"])
        assert len(found.choices) <= 3
        assert not (found.certain and found.choices)


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Våler i Solør", "Våler, Innlandet"),
        ("Herøy, Nordland", "Herøy, Nordland"),
        ("bø i telemark", "Midt-Telemark, Telemark"),
        ("Hol i Hallingdal", "Hol, Buskerud"),
        ("Vi bor i Hole og har mugg på badet", "Hole, Buskerud"),
        ("Lund, Rogaland", "Lund, Rogaland"),
        ("Kvam herad", "Kvam, Vestland"),
        ("jeg bor i Oslo, på Grünerløkka", "Grünerløkka, Oslo"),
        ("det er moss på veggen i Bergen", "Bergen, Vestland"),
        ("jeg er kastet ut av leiligheten min i Trondhiem i går", "Trondheim - Tråante, Trøndelag"),
        ("у мене квартира в місті Драммен", "Drammen, Buskerud"),
        ("أسكن في مدينة موس", "Moss, Østfold"),
        ("OSLO", "Oslo"),
        ("Mo i Rana", "Rana, Nordland"),
        ("Nord Odal", "Nord-Odal, Innlandet"),
        ("NordOdal", "Nord-Odal, Innlandet"),
    ],
)
def test_an_answer_names_a_place(said: str, label: str) -> None:
    found = PLACES.resolve(said).certain
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("Herøy", ["Herøy, Møre og Romsdal", "Herøy, Nordland"]),
        ("Os", ["Os, Innlandet", "Bjørnafjorden, Vestland"]),
        ("enten Oslo eller Bergen", ["Oslo", "Bergen, Vestland"]),
        ("Tysfjord", ["Narvik, Nordland", "Hábmer - Hamarøy, Nordland"]),
        ("Lund, Østfold", ["Lund, Rogaland"]),
        ("i sola", ["Sola, Rogaland"]),
        ("utleier Bergen", []),
        ("", []),
        ("🏠", []),
        ("!?", []),
        ("Nordland", []),
    ],
)
def test_an_answer_leaves_a_question(said: str, labels: list[str]) -> None:
    found = PLACES.resolve(said)
    assert found.certain is None
    assert [place.label for place in found.choices] == labels


def test_long_answers_are_read_in_part() -> None:
    assert PLACES.resolve("hus " * 10_000 + "i Oslo") == Resolution()


def test_an_unknown_number_is_nobodys() -> None:
    assert PLACES.by_number("0000") is None


def test_words_around_names_are_not_names() -> None:
    words = read_mapping(WORDS_FILE)["around"]
    named = {word for row in words.values() for word in row if PLACES.names.named(folded(word), 5)}
    assert named == set()


@pytest.mark.parametrize("text", ["number,name\n0301,Oslo\n", "bare tekst\nuten kolonner\n", COLUMNS + "0301,Oslo\n"])
def test_a_file_without_the_columns_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "municipalities.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"municipalities\.csv.*number, name, county, aliases, asked"):
        Municipalities.read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"nowhere\.csv"):
        Municipalities.read(tmp_path / "nowhere.csv")


def test_a_district_of_no_municipality_is_named(tmp_path: Path) -> None:
    path = tmp_path / "municipalities.csv"
    path.write_text(COLUMNS + "1103,Stavanger,Rogaland,,\n", "utf-8")
    path.with_name("districts.csv").write_text("number,name,aliases,asked\n0301,Alna,,\n", "utf-8")
    with pytest.raises(ContentError, match=r"districts\.csv.*'Alna' lies in 0301"):
        Municipalities.read(path)
