"""Cutting a message into words and numbers that carry a tag, as a spaCy tokenizer.

The tags are the same for every language, so one set of patterns on tags reads all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlu.entities.lexicon import LONGEST_PHRASE, Lexicon, folded

TOKENS = "tokens"  # key of Doc.user_data
_SHAPES = re.compile(
    r"""
      (?P<ISO>\d{4}-\d\d-\d\d(?!\d))
    | (?P<DMY>\d{1,2}(?:\.[ ]?\d{1,2}\.[ ]?\d{4}|\.\d{1,2}\.\d\d|(?P<sep>[/-])\d{1,2}(?P=sep)(?:\d{4}|\d\d))(?!\d))
    | (?P<MONEY>\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?:[.,]\d\d)?(?!\d)|\d{4,},\d\d(?!\d))
    | (?P<SECTION>\d{1,2}[-\u2010\u2011\u2013]\d{1,2}(?![\d]|[-./]\d))
    | (?P<TIME>\d{1,2}:\d\d(?!\d))
    | (?P<DM>\d{1,2}[./]\d{1,2}(?!\d|[./:]\d))
    | (?P<ORDINAL>\d{1,2}(?:st|nd|rd|th|er|-?го|-?ого|-?е|-?ше|-?те)(?!\w))
    | (?P<YEAR>(?:19|20)\d\d(?!\d))
    | (?P<NUMBER>\d+)
    | (?P<KR>[,.][-\u2013](?!\w))
    | (?P<SIGN>§+)
    | (?P<WORD>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c]|['\u2019\u02bc](?=[^\W\d_]))*)
    | (?P<DOT>\.) | (?P<COMMA>[,،]) | (?P<DASH>[-\u2010-\u2013]) | (?P<MARK>[^\s\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, phrase or number of a message; `start` and `end` count characters."""

    tag: str
    text: str
    folded: str
    value: Any
    start: int
    end: int


class Lexer:
    """Makes a spaCy Doc with one tag a token; the tokens themselves lie in its user data.

    Space is no token, so the text of the Doc differs from the message where there was much of it.
    """

    def __init__(self, vocab: Vocab, lexicon: Lexicon) -> None:
        self._vocab = vocab
        self._tags = lexicon.tags
        self._phrase_starts = {phrase.split()[0] for phrase in lexicon.tags if " " in phrase}

    def __call__(self, text: str) -> Doc:
        """Tokenize."""
        tokens = list(self._with_phrases(list(_shaped(text))))
        words, tags = [token.text for token in tokens], [token.tag for token in tokens]
        return Doc(self._vocab, words=words, tags=tags, user_data={TOKENS: tokens})

    def _with_phrases(self, tokens: list[Token]) -> Iterator[Token]:
        place = 0
        while place < len(tokens):
            length = self._phrase_length(tokens, place)
            yield self._tagged(tokens[place : place + length])
            place += length

    def _phrase_length(self, tokens: list[Token], place: int) -> int:
        if tokens[place].folded not in self._phrase_starts:
            return 1
        for length in range(min(LONGEST_PHRASE, len(tokens) - place), 1, -1):
            if " ".join(token.folded for token in tokens[place : place + length]) in self._tags:
                return length
        return 1

    def _tagged(self, tokens: list[Token]) -> Token:
        first, last = tokens[0], tokens[-1]
        phrase = " ".join(token.folded for token in tokens)
        if first.tag not in ("WORD", "MARK") or phrase not in self._tags:
            return first
        tag, value = self._tags[phrase]
        return Token(tag, " ".join(token.text for token in tokens), phrase, value, first.start, last.end)


def _shaped(text: str) -> Iterator[Token]:
    for match in _SHAPES.finditer(text):
        tag, piece = match.lastgroup or "MARK", match.group()
        yield Token(tag, piece, folded(piece) or piece, _number(piece), match.start(), match.end())


def _number(piece: str) -> int | None:
    return int(piece) if piece.isdecimal() else None
