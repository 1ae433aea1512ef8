"""spaCy components that find entities by patterns on tags.

A pattern is tags separated by spaces: `A|B` alternatives, `A?` perhaps, `A*` any number of times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlu.entities.reading import Found, Reading

# Makes an entity of the tokens from the first to before the second place, or None when they only look like one.
Reader = Callable[[Reading, int, int], "Found | None"]


class PatternFinder:
    """Adds to the Reading what its readers make of the matches."""

    def __init__(self, vocab: Vocab, readers: Iterable[tuple[Reader, Iterable[str]]]) -> None:
        self._matcher = Matcher(vocab)
        self._readers: dict[str, Reader] = {}
        for number, (reader, patterns) in enumerate(readers):
            self._readers[str(number)] = reader
            self._matcher.add(str(number), [_compiled(pattern) for pattern in patterns], greedy="LONGEST")

    def __call__(self, doc: Doc) -> Doc:
        """Find entities."""
        reading = Reading.of(doc)
        for key, first, end in self._matcher(doc):
            found = self._readers[doc.vocab.strings[key]](reading, first, end)
            if found:
                reading.found.append(found)
        return doc


def _compiled(pattern: str) -> list[dict[str, Any]]:
    return [_piece(piece) for piece in pattern.split()]


def _piece(piece: str) -> dict[str, Any]:
    tags = piece.rstrip("?*").split("|")
    # spaCy compares one tag several times as fast as it looks one up in a list.
    condition: dict[str, Any] = {"ORTH": tags[0] if len(tags) == 1 else {"IN": tags}}
    return {**condition, "OP": piece[-1]} if piece[-1] in "?*" else condition
