"""Understanding a message that continues the one before it."""

from __future__ import annotations

from dataclasses import replace

from actions.desk import Desk, Turn
from knowledge.outcomes import Outcome
from knowledge.search import Finding
from knowledge.text import normalised

_LONGEST_OPENED = 12  # words: a longer message stands alone, whatever it opens with
_SHORT = 4  # words: a message of so few that no article answers alone leans on the one before
_OLD_SHARE = 0.45  # of the previous question in the joined vector


def is_follow_up(turn: Turn, alone: Finding, desk: Desk) -> bool:
    """Whether the message leans on the previous question."""
    words = len(normalised(turn.text).split())
    if words <= _LONGEST_OPENED and desk.library.languages.goes_on(turn.text):
        return True
    outcome, _ = desk.calibration.decide(alone)
    return words <= _SHORT and outcome is not Outcome.ANSWERED


def joined_turn(previous: Turn, turn: Turn) -> Turn:
    """Both messages as one: their words together, and a vector between theirs."""
    vector = turn.vector
    if vector is not None and previous.vector is not None:
        import numpy as np

        mixed = _OLD_SHARE * previous.vector + (1 - _OLD_SHARE) * vector
        vector = np.asarray(mixed / np.linalg.norm(mixed), dtype=np.float32)
    return replace(turn, text=f"{previous.text} {turn.text}", vector=vector)
