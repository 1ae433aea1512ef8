"""Which letter it is, from its sender and its words; where to go on; who helps to read it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.letter import conclude
from tests.unit.real import PLACES, REAL

GUIDE = REAL.guides["letter"]
FACTS = Facts(date(2026, 11, 26), REAL.figures, PLACES)


def _concluded(sender: str, **more: Any) -> Conclusion:
    return conclude({"sender": sender, **more}, FACTS)


def _every_letter() -> Iterator[dict[str, Any]]:
    """Every sender with each thing the letter can be."""
    senders = GUIDE.questions[0]
    for sender in (*senders.options, UNKNOWN):
        asked = GUIDE.next_question({"sender": sender})
        assert asked is not None
        for said in (*asked.options, UNKNOWN):
            yield {"sender": sender, asked.id: said}


@pytest.mark.parametrize(
    ("sender", "question", "said", "part", "guides"),
    [
        ("landlord", "from_landlord", "notice", "notice", ("landlord-notice",)),
        ("landlord", "from_landlord", "rescission", "rescission", ("landlord-notice",)),
        ("landlord", "from_landlord", "warning", "warning", ("eviction",)),
        ("landlord", "from_landlord", "rent", "rent", ("rent-increase",)),
        ("landlord", "from_landlord", "demand", "demand", ("eviction",)),
        ("landlord", "from_landlord", "claim", "claim", ("moving-out", "deposit")),
        ("landlord", "from_landlord", "nav-copy", "nav-copy", ("eviction",)),
        ("landlord", "from_landlord", "unknown", "landlord-unsure", ("landlord-notice", "eviction")),
        ("money", "from_money", "warning", "warning", ("eviction",)),
        ("money", "from_money", "deposit", "deposit", ("deposit",)),
        ("money", "from_money", "loan", "loan", ("loans-and-grants",)),
        ("money", "from_money", "debt", "debt", ()),
        ("money", "from_money", "unknown", "money-unsure", ()),
        ("enforcement", "from_enforcement", "petition", "petition", ("eviction",)),
        ("enforcement", "from_enforcement", "day", "day", ("eviction", "nowhere-tonight")),
        ("enforcement", "from_enforcement", "complaint-answer", "complaint-answer", ("eviction",)),
        ("enforcement", "from_enforcement", "seizure", "seizure", ()),
        ("enforcement", "from_enforcement", "unknown", "enforcement-unsure", ("eviction",)),
        ("court", "from_court", "petition", "petition", ("eviction",)),
        ("court", "from_court", "summons", "summons", ()),
        ("court", "from_court", "ruling", "ruling", ("eviction",)),
        ("court", "from_court", "forced-sale", "forced-sale", ("loans-and-grants",)),
        ("court", "from_court", "unknown", "court-unsure", ()),
        ("tribunal", "from_tribunal", "tribunal-complaint", "tribunal-complaint", ()),
        ("tribunal", "from_tribunal", "tribunal-decision", "tribunal-decision", ("eviction",)),
        ("tribunal", "from_tribunal", "unknown", "tribunal-unsure", ()),
        ("nav", "from_office", "decision", "nav-decision", ("refusal",)),
        ("municipality", "from_office", "decision", "municipality-decision", ("refusal",)),
        ("husbanken", "from_office", "decision", "husbanken-decision", ("refusal",)),
        ("nav", "from_office", "papers", "papers", ()),
        ("nav", "from_office", "later", "later", ("which-office",)),
        ("husbanken", "from_office", "repay", "repay", ("refusal",)),
        ("municipality", "from_office", "meeting", "meeting", ()),
        ("nav", "from_office", "unknown", "office-unsure", ("which-office",)),
        ("unknown", "words", "notice", "notice", ("landlord-notice",)),
        ("unknown", "words", "petition", "petition", ("eviction",)),
        ("unknown", "words", "any-decision", "any-decision", ("refusal",)),
        ("unknown", "words", "debt", "debt", ()),
        ("unknown", "words", "unknown", "nobody", ("which-office",)),
    ],
)
def test_the_kind_of_letter(sender: str, question: str, said: str, part: str, guides: tuple[str, ...]) -> None:
    result = _concluded(sender, **{question: said})
    assert result.parts[0].key == part
    assert result.guides == guides


def test_a_letter_that_is_two_things_at_once_tells_of_both_times() -> None:
    # Husleieloven §§ 9-8 (a month) and 9-9 (none), tvangsfullbyrdelsesloven § 4-18 (two weeks).
    for text in GUIDE.texts.values():
        assert "heving" in text.parts["notice"], text.locale
        assert "§ 4-18" in text.parts["notice"], text.locale
        for key in ("rescission", "warning"):
            assert "oppsigelse" in text.parts[key], text.locale


def test_two_questions_are_enough() -> None:
    for answers in _every_letter():
        assert GUIDE.next_question(answers) is None


def test_public_offices_must_think_of_an_interpreter_and_landlords_need_not() -> None:
    # Tolkeloven § 2: public offices and courts.
    for sender, question in (("nav", "from_office"), ("court", "from_court"), ("tribunal", "from_tribunal")):
        result = _concluded(sender, **{question: UNKNOWN})
        assert result.parts[1].key == "interpreter"
        assert "tolkeloven § 6" in result.laws
    for sender, question in (("landlord", "from_landlord"), ("money", "from_money"), (UNKNOWN, "words")):
        result = _concluded(sender, **{question: UNKNOWN})
        assert result.parts[1].key == "readers"
        assert "tolkeloven § 6" not in result.laws
        assert "caritas" in result.contacts


def test_every_section_that_is_cited_stands_in_an_article_shown_with_the_result() -> None:
    for answers in _every_letter():
        result = conclude(answers, FACTS)
        cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
        assert set(result.laws) <= cited, (answers, set(result.laws) - cited)


def test_the_guide_that_a_text_speaks_of_is_offered() -> None:
    named = {"om oppsigelse": "landlord-notice", "om utkastelse": "eviction", "om avslag": "refusal",
             "om leieøkning": "rent-increase", "om depositum": "deposit"}  # fmt: skip
    for answers in _every_letter():
        result = conclude(answers, FACTS)
        text = " ".join(GUIDE.texts["nb"].parts[result.parts[0].key].split())
        for words, guide in named.items():
            if f"veiviseren {words}" in text:
                assert guide in result.guides, (answers, guide)
        assert "veiviseren" not in text or result.guides, answers
