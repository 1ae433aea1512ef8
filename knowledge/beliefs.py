"""Finding the wrong belief that a message states: its correction goes before the answer.

People say what they believe in a question, in a story, or in one sentence of several while they ask about something
else. So a message and each of its sentences are compared with the wrong beliefs of the articles that answer it. What
counts as stated is fitted by `bovett calibrate`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from knowledge.article import Article
from knowledge.claims import claim_terms
from knowledge.decision import Calibration
from knowledge.index import SearchIndex
from knowledge.languages import Languages
from knowledge.passages import MYTH, QUESTION, TITLE
from knowledge.terms import terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LEXICAL_SHARE = 0.05  # weight of shared words beside cosine similarities, which differ by hundredths


class MessagePart(NamedTuple):
    """A message, or a sentence of it, with its unit sentence vector; None when the encoder is down."""

    text: str
    vector: NDArray[np.float32] | None


class Belief(NamedTuple):
    """The wrong belief of an article that is closest to something said, and what speaks for its being stated.

    The evidence: how much closer than the closest sample question; how much closer its three closest phrasings are than
    the three closest questions; how much it reads as a claim; whether it asks for a yes; whether it is one sentence of
    several; a constant.
    """

    position: int  # among the beliefs of the article
    evidence: tuple[float, ...]


class _Heard(NamedTuple):
    """What is told of something said before it is compared with any article."""

    centred: NDArray[np.float32] | None
    lexical: NDArray[np.float32] | None  # a BM25 score of each row
    traits: tuple[float, ...]  # the evidence that no article changes


class BeliefFinder:
    """Tells which wrong belief, if any, a message states."""

    def __init__(self, index: SearchIndex, calibration: Calibration, languages: Languages) -> None:
        self._index = index
        self._calibration = calibration
        self._languages = languages
        self._said: dict[tuple[str, str], list[int]] = {}
        for number, row in enumerate(index.rows):
            if row.kind in (MYTH, QUESTION, TITLE):
                self._said.setdefault((row.article_id, row.locale), []).append(number)

    def stated(
        self, said: Sequence[MessagePart], locale: str, articles: Sequence[tuple[Article, float]]
    ) -> tuple[Article, int] | None:
        """The wrong belief that a message states: its article and its position there; None when it states none.

        A position, because beliefs stand in the same order in every language and the reply may be in
        another language than the question.

        Args:
            said: the message as a whole, then each of its sentences where it has several.
            locale: its language.
            articles: those that are shown or offered, each with its probability.

        """
        heard = self._all_heard(said, locale) if articles else []
        share = sum(probability for _, probability in articles) or 1.0
        found = [
            # Where several articles are offered, the likelier one has the likelier belief.
            (
                self._calibration.belief_log_odds(belief.evidence) + math.log(max(probability / share, 1e-9)),
                article,
                belief,
            )
            for article, probability in articles
            for belief in self._beliefs(heard, locale, article)
        ]
        log_odds, article, belief = max(found, key=lambda each: each[0], default=(-math.inf, None, None))
        return (article, belief.position) if article and belief and log_odds >= self._calibration.belief_at else None

    def closest(self, said: Sequence[MessagePart], locale: str, article: Article) -> list[Belief]:
        """The belief of an article that the message is closest to, and those that its sentences are closest to."""
        return self._beliefs(self._all_heard(said, locale), locale, article)

    def _all_heard(self, said: Sequence[MessagePart], locale: str) -> list[_Heard]:
        return [self._heard(each, locale, number > 0) for number, each in enumerate(said)]

    def _heard(self, said: MessagePart, locale: str, is_sentence: bool) -> _Heard:
        centred = None if said.vector is None else self._index.centring.one(said.vector, locale)
        lexical = self._index.lexical.scores(terms(said.text, locale, self._index.splitter))
        claim = self._index.claims.log_odds(centred, claim_terms(said.text, locale, self._languages))
        return _Heard(
            centred, lexical, (claim, float(self._languages.asks_if_true(said.text, locale)), float(is_sentence))
        )

    def _beliefs(self, heard: Sequence[_Heard], locale: str, article: Article) -> list[Belief]:
        found = [self._closest(each, locale, article) for each in heard]
        return [belief for belief in found if belief]

    def _closest(self, heard: _Heard, locale: str, article: Article) -> Belief | None:
        rows = self._said.get((article.id, locale), [])
        beliefs = [row for row in rows if self._index.rows[row].kind == MYTH]
        if not beliefs:
            return None
        scores = self._scores(heard, rows)
        closest = max(beliefs, key=lambda row: scores[row])
        phrasing = self._index.rows[closest].text
        myths = article.texts[locale].myths
        position = next((position for position, myth in enumerate(myths) if phrasing in myth.says), None)
        if scores[closest] <= 0 or position is None:
            return None
        phrasings = set(myths[position].says)
        same = [scores[row] for row in beliefs if self._index.rows[row].text in phrasings]
        others = [scores[row] for row in rows if self._index.rows[row].kind != MYTH]
        evidence = (
            scores[closest] - max(others, default=0.0),
            _mean_of_best(same) - _mean_of_best(others),
            *heard.traits,
            1.0,
        )
        return Belief(position, evidence)

    def _scores(self, heard: _Heard, rows: list[int]) -> dict[int, float]:
        scores = dict.fromkeys(rows, 0.0)
        if heard.centred is not None:
            for row in rows:
                scores[row] = float(self._index.dense.vector(row) @ heard.centred)
        if heard.lexical is not None:
            top = float(max(heard.lexical[row] for row in rows)) or 1.0
            for row in rows:
                scores[row] += _LEXICAL_SHARE * float(heard.lexical[row]) / top
        return scores


def _mean_of_best(scores: Sequence[float]) -> float:
    best = sorted(scores, reverse=True)[:3]
    return sum(best) / len(best) if best else 0.0
