"""Reading YAML: a mistake is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.yaml_file import parse_yaml, read_mapping, read_yaml

BROKEN = {
    "a key given twice": ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' is given twice"),
    "a brace without quotes": ("a: 1\n{b}: 2\n", 2, "a key must be plain text; put quotes around a value"),
    "a day that does not exist": ("a: 2026-02-30\n", 1, "'2026-02-30' is no date (day is out of range for month)"),
    "a quote left open": ('a: 1\nb: "open\n', 3, "found unexpected end of stream"),
    "a colon in a value": ("a: 1\nb: c: d\n", 2, "mapping values are not allowed in this context"),
    "a tag that makes objects": ("a: !!python/name:os.system\n", 1, "could not determine a constructor"),
    "a control character": ("a: 1\nb: \x07\n", 2, "control characters are not allowed"),
}


@pytest.mark.parametrize(("text", "line", "problem"), BROKEN.values(), ids=list(BROKEN))
def test_a_mistake_is_told_with_file_and_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(ContentError) as raised:
        parse_yaml(text, Path("folder/file.yaml"))
    assert raised.value.line == line
    assert str(raised.value).startswith(f"folder/file.yaml:{line}: not readable as YAML: ")
    assert problem in str(raised.value)


def test_front_matter_lines_count_from_the_top_of_the_file() -> None:
    with pytest.raises(ContentError) as raised:
        parse_yaml("a: 1\na: 2\n", Path("nb.md"), first_line=2)
    assert raised.value.line == 3


def test_a_nested_key_given_twice_is_told() -> None:
    with pytest.raises(ContentError, match=r"file\.yaml:3: .*'b' is given twice"):
        parse_yaml("a:\n  b: 1\n  b: 2\n", Path("file.yaml"))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"none\.yaml:1: cannot be read: No such file or directory"):
        read_yaml(tmp_path / "none.yaml")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes("a: å".encode("latin-1"))
    with pytest.raises(ContentError, match=r"file\.yaml:1: is not UTF-8 text"):
        read_yaml(path)


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text", ""])
def test_what_must_be_a_mapping_and_is_not_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"file\.yaml:1: must be a mapping \(key: value\)"):
        read_mapping(path)


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("a: {b: [1, ø]}\n", "utf-8")
    assert read_mapping(path) == {"a": {"b": [1, "ø"]}}
