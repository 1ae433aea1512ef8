"""Asking one question over the chat API, starting the service for it when it is not running."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests

from knowledge.errors import KnowledgeError
from knowledge.settings import Settings
from web.supervisor import missing_parts
from web.training import process_environment

_START_WITHIN_S = 900  # a first start trains the model


class AskFailed(KnowledgeError):
    """The question could not be asked."""


def ask(settings: Settings, question: str, locale: str | None) -> list[dict[str, Any]]:
    """The replies to one question; the conversation is erased afterwards."""
    with _service(settings) as base, requests.Session() as session:
        session.trust_env = False
        started = _posted(session, f"{base}/conversations", {"locale": locale} if locale else {})
        session.headers["Authorization"] = f"Bearer {started['token']}"
        conversation = f"{base}/conversations/{started['conversation_id']}"
        answer = _posted(session, f"{conversation}/messages", {"text": question})
        session.delete(conversation, timeout=10)
    replies: list[dict[str, Any]] = answer["replies"]
    return replies


def in_words(replies: list[dict[str, Any]]) -> str:
    """Replies for a terminal."""
    lines: list[str] = []
    for reply in replies:
        lines += [f"[{reply['outcome']}]", *([reply["myth"]] if reply["myth"] else []), "", reply["text"], ""]
        lines += [f"  {c['ref']} ({c['as_of']}) {c['url']}" for c in reply["citations"]]
        lines += [f"  {' · '.join(filter(None, (c['name'], c['phone'], c['url'])))}" for c in reply["contacts"]]
        lines += [f"  > {button['title']}" for button in reply["buttons"]]
    return "\n".join(lines).strip()


def _posted(session: requests.Session, url: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = session.post(url, json=body, timeout=60)
    data: dict[str, Any] = answer.json()
    if not answer.ok:
        raise AskFailed(data.get("error", {}).get("message", f"status {answer.status_code}"))
    return data


@contextmanager
def _service(settings: Settings) -> Iterator[str]:
    base = f"http://{settings.host}:{settings.port}/api/v1"
    if not missing_parts(settings):
        yield base
        return
    print("Bovett is not running; starting it for this question …", file=sys.stderr)
    process = subprocess.Popen(
        [sys.executable, "-m", "web.cli", "serve"], env=process_environment(settings), stdout=subprocess.DEVNULL
    )
    try:
        _wait(settings, process)
        yield base
    finally:
        process.terminate()
        process.wait(30)


def _wait(settings: Settings, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _START_WITHIN_S
    while missing_parts(settings):
        if process.poll() is not None:
            raise AskFailed("the service could not start")
        if time.monotonic() > until:
            raise AskFailed("the service did not become ready in time")
        time.sleep(0.5)
