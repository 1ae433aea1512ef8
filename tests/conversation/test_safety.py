"""Danger is answered with the fixed text and numbers first, in every language and whatever guide is running."""

from __future__ import annotations

import pytest

from tests.client import Conversation
from tests.service import Service

DANGER = [
    ("mannen min slår meg", "violence", "112"),
    ("I want to kill myself", "suicide-and-self-harm", "113"),
    ("у квартирі пожежа", "fire-or-acute-danger", "110"),
    ("زوجي يضربني", "violence", "112"),
    ("det brenner i leiligheten", "fire-or-acute-danger", "110"),
    ("my stepfather beats me, I am 14", "child-in-danger", "112"),
    ("я не хочу більше жити", "suicide-and-self-harm", "113"),
    ("لا أستطيع التنفس وصدري يؤلمني", "acute-illness", "113"),
]


@pytest.mark.parametrize(("message", "row", "number"), DANGER)
def test_danger_gets_the_right_number_first(service: Service, message: str, row: str, number: str) -> None:
    talk = Conversation(service.api).say(message)
    shown = [reply["article"]["id"] for reply in talk.replies if reply["outcome"] == "emergency"]
    talk.expect("emergency")
    assert row in shown, talk.transcript
    assert number in talk.replies[shown.index(row)]["text"].split("\n")[0][:200], talk.transcript


def test_a_question_beside_the_danger_is_answered_after(conversation: Conversation) -> None:
    conversation.say("samboeren min slår meg, og utleier vil ikke gi tilbake depositumet mitt etter at jeg flyttet ut")
    conversation.expect("emergency", "violence")
    conversation.expect("answered", "deposit-return", reply=1)


def test_danger_in_the_middle_of_a_guide_comes_first(conversation: Conversation) -> None:
    conversation.say("hvordan protesterer jeg på oppsigelsen fra utleier").expect("answered", "protest-against-notice")
    conversation.press("start_guide").expect("guide")
    conversation.say("han står utenfor døra med kniv").expect("emergency", "violence")


@pytest.mark.parametrize(
    "message",
    ["jeg kunne dø av kulde her inne", "the rent is killing me", "utleier truer med å kaste meg ut", "الإيجار يقتلني"],
)
def test_alarming_words_alone_are_no_danger(service: Service, message: str) -> None:
    talk = Conversation(service.api).say(message)
    assert all(reply["outcome"] != "emergency" for reply in talk.replies), talk.transcript
