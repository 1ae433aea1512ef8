"""The command `bovett`: what fails is one sentence on stderr and status 1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import KnowledgeError
from tests.service import free_port
from web import asking, cli, supervisor

COMMANDS = ("serve", "index", "train", "check", "calibrate", "stamp", "ask", "coverage", "embed")


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: Path) -> None:
    """No test touches what the checkout has built."""
    monkeypatch.setenv("BOVETT_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("BOVETT_CONTENT_DIR", str(content))
    for name in ("PORT", "RASA_PORT", "ACTIONS_PORT"):
        monkeypatch.setenv(f"BOVETT_{name}", str(free_port()))


def _one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("bovett: ")
    assert "Traceback" not in lines[0]
    return lines[0]


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["--help"])
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    assert all(f"\n    {command}" in told for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "--help"])
    assert stopped.value.code == 0
    assert f"usage: bovett {command}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["dance"], ["ask"], ["serve", "--port"]])
def test_a_command_that_does_not_exist_shows_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert "usage: bovett" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["serve"], ["check"], ["ask", "hei"]])
def test_a_bad_setting_is_one_sentence(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOVETT_PORT", "many")
    assert cli.main(command) == 1
    assert "BOVETT_PORT='many'" in _one_sentence(capsys)


def test_a_taken_port_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def taken(_: object) -> None:
        raise supervisor.CannotServe("Port 8080 on 127.0.0.1 cannot be used.")

    monkeypatch.setattr(supervisor, "check_machine", taken)
    assert cli.main(["serve"]) == 1
    assert _one_sentence(capsys) == "bovett: Port 8080 on 127.0.0.1 cannot be used."


def test_content_that_cannot_be_read_is_one_sentence(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "languages.yaml").write_text("nb: [")
    assert cli.main(["index"]) == 1
    assert "languages.yaml" in _one_sentence(capsys)


def test_a_var_folder_that_cannot_be_written_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOVETT_VAR_DIR", "/proc/bovett")
    assert cli.main(["index"]) == 1
    assert "Cannot write to /proc/bovett" in _one_sentence(capsys)


def test_stopping_by_the_keyboard_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(asking, "ask", stopped)
    assert cli.main(["ask", "hei"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("as_json", [True, False])
def test_a_question_is_asked_and_its_replies_printed(
    as_json: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Any] = []
    reply = {"outcome": "smalltalk", "myth": None, "text": "Hei på deg", "citations": [], "contacts": [], "buttons": []}
    monkeypatch.setattr(asking, "ask", lambda _, *rest: asked.append(rest) or [reply])
    assert cli.main(["ask", "hei", "--locale", "uk", *(["--json"] if as_json else [])]) == 0
    assert asked == [("hei", "uk")]
    printed = capsys.readouterr().out
    assert json.loads(printed) == [reply] if as_json else printed == "[smalltalk]\n\nHei på deg\n"


def test_a_question_that_cannot_be_asked_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failed(*_: object) -> None:
        raise asking.AskFailed("the service could not start")

    assert issubclass(asking.AskFailed, KnowledgeError)
    monkeypatch.setattr(asking, "ask", failed)
    assert cli.main(["ask", "hei"]) == 1
    assert _one_sentence(capsys) == "bovett: the service could not start"


def test_the_lines_to_paste_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["embed", "town", "--url", "https://bovett.example"]) == 0
    printed = capsys.readouterr().out
    assert 'data-site="town"' in printed
    assert "script-src https://bovett.example;" in printed


def test_the_address_of_the_service_may_be_a_setting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOVETT_PUBLIC_URL", "https://set.example")
    assert cli.main(["embed", "town"]) == 0
    assert "https://set.example/embed/town/nb" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["city", "--url", "https://bovett.example"], "there is no site 'city'; the sites are bovett, town"),
        (["town"], "--url https://bovett.example, or BOVETT_PUBLIC_URL"),
        (["town", "--url", "bovett.example"], "--url must be the address of the service"),
        (["town", "--url", "https://bovett.example/chat"], "--url must be the address of the service"),
    ],
)
def test_lines_that_cannot_be_made_are_one_sentence(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["embed", *arguments]) == 1
    assert told in _one_sentence(capsys)


def test_stamping_writes_the_digests(content: Path, edit: Any, capsys: pytest.CaptureFixture[str]) -> None:
    path = content / "articles/tenancy/deposit/en.md"
    digest = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("source_digest"))
    edit("articles/tenancy/deposit/en.md", digest, "source_digest: null")
    assert cli.main(["stamp"]) == 0
    assert capsys.readouterr().out == f"stamped {path}\n"
    assert digest in path.read_text("utf-8")
