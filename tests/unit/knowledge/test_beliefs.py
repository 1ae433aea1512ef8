"""The wrong belief that a message states, or one of its sentences."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from knowledge.article import Article
from knowledge.beliefs import BeliefFinder, MessagePart, _closest, _Heard, likeliest
from knowledge.decision import Calibration
from knowledge.library import Library
from knowledge.search import Candidate, Search
from tests.unit.fake_encoder import vector_of

CASH = "Utleier kan ta depositum i kontanter"


@pytest.fixture
def finder(search: Search) -> BeliefFinder:
    return search.beliefs


def _said(*texts: str) -> list[MessagePart]:
    return [MessagePart(text, vector_of(text)) for text in texts]


def _stated(finder: BeliefFinder, text: str, vector: Any, locale: str, article: Article) -> list[tuple[Article, int]]:
    return finder.stated([MessagePart(text, vector)], locale, [(article, 1.0)])


@pytest.mark.parametrize(
    "text",
    [
        "Utleier kan ta depositum i kontanter",
        "utleier kan vel ta depositum i kontanter?",
        "depositumet er utleierens penger",
    ],
)
def test_a_stated_wrong_belief_is_answered_with_its_correction(
    sample: Library, finder: BeliefFinder, text: str
) -> None:
    assert _stated(finder, text, vector_of(text), "nb", sample.articles["deposit"]) == [(sample.articles["deposit"], 0)]


def test_a_belief_has_the_same_position_in_every_language(sample: Library, finder: BeliefFinder) -> None:
    text = "The landlord may take the deposit in cash"
    found = _stated(finder, text, vector_of(text), "en", sample.articles["deposit"])
    assert found == [(sample.articles["deposit"], 0)]


@pytest.mark.parametrize("text", ["hvor stort depositum kan utleier kreve", "når får jeg depositumet tilbake"])
def test_a_question_that_states_no_belief_gets_no_correction(sample: Library, finder: BeliefFinder, text: str) -> None:
    assert _stated(finder, text, vector_of(text), "nb", sample.articles["deposit"]) == []


@pytest.mark.parametrize("article", ["notice", "mould"])
def test_an_article_without_beliefs_corrects_nothing(sample: Library, finder: BeliefFinder, article: str) -> None:
    assert _stated(finder, CASH, vector_of(CASH), "nb", sample.articles[article]) == []


def test_a_belief_is_known_in_a_language_that_its_article_lacks(sample: Library, finder: BeliefFinder) -> None:
    assert "ar" not in sample.articles["deposit"].texts
    found = _stated(finder, CASH, vector_of(CASH), "ar", sample.articles["deposit"])
    assert found == [(sample.articles["deposit"], 0)]


def test_the_likeliest_belief_counts_wherever_it_is_told(sample: Library) -> None:
    """The whole tells which belief it is, the sentence that it is claimed: both make one belief."""
    whole = _Heard({"deposit#0": 0.1, "deposit#1": 0.6, "deposit#2": 0.2}, (-2.0, 0.0, 0.0, 1.0))
    sentence = _Heard({"deposit#0": 0.3, "deposit#1": 0.1, "deposit#2": 0.3}, (5.0, 1.0, 1.0, 1.0))
    beliefs = [(f"deposit#{position}", position) for position in range(3)]
    found = _closest([whole, sentence], sample.articles["deposit"], 0.5, beliefs)
    assert [belief.position for belief in found[:2]] == [1, 1]
    assert [belief.evidence for belief in found[:2]] == [
        (pytest.approx(math.log(0.6)), pytest.approx(math.log(0.5)), *heard.traits) for heard in (whole, sentence)
    ]


def test_of_each_article_the_closest_beliefs_are_weighed(sample: Library) -> None:
    heard = [_Heard({f"deposit#{number}": number / 10 for number in range(5)}, (0.0, 0.0, 0.0, 1.0))]
    beliefs = [(f"deposit#{position}", position) for position in range(5)]
    found = _closest(heard, sample.articles["deposit"], 0.5, beliefs)
    assert [belief.label for belief in found] == ["deposit#4", "deposit#3", "deposit#2"]


def test_few_articles_are_considered(sample: Library) -> None:
    ranked = [Candidate("deposit", (), 0.1 * number) for number in range(9, 0, -1)]
    assert [probability for _, probability in likeliest(ranked, sample)] == [each.probability for each in ranked[:5]]


def test_without_the_encoder_a_belief_is_known_by_its_words(sample: Library, finder: BeliefFinder) -> None:
    found = _stated(finder, "utleier kan ta depositum i kontanter", None, "nb", sample.articles["deposit"])
    assert found == [(sample.articles["deposit"], 0)]


@pytest.mark.parametrize("text", ["xyzzy", "hvordan blir været", "🏠"])
def test_without_the_encoder_a_text_that_shares_nothing_gets_no_correction(
    sample: Library, finder: BeliefFinder, text: str
) -> None:
    assert _stated(finder, text, None, "nb", sample.articles["deposit"]) == []


def test_the_evidence_has_one_weight_each(sample: Library, finder: BeliefFinder) -> None:
    (belief,) = finder.closest(_said(CASH), "nb", [(sample.articles["deposit"], 1.0)])
    assert len(belief.evidence) == len(Calibration.read().belief_weights)


def test_a_belief_in_one_sentence_of_a_story_is_corrected(sample: Library, finder: BeliefFinder) -> None:
    story = f"Vi flyttet inn i mai og har to barn. {CASH}. Hvem ringer jeg om nøkkelen?"
    likely = [(sample.articles["deposit"], 1.0)]
    assert finder.stated(_said(story, f"{CASH}."), "nb", likely) == [(sample.articles["deposit"], 0)]


def test_a_sentence_is_told_from_a_message(sample: Library, finder: BeliefFinder) -> None:
    whole, part = finder.closest(_said(CASH, CASH), "nb", [(sample.articles["deposit"], 1.0)])
    differing = [
        number for number, pair in enumerate(zip(whole.evidence, part.evidence, strict=True)) if pair[0] != pair[1]
    ]
    assert len(differing) == 1


def test_of_several_articles_the_likelier_one_is_corrected(sample: Library, search: Search) -> None:
    deposit = sample.articles["deposit"]
    other = replace(deposit, id="deposit")  # says the same, so that the probabilities alone decide
    for first, second in ((0.9, 0.1), (0.1, 0.9)):
        ((article, _),) = search.beliefs.stated(_said(CASH), "nb", [(deposit, first), (other, second)])
        assert article is (deposit if first > second else other)


def test_an_article_that_is_hardly_likely_corrects_nothing(sample: Library, finder: BeliefFinder) -> None:
    likely = [(sample.articles["notice"], 1.0), (sample.articles["deposit"], 1e-9)]
    assert finder.stated(_said(CASH), "nb", likely) == []
