"""`make bench`: speed and memory of the whole service beside a stock `rasa init` bot, in one run on one machine.

Ratios are what counts: machines are shared and noisy. Writes var/bench.json.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import psutil
import requests

from knowledge.calibrate import CALIBRATION_FILE
from knowledge.question_set import ARTICLE_KINDS, read_questions
from tests.client import Conversation
from tests.service import Service, built_dir, free_port, running_service

TURNS, WARM_UP, ROUNDS = 60, 12, 3
STOCK_TEXTS = (
    "hello",
    "I am doing great",
    "I am feeling very sad today",
    "yes that helped",
    "are you a bot",
    "bye bye",
)


def main() -> int:
    """Measure, print and write."""
    with running_service(log_level="WARNING") as service, stock_bot() as stock:
        say_ours, say_stock = _ours(service), _stock(stock)
        ours: dict[int, list[dict[str, float]]] = {1: [], 8: []}
        theirs: dict[int, list[dict[str, float]]] = {1: [], 8: []}
        for at_a_time in (1, 8):
            _timed(say_ours, WARM_UP, at_a_time)
            _timed(say_stock, WARM_UP, at_a_time)
            for _ in range(ROUNDS):  # in turns, so that a noisy minute hits both
                ours[at_a_time].append(_timed(say_ours, TURNS, at_a_time))
                theirs[at_a_time].append(_timed(say_stock, TURNS, at_a_time))
        document = _document(service, stock, ours, theirs)
    print(json.dumps(document, indent=1))
    (built_dir() / "bench.json").write_text(json.dumps(document, indent=1), "utf-8")
    return 0


def _document(service: Service, stock: dict[str, Any], ours: Any, theirs: Any) -> dict[str, Any]:
    turns = {}
    for at_a_time in (1, 8):
        own, stocks = _middle(ours[at_a_time]), _middle(theirs[at_a_time])
        turns[f"{at_a_time}_at_a_time"] = {
            "bovett": own,
            "stock": stocks,
            "ratio_p50": round(own["p50_ms"] / stocks["p50_ms"], 2),
            "ratio_turns_a_second": round(own["turns_a_second"] / stocks["turns_a_second"], 2),
        }
    memory = {name: _megabytes(part) for name, part in service.parts().items()}
    return {
        "cores": os.cpu_count(),
        "turns": turns,
        "ready_after_s": {"bovett": round(service.ready_after_s, 1), "stock": round(stock["ready_after_s"], 1)},
        "memory_mb": {**memory, "in_all": sum(memory.values()), "stock": _megabytes(stock["process"])},
    }


def _ours(service: Service) -> Callable[[int], None]:
    texts = [q.text for q in read_questions(CALIBRATION_FILE.parent / "questions") if q.kind in ARTICLE_KINDS]
    talks = [Conversation(service.api) for _ in range(40)]
    session = _session()

    def say(number: int) -> None:
        talk = talks[number % len(talks)]
        body = {"text": texts[(number * 37) % len(texts)]}
        answer = session.post(f"{talk.url}/messages", json=body, headers=talk.headers, timeout=60)
        assert answer.status_code == 200, answer.text

    return say


def _stock(stock: dict[str, Any]) -> Callable[[int], None]:
    session = _session()

    def say(number: int) -> None:
        body = {"sender": f"bench-{number % 40}", "message": STOCK_TEXTS[number % len(STOCK_TEXTS)]}
        answer = session.post(f"http://127.0.0.1:{stock['port']}/webhooks/rest/webhook", json=body, timeout=60)
        assert answer.status_code == 200, answer.text

    return say


def _session() -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    return session


_counter = iter(range(10**9))


def _timed(say: Callable[[int], None], turns: int, at_a_time: int) -> dict[str, float]:
    def one(_: int) -> float:
        started = time.perf_counter()
        say(next(_counter))
        return (time.perf_counter() - started) * 1000

    started = time.perf_counter()
    with ThreadPoolExecutor(at_a_time) as pool:
        times = list(pool.map(one, range(turns)))
    took = time.perf_counter() - started
    return {
        "p50_ms": round(median(times), 1),
        "p95_ms": round(quantiles(times, n=20)[-1], 1),
        "turns_a_second": round(turns / took, 1),
    }


def _middle(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: median(row[name] for row in rounds) for name in rounds[0]}


def _megabytes(process: psutil.Process) -> int:
    # Proportional set size counts shared pages once over all processes.
    return int(process.memory_full_info().pss / 1024**2)


@contextmanager
def stock_bot() -> Iterator[dict[str, Any]]:
    """Rasa's own starter bot, trained and running."""
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONWARNINGS": "ignore"}  # noqa: TID251
    with tempfile.TemporaryDirectory(prefix="stock-") as folder:
        quiet = {"cwd": folder, "env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        rasa = [sys.executable, "-m", "rasa"]
        subprocess.run([*rasa, "init", "--no-prompt"], check=True, timeout=900, **quiet)
        if not list(Path(folder, "models").glob("*.tar.gz")):
            subprocess.run([*rasa, "train"], check=True, timeout=900, **quiet)
        port = free_port()
        started = time.perf_counter()
        process = subprocess.Popen([*rasa, "run", "--port", str(port), "--interface", "127.0.0.1"], **quiet)
        try:
            _wait(f"http://127.0.0.1:{port}/webhooks/rest/")
            yield {"port": port, "process": psutil.Process(process.pid), "ready_after_s": time.perf_counter() - started}
        finally:
            process.terminate()
            process.wait(30)


def _wait(url: str) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            if requests.get(url, timeout=2).ok:
                return
        except requests.RequestException:
            time.sleep(0.3)
    raise AssertionError("the stock bot did not start")


if __name__ == "__main__":
    sys.exit(main())
