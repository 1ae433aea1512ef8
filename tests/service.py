"""The whole service as a user starts it, on free ports and its own databases, for tests and measurements."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import requests

from knowledge.settings import PROJECT_DIR

_START_WITHIN_S = 600


def free_port() -> int:
    """A port that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Service:
    """A running service."""

    process: subprocess.Popen[bytes]
    base: str
    var_dir: Path
    ready_after_s: float
    ports: dict[str, int]

    @property
    def api(self) -> str:
        """Address of the chat API."""
        return f"{self.base}/api/v1"

    def parts(self) -> dict[str, psutil.Process]:
        """The processes by the part they are."""
        marks = {"rasa": "rasa run", "actions": "-m actions", "web": "gunicorn"}
        found: dict[str, psutil.Process] = {}
        for child in psutil.Process(self.process.pid).children(recursive=True):
            line = " ".join(child.cmdline())
            for name, mark in marks.items():
                if mark in line and (name not in found or name == "web"):
                    found[name] = child  # of gunicorn the worker is wanted, which comes last
        return found

    def logs(self) -> str:
        """Everything any part has logged."""
        return "\n".join(path.read_text("utf-8", "replace") for path in (self.var_dir / "logs").glob("*"))

    def wait_ready(self, within_s: float = 120) -> None:
        """Return when every part answers."""
        until = time.monotonic() + within_s
        while time.monotonic() < until:
            try:
                if requests.get(f"{self.base}/ready", timeout=5).ok:
                    return
            except requests.RequestException:
                pass
            if self.process.poll() is not None:
                raise AssertionError(f"the service stopped:\n{self.logs()[-4000:]}")
            time.sleep(0.3)
        raise AssertionError(f"not ready within {within_s} s:\n{self.logs()[-4000:]}")


def built_dir() -> Path:
    """The var folder whose index and model are shared; training again for each test would take minutes."""
    return Path(os.environ.get("BOVETT_VAR_DIR", PROJECT_DIR / "var"))  # noqa: TID251 - tests have no settings


@contextmanager
def running_service(**settings: Any) -> Iterator[Service]:
    """Start `bovett serve` and stop it at the end; extra settings by their lower-case name."""
    with tempfile.TemporaryDirectory(prefix="bovett-") as folder:
        var_dir = Path(folder)
        for name in ("index", "models"):
            (built_dir() / name).mkdir(parents=True, exist_ok=True)
            (var_dir / name).symlink_to(built_dir() / name)
        ports = {name: free_port() for name in ("port", "rasa_port", "actions_port")}
        values = {"var_dir": var_dir, "rate_limit": "100000/minute", "log_level": "INFO", **ports, **settings}
        environment = {**os.environ, **{f"BOVETT_{k.upper()}": str(v) for k, v in values.items()}}  # noqa: TID251
        started = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "web.cli", "serve"], cwd=PROJECT_DIR, env=environment, start_new_session=True
        )
        service = Service(process, f"http://127.0.0.1:{ports['port']}", var_dir, 0.0, ports)
        try:
            service.wait_ready(_START_WITHIN_S)
            service.ready_after_s = time.monotonic() - started
            yield service
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(40)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
