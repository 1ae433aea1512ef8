"""The second reading of an article, and the digest of what was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.library import Library
from knowledge.second_reading import NoSuchArticle, SecondReading, stamp_readings
from knowledge.settings import Settings

Edit = Callable[[str, str, str], Path]
YAML, NB = "articles/tenancy/deposit/article.yaml", "articles/tenancy/deposit/nb.md"


def _reading(content: Path) -> SecondReading:
    found = SecondReading.of_article(Library.read(content).articles["deposit"])
    assert found is not None
    return found


def _is_of_the_text(content: Path) -> bool:
    return _reading(content).is_of(Library.read(content).articles["deposit"])


def test_it_is_read_with_its_day(content: Path) -> None:
    found = _reading(content)
    assert found.day == date(2026, 11, 20)
    assert found.against == ("husleieloven § 3-5", "husleieloven § 9-3 a")
    assert _is_of_the_text(content)


def test_the_key_on_is_no_day(content: Path, edit: Edit) -> None:
    """YAML 1.1 reads `on` as true."""
    edit(YAML, "  date: 2026-11-20", "  on: 2026-11-20")
    assert _reading(content).day is None


def test_every_real_reading_has_its_day_and_text(real: Library) -> None:
    readings = {name: SecondReading.of_article(article) for name, article in real.articles.items()}
    assert [name for name, found in readings.items() if not (found and found.day and found.of)] == []


def test_a_text_that_changed_is_not_the_one_that_was_read(content: Path, edit: Edit) -> None:
    edit(NB, "1. Be om en egen konto.", "1. Krev en egen konto.")
    assert not _is_of_the_text(content)


def test_a_stale_digest_stays_until_the_article_is_named(content: Path, edit: Edit) -> None:
    edit(NB, "1. Be om en egen konto.", "1. Krev en egen konto.")
    settings = Settings(content_dir=content)
    assert list(stamp_readings(settings)) == []
    assert not _is_of_the_text(content)
    assert list(stamp_readings(settings, ["deposit", "mould"])) == [content / YAML]  # mould has not changed
    assert _is_of_the_text(content)
    assert (content / YAML).read_text("utf-8").count("  of: ") == 1


@pytest.mark.parametrize("line", ["", "  of: null\n"])
def test_a_missing_digest_is_written(content: Path, edit: Edit, line: str) -> None:
    edit(YAML, f"  of: {_reading(content).of}\n", line)
    before = _without_digest(content)
    assert list(stamp_readings(Settings(content_dir=content))) == [content / YAML]
    assert _is_of_the_text(content)
    assert _without_digest(content) == before.replace("  of: null\n", "")


def _without_digest(content: Path) -> str:
    lines = (content / YAML).read_text("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("  of: ") or "null" in line)


def test_an_article_that_is_not_there_is_told(content: Path) -> None:
    with pytest.raises(NoSuchArticle, match="there is no second reading of 'pets'"):
        list(stamp_readings(Settings(content_dir=content), ["pets"]))


def test_a_reading_on_one_line_is_told_before_it_is_stamped(content: Path) -> None:
    path = content / YAML
    head = path.read_text("utf-8").partition("second_reading:")[0]
    path.write_text(head + "second_reading: {date: 2026-11-20, against: [husleieloven § 3-5]}\n", "utf-8")
    with pytest.raises(ContentError, match="one key a line"):
        list(stamp_readings(Settings(content_dir=content)))
