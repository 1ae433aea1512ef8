"""Whether a translation still follows its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.article import ArticleText
from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.translation import is_stale, sentences_digest, stamp, stamp_all

NB, EN = "articles/tenancy/deposit/nb.md", "articles/tenancy/deposit/en.md"

# What a reader sees: (old, new)
SEEN = {
    "title": ("title: Depositum", "title: Depositumet"),
    "sentence": ("1. Be om en egen konto.", "1. Krev en egen konto."),
    "heading": ("## Kort svar", "## Kort"),
    "correction": ("answer: Nei.", "answer: Nei!"),
}
# What a reader does not see, or sees no differently.
UNSEEN = {
    "sample question": ("  - hvor stort depositum kan utleier kreve", "  - hvor mye i depositum"),
    "wrong belief": ("- Depositumet er utleierens penger", "- Pengene er hans"),
    "review state": ("review: reviewed", "review: drafted"),
    "line break": ("1. Be om en egen konto.", "1. Be om\n   en egen konto."),
    "blank line": ("## Gjør dette nå\n", "\n## Gjør dette nå\n\n"),
}


def _pair(content: Path) -> tuple[ArticleText, ArticleText]:
    texts = Library.read(content).articles["deposit"].texts
    return texts["en"], texts["nb"]


def test_a_stamped_translation_is_fresh(content: Path) -> None:
    assert not is_stale(*_pair(content))


@pytest.mark.parametrize(("old", "new"), SEEN.values(), ids=list(SEEN))
def test_a_translation_is_stale_when_the_source_reads_differently(
    content: Path, edit: Callable[[str, str, str], Path], old: str, new: str
) -> None:
    edit(NB, old, new)
    assert is_stale(*_pair(content))


@pytest.mark.parametrize(("old", "new"), UNSEEN.values(), ids=list(UNSEEN))
def test_a_translation_stays_fresh_when_the_source_reads_the_same(
    content: Path, edit: Callable[[str, str, str], Path], old: str, new: str
) -> None:
    edit(NB, old, new)
    assert not is_stale(*_pair(content))


def test_editing_the_translation_does_not_make_it_stale(content: Path, edit: Callable[[str, str, str], Path]) -> None:
    edit(EN, "Keep the receipt.", "Keep every receipt.")
    assert not is_stale(*_pair(content))


def test_a_translation_without_a_digest_is_stale(sample: Library) -> None:
    texts = sample.articles["deposit"].texts
    assert is_stale(replace(texts["en"], source_digest=None), texts["nb"])


def test_only_translations_without_a_digest_are_stamped(content: Path, edit: Callable[[str, str, str], Path]) -> None:
    nb = edit(NB, "1. Be om en egen konto.", "1. Krev en egen konto.")
    before = nb.read_text("utf-8")
    assert list(stamp_all(Settings(content_dir=content))) == []
    assert is_stale(*_pair(content)), "a stale translation is left for its translator"
    assert nb.read_text("utf-8") == before


def test_setting_the_digest_to_null_and_stamping_makes_it_fresh(
    content: Path, edit: Callable[[str, str, str], Path]
) -> None:
    edit(NB, "1. Be om en egen konto.", "1. Krev en egen konto.")
    english, source = _pair(content)
    edit(EN, f"source_digest: {english.source_digest}", "source_digest: null")
    assert list(stamp_all(Settings(content_dir=content))) == [content / EN]
    assert _pair(content)[0].source_digest == sentences_digest(source)


def test_a_digest_of_decimal_digits_stays_text(content: Path) -> None:
    stamp(content / EN, "1234567890123456")
    assert _pair(content)[0].source_digest == "1234567890123456"


def test_a_translation_without_the_line_is_stamped_too(content: Path, edit: Callable[[str, str, str], Path]) -> None:
    english, _ = _pair(content)
    edit(EN, f"source_digest: {english.source_digest}\n", "")
    assert list(stamp_all(Settings(content_dir=content))) == [content / EN]
    assert not is_stale(*_pair(content))
