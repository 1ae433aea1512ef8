"""The main job in four languages: a question in, the right with its section, steps and contacts out."""

from __future__ import annotations

import pytest

from tests.client import Conversation
from tests.service import Service


@pytest.mark.parametrize(
    ("question", "locale"),
    [
        ("utleier har sagt meg opp, må jeg flytte?", "nb"),
        ("utleigar har sagt meg opp, må eg flytte?", "nn"),
        ("my landlord has given me notice, do I have to move out?", "en"),
        ("орендодавець розірвав зі мною договір, чи мушу я виїжджати?", "uk"),
        ("صاحب البيت أنهى عقد الإيجار، هل يجب أن أرحل؟", "ar"),
    ],
)
def test_notice_is_answered_in_the_language_of_the_question(service: Service, question: str, locale: str) -> None:
    talk = Conversation(service.api).say(question)
    reply = talk.replies[0]
    talk.expect("answered", locale=locale)
    assert reply["article"]["id"] in {"landlord-gives-notice", "protest-against-notice"}
    assert any(citation["ref"].startswith("husleieloven § 9-") for citation in reply["citations"])
    assert all(
        citation["as_of"] and citation["url"].startswith("https://lovdata.no/") for citation in reply["citations"]
    )
    assert "\n1. " in reply["text"]
    assert reply["contacts"]


def test_the_chosen_language_wins_over_the_language_of_the_text(service: Service) -> None:
    talk = Conversation(service.api, locale="uk")
    talk.say("utleier har sagt meg opp, må jeg flytte?")
    talk.expect("answered", locale="uk")
    assert talk.replies[0]["article"]["id"] in {"landlord-gives-notice", "protest-against-notice"}


def test_a_language_not_served_yet_is_answered_with_a_note_in_it(conversation: Conversation) -> None:
    conversation.say("właściciel wypowiedział mi umowę najmu mieszkania, co robić?")
    assert conversation.replies[0]["locale"] == "en"
    assert "po polsku" in conversation.replies[0]["text"]


@pytest.mark.parametrize(
    ("story", "article"),
    [
        (
            "Jeg fikk oppsigelse 3. juli og skal protestere, men det er fellesferie og da løper jo ikke måneden. "
            "Hva må stå i protesten, og må den sendes rekommandert?",
            "protest-against-notice",
        ),
        (
            "My husband is on sick leave and we are two months behind. Luckily it's a startlån, where they don't sell "
            "your home from under you. What kind of budget should we bring when we meet the kommune?",
            "startlan-payment-problems",
        ),
    ],
)
def test_a_belief_in_one_sentence_is_corrected_though_another_asks(service: Service, story: str, article: str) -> None:
    talk = Conversation(service.api).say(story).expect("answered", article)
    assert talk.replies[0]["myth"], talk.transcript


def test_a_wrong_belief_is_corrected_first(conversation: Conversation) -> None:
    """Also where several articles fit and the person is asked which is meant."""
    conversation.say("huseieren kan kaste meg ut i morgen fordi jeg skylder husleie, ikke sant?")
    assert conversation.replies[0]["outcome"] in {"answered", "clarify"}, conversation.transcript
    assert conversation.replies[0]["citations"]
    assert conversation.replies[0]["myth"], conversation.transcript
    belief, correction = conversation.replies[0]["myth"].split("\n\n")[:2]
    assert belief.startswith("Noen tror: «")
    assert correction.startswith("Nei")


def test_a_named_section_opens_the_article_that_rests_on_it(conversation: Conversation) -> None:
    conversation.say("hva står i § 9-11?").expect("answered", "notice-to-municipality")


def test_the_law_part_opens_by_button(conversation: Conversation) -> None:
    conversation.say("hvor mye depositum kan utleier kreve").expect("answered", "deposit")
    conversation.press("show_law").expect("answered", "deposit", text="Hva loven sier")


def test_out_of_scope_is_refused_with_a_way_on(conversation: Conversation) -> None:
    conversation.say("hvordan lager jeg pannekaker til middag?")
    assert conversation.replies[0]["outcome"] in {"out_of_scope", "no_answer"}
    assert conversation.replies[0]["contacts"]


def test_small_talk_is_small_talk(conversation: Conversation) -> None:
    conversation.say("hei").expect("smalltalk")
    conversation.say("tusen takk").expect("smalltalk")


def test_asking_for_a_human_names_humans(conversation: Conversation) -> None:
    conversation.say("kan jeg få snakke med et menneske").expect("handoff")
    assert conversation.replies[0]["contacts"]
