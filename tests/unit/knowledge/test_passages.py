"""The searchable pieces of the library."""

from __future__ import annotations

from knowledge.library import Library
from knowledge.passages import BODY, DETAIL, MYTH, QUESTION, TITLE, Passage, paragraphs, passages


def test_an_article_gives_title_questions_wrong_beliefs_and_paragraphs(sample: Library) -> None:
    found = [p for p in passages(sample) if (p.article_id, p.locale) == ("deposit", "nb")]
    assert [p.kind for p in found] == [TITLE, *[QUESTION] * 10, *[MYTH] * 2, *[BODY] * 1, *[DETAIL] * 4]
    assert Passage("deposit", "nb", MYTH, "Utleier kan ta depositum i kontanter", belief=0) in found


def test_emergencies_are_never_found_by_likeness(sample: Library) -> None:
    assert "violence" not in {p.article_id for p in passages(sample)}


def test_every_language_has_passages_of_its_own(sample: Library) -> None:
    assert {p.locale for p in passages(sample) if p.article_id == "notice"} == {"nb", "en"}


def test_the_order_is_always_the_same(sample: Library) -> None:
    assert list(passages(sample)) == list(passages(sample))


def test_placeholders_and_italics_are_left_out() -> None:
    assert paragraphs("Pay *gebyr* {{court-fee}} now.\n\n{{court-fee}}") == ["Pay gebyr  now."]


def test_a_very_long_paragraph_is_cut() -> None:
    assert [len(text) for text in paragraphs("a " * 5000)] == [600]
