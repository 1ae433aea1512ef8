"""Lovdata's real files, where they lie beside the checkout: nothing is lost, and a change names what rests on it."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from pathlib import Path

import pytest

from knowledge.article import LawRef
from knowledge.library import Library
from knowledge.statutes.act_text import ActSection, ActText
from knowledge.statutes.dependents import Dependent
from knowledge.statutes.differences import changed_sections
from knowledge.statutes.importing import import_paths
from knowledge.statutes.lovdata import parse_act, read_act
from knowledge.statutes.report import diff_lines
from knowledge.statutes.statutes import Statutes
from tests.unit.knowledge.statutes.conftest import REAL, TODAY, needs_real_texts, on_one_line

pytestmark = needs_real_texts

FILES = sorted((REAL / "lovdata-xml").glob("*.xml"))
TENANCY = REAL / "lovdata-xml" / "nl-19990326-017.xml"
# Between the two copies, § 12-5 was changed by the act of 22 December 2025 no. 127.
CHANGED_BETWEEN = {"12-5"}


def test_all_files_are_there() -> None:
    assert len(FILES) == 18


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_section_is_accounted_for(path: Path) -> None:
    act = read_act(path, TODAY)
    in_file = len(re.findall(r'<article class="legalArticle"', path.read_text("utf-8")))
    assert len(act.sections) == act.section_elements == in_file
    assert act.problems == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_layout_of_the_file_changes_no_word(path: Path) -> None:
    one_line = on_one_line(path.read_text("utf-8"))
    assert one_line.count("\n") < 25  # what is left stands inside sentences
    assert parse_act(one_line.encode(), path, TODAY).digest == read_act(path, TODAY).digest


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_subsections_are_numbered_as_lovdata_numbers_them(path: Path) -> None:
    text = path.read_text("utf-8")
    last = re.findall(r'id="([^"]*paragraf-\d+)-(?:ledd|nummer)-(\d+)"', text)
    highest: dict[str, int] = {}
    for anchor, number in last:
        highest[anchor] = max(highest.get(anchor, 0), int(number))
    counted = [
        max((int(line.path[0].split()[1]) for line in s.lines), default=0) for s in read_act(path, TODAY).sections
    ]
    assert sorted(highest.values()) == sorted(number for number in counted if number)


def test_all_are_imported_and_shown(tmp_path: Path, real: Library) -> None:
    outcomes = import_paths([REAL / "lovdata-xml"], tmp_path, real.laws, TODAY)
    assert not any(outcome.refused for outcome in outcomes)
    statutes = Statutes.open(tmp_path, real.laws)
    text = statutes.text("husleieloven § 9-5 andre ledd bokstav c")
    assert text is not None
    assert text.paragraphs == ("c. leieren har misligholdt leieavtalen, eller",)
    assert sum(1 for _ in statutes.sections()) == 840 - 30  # 30 are marked as repealed


def test_every_section_that_articles_cite_has_its_words(tmp_path: Path, real: Library) -> None:
    """Of acts that are among the files; a section that came later is named here."""
    import_paths([REAL / "lovdata-xml"], tmp_path, real.laws, TODAY)
    statutes = Statutes.open(tmp_path, real.laws)
    refs = {law.ref for article in real.articles.values() for law in article.laws}
    there = {ref for ref in refs if real.laws.parse(ref)[0].lovdata_id in statutes.acts}
    missing = {ref for ref in there if statutes.text(ref) is None}
    assert len(there) > 50
    assert not missing


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _in_markdown() -> dict[str, tuple[str, list[str]]]:
    """Heading and paragraphs by section number."""
    text = (REAL / "text" / "husleieloven.md").read_text("utf-8")
    found = re.finditer(r"^##### § ([^.]+)\. ?(.*?)\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    return {m[1].replace(" ", ""): (m[2], [_bare(p) for p in m[3].split("\n\n") if p.strip()]) for m in found}


def _as_markdown(section: ActSection) -> list[str]:
    """The Markdown copy gives a list twice: run together with its subsection, then item by item."""
    paragraphs: list[str] = []
    for _, group in groupby(section.lines, key=lambda line: line.path[0]):
        lines = list(group)
        paragraphs.append(_bare("".join(line.text for line in lines)))
        paragraphs += [_bare(line.text) for line in lines if len(line.path) > 1]
    return paragraphs


@pytest.mark.skipif(not (REAL / "text" / "husleieloven.md").is_file(), reason="the Markdown copy is not there")
def test_the_words_are_those_of_the_other_copy() -> None:
    copy = _in_markdown()
    sections = read_act(TENANCY, TODAY).sections
    assert set(copy) == {section.number for section in sections}
    differing = {s.number for s in sections if copy[s.number] != (s.heading, _as_markdown(s))}
    assert differing == CHANGED_BETWEEN


def _with_changed_notice_period() -> tuple[ActText, ActText]:
    text = TENANCY.read_text("utf-8")
    changed = text.replace(
        "skal v&#xE6;re tre m&#xE5;neder til opph&#xF8;r", "skal v&#xE6;re fire m&#xE5;neder til opph&#xF8;r"
    )
    assert changed != text
    return read_act(TENANCY, TODAY), parse_act(changed.encode(), TENANCY, TODAY)


def test_a_change_of_the_notice_period_names_exactly_what_rests_on_it(real: Library) -> None:
    """Compared with a plain search of the files for § 9-6, which no other act in the articles has."""
    old, new = _with_changed_notice_period()
    changes = changed_sections({old.law_id: old}, {new.law_id: new})
    assert [change.section.label for change in changes] == ["§ 9-6"]
    lines = list(diff_lines(changes, real))
    assert lines[0] == "husleieloven § 9-6 Oppsigelsesfrist: changed"
    named = {tuple(line.split()[:3]) if line.split()[0] == "text" else tuple(line.split()[:2]) for line in lines[3:]}
    assert named == _by_plain_search(real)


def _by_plain_search(library: Library) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for article in library.articles.values():
        if _lists(article.laws):
            found.add((Dependent("article", article.id, None).kind, article.id))
        for text in article.texts.values():
            said = [text.title, *(m.answer for m in text.myths), *(f"{s.heading} {s.body}" for s in text.sections)]
            if any(re.search(r"§ ?9-6(?!\d)|§§[^§]*\b9-6(?!\d)", " ".join(part.split())) for part in said):
                found.add(("text", article.id, text.locale))
    resting = (guide.id for guide in library.guides.values() if "husleieloven § 9-6" in guide.laws)
    lettered = (letter.id for letter in library.letters.values() if _lists(letter.citations))
    timed = (name for name, row in library.deadlines.items() if row["ref"] == "husleieloven § 9-6")
    return found | {
        *(("guide", guide) for guide in resting),
        *(("letter", letter) for letter in lettered),
        *(("deadline", name) for name in timed),
    }


def _lists(laws: tuple[LawRef, ...]) -> bool:
    return any(law.ref == "husleieloven § 9-6" for law in laws)


def test_the_notice_period_rests_on_letters_and_deadlines_too(real: Library) -> None:
    kinds = {kind for kind, *_ in _by_plain_search(real)}
    assert kinds == {"article", "text", "guide", "letter", "deadline"}
    assert ("letter", "tenant-notice") in _by_plain_search(real)
