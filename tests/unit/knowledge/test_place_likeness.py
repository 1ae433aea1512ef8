"""How far names lie apart, and when a guess is sure."""

from __future__ import annotations

import pytest

from knowledge.place_likeness import Ear, Likeness, apart

EAR = Ear.of({0.25: "ou"}, {"e": 0.5}, {"h": 0.5}, vowels=0.6)


def _likeness() -> Likeness[str]:
    likeness: Likeness[str] = Likeness()
    for name in ("Lillesand", "Sandefjord", "Sunnfjord", "Rindal", "Rendalen", "Skien", "Stavanger", "Hjelmeland"):
        likeness.learn(name.lower(), name, is_sure=True, is_village=False)
    likeness.learn("storbygda", "Stavanger", is_sure=True, is_village=True)
    likeness.learn("hallingby", "Skien", is_sure=False, is_village=False)
    return likeness


LIKENESS = _likeness()


@pytest.mark.parametrize(
    ("said", "name", "cost"),
    [
        ("oslo", "oslo", 0),
        ("uslo", "oslo", 0.25),
        ("islo", "oslo", 0.6),
        ("olso", "oslo", 0.5),
        ("osleo", "oslo", 0.5),
        ("amar", "hamar", 0.5),
        ("osko", "oslo", 1),
        ("", "os", 2),
        ("os", "", 2),
    ],
)
def test_mistakes_are_counted(said: str, name: str, cost: float) -> None:
    assert apart(said, name, EAR) == pytest.approx(cost)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("lilesann", "Lillesand"),
        ("istavanger", "Stavanger"),
        ("ستافانگر", "Stavanger"),
        ("ставангере", "Stavanger"),
        ("ስታቫንገር", "Stavanger"),
        ("hjelmelan", "Hjelmeland"),
        ("storbygda", "Stavanger"),
    ],
)
def test_a_near_name_is_sure(said: str, place: str) -> None:
    assert LIKENESS.place_like(said) == place


@pytest.mark.parametrize(
    "said",
    [
        "sandfjord",  # Sandefjord or Sunnfjord
        "rendal",  # Rendalen or Rindal
        "lillesund",  # sand and sund are different places
        "hallingbi",  # not sure by its name
        "storbekda",  # villages are not guessed at
        "tavanger",
        "oppsigelse",
        "وصلوا",
        "",
    ],
)
def test_other_names_are_not(said: str) -> None:
    assert LIKENESS.place_like(said) is None


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("sandfjord", ["Sunnfjord", "Sandefjord"]),
        ("rendal", ["Rendalen", "Rindal"]),
        ("hallingbi", ["Skien"]),
        ("skein", ["Skien"]),
        ("xyz", []),
        ("", []),
    ],
)
def test_near_names_are_offered(said: str, places: list[str]) -> None:
    assert [each.place for each in LIKENESS.places_like(said)] == places
