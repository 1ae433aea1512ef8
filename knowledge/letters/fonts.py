"""The fonts of our PDF files, from packages: Noto Sans for all scripts but Arabic, Amiri for Arabic.

Noto Sans Arabic draws the dots of letters as glyphs of their own, and a reader of the file then gets them in the
wrong order: docs/adr/0007-letters.md.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

LATIN, ARABIC = "Noto Sans", "Amiri"


def font_folders() -> list[str]:
    """The folders that hold them."""
    return [str(files("manimgx_fonts")), str(files("fontpkg_amiri") / "files")]


@cache
def opened_fonts() -> Any:
    """The fonts as typst takes them; neither those of the machine nor typst's own."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())


def missing_from_fonts(text: str) -> str:
    """The characters of the text that no font has, each once; they would show as empty boxes.

    >>> missing_from_fonts("Åsa, Їжак, أمل, ሰላም 漢字漢")
    '漢字'
    """
    return "".join(dict.fromkeys(char for char in text if not char.isspace() and ord(char) not in _covered()))


@cache
def _covered() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    found: set[int] = set()
    for folder in font_folders():
        for path in sorted(Path(folder).glob("*.ttf")):
            with TTFont(path, lazy=True) as font:
                found.update(font.getBestCmap())
    return frozenset(found)
