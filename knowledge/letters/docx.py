"""A letter as a Word file to change: numbered Norwegian paragraphs, the person's own language under each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timezone
from io import BytesIO
from operator import itemgetter
from typing import Any

from knowledge.languages import SOURCE_LOCALE
from knowledge.letters.fill import FilledLetter, Head, Piece, Side
from knowledge.norwegian_parts import cut_at_norwegian
from knowledge.reading_order import stretches

# What Word calls our languages; a language that is not here goes by its own code.
_TAGS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB", "uk": "uk-UA", "ar": "ar-SA", "fa": "fa-IR", "ti": "ti-ER"}
_FONT = "Arial"


def letter_docx(letter: FilledLetter) -> bytes:
    """The file."""
    import docx

    made = docx.Document()
    _prepare(made, letter.sides[0])
    first, *others = letter.sides
    for number, head in enumerate(first.heads):
        _paragraph(made, first, _head(head))
        for side in others:
            _paragraph(made, side, _head(side.heads[number]))
    _paragraph(made, first, first.subject, "Title")
    for side in others:
        _paragraph(made, side, side.subject, "Subtitle")
    for number, paragraph in enumerate(first.paragraphs):
        _paragraph(made, first, paragraph, "List Number")
        for side in others:
            _paragraph(made, side, side.paragraphs[number], "List Continue")
    for side in letter.sides:
        _paragraph(made, side, (Piece(side.regards),))
    for side in letter.sides:
        _paragraph(made, side, (Piece(f"________________________ ({side.signature})"),))
    _paragraph(made, first, (first.signed,))
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def _prepare(made: Any, side: Side) -> None:
    """Title and language of the document; nothing of the library's own template about who wrote it and when."""
    about = made.core_properties
    about.title, about.language, about.author, about.comments = side.title, _tag(side.language.locale), "", ""
    about.created = about.modified = datetime.now(timezone.utc).replace(tzinfo=None, microsecond=0)
    for style in ("Normal", "Title", "Subtitle"):
        made.styles[style].font.name = _FONT
        _set(made.styles[style].element.get_or_add_rPr(), "rFonts", cs=_FONT, ascii=_FONT, hAnsi=_FONT)
    for mark in made.styles.element.iter(_name("lang")):
        mark.set(_name("val"), _tag(side.language.locale))


def _head(head: Head) -> Iterable[Piece]:
    yield Piece(f"{head.label}:")
    for line in head.lines:
        yield Piece("\n")
        yield line


def _paragraph(made: Any, side: Side, pieces: Iterable[Piece], style: str | None = None) -> None:
    paragraph = made.add_paragraph(style=style)
    if side.language.direction == "rtl":
        _set(paragraph._p.get_or_add_pPr(), "bidi")
    for piece, locale in (part for whole in pieces for part in _runs(whole, side.language.locale)):
        run = paragraph.add_run()
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                run.add_break()
            if line:
                run.add_text(line)
        marks = run._r.get_or_add_rPr()
        if (piece.direction or side.language.direction) == "rtl":
            _set(marks, "rtl")
        _set(marks, "lang", val=_tag(locale), bidi=_tag(locale))


def _runs(piece: Piece, locale: str) -> Iterable[tuple[Piece, str]]:
    """The piece and its language, numbers in Arabic text and Norwegian apart: a run tells Word its direction and language.

    What the person wrote is left as it is, in whatever language.
    """
    for is_number, part in _in_turns(stretches(piece.text)):
        parts = [part] if is_number or piece.direction else cut_at_norwegian(part, locale)
        for is_norwegian, words in filter(itemgetter(1), _in_turns(parts)):
            direction = "ltr" if is_number or is_norwegian else piece.direction
            yield Piece(words, direction), SOURCE_LOCALE if is_norwegian else locale


def _in_turns(parts: list[str]) -> Iterable[tuple[bool, str]]:
    """Each part, and whether it is one of every second."""
    return ((bool(place % 2), part) for place, part in enumerate(parts))


def _set(parent: Any, name: str, **attributes: str) -> None:
    """Put an element of WordprocessingML where the schema wants it, or change the one that is there."""
    from docx.oxml import OxmlElement

    element = parent.find(_name(name))
    if element is None:
        element = OxmlElement(f"w:{name}")
        parent.insert_element_before(element, *_AFTER[name])
    for attribute, value in attributes.items():
        element.set(_name(attribute), value)


# The elements that the schema puts after each of those that we add.
_AFTER = {
    "bidi": ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc",
             "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
    "rFonts": ("w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:spacing", "w:kern", "w:sz", "w:szCs", "w:lang"),
    "rtl": ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath"),
    "lang": ("w:eastAsianLayout", "w:specVanish", "w:oMath"),
}  # fmt: skip


def _name(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _tag(locale: str) -> str:
    return _TAGS.get(locale, locale)
