"""Curated text for templates."""

from __future__ import annotations

import doctest

import pytest

import web.prose
from web.prose import isolated, linked_prose, prose, reply_prose


def _kinds(text: str) -> list[tuple[str, list[str]]]:
    return [(run.kind, ["".join(p.text for p in item) for item in run.items]) for run in reply_prose(text)]


def test_examples_are_true() -> None:
    assert doctest.testmod(web.prose).failed == 0


def test_a_reply_has_headings_paragraphs_and_lists() -> None:
    text = "Short answer here.\n\nDo this now\n\n1. Write\n2. Send\n\nMore\n\n- one\n- two\n\n1. again"
    assert _kinds(text) == [
        ("p", ["Short answer here."]),
        ("h", ["Do this now"]),
        ("ol", ["Write", "Send"]),
        ("h", ["More"]),
        ("ul", ["one", "two"]),
        ("ol", ["again"]),
    ]


@pytest.mark.parametrize("line", ["Dette svarte du:", "Er det sant?", "كيف؟", "x" * 91, "Ja.", "- punkt", "1. steg"])
def test_what_ends_as_a_sentence_or_is_long_is_no_heading(line: str) -> None:
    assert "h" not in [kind for kind, _ in _kinds(line)]


def test_an_empty_text_is_nothing() -> None:
    assert reply_prose("") == reply_prose("\n\n \n") == prose("") == []


def test_links_are_links_on_pages_only() -> None:
    text = "Les [loven](https://lovdata.no/)."
    assert [piece.href for run in linked_prose(text) for item in run.items for piece in item] == [
        None,
        "https://lovdata.no/",
        None,
    ]
    assert [piece.href for run in prose(text) for item in run.items for piece in item] == [None]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Depositum (depositum) & <b>", "Depositum (depositum) &amp; &lt;b&gt;"),
        ("مبلغ (husleieloven § 3-5).", 'مبلغ <bdi dir="ltr">(husleieloven §\u00a03-5)</bdi>.'),
        ("لجنة (Husleietvistutvalget، HTU)", 'لجنة <bdi dir="ltr">(Husleietvistutvalget، HTU)</bdi>'),
        ("كلمة (كلمة) (12)", "كلمة (كلمة) (12)"),
        ("كلمة (<script>)", 'كلمة <bdi dir="ltr">(&lt;script&gt;)</bdi>'),
    ],
)
def test_norwegian_words_keep_their_direction_in_arabic(text: str, html: str) -> None:
    assert str(isolated(text)) == html
