"""Origins of pages: exact, never with a path and never with a wildcard."""

from __future__ import annotations

import re

ORIGIN = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|http://(?:localhost|127\.0\.0\.1)(?::\d+)?")


def read_origins(text: str) -> str:
    """Origins separated by commas, without spaces; raises ValueError naming the one that is none.

    >>> read_origins(" https://a.example, http://localhost:81 ,")
    'https://a.example,http://localhost:81'
    """
    origins = [part.strip() for part in text.split(",") if part.strip()]
    for origin in origins:
        if not ORIGIN.fullmatch(origin):
            raise ValueError(f"{origin!r} is no exact origin like https://www.example.no: no path and no wildcard")
    return ",".join(origins)
