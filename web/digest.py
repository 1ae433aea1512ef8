"""How secrets are kept: as digests, from which nobody gets them back."""

from __future__ import annotations

import hashlib


def digest(secret: str) -> str:
    """The SHA-256 of a secret, in hexadecimal; enough for secrets that are as long and random as ours."""
    return hashlib.sha256(secret.encode()).hexdigest()
