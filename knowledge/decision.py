"""One calibrated decision: answer, ask which of two or three, or say that nothing fits.

A softmax over all articles and "nothing" turns the evidence into probabilities; its weights and the
thresholds are fitted by `bovett calibrate` on the development set and kept in
knowledge/calibration/decision.yaml with the date and the figures reached.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.outcomes import Outcome
from knowledge.yaml_file import read_mapping

if TYPE_CHECKING:
    from knowledge.beliefs import Belief
    from knowledge.search import Candidate, Finding

CALIBRATION_FILE = Path(__file__).parent / "calibration" / "decision.yaml"
CHOICES = 3  # most articles offered as buttons
# How much less likely than the likeliest belief another one may be, to be corrected too. Of the 274 stated beliefs of the
# development set this corrects eight more than one correction alone; every fifth of those who get one gets two.
_NEARLY_AS_LIKELY = 1.0  # difference of log-odds
_CORRECTIONS = 2  # most beliefs corrected in a reply


@dataclass(frozen=True)
class Calibration:
    """Weights of the evidence, and thresholds."""

    article_weights: tuple[float, ...]
    nothing_weights: tuple[float, ...]
    answer_at: float  # probability of the best article from which it is shown
    clarify_at: float  # probability that one of the best three is right, from which they are offered
    belief_weights: tuple[float, ...] = (1.0, 1.0, 0.0, 0.0, 0.0, 0.0)  # of `Belief.evidence`
    belief_at: float = math.inf  # log-odds from which a message counts as stating a wrong belief
    guide_at: float = 1.0  # likeness to a way of asking for a guide, from which the guide starts

    @classmethod
    def read(cls, path: Path = CALIBRATION_FILE) -> Calibration:
        """Read the fitted file."""
        row = read_mapping(path)
        weights = tuple(row["article_weights"]), tuple(row["nothing_weights"])
        return cls(
            *weights,
            row["answer_at"],
            row["clarify_at"],
            tuple(row["belief_weights"]),
            row["belief_at"],
            row["guide_at"],
        )

    def belief_log_odds(self, evidence: Sequence[float]) -> float:
        """How likely a message, or a sentence of it, states a wrong belief, by `Belief.evidence`."""
        return dot(self.belief_weights, evidence)

    def to_correct(self, found: Sequence[Belief]) -> list[Belief]:
        """The belief most surely stated, and another one that is nearly as likely, surest first; none under `belief_at`."""
        surest: dict[str, Belief] = {}
        for belief in sorted(found, key=lambda each: -self.belief_log_odds(each.evidence)):
            surest.setdefault(belief.label, belief)
        told = list(surest.values())[:_CORRECTIONS]
        least = max(self.belief_at, self.belief_log_odds(told[0].evidence) - _NEARLY_AS_LIKELY) if told else 0.0
        return [belief for belief in told if self.belief_log_odds(belief.evidence) >= least]

    def fused(self, candidates: Sequence[Candidate], nothing: tuple[float, ...], prior: dict[str, float]) -> Finding:
        """Probabilities of each article and of nothing; they sum to 1."""
        from knowledge.search import Finding

        scores = [dot(self.article_weights, c.features) + prior.get(c.article_id, 0.0) for c in candidates]
        nothing_score = dot(self.nothing_weights, nothing)
        top = max([*scores, nothing_score])
        odds = [math.exp(score - top) for score in scores]
        nothing_odds = math.exp(nothing_score - top)
        total = sum(odds) + nothing_odds
        ranked = sorted(
            (replace(c, probability=o / total) for c, o in zip(candidates, odds, strict=True)),
            key=lambda candidate: -candidate.probability,
        )
        return Finding(tuple(ranked), nothing, nothing_odds / total)

    def decide(self, finding: Finding) -> tuple[Outcome, list[str]]:
        """The outcome and the article ids it shows, best first."""
        best = finding.candidates[:CHOICES]
        if not best:
            return Outcome.NO_ANSWER, []
        if best[0].probability >= self.answer_at:
            return Outcome.ANSWERED, [best[0].article_id]
        if sum(candidate.probability for candidate in best) >= self.clarify_at:
            return Outcome.CLARIFY, [c.article_id for c in best if c.probability >= best[0].probability / 10]
        return Outcome.NO_ANSWER, []


def dot(weights: Sequence[float], features: Sequence[float]) -> float:
    """Sum of products of two sequences of equal length."""
    return sum(w * f for w, f in zip(weights, features, strict=True))
