"""A content folder as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.library import Library, content_digest


def test_everything_of_the_folder_is_read(sample: Library) -> None:
    assert set(sample.articles) == {"deposit", "notice", "mould", "violence"}
    assert set(sample.sites) == {"bovett", "town"}
    assert set(sample.figures) == {"court-fee", "lawyer-share"}


def test_an_id_used_twice_is_told(content: Path, edit: Callable[[str, str, str], Path]) -> None:
    edit("articles/tenancy/mould/article.yaml", "id: mould", "id: deposit")
    with pytest.raises(ContentError, match=r"mould/article\.yaml:1: the id 'deposit' is already used by .*deposit"):
        Library.read(content)


@pytest.mark.parametrize("name", ["languages.yaml", "contacts.yaml", "constants.yaml", "deadlines.yaml", "laws.yaml"])
def test_a_missing_shared_file_is_told(content: Path, name: str) -> None:
    (content / name).unlink()
    with pytest.raises(ContentError, match=rf"{name}:1: cannot be read"):
        Library.read(content)


def test_the_article_of_a_coverage_row_is_found(sample: Library) -> None:
    article = sample.article_for_row("tenancy.notice")
    assert article is not None
    assert article.id == "notice"
    assert sample.article_for_row("nothing") is None


def test_the_digest_is_the_same_for_the_same_content(content: Path, sample: Library) -> None:
    assert content_digest(content, sample.guides.values()) == sample.digest


def test_the_digest_changes_with_how_guides_are_asked_for(content: Path, sample: Library) -> None:
    path = content / "guides/landlord-notice/nb.yaml"
    said = path.read_text("utf-8")
    path.write_text(said.replace("Noen korte", "Noen få korte"), "utf-8")
    assert Library.read(content).digest == sample.digest
    path.write_text(said.replace("sjekk oppsigelsen for meg", "se på oppsigelsen for meg"), "utf-8")
    assert Library.read(content).digest != sample.digest


@pytest.mark.parametrize(
    "name", ["articles/tenancy/deposit/nb.md", "articles/tenancy/deposit/article.yaml", "off_topic/nb.yaml"]
)
def test_the_digest_changes_with_what_is_searched(content: Path, name: str) -> None:
    before = content_digest(content)
    with (content / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert content_digest(content) != before


def test_the_digest_changes_with_a_name(content: Path) -> None:
    before = content_digest(content)
    (content / "articles/tenancy/mould").rename(content / "articles/tenancy/damp")
    assert content_digest(content) != before


@pytest.mark.parametrize("name", ["constants.yaml", "contacts.yaml", "safety/nb.yaml"])
def test_a_changed_phone_number_costs_no_new_index(content: Path, name: str) -> None:
    before = content_digest(content)
    with (content / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert content_digest(content) == before
