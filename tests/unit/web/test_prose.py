"""Curated text for templates."""

from __future__ import annotations

import doctest

import pytest

import web.prose
from web.prose import isolated, linked_prose, prose, reply_prose


def _kinds(text: str) -> list[tuple[str, list[str]]]:
    return [(run.kind, ["".join(p.text for p in item) for item in run.items]) for run in reply_prose(text, "nb")]


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
    assert reply_prose("", "nb") == reply_prose("\n\n \n", "nb") == prose("", "nb") == []


def test_links_are_links_on_pages_only() -> None:
    text = "Les [loven](https://lovdata.no/)."
    assert [piece.href for run in linked_prose(text, "nb") for item in run.items for piece in item] == [
        None,
        "https://lovdata.no/",
        None,
    ]
    assert [piece.href for run in prose(text, "nb") for item in run.items for piece in item] == [None]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Nav (NAV) & <b>", "Nav (NAV) &amp; &lt;b&gt;"),
        ("مبلغ (husleieloven § 3-5).", 'مبلغ <bdi dir="ltr">(husleieloven §\u00a03-5)</bdi>.'),
        ("لجنة (Husleietvistutvalget، HTU)", 'لجنة <bdi dir="ltr">(Husleietvistutvalget، HTU)</bdi>'),
        ("كلمة (كلمة) (12)", "كلمة (كلمة) (12)"),
        ("كلمة (<SCRIPT>)", 'كلمة <bdi dir="ltr">(&lt;SCRIPT&gt;)</bdi>'),
        ("مبلغ (depositum).", 'مبلغ <bdi dir="ltr" lang="no">(depositum)</bdi>.'),
        ('("depositum")', '(&#34;<bdi dir="ltr" lang="no">depositum</bdi>&#34;)'),
        (
            "اكتب (NAV: «vedtak») إلى 116 117",
            'اكتب <bdi dir="ltr">(NAV: «<bdi dir="ltr" lang="no">vedtak</bdi>»)</bdi> إلى <bdi dir="ltr">116 117</bdi>',
        ),
        ("قل: «Jeg vil klage.»", 'قل: «<bdi dir="ltr" lang="no">Jeg vil klage.</bdi>»'),
        (
            "قل: «Jeg <b>klager</b>.»",
            'قل: «<bdi dir="ltr" lang="no">Jeg</bdi> &lt;b&gt;<bdi dir="ltr" lang="no">klager</bdi>&lt;/b&gt;.»',
        ),
        ("§ 3-8 \u2066§ 3-8\u2069 (vedtak)", '§ 3-8 \u2066§ 3-8\u2069 (<bdi dir="ltr" lang="no">vedtak</bdi>)'),
    ],
)
def test_norwegian_words_keep_their_direction_in_arabic(text: str, html: str) -> None:
    assert str(isolated(text, "ar")) == html


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ('Say: "Jeg har ikke noe sted å sove i natt."', "en"),
        ("Скажіть: «Jeg har ikke noe sted å sove i natt.»", "uk"),
        ("قل: «Jeg har ikke noe sted å sove i natt.»", "ar"),
        ("بگویید: «Jeg har ikke noe sted å sove i natt.»", "fa"),
    ],
)
def test_a_norwegian_sentence_is_marked_in_every_other_language(text: str, locale: str) -> None:
    assert '<bdi dir="ltr" lang="no">Jeg har ikke noe sted å sove i natt.</bdi>' in isolated(text, locale)
    assert "<" not in isolated(text.replace("قل", "Si").replace("بگویید", "Si"), "nb")


def test_a_run_has_the_language_of_its_text() -> None:
    assert {run.locale for run in reply_prose("Short.\n\nDo this\n\n1. Write", "en")} == {"en"}
    assert [run.locale for run in linked_prose("Les [loven](https://lovdata.no/).", "nb")] == ["nb"]
