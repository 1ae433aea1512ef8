"""The words that entities are made of: complete, and in the form that messages are compared in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from knowledge.place_words import folded
from knowledge.yaml_file import read_mapping
from nlu.entities.lexicon import LONGEST_PHRASE, WORDS_FILE, read_lexicon

ROWS = read_mapping(WORDS_FILE)
LANGUAGES = [code for code in ROWS if code != "any"]


def _words(node: Any) -> list[Any]:
    if isinstance(node, dict):
        return [word for key, value in node.items() for word in _words(value)]
    return node if isinstance(node, list) else [node]


def test_every_language_has_words() -> None:
    assert set(LANGUAGES) == {"nb", "nn", "en", "uk", "ar", "so", "ti", "fa", "pl", "ru", "fr", "es"}


@pytest.mark.parametrize("code", ROWS)
def test_words_are_texts(code: str) -> None:
    """YAML reads `no`, `on` and `14` without quotes as something else."""
    words = [word for tag, node in ROWS[code].items() if tag != "span" for word in _words(node)]
    assert [word for word in words if not isinstance(word, str)] == []


@pytest.mark.parametrize("code", ROWS)
def test_phrases_are_short_enough_to_be_found(code: str) -> None:
    spans = list(ROWS[code].get("span", {}))
    words = [word for tag, node in ROWS[code].items() if tag != "span" for word in _words(node)]
    assert [word for word in [*words, *spans] if len(word.split()) > LONGEST_PHRASE] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("day", [-1, 0], ids=["yesterday", "today"])
def test_every_language_names_the_days_around(code: str, day: int) -> None:
    assert ROWS[code]["day"][day]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_every_language_or_the_one_it_leans_on_counts_time(code: str, unit: str) -> None:
    assert ROWS[code]["unit"][unit]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_knows_twelve_months(code: str) -> None:
    tags = read_lexicon((code,)).tags.values()
    assert {value for tag, value in tags if tag == "MONTH"} == set(range(1, 13))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_knows_seven_weekdays(code: str) -> None:
    assert {value for tag, value in read_lexicon((code,)).tags.values() if tag == "WEEKDAY"} == set(range(7))


@pytest.mark.parametrize(
    ("languages", "word", "meaning"),
    [
        (("nb", "nn"), "to", ("COUNT", 2)),
        (("en",), "two", ("COUNT", 2)),
        (("uk",), "kr", ("KR", None)),  # of all
        (("uk",), "kroner", ("KR", None)),  # mixed in
        (("ar",), "i går", ("DAY", -1)),
        (("nb", "nn"), "førre", ("LAST", None)),
        (("ar",), "شهرين", ("UNIT", ("month", 2))),
        (("uk",), "пятницю", ("WEEKDAY", 4)),
    ],
)
def test_a_word_has_its_meaning(languages: tuple[str, ...], word: str, meaning: tuple[str, Any]) -> None:
    assert read_lexicon(languages).tags[" ".join(map(folded, word.split()))] == meaning


@pytest.mark.parametrize(("languages", "word"), [(("en",), "tre"), (("uk",), "en"), (("nb",), "a"), (("pl",), "to")])
def test_short_words_of_other_languages_have_none(languages: tuple[str, ...], word: str) -> None:
    assert read_lexicon(languages).tags.get(word, ("", None))[0] != "COUNT"


@pytest.mark.parametrize(
    ("word", "form"),
    [("Mars", "mars"), ("don’t", "dont"), ("إيجار", "ايجار"), ("Ш'ять", "шять"), ("٣", "3"), ("…", "")],
)
def test_a_word_is_folded(word: str, form: str) -> None:
    assert folded(word) == form


def test_the_language_of_the_message_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("any: {}\nnb: {day: {0: [ord]}}\nen: {day: {1: [ord]}}\nuk: {day: {-1: [ord]}}\n", "utf-8")
    meanings = [read_lexicon((code,), path).tags["ord"][1] for code in ("nb", "en", "uk")]
    assert meanings == [0, 1, -1]
