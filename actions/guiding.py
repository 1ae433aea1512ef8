"""Where a conversation stands in a guide, read from its slots, and the events that move it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet

from actions.desk import Desk, Turn, composer_for
from knowledge.guides.guide import Guide, Question
from knowledge.guides.reading import AnswerReader, Refusal
from knowledge.guides.replies import GuideReplies
from knowledge.guides.said import Said
from knowledge.guides.words import Words
from knowledge.municipalities import Municipalities

FORM = "guide_form"
GUIDE, ANSWERS, NOTE = "guide", "guide_answers", "guide_note"
ANSWER = "guide_answer"  # the one slot of the form; filled when no question is left
COMPLETE = "complete"
LISTING = "listing"  # a note: show the answers
_SLOTS = (GUIDE, ANSWERS, NOTE, ANSWER)


@dataclass(frozen=True)
class Progress:
    """A guide with the answers given so far."""

    guide: Guide
    answers: dict[str, Any]
    replies: GuideReplies

    @property
    def question(self) -> Question | None:
        """What is to be asked now; None when all is known."""
        return self.guide.next_question(self.answers)


def progress_of(tracker: Tracker, turn: Turn, desk: Desk) -> Progress | None:
    """The guide of a conversation; None where there is none, or none any more."""
    guide = desk.library.guides.get(tracker.get_slot(GUIDE) or "")
    if guide is None:
        return None
    places = municipalities_of(desk)
    return Progress(guide, dict(tracker.get_slot(ANSWERS) or {}), GuideReplies(guide, composer_for(desk, turn), places))


def reader_of(desk: Desk, locale: str) -> AnswerReader:
    """Reads answers in a conversation in that language, as of today."""
    return AnswerReader(_words(desk, locale), municipalities_of(desk), date.today(), locale)


def said_in(tracker: Tracker, turn: Turn) -> Said:
    """The latest message as an answer is read from it."""
    return Said(turn.text, str(tracker.get_intent_of_latest_message() or ""), turn.entities)


@lru_cache(maxsize=1)
def municipalities_of(desk: Desk) -> Municipalities:
    """The municipalities of the content folder."""
    return Municipalities.read(desk.settings.content_dir / "municipalities.csv")


@lru_cache(maxsize=16)
def _words(desk: Desk, locale: str) -> Words:
    return Words.read(desk.settings.content_dir / "guides" / "words.yaml", locale)


def begun(guide_id: str) -> list[dict[str, Any]]:
    """Events after which the guide asks its first question."""
    return [SlotSet(GUIDE, guide_id), SlotSet(ANSWERS, {}), SlotSet(NOTE, None), SlotSet(ANSWER, None)]


def begun_at_once(guide_id: str) -> list[dict[str, Any]]:
    """The same, from an action whose rule does not lead into the guide."""
    return [*begun(guide_id), FollowupAction(FORM)]


def answered(progress: Progress, question: Question, value: Any) -> list[dict[str, Any]]:
    """Events that keep an answer, drop those it makes pointless, and end the form when nothing is left to ask."""
    answers = progress.guide.still_asked({**progress.answers, question.id: value})
    is_complete = progress.guide.next_question(answers) is None
    return [
        SlotSet(ANSWERS, answers),
        SlotSet(NOTE, {"noted": question.id}),
        SlotSet(ANSWER, COMPLETE if is_complete else None),
    ]


def taken_back(progress: Progress, question_id: str) -> list[dict[str, Any]]:
    """Events after which a question is asked again."""
    answers = {question: value for question, value in progress.answers.items() if question != question_id}
    return [SlotSet(ANSWERS, answers), SlotSet(NOTE, None), SlotSet(ANSWER, None)]


def refused(progress: Progress, refusal: Refusal) -> list[dict[str, Any]]:
    """Events after which the same question is asked, with the reason before it."""
    note = {"refused": refusal.key, "values": _json_values(refusal), "places": list(refusal.places)}
    return [SlotSet(ANSWERS, progress.answers), SlotSet(NOTE, note)]


def listed(progress: Progress) -> list[dict[str, Any]]:
    """Events after which the answers are shown in place of the question."""
    return [SlotSet(ANSWERS, progress.answers), SlotSet(NOTE, {LISTING: True})]


def note_in(tracker: Tracker, progress: Progress) -> tuple[str, Refusal | None]:
    """What is to be said before the next question, and the refusal it tells of, if any."""
    note = tracker.get_slot(NOTE) or {}
    question = progress.guide.question(note.get("noted", ""))
    if question is not None and question.id in progress.answers:
        return progress.replies.noted(question, progress.answers[question.id]), None
    if "refused" not in note:
        return "", None
    values = {name: date.fromisoformat(value) if name == "date" else value for name, value in note["values"].items()}
    refusal = Refusal(note["refused"], values, tuple((number, name) for number, name in note["places"]))
    return progress.replies.refused(refusal), refusal


def _json_values(refusal: Refusal) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in refusal.values.items()}


def forgotten() -> list[dict[str, Any]]:
    """Events that empty the slots of guides."""
    return [SlotSet(slot, None) for slot in _SLOTS]
