"""`bovett serve` and `bovett ask` at the terminal."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys

import pytest

from knowledge.settings import PROJECT_DIR
from tests.service import Service, free_port


def _bovett(*arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **{f"BOVETT_{k.upper()}": str(v) for k, v in settings.items()}}  # noqa: TID251
    return subprocess.run(
        [sys.executable, "-m", "web.cli", *arguments],
        cwd=PROJECT_DIR, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


def test_a_taken_port_is_one_clear_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = _bovett("serve", port=port, rasa_port=free_port(), actions_port=free_port())
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_bad_setting_is_one_clear_sentence() -> None:
    done = _bovett("serve", port="many")
    assert done.returncode == 1
    assert "BOVETT_PORT" in done.stderr


def test_a_folder_that_cannot_be_written_is_one_clear_sentence() -> None:
    ports = {"port": free_port(), "rasa_port": free_port(), "actions_port": free_port()}
    done = _bovett("serve", var_dir="/proc/bovett", **ports)
    assert done.returncode == 1
    assert "Cannot write" in done.stderr


def test_a_full_disk_is_one_clear_sentence() -> None:
    # /dev/full takes no byte; a folder cannot be mounted here, so the check itself is tried on a fake file system.
    from unittest.mock import patch

    from knowledge.settings import Settings
    from web.supervisor import CannotServe, check_disk

    with patch("web.supervisor.shutil.disk_usage") as usage:
        usage.return_value.free = 1024
        with pytest.raises(CannotServe, match="full"):
            check_disk(Settings().var_dir)


def test_ask_goes_the_whole_path(service: Service) -> None:
    port = service.ports["port"]
    done = _bovett("ask", "hvor mye depositum kan utleier kreve?", "--locale", "en", "--json", port=port)
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)[0]
    assert reply["article"]["id"] == "deposit"
    assert reply["locale"] == "en"
