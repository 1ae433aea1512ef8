"""Every way through every guide ends in a result that can be shown in each of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import FUTURE, PAST, UNKNOWN, Guide, Question
from knowledge.guides.rules import rule_of
from knowledge.placeholders import is_known, names_in
from tests.unit.real import PLACES, REAL

TODAY = date(2026, 11, 26)
FACTS = Facts(TODAY, REAL.figures, PLACES)
GUIDES = pytest.mark.parametrize("guide", REAL.guides.values(), ids=list(REAL.guides))
_VALUE = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
_MOST_WAYS = 20_000
_DAYS = {PAST: (0, 20, 40, 150, 800), FUTURE: (0, 9, 45, 400), "any": (-40, 0, 40)}


def _samples(question: Question) -> list[Any]:
    """Answers that stand for all others: every option, days near and far, numbers at both ends and between."""
    if question.kind == "choice":
        found: list[Any] = list(question.options)
    elif question.kind == "date":
        sign = -1 if question.when == PAST else 1
        found = [(TODAY + sign * timedelta(days=days)).isoformat() for days in _DAYS[question.when]]
    elif question.kind == "place":
        found = ["0301", "0301-4", "4601", "5610"]
    else:
        highest = min(question.highest, 60_000)
        found = [question.lowest, min(question.lowest + 3, highest), (question.lowest + highest) // 2, highest]
    return [*found, UNKNOWN] if question.unknown else found


def _ways(guide: Guide, answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    question = guide.next_question(answers)
    if question is None:
        yield answers
        return
    for value in _samples(question):
        yield from _ways(guide, {**answers, question.id: value})


def _conclusions(guide: Guide) -> Iterator[tuple[dict[str, Any], Conclusion]]:
    for number, answers in enumerate(_ways(guide, {})):
        if number == _MOST_WAYS:
            return
        yield answers, rule_of(guide.id)(answers, FACTS)


@GUIDES
def test_every_way_ends_in_a_result_that_can_be_shown(guide: Guide) -> None:
    said: set[str] = set()
    cited = {law.ref for article in guide.articles for law in REAL.articles[article].laws}
    for answers, conclusion in _conclusions(guide):
        assert conclusion.parts, answers
        assert conclusion.articles, answers
        assert set(conclusion.articles) <= set(guide.articles), answers
        assert set(conclusion.laws) <= cited & set(guide.laws), (
            answers,
            set(conclusion.laws) - cited & set(guide.laws),
        )
        assert set(conclusion.contacts) <= set(REAL.contacts), answers
        assert set(conclusion.guides) <= set(REAL.guides), answers
        assert conclusion.contacts, answers
        for offer in conclusion.letters:
            assert set(offer.values) <= {field.id for field in REAL.letters[offer.letter].fields}, answers
        for text in guide.texts.values():
            assert {key for key, _ in conclusion.dates} <= set(text.dates), (text.locale, answers)
            for part in conclusion.parts:
                needed = set(_VALUE.findall(text.parts[part.key]))
                assert needed <= set(part.values), (text.locale, part.key, needed - set(part.values))
        said.update(part.key for part in conclusion.parts)
    unused = set(guide.texts["nb"].parts) - said
    # A date far from today can hide a part: those name it themselves in the guide's own tests.
    assert not unused or _own_tests_name(guide, unused), unused


def _own_tests_name(guide: Guide, parts: set[str]) -> bool:
    tests = __file__.replace("test_real_guides", f"test_{guide.id.replace('-', '_')}")
    with open(tests, encoding="utf-8") as file:
        text = file.read()
    return all(f'"{part}"' in text for part in parts)


@GUIDES
def test_languages_say_the_same(guide: Guide) -> None:
    source = guide.texts["nb"]
    for text in guide.texts.values():
        assert set(text.parts) == set(source.parts), text.locale
        assert set(text.dates) == set(source.dates), text.locale
        assert len(text.asks) >= 8, text.locale
        for key, part in text.parts.items():
            assert set(_VALUE.findall(part)) == set(_VALUE.findall(source.parts[key])), (text.locale, key)
            assert sorted(names_in(part)) == sorted(names_in(source.parts[key])), (text.locale, key)


@GUIDES
def test_placeholders_are_known(guide: Guide) -> None:
    for text in guide.texts.values():
        shown = [
            *text.parts.values(),
            *(q.text for q in text.questions.values()),
            *(q.help for q in text.questions.values()),
        ]
        unknown = {name for part in shown for name in names_in(part) if not is_known(name, REAL)}
        assert not unknown, text.locale


@GUIDES
def test_it_is_written_in_bokmal_and_english(guide: Guide) -> None:
    assert {"nb", "en"} <= set(guide.texts)


@GUIDES
def test_its_sections_are_cited_by_its_articles(guide: Guide) -> None:
    cited = {law.ref for article in guide.articles for law in REAL.articles[article].laws}
    assert set(guide.laws) <= cited


@GUIDES
def test_an_article_leads_to_it(guide: Guide) -> None:
    assert any(guide.id in article.guides for article in REAL.articles.values())
