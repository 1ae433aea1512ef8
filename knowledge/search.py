"""Finding the articles that fit a question: dense and lexical results and the topic classifier, fused.

The fusion weights come from `knowledge.calibration` (fitted on the development set).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from knowledge.beliefs import BeliefFinder
from knowledge.decision import Calibration
from knowledge.index import SearchIndex
from knowledge.languages import Languages
from knowledge.passages import DETAIL, belief_of
from knowledge.terms import phrase_terms, terms
from knowledge.topic_network import OFF_TOPIC, Heads

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEIGHBOURS = 400
_NEARNESS = 4.0  # of cosine similarities, so that they are about as large as the other evidence
# How much closer than any sample question a way of asking for a guide must be: "how large may it be" is a question.
_GUIDE_MARGIN = 0.05
_ALIKE = 0.5  # cosine similarity of centred vectors, below which two sentences are not about the same
_FLOOR = 1e-4  # smallest probability, so that its logarithm stays finite


@dataclass(frozen=True, slots=True)
class Candidate:
    """One article with the evidence for it; `probability` is calibrated, 0..1."""

    article_id: str
    features: tuple[float, ...]
    probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """Candidates, best first, and the probability that no article answers the question."""

    candidates: tuple[Candidate, ...]
    nothing_features: tuple[float, ...]
    nothing: float


class Search:
    """Ranks articles for a question."""

    def __init__(self, index: SearchIndex, calibration: Calibration, languages: Languages) -> None:
        self._index = index
        self._calibration = calibration
        self._articles = sorted({row.article_id for row in index.rows})
        self._row_article = [row.article_id for row in index.rows]
        # Behind the passages in the dense index stand the off-topic sentences.
        with_vector = [row.article_id for row in index.rows if row.kind != DETAIL]
        self._label_of_dense = [*with_vector, *[OFF_TOPIC] * (index.dense.rows - len(with_vector))]
        # Rows in the order of their articles, and where each article begins among them.
        self._rows_by_article = np.argsort(self._row_article, kind="stable")
        ordered = [self._row_article[row] for row in self._rows_by_article]
        self._first_rows = np.searchsorted(ordered, self._articles)
        self._article_of_class = {label: belief_of(label)[0] for label in index.topics.finer_labels}
        self.beliefs = BeliefFinder(index, calibration, languages)

    def find(
        self, text: str, locale: str, vector: NDArray[np.float32] | None, prior: dict[str, float] | None = None
    ) -> Finding:
        """Rank all articles.

        Args:
            text: the question.
            locale: its language.
            vector: its unit sentence vector, or None when the encoder is down (words alone are used then).
            prior: added to the score of articles that the conversation makes more likely.

        """
        return self._calibration.fused(*self.evidence(text, locale, vector), prior or {})

    def evidence(
        self, text: str, locale: str, vector: NDArray[np.float32] | None
    ) -> tuple[list[Candidate], tuple[float, ...]]:
        """Features of every article, and those of "nothing fits", before fusion."""
        query = terms(text, locale, self._index.splitter)
        near = self._near(vector, locale)
        lexical, best_lexical = self._lexical(query)
        phrases = phrase_terms(text, locale, self._index.splitter)
        centred = self._centred(vector, locale) if vector is not None else None
        opinions = self._opinions(self._index.topics.heads(centred, phrases))
        candidates = [
            Candidate(
                article,
                (
                    *(_log(opinion.get(article, 0.0)) for opinion in opinions),
                    *near.get(article, (0.0, 0.0)),
                    lexical.get(article, 0.0),
                ),
            )
            for article in self._articles
        ]
        off_topic = tuple(_log(opinion.get(OFF_TOPIC, 0.0)) for opinion in opinions)
        closest = max((best for label, (_, best) in near.items() if label != OFF_TOPIC), default=0.0)
        return candidates, (*off_topic, 1.0, closest, near.get(OFF_TOPIC, (0.0, 0.0))[1], best_lexical)

    def _opinions(self, heads: Heads) -> tuple[dict[str, float], ...]:
        """P(article) by each head: a finer class counts for its article."""
        summed = dict.fromkeys(self._index.topics.labels, 0.0)
        for label, probability in heads.finely.items():
            summed[self._article_of_class[label]] += probability
        return heads.joint, heads.by_words, heads.by_vector, summed

    def _centred(self, vector: NDArray[np.float32], locale: str) -> NDArray[np.float32]:
        return self._index.centring.one(vector, locale)

    def guide_asked(self, locale: str, vector: NDArray[np.float32] | None) -> str | None:
        """The guide that a message asks for; None when it asks something else, or the encoder is down."""
        guide, likeness = self.closest_guide(locale, vector)
        return guide if likeness >= self._calibration.guide_at else None

    def closest_guide(self, locale: str, vector: NDArray[np.float32] | None) -> tuple[str | None, float]:
        """The guide asked for in the closest way and how close, 0..1; none where a sample question is about as close."""
        if vector is None:
            return None, 0.0
        centred = self._centred(vector, locale)
        guide, likeness = self._index.guides.closest(centred)
        if guide is None or likeness < _ALIKE or self._index.dense.nearest(centred, 1)[0][1] > likeness - _GUIDE_MARGIN:
            return None, 0.0
        return guide, likeness

    def _near(self, vector: NDArray[np.float32] | None, locale: str) -> dict[str, tuple[float, float]]:
        """Mean likeness of the three nearest passages of an article and that of the nearest, by article.

        The off-topic sentences count as an article of their own. What is not among the nearest is left out.
        """
        if vector is None:
            return {}
        found = self._index.dense.nearest(self._centred(vector, locale), _NEIGHBOURS)
        likeness: dict[str, list[float]] = {}
        for row, score in found:
            likeness.setdefault(self._label_of_dense[row], []).append(_NEARNESS * score)
        floor = _NEARNESS * found[-1][1] if found else 0.0
        return {label: (sum((scores + [floor] * 3)[:3]) / 3, scores[0]) for label, scores in likeness.items()}

    def _lexical(self, query: list[str]) -> tuple[dict[str, float], float]:
        scores = self._index.lexical.scores(query)
        if scores is None:
            return {}, 0.0
        # One number for each article, in one pass: most rows share a letter group with any question.
        best_of_each = np.maximum.reduceat(scores[self._rows_by_article], self._first_rows)
        best = float(best_of_each.max())
        if best <= 0:
            return {}, 0.0
        found = zip(self._articles, map(float, best_of_each), strict=True)
        return {article: score / best for article, score in found if score > 0}, best / math.sqrt(len(query) + 1)


def _log(probability: float) -> float:
    return math.log(max(probability, _FLOOR))
