"""What a guide asks next, and reading its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.guides.guide import UNKNOWN, Guide
from knowledge.guides.guide_file import read_guides
from knowledge.library import Library

Edit = Callable[[str, str, str], Path]
_YAML, _NB = "guides/landlord-notice/guide.yaml", "guides/landlord-notice/nb.yaml"


@pytest.fixture
def guide(sample: Library) -> Guide:
    return sample.guides["landlord-notice"]


def _asked(guide: Guide, **answers: str) -> str | None:
    question = guide.next_question(answers)
    return question.id if question else None


def test_questions_come_in_their_order_and_only_where_they_apply(guide: Guide) -> None:
    assert _asked(guide) == "what"
    assert _asked(guide, what="notice") == "received_on"
    assert _asked(guide, what="notice", received_on="2026-11-01") == "rent"
    assert _asked(guide, what=UNKNOWN, received_on="2026-11-01") is None
    assert _asked(guide, what="spoken") == "place"
    assert _asked(guide, what="spoken", place="0301") is None


def test_a_changed_answer_drops_what_it_makes_pointless(guide: Guide) -> None:
    answers = {"what": "spoken", "received_on": "2026-11-01", "rent": 9000}
    assert guide.still_asked(answers) == {"what": "spoken"}


def test_text_in_the_nearest_language(guide: Guide) -> None:
    assert guide.text_for("nn").locale == "nb"
    assert guide.text_for("uk").locale == "en"


def test_a_reader_is_asked_in_their_own_language_or_not(guide: Guide) -> None:
    assert [locale for locale in ("nb", "nn", "en", "uk", "ar", "fa") if guide.speaks(locale)] == ["nb", "nn", "en"]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (_YAML, "id: landlord-notice", "id: other", "id must be the name of the folder"),
        (_YAML, "kind: date", "kind: day", "one of choice, date"),
        (_YAML, "options: [notice, spoken]", "options: []", "needs options"),
        (_YAML, "{what: spoken}", "{what: nothing}", "does not have"),
        (_YAML, "{what: spoken}", "{whom: spoken}", "not asked before"),
        (_YAML, "id: rent", "id: received_on", "twice"),
        (_NB, "notice: {label: En oppsigelse, says: [oppsigelse, brev]}", "letter: {label: Brev}", "'notice'"),
        (_NB, "  rent: {label: Leien,", "  rents: {label: Leien,", "rent"),
        (_NB, "title: Oppsigelsen", "title: ''", "title must be text"),
    ],
)
def test_mistakes_are_named(content: Path, edit: Edit, file: str, old: str, new: str, problem: str) -> None:
    edit(file, old, new)
    with pytest.raises(ContentError, match=problem):
        Library.read(content)


def test_a_guide_needs_bokmal(content: Path) -> None:
    (content / _NB).unlink()
    with pytest.raises(ContentError, match=r"nb\.yaml"):
        Library.read(content)


def test_no_guides_is_no_mistake(tmp_path: Path, sample: Library) -> None:
    assert read_guides(tmp_path, sample.languages) == {}
