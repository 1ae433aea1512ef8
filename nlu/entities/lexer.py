"""Cutting a message into words and numbers that carry a tag, as a spaCy tokenizer.

The tags are the same for every language, so one set of patterns on tags reads all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from knowledge.place_words import folded
from knowledge.text import ascii_digits
from nlu.entities.lexicon import LONGEST_PHRASE
from nlu.entities.reading import Knowledge, Reading, Token

_SHAPES = re.compile(
    r"""
      (?P<ISO>\d{4}-\d\d-\d\d(?!\d|-\d))
    | (?P<DMY>\d{1,2}(?:\.[ ]?\d{1,2}\.[ ]?\d{4}|\.\d{1,2}\.\d\d|(?P<sep>[/-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)
        |[./]\d{1,2}-\d{4}|/\d{1,2}-\d\d)(?!\d|[./-]\d))
    | (?P<MONEY>\d{1,3}(?:[ .,'\u00a0\u202f\u066b\u066c]\d{3}){1,5}(?:[.,\u066b]\d\d)?(?!\d)|\d{4,15}[,\u066b]\d\d(?!\d))
    | (?P<DECIMAL>\d{1,3}[,\u066b]\d{1,2}(?!\d|[.,\u066b]\d))
    | (?P<SECTION>(?<!\d-)\d{1,2}[-\u2010\u2011\u2013]\d{1,2}(?!\d|[-.]\d))
    | (?P<TIME>\d{1,2}:\d\d(?!\d))
    | (?P<DM>(?<!\d[./])\d{1,2}[./]\d{1,2}(?!\d|[./:]\d))
    | (?P<ORDINAL>\d{1,2}(?:st|nd|rd|th|er|-?го|-?ого|-?е|-?ше|-?те)(?!\w))
    | (?P<YEAR>(?:19|20)\d\d(?!\d))
    | (?P<NUMBER>\d{1,15}(?!\d)) | (?P<DIGITS>\d+)
    | (?P<KR>[,.][-\u2013](?!\w))
    | (?P<SIGN>§+)
    | (?P<WORD>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c]|['\u2019\u02bc](?=[^\W\d_]))*)
    | (?P<DOT>\.) | (?P<COMMA>[,،]) | (?P<DASH>[-\u2010-\u2013]) | (?P<MARK>[^\s\w])
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Lexer:
    """Makes a spaCy Doc of tags with a Reading on it, which holds the words and their places in the message.

    The words themselves stay out of the Doc: spaCy keeps every string it has seen, and with them what people wrote.
    """

    def __init__(self, vocab: Vocab, knowledge: Knowledge) -> None:
        self._vocab = vocab
        self._knowledge = knowledge
        self._tags = knowledge.lexicon.tags
        self._phrase_starts = {phrase.split()[0] for phrase in self._tags if " " in phrase}

    def __call__(self, text: str) -> Doc:
        """Tokenize."""
        tokens = list(self._with_phrases(list(_shaped(text))))
        doc = Doc(self._vocab, words=[token.tag for token in tokens])
        return Reading(tokens, self._knowledge, self._knowledge.today()).put_on(doc)

    def _with_phrases(self, tokens: Sequence[Token]) -> Iterator[Token]:
        place = 0
        while place < len(tokens):
            length = self._phrase_length(tokens, place)
            yield self._tagged(tokens[place : place + length])
            place += length

    def _phrase_length(self, tokens: Sequence[Token], place: int) -> int:
        if tokens[place].folded not in self._phrase_starts:
            return 1
        for length in range(min(LONGEST_PHRASE, len(tokens) - place), 1, -1):
            if " ".join(token.folded for token in tokens[place : place + length]) in self._tags:
                return length
        return 1

    def _tagged(self, tokens: Sequence[Token]) -> Token:
        first, last = tokens[0], tokens[-1]
        phrase = " ".join(token.folded for token in tokens)
        if first.tag not in ("WORD", "MARK") or phrase not in self._tags:
            return first
        tag, value = self._tags[phrase]
        return Token(tag, " ".join(token.text for token in tokens), phrase, value, first.start, last.end)


def _shaped(text: str) -> Iterator[Token]:
    for match in _SHAPES.finditer(ascii_digits(text)):
        tag, piece = match.lastgroup or "MARK", match.group()
        value = int(piece) if tag in ("NUMBER", "YEAR") else None
        yield Token(tag, piece, folded(piece) or piece, value, match.start(), match.end())
