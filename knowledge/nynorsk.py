"""Reading Nynorsk and dialects as the Bokmål that the encoder has seen most of.

One text in three spellings of Norwegian lies in three places for a small encoder; read as one it finds the sample
questions of all of them. On the development set this lifted first answers in Nynorsk from 0.826 to 0.852 by vectors
alone, and changed nothing in Bokmål.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("nynorsk.tsv")
_WORD = re.compile(r"[^\W\d_]+")
_NORWEGIAN = ("nb", "nn")


def as_bokmal(text: str, locale: str) -> str:
    """The text with words of Nynorsk and dialects replaced; in another language as it is.

    >>> as_bokmal("Kva gjer eg no?", "nn")
    'hva gjør jeg nå?'
    >>> as_bokmal("so what", "en")
    'so what'
    """
    if locale not in _NORWEGIAN:
        return text
    words = _words()
    return _WORD.sub(lambda match: words.get(match.group().lower(), match.group()), text)


def digest() -> str:
    """Stands for the words: what was learned from texts read by others is stale."""
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()


@cache
def _words() -> dict[str, str]:
    # Sixteen thousand rows: as YAML they took seconds to read, in each process.
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines())
    return dict(rows)
