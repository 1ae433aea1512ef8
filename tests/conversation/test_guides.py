"""Guides as people walk them, from `transcripts/<guide>.yaml`, against the real servers.

Each transcript names `guide`, `locale` and turns. A turn is `say: "…"` or `press: "part of a title or payload"`, and
may name a new `locale`. What is expected of the last reply: `asks: question` (the guide asks it), `parts: [keys]`
(texts of the result), `outcome`, `article`, `text`; `first: {…}` is the same of the first reply, where a question is
answered before the guide goes on. `{days: -3}` in a `say` is a date so many days from today. `until` is the last day
on which the figures hold that the result needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from knowledge.guides.guide import Guide
from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.yaml_file import read_yaml
from tests.client import Conversation
from tests.service import Service

FOLDER = Path(__file__).with_name("transcripts")
LIBRARY = Library.read(Settings().content_dir)
_DAY = re.compile(r"\{days: (-?\d+)\}")
_SENTENCE_LETTERS = 40


def _transcripts() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for number, transcript in enumerate(read_yaml(path)):
            yield pytest.param(transcript, id=f"{path.stem}-{number}-{transcript['locale']}")


@pytest.mark.parametrize("transcript", _transcripts())
def test_a_guide_is_walked(service: Service, transcript: dict[str, Any]) -> None:
    if "until" in transcript and date.today() > transcript["until"]:
        pytest.skip("its figures have run out: renew constants.yaml, and the date here")
    guide = LIBRARY.guides[transcript["guide"]]
    talk = Conversation(service.api, transcript["locale"])
    if "start" in transcript:
        talk.say(transcript["start"])
    else:
        talk.send({"payload": f'/start_guide{{"guide": "{guide.id}"}}', "title": guide.id})
    locale = transcript["locale"]
    for turn in transcript["turns"]:
        locale = turn.get("locale", locale)
        _take(talk, turn, locale)
        _check(talk, guide, locale, turn, len(talk.replies) - 1)
        if "first" in turn:
            _check(talk, guide, locale, turn["first"], 0)


def _take(talk: Conversation, turn: dict[str, Any], locale: str) -> None:
    if "press" in turn:
        talk.press(turn["press"])
    elif "say" in turn:
        talk.say(_DAY.sub(_written, turn["say"]), locale=locale)


def _written(match: re.Match[str]) -> str:
    return (date.today() + timedelta(days=int(match.group(1)))).strftime("%d.%m.%Y")


def _check(talk: Conversation, guide: Guide, locale: str, turn: dict[str, Any], number: int) -> None:
    text = guide.text_for(locale)
    if "asks" in turn:
        talk.expect("guide", text=_opening(text.questions[turn["asks"]].text), reply=number)
    for part in turn.get("parts", ()):
        talk.expect("guide", text=_opening(text.parts[part]), reply=number)
    if {"outcome", "article", "text"} & set(turn):
        outcome = turn.get("outcome", "guide")
        talk.expect(outcome, turn.get("article"), text=turn.get("text"), reply=number)


def _opening(text: str) -> str:
    """The beginning of a text as it is shown, up to what is filled in; a block of list lines begins with its heading."""
    first_line = text.strip().split("\n\n")[0].split("\n- ")[0]
    return " ".join(first_line.split("{")[0].split())[:_SENTENCE_LETTERS].strip()


@pytest.mark.parametrize("guide", LIBRARY.guides)
def test_every_guide_has_transcripts(guide: str) -> None:
    walked = [
        transcript for path in FOLDER.glob("*.yaml") for transcript in read_yaml(path) if transcript["guide"] == guide
    ]
    assert {transcript["locale"] for transcript in walked} >= set(LIBRARY.guides[guide].texts)
