"""The guides that an article may offer: each is a form of the bot."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from knowledge.fields import read_fields
from knowledge.settings import PROJECT_DIR

_FORM = "_form"


@cache
def known_guides(domain_dir: Path = PROJECT_DIR / "bot" / "domain") -> frozenset[str]:
    """The names of all forms in the domain files, without the ending `_form`."""
    forms = [
        form
        for path in sorted(domain_dir.glob("*.yml"))
        for form in read_fields(path, more=None).row.get("forms") or ()
    ]
    return frozenset(form.removesuffix(_FORM) for form in forms if form.endswith(_FORM))
