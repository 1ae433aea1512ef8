"""A conversation as a person has it, over the chat API; failures print the transcript."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import requests


@dataclass
class Conversation:
    """`say("…")`, `press(button)`, then `expect(...)` on what came back."""

    api: str
    locale: str | None = None
    site: str | None = None
    replies: list[dict[str, Any]] = field(default_factory=list)
    transcript: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        body = {k: v for k, v in {"locale": self.locale, "site": self.site}.items() if v}
        started = requests.post(f"{self.api}/conversations", json=body, timeout=30)
        assert started.status_code == 201, started.text
        self.id = started.json()["conversation_id"]
        self.token = started.json()["token"]
        self._note(started.json()["replies"])

    @property
    def url(self) -> str:
        return f"{self.api}/conversations/{self.id}"

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, body: dict[str, Any]) -> requests.Response:
        """One raw request."""
        return requests.post(f"{self.url}/messages", json=body, headers=self.headers, timeout=60)

    def send(self, body: dict[str, Any]) -> Conversation:
        """Send a button that no reply has shown, as a link to a guide does."""
        self.transcript.append(f"  > {body}")
        return self._answered(self.post(body))

    def say(self, text: str, **more: Any) -> Conversation:
        """Write a message."""
        self.transcript.append(f"  > {text}")
        return self._answered(self.post({"text": text, **more}))

    def press(self, title_part: str) -> Conversation:
        """Press the button whose title holds the words."""
        buttons = [b for reply in self.replies for b in reply["buttons"]]
        chosen = next((b for b in buttons if title_part in b["title"] or title_part in b["payload"]), None)
        assert chosen, self._told(f"no button {title_part!r} among {[b['title'] for b in buttons]}")
        self.transcript.append(f"  > [{chosen['title']}]")
        return self._answered(self.post({"payload": chosen["payload"], "title": chosen["title"]}))

    def expect(self, outcome: str, article: str | None = None, locale: str | None = None, text: str | None = None,
               reply: int = 0) -> Conversation:  # fmt: skip
        """Check one of the replies to the last message."""
        assert reply < len(self.replies), self._told(f"there is no reply number {reply}")
        found = self.replies[reply]
        assert found["outcome"] == outcome, self._told(f"expected the outcome {outcome}, got {found['outcome']}")
        if article is not None:
            shown = found["article"]["id"] if found["article"] else None
            assert shown == article, self._told(f"expected the article {article}, got {shown}")
        if locale is not None:
            assert found["locale"] == locale, self._told(f"expected {locale}, got {found['locale']}")
        if text is not None:
            assert text in found["text"], self._told(f"expected {text!r} in the text")
        return self

    def _answered(self, response: requests.Response) -> Conversation:
        assert response.status_code == 200, self._told(f"status {response.status_code}: {response.text[:500]}")
        self._note(response.json()["replies"])
        return self

    def _note(self, replies: list[dict[str, Any]]) -> None:
        self.replies = replies
        for reply in replies:
            shown = (reply.get("article") or {}).get("id", "")
            self.transcript.append(f"  < [{reply['outcome']} {reply['locale']} {shown}] {reply['text'][:150]!r}")

    def _told(self, problem: str) -> str:
        return "\n".join([problem, *self.transcript])
