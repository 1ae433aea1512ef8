"""`bovett statutes …`, as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.statutes import download
from knowledge.statutes.source import TextSource, text_source
from tests.service import free_port
from tests.unit.knowledge.statutes.conftest import ACT, SAMPLES, Change
from web import cli

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample_dir: Path) -> None:
    monkeypatch.setenv("BOVETT_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("BOVETT_CONTENT_DIR", str(sample_dir))
    monkeypatch.delenv("BOVETT_STATUTES_DIR", raising=False)


def _run(*arguments: object) -> int:
    return cli.main(["statutes", *map(str, arguments)])


def test_importing_prints_a_row_an_act(capsys: Captured, tmp_path: Path) -> None:
    assert _run("import", SAMPLES) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:5] for line in lines[1:3]] == [
        ["lov/1999-03-26-17", "5", "of", "5", "0"],
        ["forskrift/2016-06-21-765", "3", "of", "3", "0"],
    ]
    assert lines[-1] == "2 acts, 2 of them new or changed; 0 not imported"
    assert (tmp_path / "var" / "statutes" / "catalogue.json").exists()


def test_problems_are_printed_with_file_and_line(capsys: Captured, changed: Change) -> None:
    path = changed("<h1>", "Løst<h1>")
    assert _run("import", path) == 0
    assert f"{path}:3: text outside any section is not stored: 'Løst'" in capsys.readouterr().out


def test_a_refused_file_is_printed_and_the_status_says_so(capsys: Captured, tmp_path: Path) -> None:
    assert _run("import", ACT, tmp_path / "missing.xml") == 1
    assert f"not imported: {tmp_path / 'missing.xml'}:1: cannot be read" in capsys.readouterr().out


def test_a_change_prints_what_must_be_read_again(capsys: Captured, changed: Change) -> None:
    _run("import", SAMPLES)
    capsys.readouterr()
    assert _run("import", changed("én måned", "to måneder")) == 0
    printed = capsys.readouterr().out
    assert "husleieloven § 9-8 Protest: changed" in printed
    assert "guide    landlord-notice" in printed
    assert _run("diff") == 0
    assert capsys.readouterr().out in printed + "\n"


def test_a_section_is_shown(capsys: Captured) -> None:
    _run("import", SAMPLES)
    capsys.readouterr()
    assert _run("show", "husleieloven § 3-5 andre ledd") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "husleieloven § 3-5 andre ledd Sikkerhet"
    assert lines[4] == "a. begge er enige,"
    assert lines[-1].startswith("Inneholder data fra Lovdata, lisensiert etter NLOD 2.0")


@pytest.mark.parametrize(
    ("ref", "told"),
    [("tull", "is not of the form"), ("husleieloven § 99", "is not among the law texts"),
     ("husleieloven § 9-8 tull", "cannot read 'tull'")],
)  # fmt: skip
def test_what_cannot_be_shown_is_one_sentence(capsys: Captured, ref: str, told: str) -> None:
    _run("import", ACT)
    assert _run("show", ref) == 1
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == 1


def test_without_texts_it_is_told_how_to_get_them(capsys: Captured) -> None:
    assert _run("show", "husleieloven § 9-8") == 1
    assert "run `bovett statutes update`" in capsys.readouterr().err
    assert _run("diff") == 0
    assert capsys.readouterr().out == "no import has changed a section\n"


def test_two_folders_are_compared(capsys: Captured, changed: Change) -> None:
    folder = changed("én måned", "to måneder").parent
    assert _run("diff", SAMPLES, folder) == 0
    assert "husleieloven § 9-8 Protest: changed" in capsys.readouterr().out
    assert _run("diff", SAMPLES, SAMPLES) == 0
    assert capsys.readouterr().out == "no section differs\n"
    assert _run("diff", SAMPLES) == 1
    assert "name two folders" in capsys.readouterr().err


def test_an_update_without_a_network_is_one_sentence(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> TextSource:
        from dataclasses import replace

        return replace(text_source(), archives=(f"http://127.0.0.1:{free_port()}/gjeldende-lover.tar.bz2",))

    monkeypatch.setattr(download, "text_source", nowhere)
    assert _run("update") == 1
    error = capsys.readouterr().err
    assert error.startswith("bovett: cannot fetch http://127.0.0.1")
    assert len(error.splitlines()) == 1


@pytest.mark.parametrize("arguments", [(), ("dance",), ("import",), ("show",)])
def test_a_command_that_does_not_exist_shows_the_usage(capsys: Captured, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        _run(*arguments)
    assert stopped.value.code == 2
    assert "usage: bovett statutes" in capsys.readouterr().err
