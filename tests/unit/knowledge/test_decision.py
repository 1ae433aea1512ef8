"""From evidence to one decision."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.article import Article
from knowledge.beliefs import Belief
from knowledge.decision import CALIBRATION_FILE, CHOICES, Calibration, dot
from knowledge.errors import ContentError
from knowledge.outcomes import Outcome
from knowledge.search import Candidate, Finding

RULE = Calibration((1.0, 2.0), (1.0,), answer_at=0.8, clarify_at=0.5)


def _finding(*probabilities: float) -> Finding:
    candidates = tuple(Candidate(name, (), p) for name, p in zip("abcdef", probabilities, strict=False))
    return Finding(candidates, (), 1 - sum(probabilities))


@pytest.mark.parametrize(
    ("probabilities", "outcome", "shown"),
    [
        ((0.9, 0.05), Outcome.ANSWERED, ["a"]),
        ((0.8, 0.1), Outcome.ANSWERED, ["a"]),  # the threshold itself is enough
        ((0.79, 0.1), Outcome.CLARIFY, ["a", "b"]),
        ((0.2, 0.2, 0.1), Outcome.CLARIFY, ["a", "b", "c"]),
        ((0.25, 0.2, 0.2, 0.2), Outcome.CLARIFY, ["a", "b", "c"]),  # three at most
        ((0.6, 0.05, 0.05), Outcome.CLARIFY, ["a"]),  # far less likely ones are not offered
        ((0.2, 0.1, 0.1, 0.1), Outcome.NO_ANSWER, []),
        ((), Outcome.NO_ANSWER, []),
    ],
)
def test_thresholds_decide(probabilities: tuple[float, ...], outcome: Outcome, shown: list[str]) -> None:
    assert RULE.decide(_finding(*probabilities)) == (outcome, shown)


def test_evidence_is_weighed_and_ranked() -> None:
    finding = RULE.fused([Candidate("a", (1.0, 0.0)), Candidate("b", (0.0, 1.0))], (0.0,), {})
    assert [candidate.article_id for candidate in finding.candidates] == ["b", "a"]
    assert finding.candidates[0].probability == pytest.approx(7.389 / (7.389 + 2.718 + 1), abs=1e-3)


def test_a_prior_is_added_to_the_score() -> None:
    finding = RULE.fused([Candidate("a", (1.0, 0.0)), Candidate("b", (0.0, 1.0))], (0.0,), {"a": 3.0})
    assert finding.candidates[0].article_id == "a"


def test_without_articles_nothing_fits() -> None:
    finding = RULE.fused([], (0.0,), {})
    assert finding.nothing == pytest.approx(1)
    assert RULE.decide(finding) == (Outcome.NO_ANSWER, [])


def test_very_large_scores_do_not_overflow() -> None:
    finding = RULE.fused([Candidate("a", (5000.0, 0.0)), Candidate("b", (-5000.0, 0.0))], (0.0,), {})
    assert finding.candidates[0].probability == pytest.approx(1)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), max_size=8), st.floats(-50, 50))
def test_probabilities_sum_to_one(features: list[tuple[float, float]], nothing: float) -> None:
    finding = RULE.fused([Candidate(str(n), f) for n, f in enumerate(features)], (nothing,), {})
    assert sum(candidate.probability for candidate in finding.candidates) + finding.nothing == pytest.approx(1)


def test_features_and_weights_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="shorter"):
        dot((1.0, 2.0), (1.0,))


def test_the_fitted_file_is_usable() -> None:
    fitted = Calibration.read()
    assert 0.3 <= fitted.answer_at <= 1
    assert 0 < fitted.clarify_at <= fitted.answer_at
    assert all(weight > 0 for weight in fitted.article_weights), "evidence for an article never counts against it"
    assert CHOICES == 3


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "decision.yaml"
    path.write_text("article_weights: [1\n", "utf-8")
    with pytest.raises(ContentError, match=r"decision\.yaml:2: not readable as YAML"):
        Calibration.read(path)


def test_the_file_says_when_and_on_what_it_was_fitted() -> None:
    text = CALIBRATION_FILE.read_text("utf-8")
    assert text.startswith("# Written by `bovett calibrate`")
    assert "fitted_on:" in text
    assert "encoder:" in text


@pytest.mark.parametrize(
    ("log_odds", "told"),
    [
        ((3.0, 2.5, 2.4), ["x#0", "x#1"]),  # nearly as likely; never more than two
        ((3.0, 1.9), ["x#0"]),
        ((0.4, 0.2), ["x#0", "x#1"]),
        ((0.4, -0.2), ["x#0"]),  # what is not surely enough stated by itself
        ((-0.1, -0.2), []),
        ((), []),
    ],
)
def test_the_beliefs_that_are_corrected(log_odds: tuple[float, ...], told: list[str]) -> None:
    article = cast(Article, SimpleNamespace(id="x"))
    found = [Belief(article, position, (each,)) for position, each in enumerate(log_odds)]
    rule = Calibration((1.0,), (1.0,), 0.5, 0.5, belief_weights=(1.0,), belief_at=0.0)
    assert [belief.label for belief in rule.to_correct(found[::-1])] == told


def test_a_belief_counts_once_however_many_parts_state_it() -> None:
    article = cast(Article, SimpleNamespace(id="x"))
    found = [Belief(article, 0, (3.0,)), Belief(article, 0, (2.9,)), Belief(article, 1, (2.8,))]
    rule = Calibration((1.0,), (1.0,), 0.5, 0.5, belief_weights=(1.0,), belief_at=0.0)
    assert [(belief.label, belief.evidence) for belief in rule.to_correct(found)] == [
        ("x#0", (3.0,)),
        ("x#1", (2.8,)),
    ]
