"""The list of coverage rows with their articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.coverage import COVERAGE_FILE, Coverage, print_coverage
from knowledge.languages import SOURCE_LOCALE
from knowledge.library import Library
from knowledge.settings import PROJECT_DIR, Settings

Report = Callable[[str], tuple[int, str]]
ROWS = ("tenancy.deposit", "tenancy.notice", "tenancy.mould", "safety.violence")
STRATEGY = PROJECT_DIR.parent / "shared" / "coverage.yaml"


def listed(*rows: str) -> str:
    return "rows:\n" + "".join(f"  - {{id: {row}}}\n" for row in rows)


@pytest.fixture
def report(sample_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Report:
    def run(rows: str) -> tuple[int, str]:
        path = tmp_path / "coverage.yaml"
        path.write_text(rows, "utf-8")
        status = print_coverage(Settings(content_dir=sample_dir), str(path), tmp_path / "page.md")
        return status, capsys.readouterr().out

    return run


def test_each_row_is_shown_with_its_articles_per_language(report: Report) -> None:
    _, out = report(listed(*ROWS))
    assert out.splitlines()[0].split() == ["tenancy.deposit", "en:deposit", "nb:deposit"]


def test_a_row_without_an_article_in_a_required_language_fails(report: Report) -> None:
    status, out = report(listed(*ROWS, "tenancy.pets"))
    assert status == 1
    assert "tenancy.deposit has no article in nn" in out
    assert "tenancy.pets has no article in nb" in out
    assert "tenancy.deposit has no article in en" not in out


def test_an_article_that_names_an_unknown_row_fails(report: Report) -> None:
    status, out = report(listed("tenancy.deposit"))
    assert status == 1
    assert "unknown row: tenancy.mould" in out


def test_the_page_holds_the_same_table(report: Report, tmp_path: Path) -> None:
    report(listed(*ROWS, "tenancy.pets"))
    page = (tmp_path / "page.md").read_text("utf-8")
    assert "| tenancy.deposit | deposit | yes | yes | – |" in page
    assert "| tenancy.pets | – | – | – | – |" in page
    assert "0 of 5 rows in nb, nn, en." in page


def test_every_row_of_the_product_has_an_article_in_the_required_languages(real: Library) -> None:
    coverage = Coverage.of(real, real.content_dir / COVERAGE_FILE)
    assert coverage.gaps() == []
    assert coverage.unknown() == []
    assert len(coverage.rows) == len(set(coverage.rows)) >= 214


@pytest.mark.skipif(not STRATEGY.exists(), reason="the list of the strategy lies beside the project")
def test_no_row_of_the_strategy_was_dropped(real: Library) -> None:
    rows = set(Coverage.of(real, real.content_dir / COVERAGE_FILE).rows)
    assert set(Coverage.of(real, STRATEGY).rows) <= rows


# Sections of husleieloven that no dwelling tenant meets, with the reason; every other one is cited.
UNCITED = {
    "8-4": "transfer of a lease of business premises",
    "10-6": "compensation for the goodwill of a business",
    "13-1": "when the act came into force",
    "13-3": "repeal and amendment of other acts",
}


def test_every_section_of_husleieloven_a_tenant_can_meet_is_cited(real: Library) -> None:
    cited = {law.ref.replace(" ", "") for article in real.articles.values() for law in article.laws}
    missing = {s for s in real.laws.acts["husleieloven"].sections if f"husleieloven§{s}" not in cited}
    assert missing == set(UNCITED)


def test_every_article_is_written_in_the_required_languages(real: Library) -> None:
    lacking = {a.id for a in real.articles.values() if not {SOURCE_LOCALE, "nn", "en"} <= set(a.texts)}
    assert lacking == set()
