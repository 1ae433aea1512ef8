"""Fitting the decision, on made-up evidence: article `a` or `b` is right, or nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from knowledge.beliefs import Belief
from knowledge.calibrate import (
    _CORRECTED_NEEDLESSLY,
    Example,
    _figures,
    _guide_threshold,
    _thresholds,
    _weights,
    _with_beliefs_told,
)
from knowledge.decision import Calibration
from knowledge.question_set import LabelledQuestion

CERTAIN = Calibration((1.0,) * 7, (1.0,) * 8, answer_at=0.5, clarify_at=0.5)


def _example(
    expect: str,
    evidence_for: str,
    strength: float = 4.0,
    kind: str = "plain",
    beliefs: Sequence[float] = (),
    guide: float = 0.0,
) -> Example:
    """A question whose evidence points to `evidence_for`: "a", "b" or "" for nothing."""
    rows = [[strength if name == evidence_for else 0.0, *[0.0] * 6] for name in "ab"]
    nothing = [0.0 if evidence_for else strength, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    states = (f"{expect}#0",) if kind == "false-premise" else ()
    question = LabelledQuestion("id", "nb", "text", kind, (expect,) if expect else (), states)
    stated = tuple(_belief(expect, each, is_sentence=number > 0) for number, each in enumerate(beliefs))
    return Example(question, ("a", "b"), np.array(rows), np.array(nothing), np.zeros(2, np.float32), guide, stated)


def _belief(article: str, likely: float, article_likely: float = 0.0, is_sentence: bool = False) -> Belief:
    evidence = (likely, article_likely, 0.0, 0.0, float(is_sentence), 1.0)
    return Belief(cast(Any, SimpleNamespace(id=article)), 0, evidence)


def _off_topic(evidence_for: str = "", strength: float = 4.0) -> Example:
    return _example("", evidence_for, strength, "out-of-scope")


def test_figures_count_what_was_right_and_wrong() -> None:
    examples = [_example("a", "a"), _example("a", "b"), _example("b", "b"), _off_topic(), _off_topic("a")]
    assert _figures(CERTAIN, examples) == {
        "questions": 5,
        "hit_at_1": pytest.approx(0.6667),
        "answered": 1.0,
        "wrong_answers": pytest.approx(0.3333),
        "out_of_scope_answered": 0.5,
        "beliefs_corrected": 0.0,
        "corrected_needlessly": 0.0,
    }


def test_every_belief_is_corrected_and_few_questions_are() -> None:
    questions = [_example("a", "a", beliefs=[number / 100]) for number in range(-100, 0)]
    beliefs = [_example("a", "a", kind="false-premise", beliefs=[0.5])] * 3
    figures = _figures(_with_beliefs_told(CERTAIN, questions + beliefs), questions + beliefs)
    assert figures["beliefs_corrected"] == 1
    assert 0 < figures["corrected_needlessly"] <= _CORRECTED_NEEDLESSLY


def test_the_sentence_that_states_a_belief_is_found() -> None:
    questions = [_example("a", "a", beliefs=[number / 100, number / 90]) for number in range(-100, 0)]
    stories = [_example("a", "a", kind="false-premise", beliefs=[-0.9, place, 0.5]) for place in (-0.8, -0.3, -0.1)]
    figures = _figures(_with_beliefs_told(CERTAIN, questions + stories), questions + stories)
    assert figures["beliefs_corrected"] == 1


def test_which_article_a_belief_is_of_is_learned() -> None:
    """Of two beliefs that read alike, that of the likelier article; only a right one counts as corrected."""
    questions = [_example("a", "a", beliefs=[number / 100]) for number in range(-100, 0)]
    stated = _example("a", "a", kind="false-premise")
    stories = [replace(stated, beliefs=(_belief("b", 0.5, -3.0), _belief("a", 0.5, -0.1)))] * 5
    misled = [replace(stated, beliefs=(_belief("b", 0.5, -0.1),))]
    fitted = _with_beliefs_told(CERTAIN, questions + stories + misled)
    assert _figures(fitted, questions + stories)["beliefs_corrected"] == 1
    assert _figures(fitted, misled)["beliefs_corrected"] == 0


def test_a_belief_may_be_corrected_by_several_articles() -> None:
    stated = _example("a", "a", kind="false-premise", beliefs=[])
    both = replace(stated.question, beliefs=("a#0", "b#0"))
    stories = [replace(stated, question=both, beliefs=(_belief("b", 0.5, -0.1), _belief("a", 0.5, -3.0)))] * 5
    questions = [_example("a", "a", beliefs=[number / 100]) for number in range(-100, 0)]
    assert _figures(_with_beliefs_told(CERTAIN, questions + stories), stories)["beliefs_corrected"] == 1


def test_another_belief_of_the_right_article_does_not_count() -> None:
    stated = _example("a", "a", kind="false-premise", beliefs=[0.5])
    other = replace(stated, question=replace(stated.question, beliefs=("a#1",)))
    assert _figures(replace(CERTAIN, belief_at=0.0), [other])["beliefs_corrected"] == 0


def test_without_a_stated_belief_nothing_is_learned_about_them() -> None:
    assert _with_beliefs_told(CERTAIN, [_example("a", "a", beliefs=[0.1]), _example("a", "a")]) == CERTAIN


def test_nothing_is_answered_above_every_threshold() -> None:
    never = Calibration(CERTAIN.article_weights, CERTAIN.nothing_weights, answer_at=1.1, clarify_at=0.5)
    assert _figures(never, [_example("a", "a")])["answered"] == 0


def test_figures_of_no_questions_are_zero() -> None:
    assert set(_figures(CERTAIN, []).values()) == {0}


def test_weights_learn_which_evidence_to_trust() -> None:
    examples = [_example("a", "a", 1.0)] * 10 + [_example("b", "b", 1.0)] * 10 + [_off_topic(strength=1.0)] * 10
    fitted = _weights(examples)
    figures = _figures(fitted, examples)
    assert figures["hit_at_1"] == 1
    assert figures["out_of_scope_answered"] == 0


def test_evidence_never_counts_against_an_article() -> None:
    fitted = _weights([_example("a", "b", 1.0)] * 20)
    assert min(fitted.article_weights) >= 0.05


def test_the_threshold_is_the_lowest_that_keeps_the_limits() -> None:
    right = [_example("a", "a", strength) for strength in (1.5, 2.0, 3.0, 4.0)] * 10
    lenient = _thresholds(CERTAIN, right)
    strict = _thresholds(CERTAIN, right + [_off_topic("a", 3.0)] * 10)
    assert lenient.answer_at == pytest.approx(0.30)
    assert strict.answer_at > lenient.answer_at
    assert _figures(strict, [_off_topic("a", 3.0)])["out_of_scope_answered"] == 0


def test_when_no_threshold_keeps_the_limits_the_highest_is_taken() -> None:
    assert _thresholds(CERTAIN, [_example("a", "b", 20.0)] * 10).answer_at == 0.95


def test_choices_are_offered_no_later_than_answers() -> None:
    fitted = _thresholds(CERTAIN, [_example("a", "a")] * 10)
    assert fitted.clarify_at <= min(fitted.answer_at, 0.55)


def test_few_questions_start_a_guide() -> None:
    """One in a hundred may; below the likeness of two sentences about the same, none does."""
    many = [_example("a", "a", guide=0.9), *(_example("a", "a", guide=0.75) for _ in range(199))]
    assert _guide_threshold(many) == pytest.approx(0.76)
    assert _guide_threshold([_example("a", "a", guide=0.2)]) == pytest.approx(0.71)
    assert _guide_threshold([]) == 1.0
