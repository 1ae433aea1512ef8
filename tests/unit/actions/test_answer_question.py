"""A question in, a sourced reply out."""

from __future__ import annotations

from typing import Any

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.answering import _with_correcting
from actions.desk import Desk
from knowledge.library import Library
from knowledge.sentences import sentences
from knowledge.settings import Settings
from tests.unit.actions.conftest import Given, button, message, packed, run, tracker

CASH_IS_UNLAWFUL = "Noen tror: «Utleier kan ta depositum i kontanter»\n\nNei. Depositumet skal stå på en egen konto (husleieloven § 3-5)."
STORY = (
    "Vi flyttet inn i mai med to barn. Utleier kan ta depositum i kontanter. Hvor stort depositum kan utleier kreve?"
)
NOTICE, SHARED_FLAT = "utleier har sagt meg opp hva gjør jeg", "og hvis jeg bor i kollektiv?"


def _asked(*texts: str, slots: dict[str, Any] | None = None, metadata: dict[str, Any] | None = None,
           **parts: Any) -> Given:  # fmt: skip
    """The reply to the last of the texts."""
    said = [*(message(text) for text in texts[:-1]), message(texts[-1], **parts)]
    return run(ActionAnswerQuestion(), tracker(said, slots, metadata))


def test_a_clear_question_is_answered_and_its_article_remembered(desk: Desk) -> None:
    given = _asked(NOTICE)
    assert given.outcomes == ["answered"]
    assert given.article == "notice"
    assert given.reply["citations"][0]["ref"] == "husleieloven § 9-8"
    assert given.reply["contacts"][0]["id"] == "nav"
    assert given.slots == {"current_article": "notice"}
    assert 0.6 <= given.reply["confidence"] <= 1


def test_the_answer_is_in_the_language_of_the_person(desk: Desk) -> None:
    given = _asked("how large a deposit can the landlord ask for", locale="en")
    assert (given.reply["locale"], given.article) == ("en", "deposit")


def test_a_question_between_two_articles_offers_both_and_a_way_out(desk: Desk) -> None:
    given = _asked("depositum og oppsigelse")
    assert given.outcomes == ["clarify"]
    assert {choice["title"] for choice in given.reply["buttons"]} >= {"Depositum", "Oppsigelse"}
    assert given.reply["buttons"][-1]["payload"] == "/ask_for_human"
    assert given.slots == {}


def test_a_question_that_nothing_fits_names_people(desk: Desk) -> None:
    given = _asked("hvordan blir været i morgen")
    assert given.outcomes == ["no_answer"]
    assert given.reply["contacts"]
    assert given.slots == {}


@pytest.mark.parametrize(("sure", "outcome"), [(0.9, "out_of_scope"), (0.6, "out_of_scope"), (0.59, "no_answer")])
def test_only_what_is_surely_off_topic_is_called_so(desk: Desk, sure: float, outcome: str) -> None:
    given = _asked("hvordan blir været i morgen", classified={"out_of_scope": sure})
    assert given.outcomes == [outcome]
    assert given.reply["contacts"]


def test_a_right_is_never_refused_because_the_classifier_thinks_it_off_topic(desk: Desk) -> None:
    assert _asked(NOTICE, classified={"out_of_scope": 0.99}).outcomes == ["answered"]


def test_a_wrong_belief_is_corrected_before_the_answer(desk: Desk) -> None:
    given = _asked("utleier kan ta depositum i kontanter")
    assert given.article == "deposit"
    assert given.reply["myth"] == CASH_IS_UNLAWFUL
    assert given.reply["text"].startswith("Pengene skal stå på en egen konto")


def test_a_wrong_belief_in_one_sentence_of_a_story_is_corrected(desk: Desk) -> None:
    told = [packed(sentence) for sentence in sentences(STORY)]
    assert _asked(STORY, sentence_vectors=told).reply["myth"] == CASH_IS_UNLAWFUL


def test_a_belief_of_another_article_than_the_one_that_answers_is_corrected(desk: Desk) -> None:
    """Its article is one button away."""
    text = "utleier har sagt meg opp og jeg vil protestere mot oppsigelsen. utleier kan ta depositum i kontanter"
    given = _asked(text, sentence_vectors=[packed(sentence) for sentence in sentences(text)])
    assert (given.outcomes, given.article) == (["answered"], "notice")
    assert given.reply["myth"] == CASH_IS_UNLAWFUL
    assert "Depositum" in [choice["title"] for choice in given.reply["buttons"]]


def test_a_correction_is_in_the_language_of_the_answer(desk: Desk) -> None:
    """One article exists in Bokmål alone; the other, with the belief, in English as well."""
    text = "Det er mugg på badet, hva gjør jeg med mugg på badet. utleier kan ta depositum i kontanter"
    told = [packed(sentence) for sentence in sentences(text)]
    for locale, correction in (("nb", CASH_IS_UNLAWFUL), ("en", None)):
        given = _asked(text, sentence_vectors=told, locale=locale, text_locale="nb")
        assert (given.article, given.reply["locale"], given.reply["myth"]) == ("mould", "nb", correction)


def test_the_article_that_corrects_a_belief_is_among_the_choices(desk: Desk) -> None:
    text = f"{NOTICE}. utleier kan ta depositum i kontanter"
    given = _asked(text, sentence_vectors=[packed(sentence) for sentence in sentences(text)])
    assert given.outcomes == ["clarify"]
    assert given.reply["myth"] == CASH_IS_UNLAWFUL
    assert "Depositum" in [choice["title"] for choice in given.reply["buttons"]]


