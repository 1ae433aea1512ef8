"""What follows from the answers: one module a guide, named after it, with one pure function `conclude`.

`conclude(answers, facts)` is given an answer to every question that applies; it gives a `Conclusion`.
Each module names the sections it applies, and its tests reckon every date and amount by hand.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from knowledge.guides.conclusion import Rule


@cache
def rule_of(guide_id: str) -> Rule:
    """The function that concludes a guide; raises ModuleNotFoundError where there is none."""
    return cast(Rule, import_module(f"{__name__}.{guide_id.replace('-', '_')}").conclude)
