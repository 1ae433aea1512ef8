"""The texts and addresses of the pages around the conversation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.languages import Languages
from knowledge.library import Library
from knowledge.public_pages import Piece, PublicPages, linked, read_page
from knowledge.settings import Settings

EditFile = Callable[[str, str, str], Path]


@pytest.fixture
def languages(sample: Library) -> Languages:
    return sample.languages


def _read(content: Path, languages: Languages) -> PublicPages:
    return PublicPages.read(content / "pages", languages)


def test_a_page_is_read_with_its_parts(content: Path, languages: Languages) -> None:
    pages = _read(content, languages)
    text = pages.texts["privacy"]["en"]
    assert (text.locale, text.title, text.updated.isoformat()) == ("en", "Personvern (en)", "2026-11-20")
    assert [heading for heading, _ in text.sections] == ["", "Mer"]
    assert text.sections[1][1].startswith("Les [loven]")
    assert pages.addresses["rights"]["ar"] == "huquq"


def test_topics_come_in_the_order_of_the_file_and_new_ones_last(content: Path, languages: Languages) -> None:
    pages = _read(content, languages)
    assert pages.topics_in_order({"tenancy", "safety", "new", "another"}) == ["safety", "tenancy", "another", "new"]
    assert pages.topic_name("tenancy", "en") == "Renting"
    assert pages.topic_name("new", "en") == "new"


def test_a_page_that_lacks_a_language_is_told(content: Path, languages: Languages) -> None:
    (content / "pages/privacy/ar.md").unlink()
    with pytest.raises(ContentError, match=r"privacy/ar\.md:1: cannot be read"):
        _read(content, languages)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("pages/addresses.yaml", ", ar: privacy", "", r"the page 'privacy' lacks 'ar'"),
        ("pages/addresses.yaml", "ar: privacy", "ar: خصوصية", "must be small letters"),
        ("pages/addresses.yaml", "ar: privacy", "ar: a/b", "must be small letters"),
        ("pages/topics.yaml", "en: Danger, ", "", r"the topic 'safety' lacks 'en'"),
        ("pages/privacy/en.md", "title: Personvern (en)\n", "", "lacks 'title'"),
        ("pages/privacy/en.md", "updated: 2026-11-20", "updated: soon", "updated must be a date"),
        ("pages/privacy/en.md", "description", "desc", "lacks 'description'"),
    ],
)
def test_what_is_wrong_is_told_with_its_file(
    content: Path, edit: EditFile, languages: Languages, name: str, old: str, new: str, message: str
) -> None:
    edit(name, old, new)
    with pytest.raises(ContentError, match=message):
        _read(content, languages)


@pytest.mark.parametrize("text", ["", "no front matter", "---\ntitle: x\n", "text\n---\ntitle: x\n---\n"])
def test_a_page_without_front_matter_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "nb.md"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError, match="must begin with front matter"):
        read_page(path)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", [("plain", None)]),
        ("", []),
        ("[a](/b) and [c](page:privacy).", [("a", "/b"), (" and ", None), ("c", "page:privacy"), (".", None)]),
        ("[x](javascript:alert)", [("[x](javascript:alert)", None)]),
        ("[x](data:text/html,y)", [("[x](data:text/html,y)", None)]),
        ("[x] (https://a.no)", [("[x] (https://a.no)", None)]),
    ],
)
def test_links_are_addresses_of_pages_only(text: str, pieces: list[tuple[str, str | None]]) -> None:
    assert linked(text) == [Piece(*piece) for piece in pieces]


def test_the_topics_of_the_content_all_have_names(real: Library) -> None:
    pages = PublicPages.read(Settings().content_dir / "pages", real.languages)
    assert {article.topic for article in real.articles.values()} == set(pages.topics)


def test_no_two_pages_of_a_language_share_an_address(real: Library) -> None:
    pages = PublicPages.read(Settings().content_dir / "pages", real.languages)
    for language in real.languages.served:
        words = [words[language.locale] for words in pages.addresses.values()]
        assert len({*words, "chat"}) == len(words) + 1