@pytest.mark.parametrize(("choices", "stated", "expected"), [
    (["notice"], ["deposit"], ["deposit", "notice"]), (["notice", "deposit"], ["deposit"], ["notice", "deposit"]),
    (["notice", "mould", "fixed-term"], ["deposit"], ["deposit", "notice", "mould"]),
    (["notice", "fixed-term", "mould"], ["mould", "deposit"], ["deposit", "notice", "mould"]),
    (["notice", "fixed-term", "mould"], ["deposit", "violence"], ["deposit", "violence", "notice"]),
    (["notice", "mould"], [], ["notice", "mould"]),
])  # fmt: skip
def test_the_choices_stay_few(sample: Library, choices: list[str], stated: list[str], expected: list[str]) -> None:
    assert _with_correcting(choices, [(sample.articles[each], 0) for each in stated]) == expected


def test_a_message_from_before_sentences_were_told_apart_is_read_whole(desk: Desk) -> None:
    given = _asked(STORY)
    assert (given.article, given.reply["myth"]) == ("deposit", None)


def test_a_follow_up_is_answered_from_what_was_spoken_of(desk: Desk) -> None:
    given = _asked(NOTICE, SHARED_FLAT, slots={"current_article": "notice"})
    assert (given.outcomes, given.article) == (["answered"], "notice")


def test_the_same_words_alone_are_no_clear_question(desk: Desk) -> None:
    assert _asked(SHARED_FLAT).outcomes != ["answered"]
    assert _asked(NOTICE, SHARED_FLAT).outcomes != ["answered"], "after a fresh start the topic is forgotten"


def test_a_button_between_two_questions_is_no_question(desk: Desk) -> None:
    said = [message(NOTICE), button("show_law", article_id="notice"), message(SHARED_FLAT)]
    given = run(ActionAnswerQuestion(), tracker(said, {"current_article": "notice"}))
    assert given.article == "notice"


def test_a_new_topic_is_not_drawn_back_to_the_old_one(desk: Desk) -> None:
    given = _asked(NOTICE, "og det er mugg på badet", slots={"current_article": "deposit"})
    assert given.reply["article"] is None or given.article == "mould"
    given = _asked(NOTICE, "hvor stort depositum kan utleier kreve", slots={"current_article": "notice"})
    assert given.article == "deposit"


def test_an_article_that_is_gone_from_the_content_does_no_harm(desk: Desk) -> None:
    assert _asked("hei", NOTICE, slots={"current_article": "removed"}).article == "notice"


@pytest.mark.parametrize("text", ["hva sier § 9-8?", "husleieloven § 9-8"])
def test_a_named_section_opens_the_article_that_rests_on_it(desk: Desk, text: str) -> None:
    section = {"entity": "law_section", "value": "husleieloven § 9-8"}
    given = _asked(text, entities=[section])
    assert given.article == "notice"
    assert given.slots == {"current_article": "notice"}


def test_the_article_that_rests_on_a_section_first_of_all_is_opened(desk: Desk) -> None:
    """Both articles cite § 9-3 in some form; mould rests on it."""
    given = _asked("§ 9-3?", entities=[{"entity": "law_section", "value": "husleieloven § 9-3"}])
    assert given.article == "mould"


def test_a_section_within_a_longer_question_does_not_decide(desk: Desk) -> None:
    section = {"entity": "law_section", "value": "husleieloven § 9-8"}
    text = "hvor stort depositum kan utleier kreve av meg etter det som står i § 9-8"
    assert _asked(text, entities=[section]).reply.get("article") is None or _asked(text).article == "deposit"


def test_an_unknown_section_is_searched_like_any_question(desk: Desk) -> None:
    section = {"entity": "law_section", "value": "husleieloven § 99-9"}
    assert _asked("hva sier § 99-9", entities=[section]).outcomes != ["error"]


def test_without_a_sentence_vector_words_alone_decide(desk: Desk) -> None:
    assert _asked("hvor stort depositum kan utleier kreve", vector=None).outcomes != ["error"]


def test_without_an_index_people_are_named(desk: Desk, no_index: None) -> None:
    given = _asked(NOTICE)
    assert given.outcomes == ["error"]
    assert [contact["id"] for contact in given.reply["contacts"]] == ["nav", "municipality"]
    assert given.slots == {}


def test_an_index_that_comes_back_is_used_without_a_restart(desk: Desk, settings: Settings) -> None:
    link = next(settings.index_dir.iterdir())
    target = link.resolve()
    assert _asked(NOTICE).outcomes == ["answered"]
    link.unlink()
    assert _asked(NOTICE).outcomes == ["error"]
    link.symlink_to(target)
    assert _asked(NOTICE).outcomes == ["answered"]


@pytest.mark.parametrize("text", ["", "🏠", "ا" * 2000, "leie " * 400, "\u202e\u0000"])
def test_odd_texts_get_a_reply(desk: Desk, text: str) -> None:
    assert _asked(text).outcomes[0] in ("answered", "clarify", "no_answer")


def test_a_sites_own_people_are_named(desk: Desk) -> None:
    given = _asked("hvordan blir været i morgen", metadata={"site": "town"})
    assert given.reply["contacts"][0]["id"] == "tenant-help"
