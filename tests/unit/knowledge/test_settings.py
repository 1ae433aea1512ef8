"""What a deployment may change."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from knowledge.errors import SettingsError
from knowledge.settings import PROJECT_DIR, Settings

VARIABLES = [name for name, _, _ in Settings.table()]


def test_defaults_hold_when_nothing_is_set() -> None:
    assert Settings.from_env({"PATH": "/bin", "OTHER_PORT": "x"}) == Settings()


def test_a_variable_replaces_its_default() -> None:
    settings = Settings.from_env({"BOVETT_PORT": "9000", "BOVETT_VAR_DIR": "/tmp/x"})  # noqa: S108 - not written to
    assert (settings.port, settings.var_dir) == (9000, Path("/tmp/x"))  # noqa: S108


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("BOVETT_PORT", "eighty", "invalid literal for int"),
        ("BOVETT_PORT", "0", "a port lies between 1 and 65535"),
        ("BOVETT_RASA_PORT", "65536", "a port lies between 1 and 65535"),
        ("BOVETT_MESSAGE_LIMIT", "0", "must be 1 or more"),
        ("BOVETT_TOKEN_DAYS", "-1", "must be 1 or more"),
        ("BOVETT_WEB_THREADS", "", "invalid literal for int"),
    ],
)
def test_a_bad_value_is_told_with_its_name(name: str, value: str, problem: str) -> None:
    with pytest.raises(SettingsError) as raised:
        Settings.from_env({name: value})
    assert str(raised.value).startswith(f"{name}={value!r}: ")
    assert problem in str(raised.value)


def test_every_bad_variable_is_told_at_once() -> None:
    numbers = {item.name for item in fields(Settings) if isinstance(item.default, int)}
    bad = {f"BOVETT_{name.upper()}": "many" for name in numbers}
    with pytest.raises(SettingsError) as raised:
        Settings.from_env(bad)
    assert all(f"{name}='many'" in str(raised.value) for name in bad)
    assert len(str(raised.value).split("; ")) == len(bad)


def test_another_process_reads_the_same_settings() -> None:
    settings = Settings(port=9000, database_url="postgresql://x", encoder="folder")
    assert Settings.from_env(settings.as_environ()) == settings


def test_stores_lie_in_the_var_folder_unless_named() -> None:
    settings = Settings(var_dir=Path("/v"))
    assert settings.conversations_url == "sqlite:////v/conversations.db"
    assert settings.tracker_path == Path("/v/tracker.db")
    assert (settings.index_dir, settings.models_dir) == (Path("/v/index"), Path("/v/models"))
    named = Settings(database_url="postgresql://x", tracker_database="/t/tracker.db")
    assert (named.conversations_url, named.tracker_path) == ("postgresql://x", Path("/t/tracker.db"))


def test_servers_behind_the_front_are_on_loopback() -> None:
    settings = Settings(rasa_port=1, actions_port=2)
    assert (settings.rasa_url, settings.actions_url) == ("http://127.0.0.1:1", "http://127.0.0.1:2")


def test_the_table_holds_no_path_of_this_machine() -> None:
    assert all(str(PROJECT_DIR) not in default for _, default, _ in Settings.table())


@pytest.mark.parametrize("name", VARIABLES)
def test_every_setting_is_in_the_table_of_the_readme(name: str) -> None:
    lines = (PROJECT_DIR / "README.md").read_text("utf-8").splitlines()
    assert any(line.startswith("|") and f"`{name}`" in line for line in lines), f"add a row for {name}"
