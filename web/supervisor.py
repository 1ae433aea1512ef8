"""Running Rasa, the action server and the web server under supervisord, which restarts what dies."""

from __future__ import annotations

import errno
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import FrameType

import requests

from knowledge.errors import KnowledgeError
from knowledge.settings import PROJECT_DIR, Settings
from web.training import process_environment

_NEEDED_BYTES = 200 * 1024**2
_READY_WITHIN_S = 240
_STOP_WITHIN_S = 25


class CannotServe(KnowledgeError):
    """The service cannot start; the message is one sentence for the person at the terminal."""


def check_machine(settings: Settings) -> None:
    """Raise CannotServe when a port is taken or the disk is full."""
    ports = {"BOVETT_PORT": settings.port, "BOVETT_RASA_PORT": settings.rasa_port,
             "BOVETT_ACTIONS_PORT": settings.actions_port}  # fmt: skip
    for variable, port in ports.items():
        host = settings.host if variable == "BOVETT_PORT" else "127.0.0.1"
        _check_port(host, port, variable)
    check_disk(settings.var_dir)


def check_disk(folder: Path) -> None:
    """Raise CannotServe when the folder cannot be written or is nearly full."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
        (folder / ".writable").write_bytes(b"0" * 4096)
        (folder / ".writable").unlink()
    except OSError as error:
        reason = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or "unknown error")
        raise CannotServe(f"Cannot write to {folder}: {reason}.") from error
    if free < _NEEDED_BYTES:
        raise CannotServe(f"The disk of {folder} is full: {free // 1024**2} MB free, 200 MB needed.")


def _check_port(host: str, port: int, variable: str) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotServe(
                f"Port {port} on {host} cannot be used ({error.strerror}); stop what uses it or set {variable}."
            ) from error


def serve(settings: Settings, model: Path) -> int:
    """Run until Ctrl-C or SIGTERM; returns the exit status."""
    if not settings.channel_secret:
        settings = replace(settings, channel_secret=secrets.token_urlsafe(24))
    logs = settings.var_dir / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    config = settings.var_dir / "supervisord.conf"
    config.write_text(_supervisor_config(settings, model, logs), encoding="utf-8")
    daemon = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "supervisor.supervisord", "-n", "-s", "-c", str(config)],
        cwd=PROJECT_DIR,
        env=process_environment(settings),
        start_new_session=True,  # Ctrl-C must reach us first, so that all parts stop in order
    )
    stopping = _stop_on_signals()
    try:
        return _watch(settings, daemon, logs, stopping)
    finally:
        _stop(daemon)


def _watch(settings: Settings, daemon: subprocess.Popen[bytes], logs: Path, stopping: list[int]) -> int:
    started = time.monotonic()
    waiting = True
    while not stopping:
        if daemon.poll() is not None:
            raise CannotServe(f"The supervisor stopped (status {daemon.returncode}); see {logs}.")
        if waiting:
            missing = missing_parts(settings)
            if not missing:
                waiting = False
                took = time.monotonic() - started
                print(
                    f"Bovett answers at http://{settings.host}:{settings.port}/ (ready in {took:.0f} s, Ctrl-C stops it)",
                    flush=True,
                )
            elif time.monotonic() - started > _READY_WITHIN_S:
                raise CannotServe(f"Not ready after {_READY_WITHIN_S} s, missing: {', '.join(missing)}; see {logs}.")
        time.sleep(0.3)
    return 0


def missing_parts(settings: Settings) -> list[str]:
    """Names of the parts that do not answer yet."""
    try:
        with requests.Session() as session:
            session.trust_env = False
            parts = session.get(f"http://{settings.host}:{settings.port}/ready", timeout=5).json()["parts"]
    except (requests.RequestException, ValueError, KeyError):
        return ["web"]
    return [name for name, there in parts.items() if not there]


def _stop_on_signals() -> list[int]:
    received: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        received.append(number)

    signal.signal(signal.SIGINT, note)
    signal.signal(signal.SIGTERM, note)
    return received


def _stop(daemon: subprocess.Popen[bytes]) -> None:
    if daemon.poll() is None:
        print("Stopping …", flush=True)
        daemon.terminate()
        try:
            daemon.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            daemon.kill()


def _supervisor_config(settings: Settings, model: Path, logs: Path) -> str:
    python = sys.executable
    programs = {
        "actions": f"{python} -m actions",
        "rasa": (
            f"{python} -m rasa run --model {model} --endpoints bot/endpoints.yml --credentials bot/credentials.yml "
            f"--interface 127.0.0.1 --port {settings.rasa_port}"
        ),
        # One process with threads: the work of a turn is done in Rasa, and rate limits are counted in memory.
        "web": (
            f"{python} -m gunicorn --worker-class gthread --workers 1 --threads {settings.web_threads} "
            f"--bind {settings.host}:{settings.port} --keep-alive 30 --log-level warning web.wsgi:app"
        ),
    }
    sections = [
        f"[supervisord]\nnodaemon=true\nlogfile={logs}/supervisor.log\npidfile={settings.var_dir}/supervisord.pid\n"
        "loglevel=warn\n"
    ]
    for name, command in programs.items():
        sections.append(
            f"[program:{name}]\ncommand={command.replace('%', '%%')}\ndirectory={PROJECT_DIR}\n"
            "autorestart=true\nstartsecs=2\nstartretries=10\nstopwaitsecs=8\nstopasgroup=true\nkillasgroup=true\n"
            f"redirect_stderr=true\nstdout_logfile={logs}/{name}.log\nstdout_logfile_maxbytes=5MB\n"
            "stdout_logfile_backups=1\n"
        )
    return "\n".join(sections)
