"""Talking to Rasa on loopback."""

from __future__ import annotations

from typing import Any

import requests
from requests.adapters import HTTPAdapter

from knowledge.errors import KnowledgeError

SECRET_HEADER = "X-Bovett-Secret"  # noqa: S105 - the name of the header, not its value


class RasaUnavailable(KnowledgeError):
    """Rasa does not answer, or answers with nothing: a person must still get a human contact."""


class RasaClient:
    """Sends messages over one pool of connections."""

    def __init__(self, base_url: str, secret: str, timeout_s: int) -> None:
        self._url = f"{base_url}/webhooks/bovett"
        self._timeout_s = timeout_s
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy of the machine must never see a message
        self._session.headers[SECRET_HEADER] = secret
        self._session.mount("http://", HTTPAdapter(pool_maxsize=32))

    def send(self, conversation_id: str, text: str, metadata: dict[str, Any]) -> list[dict[str, Any]]:
        """The replies to one message; raises RasaUnavailable."""
        body = {"sender": conversation_id, "message": text, "metadata": metadata}
        answer = self._call("POST", "/webhook", json=body)
        try:
            replies = [item["custom"] for item in answer.json() if "custom" in item]
        except (ValueError, TypeError) as error:
            raise RasaUnavailable("what came back is no list of replies") from error
        if not replies:
            raise RasaUnavailable("no reply came back; is the action server running?")
        return replies

    def forget(self, conversation_id: str) -> None:
        """Erase the conversation in Rasa; raises RasaUnavailable."""
        self._call("DELETE", f"/conversations/{conversation_id}")

    def forget_silent(self) -> int:
        """Erase in Rasa what is too old and has no row in our database; returns how many; raises RasaUnavailable."""
        try:
            return int(self._call("DELETE", "/conversations").json()["erased"])
        except (ValueError, TypeError, KeyError) as error:
            raise RasaUnavailable("what came back is no number") from error

    def is_ready(self) -> bool:
        """Whether Rasa answers."""
        try:
            return self._session.get(f"{self._url}/", timeout=2).ok
        except requests.RequestException:
            return False

    def _call(self, method: str, path: str, **values: Any) -> requests.Response:
        try:
            answer = self._session.request(method, self._url + path, timeout=self._timeout_s, **values)
            answer.raise_for_status()
        except requests.RequestException as error:
            raise RasaUnavailable(type(error).__name__) from error
        return answer
