"""The summary: one page, Norwegian beside the person's language, phones, a code to the article."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.letters.summary import Summary
from knowledge.library import Library
from knowledge.messages import Messages
from tests.unit.conftest import TODAY
from tests.unit.knowledge.letters.pdf_reader import complaints, opened, parts, tags, words_in

ADDRESS = "https://bovett.example/articles/deposit?locale=ar"


@pytest.fixture
def summary(sample: Library, messages: Messages) -> Summary:
    return Summary(sample, messages, TODAY)


@pytest.mark.parametrize(("spoken", "locales"), [("nb", {"nb"}), ("en", {"nb", "en"}), ("pl", {"nb", "en"})])
def test_norwegian_stands_beside_the_language_of_the_person(summary: Summary, spoken: str, locales: set[str]) -> None:
    found = parts(summary.pdf(summary.library.articles["deposit"], spoken, ADDRESS))
    assert {part.lang for part in found} == locales
    headings = [(part.tag, part.text) for part in found if part.tag in ("/H1", "/H2")]
    assert headings == [("/H1", "Depositum"), ("/H2", "Gjør dette nå"), ("/H2", "Her kan du få hjelp")]


def test_steps_are_a_list_and_the_code_has_a_text(summary: Summary) -> None:
    made = summary.pdf(summary.library.articles["deposit"], "en", ADDRESS)
    assert tags(made).count("/L") >= 1
    (figure,) = [part for part in parts(made) if part.tag == "/Figure"]
    assert figure.text == ADDRESS


def test_phones_of_the_contacts_are_printed(summary: Summary) -> None:
    text = " ".join(part.text for part in parts(summary.pdf(summary.library.articles["deposit"], "en", ADDRESS)))
    assert "55 55 33 33" in text
    assert "Nav (welfare office)" in text


def test_only_what_is_curated_is_linked(summary: Summary) -> None:
    pdf = opened(summary.pdf(summary.library.articles["deposit"], "nb", ADDRESS))
    links = {str(annotation.A.URI) for annotation in pdf.pages[0].Annots}
    assert links == {ADDRESS, "tel:55553333", "https://www.nav.no", "https://example.org"}


def test_a_checker_of_pdf_ua_finds_nothing(summary: Summary, tmp_path: Path) -> None:
    made = summary.pdf(summary.library.articles["deposit"], "en", ADDRESS)
    assert complaints(made, tmp_path) == []


def test_a_long_article_is_set_smaller_and_stays_on_one_page(summary: Summary) -> None:
    article = summary.library.articles["deposit"]
    sections = tuple(
        replace(section, body="\n".join(f"{n}. {'Skriv til utleier og ta vare på kopi. ' * 5}" for n in range(1, 13)))
        if section.role == "do"
        else section
        for section in article.texts["nb"].sections
    )
    longer = replace(article, texts={"nb": replace(article.texts["nb"], sections=sections)})
    assert len(opened(summary.pdf(longer, "nb", ADDRESS)).pages) == 1


def test_every_placeholder_is_filled(summary: Summary) -> None:
    for article in summary.library.articles.values():
        for spoken in ("nb", "en"):
            text = " ".join(part.text for part in parts(summary.pdf(article, spoken, ADDRESS)))
            assert not re.search(r"\{\{|\}\}", text), article.id


@pytest.mark.parametrize("spoken", ["uk", "ar", "fa"])
def test_real_articles_fit_on_one_page(real: Library, messages: Messages, spoken: str) -> None:
    longest = sorted(real.articles.values(), key=_length)[-3:]
    for article in longest:
        assert len(opened(Summary(real, messages, TODAY).pdf(article, spoken, ADDRESS)).pages) == 1, article.id


@pytest.mark.parametrize("spoken", ["en", "uk", "ar", "fa"])
def test_a_sentence_to_write_is_told_apart_as_norwegian(
    real: Library, messages: Messages, spoken: str, tmp_path: Path
) -> None:
    made = Summary(real, messages, TODAY).pdf(real.articles["housing-help"], spoken, ADDRESS)
    said = words_in(made, "nb").replace("\u00a0", " ")
    assert re.search("Jeg ber om hjelp etter ?boligsosialloven § 6 og om skriftlig vedtak", said), said
    assert complaints(made, tmp_path) == []


def _length(article: object) -> int:
    texts = article.texts.values()  # type: ignore[attr-defined]
    return max(sum(len(section.body) for section in text.sections if section.role in ("short", "do")) for text in texts)
