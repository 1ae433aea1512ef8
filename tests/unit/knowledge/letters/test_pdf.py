"""The PDF: tagged, fonts embedded, read in the right order in every script, and no value ever read as markup."""

from __future__ import annotations

import re
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from knowledge.letters.errors import Unprintable
from knowledge.letters.fill import FilledLetter, filled
from knowledge.letters.letter import Letter, side_by_side
from knowledge.letters.pdf import letter_pdf
from knowledge.letters.values import read_values
from knowledge.library import Library
from knowledge.messages import Messages
from tests.unit.conftest import TODAY
from tests.unit.knowledge.letters.conftest import GIVEN, Fill
from tests.unit.knowledge.letters.pdf_reader import Part, complaints, opened, parts, tags, words_in

PROTEST = {"name": "Olena Kovaltsjuk", "address": "Storgata 5\n0155 Oslo", "received_on": "2026-03-03",
           "protest_by": "2026-04-07", "reasons": "Barna går på skole her.", "written_on": "2026-03-10"}  # fmt: skip
LOCALES = ("nb", "nn", "en", "uk", "ar", "fa")


def _protest(
    real_letters: dict[str, Letter], library: Library, messages: Messages, spoken: str, given: dict[str, str]
) -> FilledLetter:
    letter = real_letters["protest"]
    locales = side_by_side(letter.texts, spoken, library.languages)
    return filled(letter, read_values(letter, given), locales, library, messages, TODAY)


@pytest.fixture
def protests(real_letters: dict[str, Letter], with_real_languages: Library, messages: Messages) -> dict[str, bytes]:
    """The protest in every served language."""
    return {
        locale: letter_pdf(_protest(real_letters, with_real_languages, messages, locale, PROTEST)) for locale in LOCALES
    }


def _paragraphs(found: list[Part], lang: str) -> list[str]:
    return [part.text.replace("\u00a0", " ").replace("\u202f", " ") for part in found if part.lang == lang]


def test_a_screen_reader_gets_norwegian_and_arabic_in_turns_in_the_right_order(protests: dict[str, bytes]) -> None:
    found = parts(protests["ar"])
    arabic, norwegian = _paragraphs(found, "ar"), _paragraphs(found, "nb")
    assert (
        "استلمت إشعار إنهاء العقد (oppsigelse) في 3 مارس 2026. وهو يخص المسكن الذي أستأجره في العنوان المذكور أعلى الرسالة."
        in arabic
    )
    assert "تنتهي مهلتي للاعتراض في 7 أبريل 2026." in arabic
    assert "أعترض للأسباب التالية: Barna går på skole her." in arabic
    assert "Jeg fikk oppsigelsen 3. mars 2026. Den gjelder boligen jeg leier på adressen øverst i brevet." in norwegian
    texts = [part.text for part in found]
    numbers = [index for index, part in enumerate(found) if part.tag == "/Lbl"]
    assert [texts[index] for index in numbers] == ["1.", "2.", "3.", "4.", "5.", "6.", "7."]
    for index in numbers:  # the number, the Norwegian, the same in Arabic
        assert [found[index + 1].lang, found[index + 2].lang] == ["nb", "ar"]


@pytest.mark.parametrize("spoken", LOCALES)
def test_every_real_letter_can_be_printed_empty_and_is_read_in_order(
    real_letters: dict[str, Letter], with_real_languages: Library, messages: Messages, spoken: str, tmp_path: Path
) -> None:
    for letter in real_letters.values():
        flags = {field.id: "1" for field in letter.fields if field.kind == "flag"}
        locales = side_by_side(letter.texts, spoken, with_real_languages.languages)
        empty = filled(letter, read_values(letter, flags), locales, with_real_languages, messages, TODAY)
        made = letter_pdf(empty)
        assert complaints(made, tmp_path) == [], letter.id
        labels = [part.text for part in parts(made) if part.tag == "/Lbl"]
        assert labels == [f"{number}." for number in range(1, len(empty.sides[0].paragraphs) + 1)], letter.id


def test_persian_words_with_half_spaces_are_read_letter_by_letter(
    real_letters: dict[str, Letter], with_real_languages: Library, messages: Messages
) -> None:
    words = re.compile("[\u0620-\u06ff]{2,}")
    for letter in real_letters.values():
        locales = side_by_side(letter.texts, "fa", with_real_languages.languages)
        empty = filled(letter, read_values(letter, {}), locales, with_real_languages, messages, TODAY)
        read_out = words.findall(" ".join(part.text for part in parts(letter_pdf(empty))))
        side = next(side for side in empty.sides if side.language.locale == "fa")
        text = "\n".join("".join(piece.text for piece in paragraph) for paragraph in side.paragraphs)
        assert "\u200c" in text
        assert set(words.findall(text)) <= set(read_out), letter.id


@pytest.mark.parametrize("locale", ["en", "uk"])
def test_other_scripts_are_read_whole(protests: dict[str, bytes], locale: str) -> None:
    texts = " | ".join(_paragraphs(parts(protests[locale]), locale))
    expected = {"en": "My time limit for objecting ends on 7 April 2026.",
                "uk": "Мій строк для заперечення закінчується 7 квітня 2026 р"}  # fmt: skip
    assert expected[locale] in texts


