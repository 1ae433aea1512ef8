"""A stand-in for Rasa: a small HTTP server on loopback that answers as it is told and remembers what it got."""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class FakeRasa:
    """`rasa.replies = [...]` is what the next messages get; `rasa.got` is what came in."""

    def __init__(self) -> None:
        self.replies: list[dict[str, Any]] = []
        self.raw: bytes | None = None  # sent instead of the replies
        self.status = 200
        self.wait_s = 0.0
        self.got: list[dict[str, Any]] = []
        self.forgotten: list[str] = []
        self.silent = 0  # conversations without a row in our database that are too old
        self.secrets: list[str | None] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(fake) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer(b'{"status": "ok"}')

            def do_POST(self) -> None:
                fake.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                time.sleep(fake.wait_s)
                messages = [{"recipient_id": "x", "custom": reply} for reply in fake.replies]
                self._answer(json.dumps(messages).encode() if fake.raw is None else fake.raw)

            def do_DELETE(self) -> None:
                if self.path.endswith("/conversations"):
                    self._answer(json.dumps({"erased": fake.silent}).encode() if fake.raw is None else fake.raw)
                    return
                fake.forgotten.append(self.path.rsplit("/", 1)[1])
                self._answer(b"")

            def _answer(self, body: bytes) -> None:
                fake.secrets.append(self.headers.get("X-Bovett-Secret"))
                self.send_response(fake.status)
                self.send_header("Content-Length", str(len(body)))
                with suppress(BrokenPipeError, ConnectionResetError):  # whoever asked did not wait
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Nothing of a test's requests is printed."""

        return Handler
