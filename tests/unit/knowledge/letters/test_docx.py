"""The Word file: numbered paragraphs in pairs, language and direction on each, values as plain text."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.letters.docx import letter_docx
from knowledge.letters.fill import filled
from knowledge.letters.letter import Letter
from knowledge.letters.values import read_values
from knowledge.library import Library
from knowledge.messages import Messages
from tests.unit.conftest import TODAY
from tests.unit.knowledge.letters.conftest import GIVEN, Fill


def _opened(fill: Fill, spoken: str, given: dict[str, str] | None = None) -> Any:
    return docx.Document(BytesIO(letter_docx(fill(spoken, given))))


def test_norwegian_paragraphs_are_numbered_with_the_translation_under_each(fill: Fill) -> None:
    made = _opened(fill, "ar")
    styles = [paragraph.style.name for paragraph in made.paragraphs]
    assert styles.count("Title") == styles.count("Subtitle") == 1
    numbered = [index for index, style in enumerate(styles) if style == "List Number"]
    assert len(numbered) == 4
    assert all(styles[index + 1] == "List Continue" for index in numbered)
    assert made.paragraphs[styles.index("Title")].text.replace("\u00a0", " ") == "Krav om 12 500 kroner tilbake"


def test_each_paragraph_has_its_language_and_direction(fill: Fill) -> None:
    for paragraph in _opened(fill, "ar").paragraphs:
        is_arabic = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
        told = {run.text: run._r.rPr.find(qn("w:lang")).get(qn("w:val")) for run in paragraph.runs}
        norwegian = {"utleier"} & told.keys() if is_arabic else told.keys()
        assert {words for words, language in told.items() if language == "nb-NO"} == norwegian, paragraph.text
        assert set(told.values()) <= {"ar-SA", "nb-NO"}
        for run in paragraph.runs:
            runs_left = run._r.rPr.find(qn("w:rtl")) is not None
            assert runs_left == (is_arabic and bool(re.search("[\u0620-\u064a]|^\\W*$", run.text))), run.text


def test_norwegian_alone_has_no_marks_of_direction(fill: Fill) -> None:
    made = _opened(fill, "nb")
    assert "w:rtl" not in made.element.xml
    assert "Subtitle" not in [paragraph.style.name for paragraph in made.paragraphs]


def test_the_document_says_its_title_and_language_and_nothing_of_a_template(fill: Fill) -> None:
    about = _opened(fill, "ar").core_properties
    assert (about.title, about.language, about.author, about.comments) == ("Krav om penger tilbake", "nb-NO", "", "")
    assert about.created.year >= 2026


@pytest.mark.parametrize("value", ["<w:br/>&amp;", "=1+1", "{ HYPERLINK x }", "]]>", "<script>", "\tHei"])
def test_a_value_is_text_and_nothing_else(fill: Fill, value: str) -> None:
    made = _opened(fill, "nb", {**GIVEN, "reasons": value})
    assert f"Grunnen er: {value.strip()}" in [paragraph.text for paragraph in made.paragraphs]
    assert "fldSimple" not in made.element.xml
    assert "instrText" not in made.element.xml
    assert "w:hyperlink" not in made.element.xml


@settings(max_examples=50)
@given(st.text(max_size=60))
def test_any_text_makes_a_file_that_can_be_opened(
    letter: Letter, sample: Library, messages: Messages, text: str
) -> None:
    values = read_values(letter, {"name": text, "reasons": text})
    made = letter_docx(filled(letter, values, ("nb", "ar"), sample, messages, TODAY))
    assert docx.Document(BytesIO(made)).paragraphs


def test_nothing_outside_is_referred_to(fill: Fill) -> None:
    with ZipFile(BytesIO(letter_docx(fill("ar")))) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in archive.read(name), name


@pytest.mark.parametrize("spoken", ["en", "uk", "ar", "fa"])
def test_norwegian_in_the_other_language_is_told_apart(
    real_letters: dict[str, Letter], with_real_languages: Library, messages: Messages, spoken: str
) -> None:
    given = {"name": "Jeg har (oppsigelse)", "received_on": "2026-03-03"}
    letter = filled(
        real_letters["protest"],
        read_values(real_letters["protest"], given),
        ("nb", spoken),
        with_real_languages,
        messages,
        TODAY,
    )
    runs = [run for paragraph in docx.Document(BytesIO(letter_docx(letter))).paragraphs for run in paragraph.runs]
    told = [(run.text, run._r.rPr.find(qn("w:lang")).get(qn("w:val"))) for run in runs]
    assert {language for words, language in told if words.startswith(("oppsigelse", "protesterer"))} == {"nb-NO"}
    tag = {"en": "en-GB", "uk": "uk-UA", "ar": "ar-SA", "fa": "fa-IR"}[spoken]
    assert (given["name"], tag) in told, "what the person wrote stays whole"
    assert [run.text for run in runs if run.text == "oppsigelse" and run._r.rPr.find(qn("w:rtl")) is not None] == []
