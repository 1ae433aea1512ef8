"""A guide as its actions see it: what is asked, what is read, what is changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from rasa_sdk import Action

from actions.ask_guide_answer import ActionAskGuideAnswer
from actions.begin_guide import ActionBeginGuide
from actions.change_answer import ActionChangeAnswer
from actions.conclude_guide import ActionConcludeGuide
from actions.desk import Desk
from actions.explain_question import ActionExplainQuestion
from actions.guiding import ANSWER, ANSWERS, COMPLETE, GUIDE, NOTE
from actions.validate_guide_form import ValidateGuideForm
from tests.unit.actions.conftest import Given, button, message, run, tracker

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()


def _given(action: Action, said: dict[str, Any], *, asked: bool = True, **answers: Any) -> Given:
    slots = {GUIDE: "landlord-notice", ANSWERS: answers, NOTE: None, ANSWER: None}
    return run(action, tracker([said], {**slots, "requested_slot": ANSWER if asked else None}))


def _read(said: dict[str, Any], **answers: Any) -> Given:
    return _given(ValidateGuideForm(), said, **answers)


def test_a_button_begins_a_guide(desk: Desk) -> None:
    given = run(ActionBeginGuide(), tracker([button("start_guide", guide="landlord-notice")]))
    assert given.slots == {GUIDE: "landlord-notice", ANSWERS: {}, NOTE: None, ANSWER: None}


def test_a_running_guide_begins_anew(desk: Desk) -> None:
    assert _given(ActionBeginGuide(), message("på nytt", "start_over"), what="notice").slots[ANSWERS] == {}


def test_a_guide_that_is_gone_leaves_a_person_to_turn_to(desk: Desk) -> None:
    given = run(ActionBeginGuide(), tracker([button("start_guide", guide="gone")]))
    assert given.outcomes == ["error"]
    assert given.reply["contacts"]


def test_the_first_question_says_what_the_guide_is_for(desk: Desk) -> None:
    given = _given(ActionAskGuideAnswer(), message("da"))
    assert given.reply["text"] == "Oppsigelsen\n\nNoen korte spørsmål.\n\nHva fikk du?"
    assert given.reply["asks"] == "choice"
    titles = [choice["title"] for choice in given.reply["buttons"]]
    assert titles == ["En oppsigelse", "Bare muntlig beskjed", "Vet ikke", "Avslutt"]


def test_a_later_question_says_what_was_understood(desk: Desk) -> None:
    slots = {GUIDE: "landlord-notice", ANSWERS: {"what": "notice"}, NOTE: {"noted": "what"}, ANSWER: None}
    given = run(ActionAskGuideAnswer(), tracker([message("brev")], slots))
    assert given.reply["text"] == "Notert. Hva du fikk: En oppsigelse.\n\nHvilken dag fikk du den?"
    assert given.slots == {NOTE: None}
    assert "Endre et svar" in [choice["title"] for choice in given.reply["buttons"]]


def test_an_answer_is_kept(desk: Desk) -> None:
    slots = _read(message("jeg fikk et brev")).slots
    assert slots[ANSWERS] == {"what": "notice"}
    assert slots[ANSWER] is None


def test_the_last_answer_completes_the_form(desk: Desk) -> None:
    slots = _read(message("9000 kr"), what="notice", received_on=YESTERDAY).slots
    assert slots[ANSWERS]["rent"] == 9000
    assert slots[ANSWER] == COMPLETE


def test_a_pressed_option_is_kept(desk: Desk) -> None:
    slots = _read(button("guide_answer", question="what", option="unknown")).slots
    assert slots[ANSWERS] == {"what": "unknown"}


@pytest.mark.parametrize(
    "pressed",
    [
        {"question": "what", "option": "gone"},
        {"question": "gone", "option": "x"},
        {"question": "place", "option": "0301"},
    ],
)
def test_a_button_of_another_guide_is_passed_over(desk: Desk, pressed: dict[str, str]) -> None:
    assert _read(button("guide_answer", **pressed)).slots == {}


def test_an_earlier_button_changes_an_earlier_answer(desk: Desk) -> None:
    slots = _read(button("guide_answer", question="what", option="spoken"), what="notice", received_on=YESTERDAY).slots
    assert slots[ANSWERS] == {"what": "spoken"}


@pytest.mark.parametrize("intent", ["report_danger", "show_article", "start_guide"])
def test_what_is_never_an_answer_interrupts(desk: Desk, intent: str) -> None:
    assert _read(message("brev", intent)).slots == {}


@pytest.mark.parametrize("intent", ["stop", "goodbye", "start_over", "greet"])
def test_a_short_answer_taken_for_small_talk_is_an_answer(desk: Desk, intent: str) -> None:
    assert _read(message("det er et brev", intent)).slots[ANSWERS] == {"what": "notice"}
    assert _read(message("stopp", intent)).slots == {}


def test_not_knowing_takes_nothing_back(desk: Desk) -> None:
    assert _read(message("nei, det vet jeg ikke", "dont_know"), what="notice").slots == {}


def test_a_question_interrupts(desk: Desk) -> None:
    assert _read(message("kan han kaste meg ut i morgen uten brev?")).slots == {}


def test_nothing_is_read_before_anything_is_asked(desk: Desk) -> None:
    assert _given(ValidateGuideForm(), message("brev"), asked=False).slots == {}


def test_an_answer_is_taken_back_in_words(desk: Desk) -> None:
    day = (date.today() - timedelta(days=9)).isoformat()
    said = message("nei, jeg mente en annen dag", entities=[{"entity": "date", "value": day}])
    slots = _read(said, what="notice", received_on=YESTERDAY).slots
    assert slots[ANSWERS] == {"what": "notice", "received_on": day}


def test_an_answer_that_cannot_be_is_refused_with_the_reason(desk: Desk) -> None:
    day = date.today() + timedelta(days=9)
    said = message("da", entities=[{"entity": "date", "value": day.isoformat()}])
    slots = _read(said, what="notice").slots
    assert slots[ANSWERS] == {"what": "notice"}
    given = run(ActionAskGuideAnswer(), tracker([said], {GUIDE: "landlord-notice", ANSWER: None, **slots}))
    assert "den dagen har ikke vært ennå" in given.reply["text"]


def test_places_are_offered_when_it_is_not_clear_which(desk: Desk) -> None:
    slots = _read(message("Våler"), what="spoken").slots
    given = run(ActionAskGuideAnswer(), tracker([message("Våler")], {GUIDE: "landlord-notice", ANSWER: None, **slots}))
    assert sum('"question": "place"' in choice["payload"] for choice in given.reply["buttons"]) == 2


def test_answers_are_listed_to_be_changed(desk: Desk) -> None:
    slots = _read(button("change_answer"), what="notice").slots
    given = run(ActionAskGuideAnswer(), tracker([message("x")], {GUIDE: "landlord-notice", ANSWER: None, **slots}))
    assert [choice["payload"] for choice in given.reply["buttons"]] == ['/change_answer{"question": "what"}']


def test_an_answer_chosen_for_change_is_asked_again(desk: Desk) -> None:
    assert _read(button("change_answer", question="what"), what="notice").slots[ANSWERS] == {}


def test_help_tells_how_to_find_out(desk: Desk) -> None:
    assert _given(ActionExplainQuestion(), message("vet ikke", "dont_know")).reply["text"] == "Se på brevet."


def test_after_the_result_an_answer_can_be_changed(desk: Desk) -> None:
    said = button("change_answer", question="received_on")
    given = _given(ActionChangeAnswer(), said, what="notice", received_on=YESTERDAY, rent=1)
    assert given.slots[ANSWERS] == {"what": "notice", "rent": 1}
    assert given.followup == "guide_form"


def test_after_the_result_an_old_button_gives_the_new_result(desk: Desk) -> None:
    given = _given(ActionChangeAnswer(), button("guide_answer", question="what", option="unknown"),
                   what="notice", received_on=YESTERDAY, rent=1)  # fmt: skip
    assert given.slots[ANSWERS] == {"what": "unknown", "received_on": YESTERDAY}
    assert given.followup == "action_conclude_guide"


def test_without_a_guide_there_is_nothing_to_change(desk: Desk) -> None:
    given = run(ActionChangeAnswer(), tracker([button("change_answer")]))
    assert given.outcomes == ["smalltalk"]


def test_the_result_of_a_real_guide(real_desk: Desk) -> None:
    given = _given(ActionConcludeGuide(), message("da"), what="spoken", home="whole")
    assert given.outcomes == ["guide"]
    assert "skal være skriftlig" in given.reply["text"]
    assert "Dette svarte du:\n- Hva du fikk: Bare muntlig beskjed" in given.reply["text"]
    assert given.reply["citations"][0]["ref"] == "husleieloven § 9-7"
    assert given.slots == {"current_article": "landlord-gives-notice"}
    assert given.reply["attachments"][-1]["url"] == "/articles/landlord-gives-notice/summary.pdf?locale=nb"


def test_a_letter_belongs_to_the_site_of_the_conversation(real_desk: Desk) -> None:
    told = {"stage": "petition", "ground": "notice", "protested": "no", "received_on": "unknown"}
    slots = {GUIDE: "eviction", ANSWERS: told, NOTE: None, ANSWER: None}
    given = run(ActionConcludeGuide(), tracker([message("da")], slots, {"site": "kommune"}))
    letters = [each["url"] for each in given.reply["attachments"] if each["url"].startswith("/letters/")]
    assert letters
    assert all("?locale=nb&site=kommune#" in url for url in letters)


def test_a_guide_that_was_never_begun_leaves_a_person_to_turn_to(real_desk: Desk) -> None:
    assert run(ActionConcludeGuide(), tracker([message("da")])).outcomes == ["error"]


def test_an_apology_before_an_answer_changes_no_earlier_one(desk: Desk) -> None:
    """Asked for the rent: "oi, den er 13000" is the rent; it would be a lost deadline if it moved a day."""
    slots = _read(message("beklager, 13000"), what="notice", received_on=YESTERDAY).slots
    assert slots[ANSWERS] == {"what": "notice", "received_on": YESTERDAY, "rent": 13000}
