"""The guide that reckons the protest deadline: answers, interruption, correction, leaving."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.deadlines import protest_deadline
from tests.client import Conversation
from tests.service import Service


def _started(service: Service) -> Conversation:
    talk = Conversation(service.api)
    talk.say("hvordan protesterer jeg på oppsigelsen fra utleier").expect("answered", "protest-against-notice")
    return talk.press("start_protest_deadline").expect("guide", text="rom")


def test_the_deadline_is_reckoned(service: Service) -> None:
    talk = _started(service).press("deny").expect("guide", text="dato")
    yesterday = date.today() - timedelta(days=1)
    talk.say("i går")
    last = protest_deadline(yesterday)
    talk.expect("guide", "protest-against-notice", text=f"{last.day}.")
    assert str(last.year) in talk.replies[0]["text"]


def test_a_lodger_is_told_of_the_lodgers_rules(service: Service) -> None:
    _started(service).press("affirm").expect("answered", "lodger-room")


def test_a_question_in_the_middle_is_answered_and_the_guide_resumes(service: Service) -> None:
    talk = _started(service).press("deny").expect("guide", text="dato")
    talk.say("hvor mye depositum kan utleier kreve?").expect("answered", "deposit")
    talk.expect("guide", text="dato", reply=1)
    talk.say("12. oktober").expect("guide", "protest-against-notice")


def test_a_date_in_the_future_is_asked_again(service: Service) -> None:
    talk = _started(service).press("deny")
    coming = date.today() + timedelta(days=20)
    talk.say(f"{coming.day}.{coming.month}.{coming.year}").expect("guide", text="ikke vært")


def test_the_guide_can_be_left(service: Service) -> None:
    talk = _started(service).say("stopp").expect("smalltalk")
    talk.say("hvor mye depositum kan utleier kreve?").expect("answered", "deposit")
    assert len(talk.replies) == 1
