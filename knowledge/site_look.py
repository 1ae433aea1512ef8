"""The colours of a site, and whether they can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from knowledge.fields import Fields

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: text against what lies behind it
LEAST_FOR_EDGES = 3.0  # WCAG 2.2, 1.4.11: the edges of fields and buttons
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAMES = ("accent", "on_accent", "ink", "paper", "ground")
# The widget mixes these itself (web/frontend/src/style.css): the share of the first colour in the second.
_MUTED, _SOFT, _HOVER, _LINE = 0.80, 0.12, 0.88, 0.65

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme, light or dark; each as #rrggbb."""

    accent: str  # buttons, links, headings
    on_accent: str  # text on them
    ink: str  # text
    paper: str  # behind messages
    ground: str  # behind everything

    def as_dict(self) -> dict[str, str]:
        """The colours by name."""
        return asdict(self)


def read_colours(fields: Fields) -> Colours:
    """The colours of a mapping; raises ContentError for what is no colour and for text that cannot be read."""
    for name in _NAMES:
        if not _COLOUR.fullmatch(fields.text(name)):
            raise fields.error(f"{name} must be a colour like '#0b4f6c', not {fields.row[name]!r}")
    colours = Colours(*(fields.text(name) for name in _NAMES))
    for front, back, ratio in _pairs(colours):
        if ratio < LEAST_CONTRAST:
            raise fields.error(
                f"{front} on {back} has a contrast of {ratio:.1f}; text needs {LEAST_CONTRAST} or more, "
                "so make one of them darker or lighter"
            )
    for back, ratio in _edges(colours):
        if ratio < LEAST_FOR_EDGES:
            raise fields.error(
                f"the edges of fields, made of ink and paper, have a contrast of {ratio:.1f} on {back}; they need "
                f"{LEAST_FOR_EDGES:.0f} or more, so make ink or {back} darker or lighter"
            )
    return colours


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours by WCAG, 1 to 21.

    >>> round(contrast(rgb("#000000"), rgb("#ffffff")), 1)
    21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rgb(colour: str) -> Rgb:
    """The parts of a colour, 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _pairs(colours: Colours) -> Iterator[tuple[str, str, float]]:
    """(text, what lies behind it, contrast) for all that the widget shows."""
    parts = {name: rgb(colour) for name, colour in colours.as_dict().items()}
    parts["muted text"] = _mixed(parts["ink"], parts["paper"], _MUTED)
    parts["the tinted paper"] = _mixed(parts["accent"], parts["paper"], _SOFT)
    parts["accent under the pointer"] = _mixed(parts["accent"], parts["ink"], _HOVER)
    for front in ("ink", "accent"):
        for back in ("paper", "ground", "the tinted paper"):
            yield front, back, contrast(parts[front], parts[back])
    for back in ("paper", "ground"):
        yield "muted text", back, contrast(parts["muted text"], parts[back])
    for back in ("accent", "accent under the pointer"):
        yield "on_accent", back, contrast(parts["on_accent"], parts[back])


def _edges(colours: Colours) -> Iterator[tuple[str, float]]:
    """(what lies behind it, contrast) for the lines around fields and buttons."""
    ink, paper, ground = (rgb(colour) for colour in (colours.ink, colours.paper, colours.ground))
    line = _mixed(ink, paper, _LINE)
    for name, back in (("paper", paper), ("ground", ground)):
        yield name, contrast(line, back)


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a * share + b * (1 - share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
