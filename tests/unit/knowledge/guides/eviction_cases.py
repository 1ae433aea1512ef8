"""Cases of eviction, as the tests of the guide and of the complaint tell them."""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.rules.eviction import conclude
from tests.unit.real import PLACES, REAL

TODAY = date(2026, 11, 26)  # a Thursday
GROUNDS = ("rent", "term", "notice", "rescission", "judgment", "unknown")


def concluded(stage: str, ground: str | None = None, **more: Any) -> Conclusion:
    """What the guide makes of a case; what is not told is what is usual there."""
    answers = {"stage": stage, **({"ground": ground} if ground else {}), **more}
    if ground in ("rent", "term"):
        answers.setdefault("clause", "yes")
    if ground == "notice":
        answers.setdefault("protested", "no")
    return conclude(answers, Facts(TODAY, REAL.figures, PLACES))


def keys_of(conclusion: Conclusion) -> list[str]:
    """The texts, in order."""
    return [part.key for part in conclusion.parts]


def letters_of(conclusion: Conclusion) -> dict[str, dict[str, Any]]:
    """The letters offered, with what they begin with."""
    return {offer.letter: dict(offer.values) for offer in conclusion.letters}
