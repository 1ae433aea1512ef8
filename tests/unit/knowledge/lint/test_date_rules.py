"""Rules for what an article says of days to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.lint.date_rules import DATE_RULES
from knowledge.lint.finding import Finding

YAML, NB = "articles/tenancy/deposit/article.yaml", "articles/tenancy/deposit/nb.md"
STEP, CHECKED = "1. Be om en egen konto.", "checked_on: 2026-11-24"
A_DAY = date(2026, 11, 24)
REVIEW = '\nreview_by:\n  - {date: 2028-07-01, why: "The rule ends."}'
Edit = Callable[[str, str, str], Path]


def _findings(content: Path, today: date = A_DAY) -> list[Finding]:
    library = Library.read(content)
    return [finding for rule in DATE_RULES for finding in rule(library.articles["deposit"], library, today)]


@pytest.mark.parametrize("article", ["deposit", "notice", "mould", "violence"])
def test_sound_content_keeps_the_rules(sample: Library, article: str) -> None:
    assert [finding for rule in DATE_RULES for finding in rule(sample.articles[article], sample, A_DAY)] == []


@pytest.mark.parametrize("prose", ["til 1. juli 2028", "i juli 2028", "til og med 2028", "i 2028"])
def test_a_date_to_come_must_be_listed(content: Path, edit: Edit, prose: str) -> None:
    path = edit(NB, STEP, f"{STEP} Regelen gjelder {prose}.")
    (finding,) = _findings(content)
    assert (finding.rule, finding.path, finding.is_error) == ("coming-dates-watched", path, True)
    assert "2028" in finding.message
    edit(YAML, CHECKED, CHECKED + REVIEW)
    assert _findings(content) == []


def test_another_day_on_the_list_does_not_help(content: Path, edit: Edit) -> None:
    edit(NB, STEP, f"{STEP} Regelen gjelder til 1. juli 2029.")
    edit(YAML, CHECKED, CHECKED + REVIEW)
    assert [finding.rule for finding in _findings(content)] == ["coming-dates-watched"]


def test_a_myth_is_read_too(content: Path, edit: Edit) -> None:
    edit(NB, "answer: Nei.", "answer: Nei, ikke før 1. juli 2028.")
    assert [finding.rule for finding in _findings(content)] == ["coming-dates-watched"]


@pytest.mark.parametrize(
    "prose", ["Loven trådte i kraft 1. juli 2023", "I 2026 ble den endret", "Gebyret er {{court-fee}}"]
)
def test_a_day_that_has_been_and_a_constant_need_no_list(content: Path, edit: Edit, prose: str) -> None:
    edit(NB, STEP, f"{STEP} {prose}.")
    assert _findings(content) == []


@pytest.mark.parametrize(
    ("today", "when", "is_error"),
    [
        (date(2028, 5, 2), "in 60 days", False),
        (date(2028, 7, 1), "in 0 days", False),
        (date(2028, 7, 2), "which was 1 days ago", True),
    ],
)
def test_a_review_is_warned_of_and_then_demanded(
    content: Path, edit: Edit, today: date, when: str, is_error: bool
) -> None:
    path = edit(YAML, CHECKED, CHECKED + REVIEW)
    (finding,) = _findings(content, today)
    assert (finding.rule, finding.path, finding.is_error) == ("reviews-in-time", path, is_error)
    assert finding.message == f"read it again by 2028-07-01, {when}: The rule ends."


def test_a_review_is_not_warned_of_too_early(content: Path, edit: Edit) -> None:
    edit(YAML, CHECKED, CHECKED + REVIEW)
    assert _findings(content, date(2028, 5, 1)) == []
