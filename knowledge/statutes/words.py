"""The words of an element, with white space as in print."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from knowledge.statutes.xml_tree import Element

BLOCKS = frozenset(
    {"article", "section", "p", "div", "ol", "ul", "li", "table", "tr", "td", "th", "footer", "blockquote", "figure",
     "dl", "h1", "h2", "h3", "h4", "h5", "h6"}
)  # fmt: skip
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()aehklmnoprstx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕₖₗₘₙₒₚᵣₛₜₓ")


def collapsed(text: str) -> str:
    r"""One space between words, none around.

    >>> collapsed(" Loven\n   gjelder\u00a0avtaler ")
    'Loven gjelder avtaler'
    """
    return " ".join(text.split())


def inline(node: Element | str) -> str:
    """Text with raised and lowered characters kept apart from the words they stand at: 3 m², rₙ, and note marks."""
    if isinstance(node, str):
        return node
    if node.tag == "br":
        return " "
    text = "".join(inline(child) for child in node.children)
    if node.tag == "sup":
        return text.translate(_RAISED)
    if node.tag == "sub":
        return text.translate(_LOWERED)
    return f" {text} " if node.tag in BLOCKS else text


def plain(element: Element) -> str:
    """All words of an element on one line."""
    return collapsed(inline(element))


def letters(texts: Iterable[str]) -> Counter[str]:
    """How often each letter, digit and § stands in the texts: equal counts mean that no word was lost or doubled."""
    return Counter(
        char for text in texts for char in unicodedata.normalize("NFKC", text) if char.isalnum() or char == "§"
    )
