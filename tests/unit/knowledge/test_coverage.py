"""The list of coverage rows with their articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.coverage import print_coverage
from knowledge.settings import Settings


@pytest.fixture
def report(
    sample_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Callable[[str | None], tuple[int, str]]:
    def run(rows: str | None) -> tuple[int, str]:
        path = tmp_path / "coverage.yaml"
        path.write_text(rows or "", "utf-8")
        status = print_coverage(Settings(content_dir=sample_dir), str(path) if rows else None)
        return status, capsys.readouterr().out

    return run


ALL = (
    "a:\n  - {id: tenancy.deposit}\n  - {id: tenancy.notice}\nb:\n  - {id: tenancy.mould}\n  - {id: safety.violence}\n"
)


def test_each_row_is_shown_with_its_articles_per_language(report: Callable[[str | None], tuple[int, str]]) -> None:
    status, out = report(ALL)
    assert status == 0
    assert out.splitlines()[0].split() == ["tenancy.deposit", "en:deposit", "nb:deposit"]
    assert "4 of 4 rows have an article" in out


def test_a_row_without_an_article_is_counted(report: Callable[[str | None], tuple[int, str]]) -> None:
    status, out = report(ALL + "c:\n  - {id: tenancy.pets}\n")
    assert status == 0
    assert "tenancy.pets" in out
    assert "4 of 5 rows have an article" in out


def test_an_article_that_names_an_unknown_row_fails(report: Callable[[str | None], tuple[int, str]]) -> None:
    status, out = report("a:\n  - {id: tenancy.deposit}\n")
    assert status == 1
    assert "unknown row: tenancy.mould" in out


def test_without_a_file_the_rows_of_the_articles_are_shown(report: Callable[[str | None], tuple[int, str]]) -> None:
    status, out = report(None)
    assert status == 0
    assert "4 of 4 rows have an article" in out
