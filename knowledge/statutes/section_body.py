"""The inside of a section element: subsections (ledd), lists, footnotes and notes on amendments.

Classes are those of Lovdata's files. An element that is not known here still gives its words, as
lines of the subsection it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from knowledge.statutes.act_text import Line
from knowledge.statutes.words import BLOCKS, collapsed, inline, plain
from knowledge.statutes.xml_tree import Element

HEADER = "legalArticleHeader"
NOTE = "changesToParent"
# Text of a change that is not in force yet: kept apart, never shown as law.
NOT_IN_FORCE = frozenset(
    {"futureLegalArticle", "futureLegalArticleHeader", "futuresection", "futuretitle", "change", "document-change",
     "suggested-change", "suggested-document-change"}
)  # fmt: skip
_SUBSECTIONS = frozenset({"legalP", "numberedLegalP"})


@dataclass
class SectionBody:
    """What a section holds below its heading."""

    lines: list[Line] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    subsections: int = 0


def read_body(section: Element) -> SectionBody:
    """Read everything in a section element except its heading."""
    body = SectionBody()
    _read_children(section.children, body)
    return body


def _read_children(children: Iterable[Element | str], body: SectionBody) -> None:
    for child in children:
        if isinstance(child, str):
            if child.strip():
                _Lines(body.lines, _place(body)).say(child)
        elif not _is_beside(child, body):
            _read_block(child, body)


def _is_beside(element: Element, body: SectionBody) -> bool:
    """Take a heading, footnotes or a note on amendments, which are no part of the rule."""
    if HEADER in element.classes:
        return True
    if element.tag == "footer":
        body.footnotes += [text for text in (plain(note) for note in element.elements()) if text]
    elif NOTE in element.classes or element.classes & NOT_IN_FORCE:
        body.changes.append(plain(element))
    else:
        return False
    return True


def _read_block(element: Element, body: SectionBody) -> None:
    if element.classes & _SUBSECTIONS:
        body.subsections = _subsection_number(element, body.subsections)
        _Lines(body.lines, _place(body)).read(element)
    elif any(inner.classes & _SUBSECTIONS for inner in element.elements()):
        _read_children(element.children, body)
    else:
        _Lines(body.lines, _place(body)).read(element)


def _subsection_number(element: Element, before: int) -> int:
    """The next number, or a higher one that a numbered subsection carries itself."""
    printed = element.attributes.get("data-numerator", "")
    return max(int(printed), before + 1) if printed.isdecimal() else before + 1


def _place(body: SectionBody) -> tuple[str, ...]:
    return (f"ledd {body.subsections}",) if body.subsections else ()


class _Lines:
    """Adds the lines of one element, breaking at lists and other blocks; the marker goes to the first line."""

    def __init__(self, lines: list[Line], path: tuple[str, ...], marker: str = "") -> None:
        self._lines, self._path, self._marker = lines, path, marker
        self._inline: list[str] = []

    def say(self, text: str) -> None:
        self._inline.append(text)
        self._flush()

    def read(self, element: Element) -> None:
        if element.tag in ("ol", "ul"):
            self._flush()
            self._read_list(element)
        elif element.tag == "tr":
            self._flush()
            self.say(" | ".join(plain(cell) for cell in element.elements()))
        else:
            self._read_mixed(element)

    def _read_mixed(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Element) and _has_blocks(child):
                self._flush()
                self.read(child)
            else:
                self._inline.append(inline(child))
        self._flush()

    def _read_list(self, element: Element) -> None:
        for position, item in enumerate(element.elements(), start=1):
            marker = item.attributes.get("data-name", "").strip() or "–"
            inner = _Lines(self._lines, (*self._path, _item_name(marker, position)), marker)
            before = len(self._lines)
            inner.read(item)
            if len(self._lines) == before:
                self._lines.append(Line(inner._path, marker, ""))

    def _flush(self) -> None:
        text = collapsed("".join(self._inline))
        self._inline = []
        if text:
            self._lines.append(Line(self._path, self._marker, text))
            self._marker = ""


def _has_blocks(element: Element) -> bool:
    return element.tag in BLOCKS or any(inner.tag in BLOCKS for inner in element.everywhere())


def _item_name(marker: str, position: int) -> str:
    """The place of a list item, as references name it: a letter, a number, or else its position."""
    label = marker.strip(".()").lower()
    if label.isdecimal():
        return f"nr {int(label)}"
    if len(label) == 1 and label.isalpha():
        return f"bokstav {label}"
    return f"punkt {label if label.isalnum() else position}"
