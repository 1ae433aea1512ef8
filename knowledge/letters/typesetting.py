"""Setting a page with typst: the template is ours, everything else is handed over as data and never read as markup."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from knowledge.languages import SOURCE_LOCALE, Language
from knowledge.letters.errors import Unprintable
from knowledge.letters.fonts import ARABIC, LATIN, missing_from_fonts, opened_fonts
from knowledge.norwegian_parts import cut_at_norwegian
from knowledge.reading_order import END, LEFT_TO_RIGHT, in_order

_FOLDER = Path(__file__).parent
# Vowel marks: with them typst loses the order of the letters for whoever reads or copies the file. Print rarely has them.
_MARKS = re.compile("[\u064b-\u0655\u0670]")
_ARABIC_SCRIPT = ("ar", "fa")
_FULL_STOPS = (".", "!", "?", "…")
_ARABIC_SCALE = 1.15  # Amiri is drawn small


def pdf(template: str, data: dict[str, Any], text: str) -> bytes:
    """The tagged PDF (PDF/UA-1) that `<template>.typ` makes of the data.

    `text` is all that will be shown; raises Unprintable when it cannot be drawn.
    """
    import typst

    if lacking := missing_from_fonts(text):
        raise Unprintable(lacking)
    try:
        made = typst.compile(
            _FOLDER / f"{template}.typ",
            root=_FOLDER,
            format="pdf",
            font_paths=opened_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
        )
    except BaseException as error:
        if _is_about_characters(error):
            raise Unprintable("") from None  # the cause quotes the text
        raise
    assert isinstance(made, bytes)  # noqa: S101 - a list only for images of several pages
    return made


def _is_about_characters(error: BaseException) -> bool:
    """Whether typst gave up on marks that no font can set on their letter: it says so, or panics, which is no Exception."""
    is_panic = type(error).__name__ == "PanicException"
    return is_panic or str(error).startswith("PDF/UA-1 error: the text")


def in_print(text: str) -> str:
    """The text as it goes on paper: no vowel marks, numbers in order, and an act stays on the line of its section."""
    return in_order(_MARKS.sub("", text)).replace(" § ", "\u00a0§\u00a0")


def print_pieces(text: str, locale: str) -> list[dict[str, Any]]:
    """The text for `pieces-of` of `beside.typ`, Norwegian in it apart, to be read out as such."""
    parts = enumerate(cut_at_norwegian(in_print(text), locale))
    return [_norwegian(part, locale) if place % 2 else print_piece(part) for place, part in parts if part]


def print_piece(text: str, direction: str | None = None, lang: str | None = None) -> dict[str, Any]:
    """One piece; without direction and language it has those of its side."""
    return {"text": text, "dir": direction, "lang": lang}


def _norwegian(words: str, locale: str) -> dict[str, Any]:
    if locale in _ARABIC_SCRIPT and words.endswith(_FULL_STOPS):  # which would be seen at the wrong end
        words = f"{LEFT_TO_RIGHT}{words}{END}"
    return print_piece(words, lang=SOURCE_LOCALE)


def paper_side(language: Language) -> dict[str, Any]:
    """What `beside.typ` has to know of the language of a column."""
    is_arabic = language.locale in _ARABIC_SCRIPT
    return {
        "lang": language.locale,
        "dir": language.direction,
        "font": [ARABIC, LATIN] if is_arabic else [LATIN, ARABIC],
        "scale": _ARABIC_SCALE if is_arabic else 1,
    }
