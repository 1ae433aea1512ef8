"""The {fields} of a letter's paragraphs; {{constants}} are those of articles."""

from __future__ import annotations

import re

_FIELD = re.compile(r"(?<!\{)\{([a-z][a-z0-9_]*)\}(?!\})")
_BRACE = re.compile(r"[{}]")
_CONSTANT = re.compile(r"\{\{.*?\}\}")


def fields_in(text: str) -> list[str]:
    """Every field named in the text, in order.

    >>> fields_in("Jeg fikk {what} {received_on} for {{court-fee}}")
    ['what', 'received_on']
    """
    return _FIELD.findall(text)


def split(text: str) -> list[str]:
    """Words and field names in turns, words first.

    >>> split("Den {received_on}.")
    ['Den ', 'received_on', '.']
    """
    return _FIELD.split(text)


def has_stray_brace(text: str) -> bool:
    """Whether a brace belongs to no field and no constant, as in a misspelt name.

    >>> has_stray_brace("Den {Received on}"), has_stray_brace("Den {received_on} {{court-fee}}")
    (True, False)
    """
    return bool(_BRACE.search(_FIELD.sub("", _CONSTANT.sub("", text))))
