"""The fonts come from packages and cover the scripts that our languages are written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.fields import read_rows
from knowledge.letters.fonts import ARABIC, LATIN, font_folders, missing_from_fonts, opened_fonts
from tests.unit.knowledge.letters.conftest import REAL

SCRIPTS = {
    "Latin": "AaBbZz ÆØÅæøå čžđŋš éüñß ąęłńóśźż",
    "Cyrillic": "АБВГҐДЕЄЖЗИІЇЙ абвгґдеєжзиіїй ыэё",
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءآأؤإئةى پچژگکی ،؛؟",
    "Ethiopic": "ሀለሐመሠረሰሸቀቐበቨተቸኀነኘአከዀወዐዘዠየደጀገጠጨጰጸፀፈፐ ፡።፣",
    "signs": "§ – — « » “ ” ’ … № • 0123456789 ٠١٢٣٤٥٦٧٨٩",
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=list(SCRIPTS))
def test_every_script_of_our_languages_is_covered(text: str) -> None:
    assert missing_from_fonts(text) == ""


def test_the_names_of_all_languages_are_covered() -> None:
    for fields in read_rows(REAL / "languages.yaml", "the language", needed=("name",), more=None).values():
        assert missing_from_fonts(fields.text("name") + (fields.text_or("fallback_note", ""))) == ""


def test_missing_characters_are_named_once_in_order() -> None:
    assert missing_from_fonts("a漢b字c漢") == "漢字"


def test_the_fonts_are_those_of_the_packages_with_their_licence() -> None:
    assert {ARABIC, LATIN, "Noto Sans Ethiopic"} <= set(opened_fonts().families())
    for folder in font_folders():
        assert list(Path(folder).glob("*.ttf"))
