"""A page of an organisation with somebody else's chat client on it: the very HTML that docs/clients.md gives."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flask import Flask, Response
from werkzeug.serving import make_server

from knowledge.settings import PROJECT_DIR
from tests.service import free_port

CLIENTS = PROJECT_DIR / "tests" / "clients" / "node_modules"
_GUIDE = PROJECT_DIR / "docs" / "clients.md"
_FILES = {
    "rasa-webchat.js": CLIENTS / "rasa-webchat" / "lib" / "index.js",
    "deepChat.bundle.js": CLIENTS / "deep-chat" / "dist" / "deepChat.bundle.js",
}


@dataclass
class Host:
    """A running host; `page` is what it shows, at its own origin and at that of a stranger."""

    origin: str
    stranger: str
    page: str = ""

    def shows(self, client: str, **addresses: str) -> None:
        """Paste the HTML of the guide's part on `client`, with the addresses of the running service."""
        html = pasted(client)
        for written, real in addresses.items():
            example = {"service": "https://bovett.example", "site": "kommune-x"}[written]
            assert example in html
            html = html.replace(example, real)
        self.page = (
            f'<!doctype html><html lang="nb"><meta charset="utf-8"><title>Kommune</title><body>{html}</body></html>'
        )


def pasted(client: str) -> str:
    """The block of HTML that the guide gives for this client."""
    part = re.search(rf"^## {client}\n(.*?)(?=^## |\Z)", _GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert part, client
    (block,) = re.findall(r"^```html\n(.*?)^```", part[1], re.DOTALL | re.MULTILINE)
    return block


def _file(name: str) -> Response:
    assert _FILES[name].exists(), "run `sh deploy/clients.sh`"
    text = _FILES[name].read_text("utf-8")
    # As the guide tells to: `sed 's#@import url(https://fonts.googleapis.com[^)]*);##g'`
    text = re.sub(r"@import url\(https://fonts\.googleapis\.com[^)]*\);", "", text)
    return Response(text, mimetype="text/javascript")


@contextmanager
def running_host(port: int) -> Iterator[Host]:
    """Start it; `port` is that of the origin which the service lets in."""
    strangers_port = free_port()
    host = Host(f"http://localhost:{port}", f"http://localhost:{strangers_port}")
    app = Flask("host")
    app.add_url_rule("/", "page", lambda: host.page)
    app.add_url_rule("/favicon.ico", "icon", lambda: Response(status=204))
    app.add_url_rule("/vendor/<name>", view_func=_file)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    servers = [make_server("localhost", at, app, threaded=True) for at in (port, strangers_port)]
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield host
    finally:
        for server in servers:
            server.shutdown()
