"""What keeps the service from starting is one sentence for the person at the terminal."""

from __future__ import annotations

import errno
import json
import shutil
import socket
from collections.abc import Iterator
from configparser import RawConfigParser
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from knowledge.settings import Settings
from tests.service import free_port
from tests.unit.web.fake_rasa import FakeRasa
from web import supervisor
from web.supervisor import CannotServe, check_disk, check_machine, missing_parts


@pytest.fixture
def free(tmp_path: Path) -> Settings:
    """Settings with which the service could start."""
    return Settings(var_dir=tmp_path / "var", port=free_port(), rasa_port=free_port(), actions_port=free_port())


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def _sentence(caught: pytest.ExceptionInfo[CannotServe]) -> str:
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_a_machine_in_order_is_let_through(free: Settings) -> None:
    check_machine(free)
    assert list(free.var_dir.iterdir()) == [], "the check leaves nothing behind"


@pytest.mark.parametrize("name", ["port", "rasa_port", "actions_port"])
def test_a_taken_port_is_named_with_the_setting_that_changes_it(free: Settings, taken_port: int, name: str) -> None:
    with pytest.raises(CannotServe) as caught:
        check_machine(replace(free, **{name: taken_port}))
    assert _sentence(caught) == (
        f"Port {taken_port} on 127.0.0.1 cannot be used (Address already in use); "
        f"stop what uses it or set BOVETT_{name.upper()}."
    )


def test_an_address_that_is_not_ours_is_named(free: Settings) -> None:
    with pytest.raises(CannotServe, match=r"on 192\.0\.2\.1 cannot be used"):
        check_machine(replace(free, host="192.0.2.1"))


def test_a_disk_nearly_full_is_told_with_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=50 * 1024**2))
    with pytest.raises(CannotServe) as caught:
        check_disk(tmp_path)
    assert _sentence(caught) == f"The disk of {tmp_path} is full: 50 MB free, 200 MB needed."


def test_a_disk_without_a_byte_left_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotServe) as caught:
        check_disk(tmp_path)
    assert _sentence(caught) == f"Cannot write to {tmp_path}: the disk is full."


def test_a_folder_that_cannot_be_made_is_told() -> None:
    with pytest.raises(CannotServe, match=r"^Cannot write to /proc/bovett: ") as caught:
        check_disk(Path("/proc/bovett"))
    _sentence(caught)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("x")
    with pytest.raises(CannotServe, match="File exists"):
        check_disk(tmp_path / "var")


def test_a_service_that_does_not_run_misses_its_web_server(free: Settings) -> None:
    assert missing_parts(free) == ["web"]


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ({"parts": {"rasa": True, "index": True}}, []),
        ({"parts": {"rasa": False, "index": True}}, ["rasa"]),
        ({"hello": 1}, ["web"]),
    ],
)
def test_missing_parts_are_those_the_web_server_names(
    free: Settings, monkeypatch: pytest.MonkeyPatch, body: object, missing: list[str]
) -> None:
    answer = SimpleNamespace(json=lambda: json.loads(json.dumps(body)))
    monkeypatch.setattr(supervisor.requests.Session, "get", lambda *_, **__: answer)
    assert missing_parts(free) == missing


def test_something_else_on_the_port_is_not_our_web_server(free: Settings) -> None:
    other = FakeRasa()
    try:
        assert missing_parts(replace(free, port=other.port)) == ["web"]
    finally:
        other.close()


def test_the_three_parts_are_supervised_and_only_the_web_server_can_be_reached(free: Settings) -> None:
    text = supervisor._supervisor_config(replace(free, host="0.0.0.0"), Path("model.tar.gz"), Path("logs"))  # noqa: S104
    config = RawConfigParser()
    config.read_string(text)
    assert config.sections() == ["supervisord", "program:actions", "program:rasa", "program:web"]
    assert all(config[part]["autorestart"] == "true" for part in config.sections()[1:])
    assert "--interface 127.0.0.1" in config["program:rasa"]["command"]
    assert f"--bind 0.0.0.0:{free.port}" in config["program:web"]["command"]


def test_a_percent_sign_in_a_folder_is_taken_as_it_is(free: Settings) -> None:
    """supervisord reads %(name)s as a variable."""
    text = supervisor._supervisor_config(free, Path("/a%b/model.tar.gz"), Path("logs"))
    assert "/a%%b/model.tar.gz" in text
