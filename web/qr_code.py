"""An address as a code that a telephone's camera reads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

_BORDER = 4  # as the standard asks for, since what lies around it may be dark


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square of `size` units and the lines to draw in it, one unit thick, as the path of an SVG."""

    size: int
    path: str

    @classmethod
    def of(cls, address: str) -> QrCode:
        """The code; a path, not a picture, since a host page's policy may let in no pictures of ours."""
        import segno

        made = segno.make(address, error="m", micro=False)
        rows = list(made.matrix_iter(border=_BORDER))
        return cls(len(rows), "".join(_line(number, [bool(each) for each in row]) for number, row in enumerate(rows)))


def _line(number: int, row: list[bool]) -> str:
    """The dark stretches of one row.

    >>> _line(3, [False, True, True, False, True])
    'M1 3.5h2M4 3.5h1'
    """
    drawn, at = "", 0
    for is_dark, units in groupby(row):
        length = len(list(units))
        drawn += f"M{at} {number}.5h{length}" if is_dark else ""
        at += length
    return drawn
