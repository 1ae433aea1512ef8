"""Understanding a message that continues the one before it."""

from __future__ import annotations

from dataclasses import replace

from actions.desk import Turn
from knowledge.decision import Calibration
from knowledge.outcomes import Outcome
from knowledge.search import Finding
from knowledge.text import normalised

# Words with which people continue a question, per language; they open the message.
_OPENERS = {
    "og", "men", "å", "hva om", "hva med", "enn om", "enn hvis", "hvis", "dersom", "hva hvis", "så",
    "and", "but", "what if", "what about", "if", "so", "even if", "or",
    "а", "а якщо", "але", "якщо", "і", "й", "та", "чи",
    "و", "واذا", "ولو", "لكن", "ماذا لو", "ماذا عن", "اذا", "لو", "طيب", "وماذا",
}  # fmt: skip
_SHORT = 4  # words: a message of so few that no article answers alone leans on the one before
_OLD_SHARE = 0.45  # of the previous question in the joined vector


def is_follow_up(turn: Turn, alone: Finding, calibration: Calibration) -> bool:
    """Whether the message leans on the previous question."""
    words = normalised(turn.text).split()
    opened = any(" ".join(words[:count]) in _OPENERS for count in (1, 2)) or _arabic_and(words)
    if opened and len(words) <= 12:
        return True
    outcome, _ = calibration.decide(alone)
    return len(words) <= _SHORT and outcome is not Outcome.ANSWERED


def _arabic_and(words: list[str]) -> bool:
    """Arabic writes "and" as a prefix: وإذا, وماذا, ولو."""
    return bool(words) and words[0] in {"واذا", "وماذا", "ولو", "وهل", "وان"}


def joined_turn(previous: Turn, turn: Turn) -> Turn:
    """Both messages as one: their words together, and a vector between theirs."""
    vector = turn.vector
    if vector is not None and previous.vector is not None:
        import numpy as np

        mixed = _OLD_SHARE * previous.vector + (1 - _OLD_SHARE) * vector
        vector = np.asarray(mixed / np.linalg.norm(mixed), dtype=np.float32)
    return replace(turn, text=f"{previous.text} {turn.text}", vector=vector)
