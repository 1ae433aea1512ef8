"""Labelled questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.question_set import LabelledQuestion, read_questions

ROW = "- {id: nb-1, text: hvor stort depositum, kind: plain, expect: [deposit]}\n"


def _write(folder: Path, locale: str, rows: str) -> Path:
    (folder / f"{locale}.yaml").write_text(rows, "utf-8")
    return folder


def test_questions_are_read_with_the_language_of_their_file(tmp_path: Path) -> None:
    assert read_questions(_write(tmp_path, "nb", ROW)) == [
        LabelledQuestion("nb-1", "nb", "hvor stort depositum", "plain", ("deposit",))
    ]


def test_a_question_outside_the_scope_expects_nothing(tmp_path: Path) -> None:
    rows = "- {id: a, text: hvordan blir været, kind: out-of-scope, expect: null}\n"
    assert read_questions(_write(tmp_path, "nb", rows))[0].expect == ()


def test_a_false_premise_names_the_beliefs_it_rests_on(tmp_path: Path) -> None:
    rows = ROW.replace("plain", "false-premise").replace("]}", "], beliefs: [deposit#0, first-lease#1]}")
    assert read_questions(_write(tmp_path, "nb", rows))[0].beliefs == ("deposit#0", "first-lease#1")


@pytest.mark.parametrize(("kind", "beliefs"), [("false-premise", "[]"), ("plain", "[deposit#0]")])
def test_beliefs_belong_to_false_premises_alone(tmp_path: Path, kind: str, beliefs: str) -> None:
    rows = ROW.replace("plain", kind).replace("]}", f"], beliefs: {beliefs}}}")
    with pytest.raises(ContentError, match=r"nb\.yaml:1: nb-1: beliefs must name"):
        read_questions(_write(tmp_path, "nb", rows))


def test_an_id_used_in_two_files_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "en", ROW)
    with pytest.raises(ContentError, match=r"nb\.yaml:1: the id nb-1 is used twice"):
        read_questions(_write(tmp_path, "nb", ROW))


def test_an_unknown_kind_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"nb\.yaml:1: nb-1: 'plane' is no kind of question"):
        read_questions(_write(tmp_path, "nb", ROW.replace("plain", "plane")))


@pytest.mark.parametrize("rows", ["", "id: nb-1\n", "- nb-1\n", ROW.replace("[deposit]", "deposit")])
def test_a_file_of_another_form_is_told(tmp_path: Path, rows: str) -> None:
    with pytest.raises(ContentError, match=r"nb\.yaml:1: "):
        read_questions(_write(tmp_path, "nb", rows))


@pytest.mark.parametrize("key", ["id", "text", "kind", "expect"])
def test_a_row_without_a_key_is_told(tmp_path: Path, key: str) -> None:
    with pytest.raises(ContentError, match=rf"nb\.yaml:1: .*{key}"):
        read_questions(_write(tmp_path, "nb", ROW.replace(f"{key}:", f"x{key}:")))
