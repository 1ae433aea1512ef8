"""Errors of making files."""

from __future__ import annotations

from knowledge.errors import KnowledgeError


class Unprintable(KnowledgeError):
    """A PDF cannot show a text; carries the characters that no font has, none when it is how they are put together."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__("characters that cannot be drawn")  # not which: it may be logged, and they are a person's
