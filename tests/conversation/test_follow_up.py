"""A message that leans on the one before is understood in its context."""

from __future__ import annotations

import pytest

from tests.client import Conversation
from tests.service import Service


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("utleier har sagt meg opp, må jeg flytte?", "og hvis jeg bare leier et rom hos henne?"),
        ("my landlord gave me notice, what can I do?", "and if I only rent a room in his house?"),
        ("орендодавець надіслав мені oppsigelse, що робити?", "а якщо я винаймаю лише кімнату в його квартирі?"),
        ("المؤجر أرسل لي oppsigelse ماذا أفعل؟", "وإذا كنت أستأجر غرفة فقط في بيته؟"),
    ],
)
def test_lodgers_room_after_notice(service: Service, first: str, second: str) -> None:
    talk = Conversation(service.api).say(first)
    if talk.replies[0]["outcome"] == "clarify":  # validity or protest: both answer it, and the person chooses
        talk.press("landlord-gives-notice")
    talk.expect("answered")
    talk.say(second).expect("answered", "lodger-room")


def test_shared_flat_after_notice_stays_on_the_topic(conversation: Conversation) -> None:
    conversation.say("utleier har sagt meg opp, må jeg flytte?").expect("answered")
    conversation.say("og hvis jeg bor i kollektiv?")
    reply = conversation.replies[0]
    assert reply["outcome"] in {"answered", "clarify"}, conversation.transcript
    offered = {reply["article"]["id"]} if reply["article"] else {b["payload"] for b in reply["buttons"]}
    assert any("lodger-room" in item or "notice" in item for item in offered), conversation.transcript


def test_starting_over_forgets_the_topic(conversation: Conversation) -> None:
    conversation.say("utleier har sagt meg opp, må jeg flytte?").expect("answered")
    conversation.say("start på nytt").expect("smalltalk")
