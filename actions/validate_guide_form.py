"""Reads the answers of a guide; anything else interrupts it, and it resumes after."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import DeskAction
from actions.desk import Desk, Turn
from actions.guiding import ANSWER, Progress, answered, listed, progress_of, reader_of, refused, said_in, taken_back
from knowledge.guides.guide import UNKNOWN, Question
from knowledge.guides.reading import Answer, AnswerReader, Refusal
from knowledge.guides.said import Said
from knowledge.guides.words import CHANGE_ANSWER, DONT_KNOW

Events = list[dict[str, Any]]
# Never an answer, whatever the message holds. Small talk is not among them: "it is a flat" looks like anything to a
# classifier of short sentences, so what reads as an answer is one.
_NEVER_ANSWERS = ("report_danger", "start_guide", "show_article", "show_law")


class ValidateGuideForm(DeskAction):
    """Rasa runs this on each message while the form is active; no events let the message interrupt the guide."""

    def name(self) -> str:
        """Name in the domain."""
        return "validate_guide_form"

    def respond(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, desk: Desk) -> Events:
        """Keep an answer or a correction."""
        progress = progress_of(tracker, turn, desk)
        if progress is None or tracker.get_slot("requested_slot") != ANSWER:
            return []
        said = said_in(tracker, turn)
        if said.intent in _NEVER_ANSWERS:
            return []
        question_id = str(turn.entity("question"))
        if said.intent == "change_answer" and question_id in progress.answers:
            return taken_back(progress, question_id)
        if said.intent == "guide_answer":
            return pressed(progress, turn)
        return _typed(progress, said, reader_of(desk, turn.locale))


def pressed(progress: Progress, turn: Turn) -> Events:
    """A button of this guide, of the current question or an earlier one."""
    question = progress.guide.question(turn.entity("question") or "")
    option = turn.entity("option")
    if question is None or not question.applies(progress.answers):
        return []
    is_place = question.kind == "place" and progress.replies.municipalities.by_key(str(option)) is not None
    if option in question.options or is_place or (option == UNKNOWN and question.unknown):
        return answered(progress, question, option)
    return []


def _typed(progress: Progress, said: Said, reader: AnswerReader) -> Events:
    """A bare command first, then what reads as an answer, then what the classifier takes it for."""
    question, command = progress.question, reader.command(said)
    if command == DONT_KNOW and question is not None and question.unknown:
        return answered(progress, question, UNKNOWN)
    if command == CHANGE_ANSWER:
        return listed(progress)
    if command or question is None:
        return []
    return _read(progress, question, said, reader) or (listed(progress) if said.intent == "change_answer" else [])


def _read(progress: Progress, question: Question, said: Said, reader: AnswerReader) -> Events:
    found = reader.read(question, progress.replies.text.questions[question.id], said)
    is_sure, is_sorry = reader.takes_back(said), reader.apologises(said)
    is_option = isinstance(found, Answer) and question.kind == "choice"
    # What answers the question asked now is its answer, unless the message says that it takes something back; the "no" of
    # "no, I got it on …" fits many questions, and the day only one.
    looks_back = (is_sure and not is_option) or (reader.refuses(said) and (found is None or is_option))
    looks_back = looks_back or (is_sorry and found is None)
    if looks_back and (corrected := _corrected(progress, said, reader, with_choices=is_sure or is_sorry)):
        return corrected
    if isinstance(found, Answer):
        return answered(progress, question, found.value)
    return refused(progress, found) if isinstance(found, Refusal) else []


def _corrected(progress: Progress, said: Said, reader: AnswerReader, *, with_choices: bool) -> Events:
    """Another answer to the latest question that the message can be one to: "no, I meant 3 March"."""
    said = replace(said, intent="")  # a yes or no answers what is asked now
    for question_id in reversed(progress.answers):
        question = progress.guide.question(question_id)
        if question is None or (question.kind == "choice" and not with_choices):
            continue
        found = reader.read(question, progress.replies.text.questions[question_id], said)
        if isinstance(found, Answer) and found.value != progress.answers[question_id]:
            return answered(progress, question, found.value)
    return []
