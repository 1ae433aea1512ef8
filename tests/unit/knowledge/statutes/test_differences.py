"""A changed section, and exactly what cites it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.statutes.citations import Citation
from knowledge.statutes.dependents import Dependent, dependents
from knowledge.statutes.differences import acts_in_folder, changed_sections
from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.importing import import_paths
from knowledge.statutes.lovdata import read_act
from knowledge.statutes.report import diff_lines
from tests.unit.knowledge.statutes.conftest import ACT, SAMPLES, TODAY, Change

Edit = Callable[[str, str, str], Path]


def _changes(new: Path) -> list[tuple[str, str]]:
    act, other = read_act(ACT, TODAY), read_act(new, TODAY)
    return [(c.section.label, c.kind()) for c in changed_sections({act.law_id: act}, {act.law_id: other})]


def test_the_same_texts_differ_in_nothing(changed: Change) -> None:
    assert _changes(changed("<html", "<html ")) == []


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("én måned", "to måneder", [("§ 9-8", "changed")]),
        (">Frister<", ">Tid<", [("§ 1-6", "changed")]),
        ("prøven er over", "retten er enig", [("§ 3-5", "changed")]),
        ("Ikr. fra den tid", "Ikr. fra 1 jan", [("§ 9-3 a", "changed")]),
        ("Endret ved", "Tilføyd ved", []),
        ("Overskriften endret", "Overskriften tilføyd", []),
        ('data-name="§9-3"', 'data-name="§9-3" data-repealeddate="2026-01-01"', [("§ 9-3", "repealed")]),
        ("§ 9-3 a<", "§ 9-3 b<", [("§ 9-3 b", "new"), ("§ 9-3 a", "gone")]),
    ],
)
def test_a_change_of_words_is_found(changed: Change, old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert _changes(changed(old, new)) == changes


def test_the_changed_words_are_shown(changed: Change) -> None:
    act, other = read_act(ACT, TODAY), read_act(changed("én måned", "to måneder"), TODAY)
    (change,) = changed_sections({act.law_id: act}, {act.law_id: other})
    assert change.lines() == [
        "- Den som får prøven, kan protestere innen én måned.",
        "+ Den som får prøven, kan protestere innen to måneder.",
    ]


def test_an_act_on_one_side_only_is_not_compared() -> None:
    act = read_act(ACT, TODAY)
    assert changed_sections({}, {act.law_id: act}) == []
    assert changed_sections({act.law_id: act}, {}) == []


def test_exactly_what_cites_the_section_is_named(sample: Library, changed: Change) -> None:
    """`notice` lists § 9-8, both its texts name it, `mould` does not; the guide rests on it."""
    act, other = read_act(ACT, TODAY), read_act(changed("én måned", "to måneder"), TODAY)
    lines = list(diff_lines(changed_sections({act.law_id: act}, {act.law_id: other}), sample))
    assert lines[0] == "husleieloven § 9-8 Protest: changed"
    assert [line.split()[:3] for line in lines[3:]] == [
        ["article", "notice", "articles/tenancy/notice/article.yaml:1"],
        ["text", "notice", "en"],
        ["text", "notice", "nb"],
        ["guide", "landlord-notice", "guides/landlord-notice/guide.yaml:1"],
        ["deadline", "protest-one-month", "deadlines.yaml:1"],
    ]


def _without_guides(library: Library) -> dict[Citation, list[Dependent]]:
    return dependents(replace(library, guides={}))


def test_a_text_is_named_by_the_line_of_its_part(sample: Library) -> None:
    (found,) = [
        dependent
        for dependent in _without_guides(sample)[Citation("husleieloven", "9-8")]
        if dependent.name == "notice nb"
    ]
    assert found.path is not None
    lines = found.path.read_text("utf-8").splitlines()
    assert all(lines[number - 1].startswith("## ") for number in found.lines)


def test_a_translation_that_cites_more_is_named_too(content: Path, edit: Edit, changed: Change) -> None:
    path = "articles/tenancy/deposit/en.md"
    body = (content / path).read_text("utf-8")
    heading = next(line for line in body.splitlines() if line.startswith("## "))
    edit(path, heading, f"{heading}\n\nSee husleieloven § 9-8.")
    names = {d.name for d in _without_guides(Library.read(content))[Citation("husleieloven", "9-8")]}
    assert "deposit en" in names
    assert "deposit nb" not in names
    assert "deposit" not in names


def test_what_people_ask_is_no_citation(content: Path, edit: Edit) -> None:
    path = content / "articles/tenancy/deposit/en.md"
    question = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("  - "))
    edit("articles/tenancy/deposit/en.md", question, '  - "what does husleieloven § 9-8 say"')
    names = {d.name for d in _without_guides(Library.read(content))[Citation("husleieloven", "9-8")]}
    assert "deposit en" not in names


def test_a_letter_that_cites_the_section_is_named(sample: Library, changed: Change) -> None:
    act, other = read_act(ACT, TODAY), read_act(changed("prøven er over", "retten er enig"), TODAY)
    lines = list(diff_lines(changed_sections({act.law_id: act}, {act.law_id: other}), sample))
    assert "  letter   rent-back  letters/rent-back/letter.yaml:1" in lines


def test_a_changed_section_that_nothing_cites_is_one_line(sample: Library, changed: Change) -> None:
    act, other = read_act(ACT, TODAY), read_act(changed("§ 9-3 a<", "§ 9-3 c<"), TODAY)
    lines = list(diff_lines(changed_sections({act.law_id: act}, {act.law_id: other}), sample))
    assert lines[-1].startswith("cited nowhere: husleieloven § 9-3 c (new)")


def test_two_folders_are_compared_as_xml_or_as_stored(sample: Library, tmp_path: Path, changed: Change) -> None:
    import_paths([SAMPLES], tmp_path / "statutes", sample.laws, TODAY)
    stored = acts_in_folder(tmp_path / "statutes" / "0001", TODAY)
    new = acts_in_folder(changed("én måned", "to måneder").parent, TODAY)
    assert [change.section.label for change in changed_sections(stored, new)] == ["§ 9-8"]


def test_a_folder_without_law_texts_is_told(tmp_path: Path) -> None:
    with pytest.raises(StatuteFileError, match="holds no law texts"):
        acts_in_folder(tmp_path, TODAY)
