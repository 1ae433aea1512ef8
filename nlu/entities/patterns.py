"""spaCy components that find entities by patterns on tags.

A pattern is tags separated by spaces: `A|B` alternatives, `A?` perhaps, `A*` any number of times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlu.entities.lexer import TOKENS, Token

FOUND = "found"  # key of Doc.user_data


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that lies from token `first` to before token `end`."""

    name: str
    value: Any
    first: int
    end: int


# Reads what a pattern matched: all tokens, first and end of the match.
Reader = Callable[[Sequence[Token], int, int], "Found | None"]


class PatternFinder:
    """Adds what its readers make of the matches to the Doc."""

    def __init__(self, vocab: Vocab, readers: Iterable[tuple[Reader, Iterable[str]]]) -> None:
        self._matcher = Matcher(vocab)
        self._readers: dict[str, Reader] = {}
        for number, (reader, patterns) in enumerate(readers):
            self._readers[str(number)] = reader
            self._matcher.add(str(number), [_compiled(pattern) for pattern in patterns], greedy="LONGEST")

    def __call__(self, doc: Doc) -> Doc:
        """Find entities."""
        for key, first, end in self._matcher(doc):
            found = self._readers[doc.vocab.strings[key]](doc.user_data[TOKENS], first, end)
            if found:
                doc.user_data.setdefault(FOUND, []).append(found)
        return doc


def _compiled(pattern: str) -> list[dict[str, Any]]:
    return [_piece(piece) for piece in pattern.split()]


def _piece(piece: str) -> dict[str, Any]:
    repeat = piece[-1] if piece[-1] in "?*" else ""
    tags: Mapping[str, Any] = {"IN": piece.rstrip("?*").split("|")}
    return {"TAG": tags, "OP": repeat} if repeat else {"TAG": tags}


def tag_at(tokens: Sequence[Token], place: int) -> str:
    """The tag of a token, or an empty text beyond the ends of the message."""
    return tokens[place].tag if 0 <= place < len(tokens) else ""
