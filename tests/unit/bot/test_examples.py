"""Sentences that intents are learned from of intents: enough in every language, none in two intents, none of anybody's data."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from knowledge.library import Library
from knowledge.off_topic import read_off_topic
from knowledge.passages import QUESTION, passages
from knowledge.privacy import masked
from knowledge.text import normalised
from tests.unit.bot.conftest import BOT, LOCALES, examples_in, read_bot_file

EXAMPLES = {locale: examples_in(locale) for locale in LOCALES}
INTENTS = {name for file in ("conversation", "guide") for name in read_bot_file(f"domain/{file}.yml")["intents"]}
FROM_BUTTONS = {"show_article", "show_law", "start_guide", "guide_answer"}
FROM_PATTERNS = {"report_danger"}
FROM_CONTENT = {"ask_rights", "out_of_scope"}  # their examples are the sample questions and off-topic sentences
LEARNED = INTENTS - FROM_BUTTONS - FROM_PATTERNS - FROM_CONTENT
CASES = [(locale, intent) for locale in LOCALES for intent in sorted(LEARNED)]
_SCRIPTS = {
    "uk": re.compile("[а-яіїєґ]", re.IGNORECASE),
    "ar": re.compile("[\u0620-\u064a]"),
    "fa": re.compile("[\u0620-\u06cc]"),
}
FEWEST = 10


def test_there_is_a_file_for_every_language() -> None:
    assert {path.stem for path in (BOT / "data" / "nlu").glob("*.yml")} == set(LOCALES)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_intents_are_learned_in_every_language(locale: str) -> None:
    assert EXAMPLES[locale].keys() == LEARNED


@pytest.mark.parametrize(("locale", "intent"), CASES)
def test_an_intent_has_enough_examples(locale: str, intent: str) -> None:
    assert len({normalised(text) for text in EXAMPLES[locale][intent]}) >= FEWEST


@pytest.mark.parametrize("locale", LOCALES)
def test_no_example_stands_twice(locale: str) -> None:
    counts = Counter(text.lower() for texts in EXAMPLES[locale].values() for text in texts)
    assert [text for text, count in counts.items() if count > 1] == []


def test_no_example_stands_in_two_intents() -> None:
    """Whatever the language: one classifier learns them all."""
    intents: dict[str, set[str]] = {}
    for by_intent in EXAMPLES.values():
        for intent, texts in by_intent.items():
            for text in texts:
                intents.setdefault(normalised(text), set()).add(intent)
    assert {text: names for text, names in intents.items() if len(names) > 1} == {}


def test_no_example_is_a_question_about_rights(real: Library) -> None:
    questions = {normalised(row.text) for row in passages(real) if row.kind == QUESTION}
    assert [text for text in _all() if normalised(text) in questions] == []


def test_no_example_is_off_topic(real: Library) -> None:
    sentences = {normalised(text) for _, text in read_off_topic(real)}
    assert [text for text in _all() if normalised(text) in sentences] == []


def test_no_example_holds_personal_data() -> None:
    assert [text for text in _all() if masked(text) != text] == []


def test_no_example_is_marked_up() -> None:
    """Square brackets would be read as entities."""
    assert [text for text in _all() if set(text) & set("[]{}`")] == []


@pytest.mark.parametrize("locale", _SCRIPTS)
def test_most_examples_are_in_the_script_of_their_language(locale: str) -> None:
    """Some people have no other keyboard than a Latin one."""
    texts = [text for rows in EXAMPLES[locale].values() for text in rows]
    own = [text for text in texts if _SCRIPTS[locale].search(text)]
    assert len(own) >= 0.85 * len(texts)


def _all() -> list[str]:
    return [text for by_intent in EXAMPLES.values() for texts in by_intent.values() for text in texts]
