"""Reading values from a content file: whatever is wrong is told with file, mapping, key and what is expected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import ContentError
from knowledge.fields import Fields, read_fields, read_rows

PATH = Path("folder/file.yaml")


def _fields(row: Any, where: str = "the cat 'a'") -> Fields:
    return Fields.of(row, PATH, where, more=None)


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (Fields.text, "Å", "Å"),
        (Fields.texts, ["a", "b"], ("a", "b")),
        (Fields.texts, None, ()),
        (Fields.texts_by_name, {"nb": "Å"}, {"nb": "Å"}),
        (Fields.texts_by_name, None, {}),
        (Fields.items, [1, {}], [1, {}]),
        (Fields.day, date(2026, 7, 1), date(2026, 7, 1)),
        (Fields.day_or_none, None, None),
        (Fields.number, 12.5, 12.5),
        (Fields.flag, True, True),
    ],
)
def test_a_sound_value_is_given(read: Callable[[Fields, str], Any], value: Any, expected: Any) -> None:
    assert read(_fields({"key": value}), "key") == expected


@pytest.mark.parametrize("read", [Fields.texts, Fields.items, Fields.texts_by_name, Fields.day_or_none, Fields.flag])
def test_a_key_that_may_be_missing_is_empty(read: Callable[[Fields, str], Any]) -> None:
    assert not read(_fields({}), "key")


@pytest.mark.parametrize(
    ("read", "value", "problem"),
    [
        (Fields.text, 5, "must be text, not 5"),
        (Fields.text, " ", "must be text, not ' '"),
        (Fields.text, None, "must be text, not None"),
        (Fields.texts, "a", "must be a list of text, not 'a'"),
        (Fields.texts, ["a", 5], "must hold text only; put quotes around 5"),
        (Fields.texts_by_name, "Nav", "must be a mapping (key: value), not 'Nav'"),
        (Fields.texts_by_name, {"nb": 5}, "key: nb must be text, not 5"),
        (Fields.day, "summer", "must be a date like 2026-11-24, not 'summer'"),
        (Fields.day, datetime(2026, 1, 1, 9), "must be a date like 2026-11-24"),
        (Fields.day_or_none, "never", "must be a date like 2026-11-24, not 'never'"),
        (Fields.number, "1 345", "must be a number such as 1345 or 12.5, not '1 345'"),
        (Fields.number, True, "must be a number"),
        (Fields.flag, "yes", "must be true or false, not 'yes'"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(read: Callable[[Fields, str], Any], value: Any, problem: str) -> None:
    with pytest.raises(ContentError) as raised:
        read(_fields({"key": value}), "key")
    assert str(raised.value).startswith("folder/file.yaml:1: the cat 'a': key")
    assert problem in str(raised.value)


def test_a_value_outside_the_choices_is_told() -> None:
    with pytest.raises(ContentError, match="risk must be one of low, high, not 'hihg'"):
        _fields({"risk": "hihg"}).one_of("risk", ("low", "high"))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("text", "each cat must be a mapping with id, name, not 'text'"),
        ({"id": 1}, "each cat lacks 'name'"),
        ({"id": 1, "name": 2, "nmae": 3}, "each cat has the unknown key 'nmae'; known are id, name, age"),
    ],
)
def test_a_mapping_of_another_form_is_told(row: Any, problem: str) -> None:
    with pytest.raises(ContentError, match=problem):
        Fields.of(row, PATH, "each cat", needed=("id", "name"), more=("age",))


def test_a_row_can_be_told_by_its_own_name() -> None:
    with pytest.raises(ContentError, match=r"yaml:1: Felix: age must be a number"):
        _fields({"name": "Felix", "age": "old"}).named_by("name").number("age")


def test_a_mapping_within_is_told_with_both_keys() -> None:
    with pytest.raises(ContentError, match=r"yaml:1: the cat 'a': source lacks 'read'"):
        _fields({"source": {}}).mapping("source", needed=("read",))


def test_a_name_that_yaml_takes_for_a_truth_value_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("no: {name: Norsk}\n", "utf-8")
    with pytest.raises(ContentError, match="the language False: a name must be text; put quotes around it"):
        read_rows(path, "the language", needed=("name",))


def test_a_file_that_is_one_mapping_needs_no_name(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("risk: 5\n", "utf-8")
    with pytest.raises(ContentError, match=r"file\.yaml:1: risk must be text"):
        read_fields(path, needed=("risk",)).text("risk")
