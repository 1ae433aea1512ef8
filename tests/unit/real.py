"""The content that people are answered from, read once however many tests look at it."""

from __future__ import annotations

from knowledge.library import Library
from knowledge.municipalities import Municipalities
from knowledge.settings import Settings

REAL = Library.read(Settings().content_dir)
PLACES = Municipalities.read(Settings().content_dir / "municipalities.csv")
