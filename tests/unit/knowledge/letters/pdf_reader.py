"""Reading a tagged PDF as a screen reader does: the structure tree gives the order, the page the words.

ISO 32000-1, 14.8.2.3.3: what stands in ReversedChars is read backwards, glyph by glyph; ActualText stands for what is
drawn under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pikepdf

BLOCKS = {"/P", "/H1", "/H2", "/Lbl", "/Figure"}


@dataclass(frozen=True)
class Part:
    """A paragraph, heading or list label in reading order."""

    tag: str
    lang: str
    text: str


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def parts(data: bytes) -> list[Part]:
    """Everything that is read out, in order."""
    pdf = opened(data)
    words = [_marked_content(page) for page in pdf.pages]
    numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
    return list(_walk(pdf.Root.StructTreeRoot.K, words, numbers, str(pdf.Root.Lang), 0))


def complaints(data: bytes, folder: Path) -> list[str]:
    """What a checker of PDF/UA-1 finds; it looks at the part that a machine can judge."""
    path = folder / "checked.pdf"
    path.write_bytes(data)
    return [finding.message for finding in pdfua.validate(str(path)).findings]


def words_in(data: bytes, lang: str) -> str:
    """The words on the pages that are told apart as being in this language, within text of another."""
    found = ""
    for page in opened(data).pages:
        numbers = {
            int(operands[1]["/MCID"])
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC"
            and isinstance(operands[1], pikepdf.Dictionary)
            and operands[1].get("/Lang") == lang
        }
        found += " ".join(words for number, words in _marked_content(page).items() if number in numbers)
    return " ".join(found.split())


def tags(data: bytes) -> list[str]:
    """The kind of every element, in order."""
    found: list[str] = []

    def visit(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                visit(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(str(node.S))
            visit(node.get("/K", pikepdf.Array()))

    pdf = opened(data)
    visit(pdf.Root.StructTreeRoot.K)
    return found


def _walk(
    node: Any, words: list[dict[int, str]], numbers: dict[Any, int], lang: str, page: int, inside: bool = False
) -> Iterator[Part]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child, words, numbers, lang, page, inside)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        lang = str(node.get("/Lang", lang))
        page = numbers.get(node.Pg.objgen, page) if "/Pg" in node else page
        if str(node.S) in BLOCKS:
            text = str(node.get("/Alt", "")) or "".join(_texts(node.get("/K", pikepdf.Array()), words, numbers, page))
            yield Part(str(node.S), lang, " ".join(text.replace("\u200b", "").split()))
        else:
            yield from _walk(node.get("/K", pikepdf.Array()), words, numbers, lang, page)


def _texts(node: Any, words: list[dict[int, str]], numbers: dict[Any, int], page: int) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _texts(child, words, numbers, page)
    elif isinstance(node, pikepdf.Dictionary):
        page = numbers.get(node.Pg.objgen, page) if "/Pg" in node else page
        if "/MCID" in node:
            yield words[page].get(int(node.MCID), "")
        elif "/K" in node:
            yield from _texts(node.K, words, numbers, page)
    else:
        yield words[page].get(int(node), "")


@dataclass
class _Mark:
    """An open stretch of marked content: the glyphs drawn in it so far."""

    mcid: int | None
    reversed: bool
    actual: str | None
    glyphs: list[str]

    def read(self) -> list[str]:
        if self.actual is not None:
            return [self.actual]
        return self.glyphs[::-1] if self.reversed else self.glyphs


def _marked_content(page: pikepdf.Page) -> dict[int, str]:
    fonts = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    reading = _Reading()
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            reading.begin(operands)
        elif name == "EMC":
            reading.end()
        elif name == "Tf":
            reading.font = fonts[str(operands[0])]
        elif name in ("Tj", "TJ"):
            reading.show(operands[0] if name == "TJ" else operands)
    return reading.found


class _Reading:
    """The marked content of a page, as far as it has been read."""

    def __init__(self) -> None:
        self.found: dict[int, str] = {}
        self.font: dict[int, str] = {}
        self._open = [_Mark(None, False, None, [])]

    def begin(self, operands: Any) -> None:
        about = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
        mcid = int(about["/MCID"]) if "/MCID" in about else None
        actual = str(about["/ActualText"]) if "/ActualText" in about else None
        self._open.append(_Mark(mcid, str(operands[0]) == "/ReversedChars", actual, []))

    def end(self) -> None:
        closed = self._open.pop()
        if closed.mcid is None:
            self._open[-1].glyphs += closed.read()
        else:
            self.found[closed.mcid] = self.found.get(closed.mcid, "") + "".join(closed.read())

    def show(self, items: Any) -> None:
        for item in items:
            if isinstance(item, pikepdf.String):
                codes = bytes(item)
                pairs = (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2))
                self._open[-1].glyphs += [self.font.get(code, "") for code in pairs]


def _to_unicode(font: Any) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert "beginbfrange" not in table  # typst writes none
    return found
