"""The sentences of a message: who tells a story often says what they believe in one sentence and asks in another."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<=[.!?؟…])\s+|\n+")
_FEWEST_WORDS = 4  # fewer say too little by themselves
_MOST = 6  # of a long message the first ones, so that nobody waits for the rest to be encoded


def sentences(text: str) -> list[str]:
    """The longer sentences of a text that has several; none for one that is a single sentence.

    >>> sentences("Hei! Jeg betalte kontant, for det er vanlig. Hvordan får jeg det tilbake?")
    ['Jeg betalte kontant, for det er vanlig.', 'Hvordan får jeg det tilbake?']
    >>> sentences("Må jeg flytte ut nå?")
    []
    """
    found = [part.strip() for part in _BETWEEN.split(text.strip())]
    return [part for part in found if len(part.split()) >= _FEWEST_WORDS][:_MOST] if len(found) > 1 else []
