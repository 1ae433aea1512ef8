"""Finding the articles that fit a question, over the small content and the fake encoder."""

from __future__ import annotations

import pytest

from knowledge.decision import Calibration
from knowledge.outcomes import Outcome
from knowledge.search import Search
from tests.unit.fake_encoder import vector_of

QUESTIONS = [
    ("hvor stort depositum kan utleier kreve", "nb", "deposit"),
    ("får jeg tilbake depositumet", "nb", "deposit"),
    ("utleier har sagt meg opp", "nb", "notice"),
    ("mugg på badet", "nb", "mould"),
    ("how much deposit can the landlord ask", "en", "deposit"),
    ("object to the notice", "en", "notice"),
]


@pytest.mark.parametrize(("text", "locale", "article"), QUESTIONS)
def test_the_fitting_article_comes_first(search: Search, text: str, locale: str, article: str) -> None:
    finding = search.find(text, locale, vector_of(text))
    assert finding.candidates[0].article_id == article


@pytest.mark.parametrize(("text", "locale", "article"), QUESTIONS)
def test_without_the_encoder_words_still_rank(search: Search, text: str, locale: str, article: str) -> None:
    finding = search.find(text, locale, None)
    assert finding.candidates[0].article_id == article


@pytest.mark.parametrize("with_vector", [True, False])
@pytest.mark.parametrize("text", ["depositum", "", "🏠", "xyzzy", "ا" * 500, "leie " * 400])
def test_probabilities_sum_to_one_and_fall(search: Search, text: str, with_vector: bool) -> None:
    finding = search.find(text, "nb", vector_of(text) if with_vector else None)
    probabilities = [candidate.probability for candidate in finding.candidates]
    assert sum(probabilities) + finding.nothing == pytest.approx(1)
    assert probabilities == sorted(probabilities, reverse=True)


def test_every_article_but_emergencies_is_a_candidate(search: Search) -> None:
    finding = search.find("hei", "nb", vector_of("hei"))
    assert {candidate.article_id for candidate in finding.candidates} == {"deposit", "notice", "mould"}


def test_a_sentence_off_topic_is_most_likely_nothing(search: Search) -> None:
    finding = search.find("hvordan blir været i morgen", "nb", vector_of("hvordan blir været i morgen"))
    assert finding.nothing > 0.5


def test_the_conversation_can_make_an_article_more_likely(search: Search) -> None:
    text = "hva kan jeg gjøre"
    plain = search.find(text, "nb", vector_of(text))
    last = plain.candidates[-1].article_id
    favoured = search.find(text, "nb", vector_of(text), {last: 20.0})
    assert favoured.candidates[0].article_id == last
    assert favoured.candidates[0].probability > plain.candidates[-1].probability


def test_a_prior_for_an_unknown_article_changes_nothing(search: Search) -> None:
    assert search.find("mugg", "nb", vector_of("mugg"), {"gone": 5.0}) == search.find("mugg", "nb", vector_of("mugg"))


def test_the_evidence_has_one_weight_each(search: Search) -> None:
    candidates, nothing = search.evidence("mugg", "nb", vector_of("mugg"))
    calibration = Calibration.read()
    assert len(candidates[0].features) == len(calibration.article_weights)
    assert len(nothing) == len(calibration.nothing_weights)


def test_a_clear_question_is_answered(search: Search) -> None:
    text = "hvor stort depositum kan utleier kreve"
    assert Calibration.read().decide(search.find(text, "nb", vector_of(text))) == (Outcome.ANSWERED, ["deposit"])
