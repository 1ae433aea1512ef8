"""Finding the wrong belief that a message states: its correction goes before the answer.

People say what they believe in a question, in a story, or in one sentence of several while they ask about something
else. So of a message and of each of its sentences it is asked which wrong belief of the likeliest articles it states.
The topic networks tell wrong beliefs apart; what counts as stated is fitted by `bovett calibrate`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from knowledge.article import Article
from knowledge.claims import claim_terms
from knowledge.decision import Calibration
from knowledge.index import SearchIndex
from knowledge.languages import Languages
from knowledge.passages import belief_label, belief_of
from knowledge.terms import phrase_terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.library import Library
    from knowledge.search import Candidate

_OF_EACH = 3  # of each article, the closest beliefs: another one than the closest may be meant
_CONSIDERED = 5  # of the likeliest articles: what a story is told of may be another than what is asked
_LEAST = 1e-5  # smallest probability, so that its logarithm stays finite


class MessagePart(NamedTuple):
    """A message, or a sentence of it, with its unit sentence vector; None when the encoder is down."""

    text: str
    vector: NDArray[np.float32] | None


class Belief(NamedTuple):
    """A wrong belief of an article, and what speaks for its being stated.

    The evidence: log P(belief) by the networks, of the whole or the sentence where it is highest; log P(article); of one
    of these parts, how much it reads as a claim, whether it asks for a yes, and whether it is one sentence of several; a
    constant. What is believed and that it is believed may be told by different parts.
    """

    article: Article
    position: int  # among the beliefs of the article
    evidence: tuple[float, ...]

    @property
    def label(self) -> str:
        """Its class."""
        return belief_label(self.article.id, self.position)


def likeliest(ranked: Sequence[Candidate], library: Library) -> list[tuple[Article, float]]:
    """The articles, best first, whose beliefs a message may state, each with its probability."""
    return [(library.articles[each.article_id], each.probability) for each in ranked[:_CONSIDERED]]


class _Heard(NamedTuple):
    """What is told of something said before it is compared with any article."""

    classes: Mapping[str, float]  # P(class), a class for each wrong belief among them
    traits: tuple[float, ...]  # the evidence that no article changes


class BeliefFinder:
    """Tells which wrong beliefs, if any, a message states."""

    def __init__(self, index: SearchIndex, calibration: Calibration, languages: Languages) -> None:
        self._index = index
        self._calibration = calibration
        self._languages = languages
        self._beliefs: dict[str, list[tuple[str, int]]] = {}
        for label in index.topics.finer_labels:
            article_id, position = belief_of(label)
            if position is not None:
                self._beliefs.setdefault(article_id, []).append((label, position))

    def stated(
        self, said: Sequence[MessagePart], locale: str, articles: Sequence[tuple[Article, float]]
    ) -> list[tuple[Article, int]]:
        """The wrong belief that a message states, or the two that it states about as likely; none when it states none.

        Each by its article and its position there: a position, because beliefs stand in the same order in every language and the reply may be in
        another language than the question.

        Args:
            said: the message as a whole, then each of its sentences where it has several.
            locale: its language.
            articles: the likeliest, each with its probability.

        """
        found = self.closest(said, locale, articles)
        return [(belief.article, belief.position) for belief in self._calibration.to_correct(found)]

    def closest(
        self, said: Sequence[MessagePart], locale: str, articles: Sequence[tuple[Article, float]]
    ) -> list[Belief]:
        """Of each article the beliefs that the message is closest to, each once for every part that may claim it."""
        with_beliefs = [each for each in articles if each[0].id in self._beliefs]
        heard = [self._heard(each, locale, number > 0) for number, each in enumerate(said)] if with_beliefs else []
        return [
            belief
            for article, probability in with_beliefs
            for belief in _closest(heard, article, probability, self._beliefs[article.id])
        ]

    def _heard(self, said: MessagePart, locale: str, is_sentence: bool) -> _Heard:
        centred = None if said.vector is None else self._index.centring.one(said.vector, locale)
        classes = self._index.topics.heads(centred, phrase_terms(said.text, locale, self._index.splitter)).finely
        claim = self._index.claims.log_odds(centred, claim_terms(said.text, locale, self._languages))
        asks = self._languages.asks_if_true(said.text, locale)
        return _Heard(classes, (claim, float(asks), float(is_sentence), 1.0))


def _closest(
    heard: Sequence[_Heard], article: Article, probability: float, beliefs: Sequence[tuple[str, int]]
) -> list[Belief]:
    likely = sorted(
        ((max(part.classes[label] for part in heard), position) for label, position in beliefs), reverse=True
    )
    return [
        Belief(article, position, (_log(highest), _log(probability), *part.traits))
        for highest, position in likely[:_OF_EACH]
        for part in heard
    ]


def _log(probability: float) -> float:
    return math.log(max(probability, _LEAST))
