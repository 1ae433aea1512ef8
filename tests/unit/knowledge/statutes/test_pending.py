"""What is to be read again, over several imports: nothing is lost, and nothing is asked for twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.settings import Settings
from knowledge.statutes.commands import show_differences
from knowledge.statutes.lovdata import parse_act
from knowledge.statutes.store import read_catalogue, store_acts
from tests.unit.knowledge.statutes.conftest import ACT, TODAY

Edit = Callable[[str, str, str], Path]
FIRST, SECOND, THIRD = date(2026, 12, 1), date(2026, 12, 10), date(2026, 12, 20)
PROTEST = ("én måned", "to måneder")  # § 9-8: `notice`, its texts, a guide and a deadline
DEPOSIT = ("prøven er over", "retten er enig")  # § 3-5: `deposit`, its texts and a letter
RECHECKED = ("checked_on: 2026-11-24", f"checked_on: {SECOND}")


@pytest.fixture
def settings(content: Path, tmp_path: Path) -> Settings:
    return Settings(content_dir=content, var_dir=tmp_path / "var")


@pytest.fixture
def imported(settings: Settings) -> Callable[..., None]:
    """Imports the sample act with these pieces replaced, on a day."""

    def run(day: date, *pieces: tuple[str, str]) -> None:
        text = ACT.read_text("utf-8")
        for old, new in pieces:
            assert old in text
            text = text.replace(old, new)
        store_acts(settings.statutes_path, [parse_act(text.encode(), ACT, TODAY)], day)

    return run


@pytest.fixture
def pending(settings: Settings) -> Callable[[], list[str]]:
    """The lines of `bovett statutes diff`."""
    return lambda: show_differences(settings, [], TODAY)[0]


def _named(lines: list[str]) -> list[list[str]]:
    """Kind and name of what is listed, in order."""
    return [line.split()[:2] for line in lines if line.startswith("  ") and line[2] != " "]


def test_a_change_is_not_hidden_by_the_next_import(
    imported: Callable[..., None], pending: Callable[[], list[str]]
) -> None:
    imported(FIRST)
    imported(SECOND, PROTEST)
    imported(THIRD, PROTEST, DEPOSIT)
    lines = pending()
    assert "husleieloven § 9-8 Protest: changed" in lines
    assert "husleieloven § 3-5 Sikkerhet: changed" in lines
    assert ["deadline", "protest-one-month"] in _named(lines)
    assert ["letter", "rent-back"] in _named(lines)


def test_a_change_outlives_the_version_before_it(
    imported: Callable[..., None], pending: Callable[[], list[str]], settings: Settings
) -> None:
    imported(FIRST)
    imported(SECOND, PROTEST)
    for number in range(8):
        imported(THIRD + timedelta(number), PROTEST, (">Frister<", f">Frister {number}<"))
    assert "0001" not in read_catalogue(settings.statutes_path).versions
    lines = pending()
    assert "    - Den som får prøven, kan protestere innen én måned." in lines
    assert ["article", "notice"] in _named(lines)


def test_what_was_checked_since_is_not_listed(
    imported: Callable[..., None], pending: Callable[[], list[str]], edit: Edit
) -> None:
    imported(FIRST)
    imported(SECOND, PROTEST)
    edit("articles/tenancy/notice/article.yaml", *RECHECKED)
    edit("guides/landlord-notice/guide.yaml", "laws:", f"checked_on: {SECOND}\nlaws:")
    assert _named(pending()) == [["deadline", "protest-one-month"]]
    edit("deadlines.yaml", "as_of: 2026-07-01", f"as_of: {SECOND}")
    assert pending() == ["nothing rests on a section that changed after it was checked"]


def test_what_was_checked_between_two_changes_is_listed_with_what_is_new_to_it(
    imported: Callable[..., None], pending: Callable[[], list[str]], edit: Edit
) -> None:
    imported(FIRST)
    imported(SECOND, PROTEST)
    imported(THIRD, ("én måned", "tre måneder"))
    edit("articles/tenancy/notice/article.yaml", *RECHECKED)
    edit("guides/landlord-notice/guide.yaml", "laws:", f"checked_on: {SECOND}\nlaws:")
    edit("deadlines.yaml", "as_of: 2026-07-01", f"as_of: {SECOND}")
    lines = pending()
    assert "    - Den som får prøven, kan protestere innen to måneder." in lines
    assert "    + Den som får prøven, kan protestere innen tre måneder." in lines
    assert ["article", "notice"] in _named(lines)


def test_words_that_came_back_are_listed_only_for_who_read_the_others(
    imported: Callable[..., None], pending: Callable[[], list[str]], edit: Edit
) -> None:
    imported(FIRST)
    imported(SECOND, PROTEST)
    imported(THIRD)
    assert pending() == ["nothing rests on a section that changed after it was checked"]
    edit("articles/tenancy/notice/article.yaml", *RECHECKED)
    assert ["article", "notice"] in _named(pending())


def test_a_guide_without_a_day_is_listed_until_it_has_one(
    imported: Callable[..., None], pending: Callable[[], list[str]], content: Path
) -> None:
    assert Library.read(content).guides["landlord-notice"].checked_on is None
    imported(FIRST)
    imported(SECOND, PROTEST)
    assert ["guide", "landlord-notice"] in _named(pending())


def test_a_section_that_nothing_cites_is_named_after_its_own_import_only(
    imported: Callable[..., None], pending: Callable[[], list[str]]
) -> None:
    other = ("§ 9-3 a<", "§ 9-3 c<")
    imported(FIRST)
    imported(SECOND, other)
    assert pending()[-1].startswith("cited nowhere: husleieloven § 9-3 c (new)")
    imported(THIRD, other, PROTEST)
    assert not any(line.startswith("cited nowhere") for line in pending())


def test_a_catalogue_from_before_changes_were_kept_is_read(imported: Callable[..., None], settings: Settings) -> None:
    imported(FIRST)
    path = settings.statutes_path / "catalogue.json"
    data = json.loads(path.read_text("utf-8"))
    del data["changes"]
    path.write_text(json.dumps(data), "utf-8")
    assert read_catalogue(settings.statutes_path).changes == []
    imported(SECOND, PROTEST)
    assert [change.number for change in read_catalogue(settings.statutes_path).changes] == ["9-8"]
