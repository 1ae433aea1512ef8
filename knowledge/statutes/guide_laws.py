"""Which sections of law each guide rests on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from knowledge.fields import read_fields

_FILE = Path(__file__).parent / "guides.yaml"


@cache
def guide_laws(path: Path = _FILE) -> dict[str, tuple[str, ...]]:
    """References such as `husleieloven § 9-8`, by guide."""
    fields = read_fields(path, more=None)
    return {guide: fields.texts(guide) for guide in fields.row}
