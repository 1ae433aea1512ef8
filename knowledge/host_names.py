"""Names that a server answers to: as in an address, without scheme, port and path."""

from __future__ import annotations

import re

_NAME = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]")


def read_host_names(text: str) -> str:
    """Names separated by commas, in small letters and without spaces; raises ValueError naming the one that is none.

    >>> read_host_names(" Bovett.example, 10.0.0.1 ,")
    'bovett.example,10.0.0.1'
    """
    names = [part.strip().lower() for part in text.split(",") if part.strip()]
    for name in names:
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name like bovett.example: no https://, no port, no path and no wildcard")
    return ",".join(names)


def host_name(host: str) -> str:
    """The name in a Host header.

    >>> [host_name(host) for host in ("Bovett.example.:8080", "[::1]:80", "localhost")]
    ['bovett.example', '[::1]', 'localhost']
    """
    return re.sub(r":\d*$", "", host.strip().lower()).rstrip(".")