def test_an_ordinary_reader_finds_the_norwegian_text_in_order(protests: dict[str, bytes]) -> None:
    text = " ".join(PdfReader(BytesIO(protests["nb"])).pages[0].extract_text().split())
    order = ["Fra", "Olena Kovaltsjuk", "Storgata 5", "Til", "Dato", "10. mars 2026", "Protest mot oppsigelse av bolig",
             "1. Jeg fikk oppsigelsen 3. mars 2026.", "2. Jeg protesterer mot oppsigelsen (husleieloven § 9-8).",
             "7. Jeg ber deg skrive til meg", "Med hilsen", "Underskrift"]  # fmt: skip
    places = [text.index(part.replace("\u00a0", " ")) for part in order]
    assert places == sorted(places)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_file_says_what_it_is_and_carries_its_fonts(protests: dict[str, bytes], locale: str) -> None:
    pdf = opened(protests[locale])
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"]
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == ("nn" if locale == "nn" else "nb")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(pdf.pages) == 1
    for font in pdf.pages[0].Resources.Font.values():
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor, "embedded"
        assert "/ToUnicode" in font
    assert "/Author" not in pdf.docinfo


@pytest.mark.parametrize("locale", LOCALES)
def test_headings_lists_and_languages_are_tagged(protests: dict[str, bytes], locale: str) -> None:
    found = tags(protests[locale])
    assert found.count("/H1") == 1
    assert found.count("/L") == 1
    assert found.count("/LI") == found.count("/Lbl") == found.count("/LBody") == 7
    assert {part.lang for part in parts(protests[locale])} == ({locale} if locale in ("nb", "nn") else {"nb", locale})


@pytest.mark.parametrize("locale", ["en", "uk", "ar", "fa"])
def test_norwegian_in_the_other_language_is_told_apart(protests: dict[str, bytes], locale: str) -> None:
    """Within the paragraph, which is in the other language."""
    assert "oppsigelse protesterer" in words_in(protests[locale], "nb")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_checker_of_pdf_ua_finds_nothing(protests: dict[str, bytes], locale: str, tmp_path: Path) -> None:
    """Typst itself refuses what does not conform; this is a second opinion on the part that a machine can check."""
    assert complaints(protests[locale], tmp_path) == []


def test_everything_on_the_page_is_tagged_or_an_artifact(protests: dict[str, bytes]) -> None:
    for page in opened(protests["ar"]).pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)
            assert name not in ("Tj", "TJ", "S", "f", "Do") or depth, (name, operands)


MARKUP = ["#eval(\"1\")", "*b* _i_ `c`", "$x^2$", "= Heading", "#import \"x\"", "<label> @ref", "\\u{41}", "// gone",
          "/* gone", "#sys.inputs", "[x](y)", "<script>alert(1)</script>", "~ -- ...", "https://example.org", "'a' \"b\"",
          "=HYPERLINK(\"https://example.org\")", "- list", "+ enum", "{{7*7}}"]  # fmt: skip


@pytest.mark.parametrize("value", MARKUP)
def test_no_value_is_read_as_markup(fill: Fill, value: str) -> None:
    found = parts(letter_pdf(fill("nb", {**GIVEN, "reasons": value})))
    assert f"Grunnen er: {value}" in [part.text for part in found]


def test_a_value_adds_no_links_and_no_pages_of_its_own(fill: Fill) -> None:
    pdf = opened(letter_pdf(fill("ar", {**GIVEN, "reasons": "https://example.org " * 10 + "x" * 400})))
    assert all("/Annots" not in page for page in pdf.pages)


@settings(max_examples=25)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_makes_a_letter_or_is_told(
    letter: Letter, sample: Library, messages: Messages, name: str, reasons: str
) -> None:
    values = read_values(letter, {"name": name, "reasons": reasons})
    made = filled(letter, values, ("nb", "ar"), sample, messages, TODAY)
    with suppress(Unprintable):
        assert letter_pdf(made).startswith(b"%PDF")


def test_the_longest_letter_runs_on_to_another_page(fill: Fill) -> None:
    longest = {**GIVEN, "name": "W" * 200, "address": "W" * 1500, "landlord": "Ж" * 200, "reasons": "ألف " * 375}
    assert 2 <= len(opened(letter_pdf(fill("ar", longest))).pages) <= 6


def test_characters_without_a_font_are_named_and_not_drawn_as_boxes(fill: Fill) -> None:
    with pytest.raises(Unprintable) as raised:
        letter_pdf(fill("nb", {**GIVEN, "name": "漢字 漢"}))
    assert raised.value.characters == "漢字"
    assert "漢" not in str(raised.value), "errors are logged, names are not"


# Marks that no letter of their script is before: typst gives up on the first, and panics on the second.
@pytest.mark.parametrize("name", ["6\u0336\u05a0", "\u05aa\u05de\u1cf4 Kari", "}\u08d4", "\u06d7\u20df"])
def test_what_typst_cannot_set_is_told_without_quoting_it_and_the_next_letter_is_made(fill: Fill, name: str) -> None:
    made = fill("ar", {**GIVEN, "name": name, "reasons": f"{name}a {name}"})
    with pytest.raises(Unprintable) as raised:
        letter_pdf(made)
    assert raised.value.__cause__ is None
    assert raised.value.characters == ""
    assert letter_pdf(fill("ar"))


@pytest.mark.parametrize(
    "name", ["Հայկ", "გიორგი", "सीता", "สมชาย", "አስቴር", "ኣስመረት", "گوهر", "Đặng Łukasz Şükrü", "🙂"]
)
def test_names_in_many_scripts_can_be_printed(fill: Fill, name: str) -> None:
    assert letter_pdf(fill("nb", {**GIVEN, "landlord": name}))
