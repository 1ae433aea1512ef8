"""Reading an act: each section with all its words, or a problem with its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.statutes.act_text import ActSection, ActText, Line
from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.lovdata import read_act
from tests.unit.knowledge.statutes.conftest import (
    ACT,
    REGULATION,
    SAMPLES,
    TODAY,
    act_of,
    around,
    indented,
    on_one_line,
    section,
)


@pytest.fixture(scope="module")
def act() -> ActText:
    return read_act(ACT, TODAY)


def _section(act: ActText, number: str) -> ActSection:
    (found,) = [section for section in act.sections if section.number == number]
    return found


def test_the_samples_are_in_both_layouts() -> None:
    assert len(ACT.read_text("utf-8").splitlines()) == 3
    assert len(REGULATION.read_text("utf-8").splitlines()) > 30


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.xml")), ids=lambda path: path.name)
@pytest.mark.parametrize("layout", [on_one_line, indented])
def test_the_layout_of_the_file_changes_no_word(path: object, layout: Callable[[str], str]) -> None:
    assert isinstance(path, type(ACT))
    text = path.read_text("utf-8")
    assert layout(text) != text or layout is on_one_line
    assert act_of(layout(text)).digest == read_act(path, TODAY).digest


def test_facts_come_from_the_head_of_the_file(act: ActText) -> None:
    assert (act.law_id, act.title, act.language) == ("lov/1999-03-26-17", "Lov om prøver (prøveloven)", "no")
    assert act.short_titles == ("Prøveloven", "prl")
    assert act.as_of == date(2024, 7, 1)
    assert act.licence == "NLOD 2.0"
    assert act.attribution == "Inneholder data fra Lovdata, lisensiert etter NLOD 2.0"


def test_a_change_that_is_not_in_force_yet_does_not_date_the_text() -> None:
    assert read_act(REGULATION, TODAY).as_of == date(2024, 1, 1)


def test_every_section_element_is_a_section(act: ActText) -> None:
    assert [section.label for section in act.sections] == ["§ 1-6", "§ 3-5", "§ 9-3", "§ 9-3 a", "§ 9-8"]
    assert act.section_elements == len(act.sections)
    assert act.problems == ()


def test_the_number_is_that_of_the_heading_not_of_the_anchor(act: ActText) -> None:
    assert _section(act, "9-3a").heading == "Midlertidig unntak"


def test_chapters_are_kept_with_their_part(act: ActText) -> None:
    assert _section(act, "3-5").chapters == ("Første del. Om prøver", "Kapittel 1. Alminnelige prøver")
    assert _section(act, "9-3").chapters == ("Første del. Om prøver", "Kapittel 2. Tidsbestemte prøver")


def test_headings_between_sections_end_those_of_their_rank() -> None:
    body = f'<section class="section"><h2>A</h2>{section("", "§ 1")}<h3>I</h3>{section("", "§ 2")}<h3>II</h3>{section("", "§ 3")}</section>'
    assert [s.chapters for s in act_of(around(body)).sections] == [("A",), ("A", "I"), ("A", "II")]


def test_lists_have_their_letters_and_numbers(act: ActText) -> None:
    assert _section(act, "3-5").lines[1:4] == (
        Line(("ledd 2",), "", "Kontoen kan bare tømmes dersom:"),
        Line(("ledd 2", "bokstav a"), "a.", "begge er enige,"),
        Line(("ledd 2", "bokstav b"), "b.", "retten sier det, eller"),
    )


def test_lists_within_lists_and_text_after_a_list_keep_their_place() -> None:
    lines = _section(read_act(REGULATION, TODAY), "5").lines
    assert [(line.path, line.printed()) for line in lines] == [
        (("ledd 1",), "(1) Prøven tas når"),
        (("ledd 1", "nr 1"), "1. rommet er over 6 m²,"),
        (("ledd 1", "nr 2"), "2. rommet har"),
        (("ledd 1", "nr 2", "bokstav a"), "a. dør, eller"),
        (("ledd 1", "nr 2", "bokstav b"), "b. vindu."),
        (("ledd 1",), "Første punktum gjelder ikke i påsken."),
        (("ledd 2",), "(2) Prøven er gratis."),
    ]


def test_a_table_is_read_row_by_row() -> None:
    lines = _section(read_act(REGULATION, TODAY), "5a").lines
    assert [line.text for line in lines] == ["Prisene er:", "Prøve | Pris", "liten | 10"]


def test_footnotes_and_notes_on_amendments_stand_apart(act: ActText) -> None:
    assert _section(act, "9-3a").lines[0].text == "[Prøven kan vare i ett år.]¹"
    assert _section(act, "9-3a").footnotes == ("1 Ikr. fra den tid Kongen bestemmer.",)
    assert _section(act, "3-5").changes == ("Endret ved lov 16 jan 2009 nr. 6 (ikr. 1 sep 2009).",)
    assert act.chapter_notes[0].endswith("Overskriften endret ved lov 1 jan 2001 nr. 1.")


def test_text_that_is_not_in_force_is_never_the_section(act: ActText) -> None:
    assert [line.text for line in _section(act, "9-8").lines] == ["Den som får prøven, kan protestere innen én måned."]
    assert "Fra neste år er fristen to måneder." in act.chapter_notes[1]


def test_a_repealed_section_is_marked() -> None:
    repealed = _section(read_act(REGULATION, TODAY), "6")
    assert (repealed.repealed, repealed.heading, repealed.lines) == ("2020-01-01", "(Opphevet)", ())


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ('<article class="defaultP">Alt teller.</article>', [((), "Alt teller.")]),
        ("Løs tekst.", [((), "Løs tekst.")]),
        ('<article class="legalP">A</article><p>B</p>', [(("ledd 1",), "A"), (("ledd 1",), "B")]),
        ('<div class="indent"><article class="legalP">A</article></div>', [(("ledd 1",), "A")]),
        ('<article class="legalP">A<br/>B <i>C</i>D</article>', [(("ledd 1",), "A B CD")]),
        ("<ul><li>A</li><li>B</li></ul>", [(("punkt 1",), "A"), (("punkt 2",), "B")]),
        ('<ol><li data-name="ii.">A</li></ol>', [(("punkt ii",), "A")]),
        ('<ol><li data-name="a."></li></ol>', [(("bokstav a",), "")]),
    ],
)
def test_what_is_not_known_still_gives_its_words(inside: str, lines: list[tuple[tuple[str, ...], str]]) -> None:
    act = act_of(around(section(inside)))
    assert [(line.path, line.text) for line in act.sections[0].lines] == lines
    assert act.problems == ()


def test_a_section_whose_words_cannot_be_vouched_for_is_a_problem_with_its_line() -> None:
    lost = section("<footer>Løst i bunnen</footer>", "§ 2")
    act = act_of(around(f"{section('<p>A</p>')}\n\n{lost}"))
    assert [s.label for s in act.sections] == ["§ 1"]
    assert act.section_elements == 2
    (problem,) = act.problems
    assert problem.line == 5
    assert "§2 holds words in a place that is not known" in problem.message


@pytest.mark.parametrize(
    ("bad", "message", "elements"),
    [
        ('<article class="legalArticle" data-name="§2"><p>A</p></article>', "has no heading with its number", 1),
        ('<article class="legalArticle"><h3 class="legalArticleHeader">Uten</h3></article>', "does not begin with", 1),
        (section(section("<p>B</p>", "§ 3"), "§ 2"), "holds another section", 2),
        (f'<article class="changesToParent">{section("<p>B</p>", "§ 2")}</article>', "inside a note", 1),
    ],
)
def test_a_section_that_cannot_be_read_is_counted(bad: str, message: str, elements: int) -> None:
    act = act_of(around(section("<p>A</p>") + bad))
    assert [s.label for s in act.sections] == ["§ 1"]
    assert act.section_elements == 1 + elements
    assert any(message in problem.message for problem in act.problems)


def test_text_outside_every_section_is_a_problem() -> None:
    act = act_of(around(f"Løst<p>Vedlegg</p>{section('<p>A</p>')}"))
    assert [p.message for p in act.problems] == [
        "text outside any section is not stored: 'Løst'",
        "text outside any section is not stored: 'Vedlegg'",
    ]


def test_a_section_within_an_unknown_element_is_found() -> None:
    assert act_of(around(f"<div><div>{section('<p>A</p>')}</div></div>")).section_elements == 1


def test_a_number_given_twice_is_a_problem() -> None:
    act = act_of(around(section("<p>A</p>") + section("<p>B</p>")))
    assert len(act.sections) == 2
    assert "stands more than once" in act.problems[0].message


def test_a_heading_without_spans_is_read() -> None:
    bare = '<article class="legalArticle"><h3 class="legalArticleHeader">§ 9-3 a. Formål</h3><p>A</p></article>'
    (found,) = act_of(around(bare)).sections
    assert (found.label, found.heading) == ("§ 9-3 a", "Formål")


def test_a_footnote_mark_is_no_part_of_the_number() -> None:
    marked = section("<p>A</p>").replace("§ 1<", '§ 1<sup class="footnotereference">1</sup><', 1)
    (found,) = act_of(around(marked)).sections
    assert (found.number, found.heading) == ("1", "Prøve¹")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<html><body/></html>", "has no <main>"),
        (around("<p>A</p>"), "holds no section that can be read"),
        (around(section("<p>A</p>")).replace("lov/2020-01-01-1", "?"), "does not say which act"),
        (around(section("<p>A</p>"), ""), "may not be law yet"),
        (around(section("<p>A</p>"), '<dd class="dateInForce">Kongen bestemmer</dd>'), "may not be law yet"),
        (around(section("<p>A</p>"), '<dd class="dateInForce">2030-01-01</dd>'), "is not in force before 2030-01-01"),
        (around(section("<p>A</p>"), '<dd class="dateInForce">2020-13-01</dd>'), "a date that does not exist"),
    ],
)
def test_what_cannot_be_law_in_force_is_refused(text: str, reason: str) -> None:
    with pytest.raises(StatuteFileError, match=reason):
        act_of(text)
