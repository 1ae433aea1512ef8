"""What a person's message is to Rasa: words, or the payload of a button of ours, never a command."""

from __future__ import annotations

import re

from knowledge.privacy import masked
from knowledge.text import without_format_characters

# What a button may send: an intent, perhaps with ids, which for places are their names. Anything else is no payload of ours.
_ID = r'"(?:article_id|guide|question|option)": ?"[\w .\'-]{1,80}"'
_PAYLOAD = re.compile(rf"/[a-z_]{{2,40}}(?:\{{{_ID}(?:, ?{_ID})?\}})?")
_RASAS_OWN = {"/restart", "/session_start", "/back"}  # commands of Rasa's, which would lose what was said
_SLASHES = re.compile(r"^[\s/]+")


def is_payload(text: str) -> bool:
    """Whether a button of ours may send this.

    >>> [is_payload(text) for text in ('/affirm', '/start_guide{"guide": "letter"}', '/restart', '/a{"b": "c"}')]
    [True, True, False, False]
    """
    return bool(_PAYLOAD.fullmatch(text)) and text.split("{")[0] not in _RASAS_OWN


def cleaned(text: str) -> str:
    """A person's text, personal data masked and invisible characters taken out."""
    return masked(without_format_characters(text).strip())


def as_words(clean: str) -> str:
    """The text as Rasa gets it: a leading slash, which it would read as an intent, is left out.

    >>> as_words(" //restart"), as_words("/")
    ('restart', '?')
    """
    return _SLASHES.sub("", clean) or "?"
