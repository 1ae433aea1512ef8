"""Reading a letter folder: broken files are told with file and key, and languages must say the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.article import LawRef
from knowledge.errors import ContentError
from knowledge.languages import Languages
from knowledge.laws import Laws
from knowledge.letters.letter import Field, Letter, Template, side_by_side
from knowledge.letters.letter_file import differences, read_letters

FOLDER = "letters/rent-back/"
LETTER, NB, EN = FOLDER + "letter.yaml", FOLDER + "nb.yaml", FOLDER + "en.yaml"

# name: (file, old, new, message)
BROKEN = {
    "id is not the folder": (LETTER, "id: rent-back", "id: rent", "id must be the name of the folder, 'rent-back'"),
    "citations missing": (LETTER, "citations:\n", "sources:\n", "lacks 'citations'"),
    "no citation": (LETTER, "citations:\n  - {ref: husleieloven § 3-5, as_of: 2026-07-01}", "citations: []",
                    "citations must name the sections that the letter rests on"),
    "no such section": (LETTER, "§ 3-5", "§ 99", "husleieloven has no § 99"),
    "citation without a date": (LETTER, ", as_of: 2026-07-01", "", "each citation lacks 'as_of'"),
    "unknown kind": (LETTER, "kind: number", "kind: sum", "months: kind must be one of text, multiline, date"),
    "unknown autocomplete": (LETTER, "autocomplete: name", "autocomplete: nome", "name: autocomplete must be one of"),
    "field id with a capital": (LETTER, "{id: months", "{id: Months", "Months must be small letters, digits and _"),
    "field id of the form": (LETTER, "{id: months", "{id: format", "and be none of format, only_norwegian"),
    "sender unknown": (LETTER, "sender: [name, address]", "sender: [nobody]", "sender: 'nobody' is no field of kind"),
    "recipient is a date": (LETTER, "recipient: [landlord]", "recipient: [paid_on]", "recipient: 'paid_on' is no field"),
    "dated is no date": (LETTER, "dated: written_on", "dated: name", "dated must name a field of kind date, not 'name'"),
    "label missing": (EN, "  months: Number of months\n", "", "fields lacks 'months'"),
    "label too many": (EN, "  months: Number", "  more: x\n  months: Number", "fields has the unknown key 'more'"),
    "title missing": (EN, "title: Claim for money back\n", "", "lacks 'title'"),
    "unknown field in a text": (NB, "{months} måneder", "{weeks} uker", "{weeks} names no field of letter.yaml"),
    "flag in a text": (NB, "{months} måneder", "{was_cold} måneder", "{was_cold} names no field of letter.yaml that can"),
    "misspelt braces": (NB, "{months} måneder", "{Months } måneder", "has a brace that belongs to no {field}"),
    "unknown condition": (NB, "if: was_cold", "if: was_warm", "`if: was_warm` names no field"),
    "condition missing": (NB, "{if: was_cold, text: Det", "{text: Det", "each paragraph that is not text lacks 'if'"),
    "unknown key": (NB, "paragraphs:", "colour: red\nparagraphs:", "has the unknown key 'colour'"),
    "paragraph left out": (EN, "  - {if: was_cold, text: It was cold in the home.}\n", "",
                           "paragraphs must be 4 as in nb.yaml, not 3"),
    "advice left out": (EN, "advice: [Keep a copy of the letter.]", "advice: []", "advice must be 1 as in nb.yaml, not 0"),
    "field left out of a translation": (EN, ", for {months} months", "",
                                        "paragraph 1 must name {paid}, {paid_on}, {months}, not {paid_on}, {paid}"),
    "other condition in a translation": (EN, "if: was_cold", "if: reasons",
                                         "paragraph 2 must have `if: was_cold`, not `if: reasons`"),
    "other field in the subject": (EN, "subject: Claim for {paid} back", "subject: Claim", "subject must name the same"),
}  # fmt: skip


def _read(content: Path) -> dict[str, Letter]:
    languages, laws = Languages.read(content / "languages.yaml"), Laws.read(content / "laws.yaml")
    return read_letters(content / "letters", languages, laws)


@pytest.mark.parametrize(("name", "old", "new", "message"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_file_is_told_with_its_key(
    edit: Callable[[str, str, str], Path], content: Path, name: str, old: str, new: str, message: str
) -> None:
    path = edit(name, old, new)
    with pytest.raises(ContentError) as raised:
        _read(content)
    assert raised.value.path == path
    assert message in str(raised.value)


def test_a_letter_without_bokmal_is_told(content: Path, content_letter: Path) -> None:
    (content_letter / "nb.yaml").unlink()
    with pytest.raises(ContentError, match=r"has no nb\.yaml; the letter is sent in Norwegian"):
        _read(content)


def test_a_text_in_an_unknown_language_is_told(content: Path, content_letter: Path) -> None:
    (content_letter / "en.yaml").rename(content_letter / "xx.yaml")
    with pytest.raises(ContentError, match=r"xx\.yaml:1: 'xx' is not a language in languages\.yaml"):
        _read(content)


def test_a_field_given_twice_is_told(edit: Callable[[str, str, str], Path], content: Path) -> None:
    edit(LETTER, "{id: months, kind: number}", "{id: paid, kind: number}")
    for name in (NB, EN, FOLDER + "ar.yaml"):
        path = content / name
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("  months:")]
        path.write_text("\n".join(lines).replace("{months}", "{paid}"), "utf-8")
    with pytest.raises(ContentError, match="fields: an id is given twice"):
        _read(content)


def test_a_letter_without_paragraphs_is_told(content: Path, content_letter: Path) -> None:
    head = (content_letter / "nb.yaml").read_text("utf-8").split("paragraphs:")[0]
    (content_letter / "nb.yaml").write_text(head + "paragraphs: []\n", "utf-8")
    with pytest.raises(ContentError, match=r"nb\.yaml:1: paragraphs must hold at least one"):
        _read(content)


def test_no_folder_means_no_letters(tmp_path: Path, content: Path) -> None:
    assert read_letters(tmp_path, Languages.read(content / "languages.yaml"), Laws.read(content / "laws.yaml")) == {}


def test_a_sound_folder_is_read_whole(letter: Letter) -> None:
    assert letter.id == "rent-back"
    assert letter.citations == (LawRef("husleieloven § 3-5", date(2026, 7, 1)),)
    assert letter.fields[0] == Field("name", "text", "name")
    assert (letter.sender, letter.recipient, letter.dated) == (("name", "address"), ("landlord",), "written_on")
    assert sorted(letter.texts) == ["ar", "en", "nb"]
    text = letter.texts["nb"]
    assert text.paragraphs[1] == Template("Det var kaldt i boligen.", "was_cold")
    assert text.labels["paid"] == "Det du betalte"
    assert list(differences(letter)) == []


# What a person reads beside what is sent.
SIDES = {"nb": ("nb",), "en": ("nb", "en"), "ar": ("nb", "ar"), "pl": ("nb", "en"), "xx": ("nb",)}


@pytest.mark.parametrize(("spoken", "locales"), SIDES.items())
def test_norwegian_first_then_the_language_of_the_person(
    letter: Letter, content: Path, spoken: str, locales: tuple[str]
) -> None:
    assert side_by_side(letter.texts, spoken, Languages.read(content / "languages.yaml")) == locales


def test_readers_of_nynorsk_get_nynorsk_alone(real_letters: dict[str, Letter], real_languages: Languages) -> None:
    assert side_by_side(real_letters["protest"].texts, "nn", real_languages) == ("nn",)
    assert side_by_side(("nb", "uk"), "nn", real_languages) == ("nb",)


@pytest.fixture
def real_languages() -> Languages:
    from tests.unit.knowledge.letters.conftest import REAL

    return Languages.read(REAL / "languages.yaml")


def test_the_real_letters_stand_in_every_served_language(
    real_letters: dict[str, Letter], real_languages: Languages
) -> None:
    assert "protest" in real_letters
    for letter in real_letters.values():
        assert set(letter.texts) == {language.locale for language in real_languages.served}, letter.id


def test_a_guide_finds_the_fields_of_the_protest(real_letters: dict[str, Letter]) -> None:
    kinds = {field.id: field.kind for field in real_letters["protest"].fields}
    assert kinds["received_on"] == kinds["protest_by"] == "date"
