"""A letter that a guide offers, for a page without scripts: its address, and what the guide knows for its fields."""

from __future__ import annotations

from urllib.parse import parse_qsl


def letter_fields(url: str) -> list[tuple[str, str]]:
    """(field, value) of what stands after the # of a letter's address; a script would read it there.

    >>> letter_fields("/letters/protest?locale=nb#received_on=2026-11-24&landlord=Ola%20N")
    [('received_on', '2026-11-24'), ('landlord', 'Ola N')]
    >>> letter_fields("/letters/protest?locale=nb")
    []
    """
    return parse_qsl(url.partition("#")[2])


def letter_address(url: str) -> str:
    """The address alone, which a server may see.

    >>> letter_address("/letters/protest?locale=nb&site=kommune#received_on=2026-11-24")
    '/letters/protest?locale=nb&site=kommune'
    """
    return url.partition("#")[0]
