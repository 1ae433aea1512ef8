"""The named kinds of a reply; wording, metrics, filters and tests hang on this one enum."""

from __future__ import annotations

from enum import Enum


class Outcome(str, Enum):
    """What one reply is."""

    ANSWERED = "answered"  # a curated article answers the question
    CLARIFY = "clarify"  # two or three articles are offered as buttons
    GUIDE = "guide"  # a step of a guide
    EMERGENCY = "emergency"  # a fixed safety text with the numbers to call
    NO_ANSWER = "no_answer"  # nothing fits: says so and names a human who knows
    OUT_OF_SCOPE = "out_of_scope"  # not about housing
    HANDOFF = "handoff"  # the person asked for a human
    SMALLTALK = "smalltalk"  # greeting, thanks, questions about the assistant
    ERROR = "error"  # something of ours is down; a human contact is named
