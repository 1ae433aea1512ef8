"""What the linter prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.lint import check_content, findings
from knowledge.lint.finding import Finding
from knowledge.settings import Settings


def test_an_error_is_printed_with_file_line_and_rule() -> None:
    assert Finding(Path("a/nb.md"), "some-rule", "mend it", 7).line_of_output() == "a/nb.md:7: mend it [some-rule]"


def test_a_warning_is_marked() -> None:
    line = Finding(Path("nb.md"), "some-rule", "mend it", is_error=False).line_of_output()
    assert line == "nb.md:1: warning: mend it [some-rule]"


def test_sound_content_has_no_findings(sample: Library) -> None:
    assert list(findings(sample, date(2026, 9, 1))) == []


def test_the_check_passes_without_errors(sample_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_content(Settings(content_dir=sample_dir)) == 0
    out = capsys.readouterr().out
    assert "4 articles, 1 guides, 1 letters: 0 errors" in out
    assert "  deposit nb  (" in out


def test_the_check_fails_with_an_error(
    content: Path, edit: Callable[[str, str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    edit("sites/town.yaml", "[tenant-help]", "[nobody]")
    assert check_content(Settings(content_dir=content)) == 1
    assert "town.yaml:1: there is no contact 'nobody' [site-contacts-exist]" in capsys.readouterr().out
