"""The web front alone, on loopback, with a stand-in for Rasa: the widget needs no more, and starts in seconds."""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from flask import Response
from werkzeug.serving import make_server

from knowledge.catalogues import compile_stale
from knowledge.settings import PROJECT_DIR, Settings
from tests.service import free_port
from tests.unit.web.fake_rasa import FakeRasa
from web import create_app

HOST = "localhost"  # another origin than 127.0.0.1: the pages of an organisation


@dataclass
class Front:
    """A running front; `rasa.replies` is what the next messages get."""

    base: str
    host: str  # origin of the organisation whose pages hold the widget
    stranger: str  # origin of a page that no site lists
    rasa: FakeRasa
    settings: Settings
    page: str = ""  # what /host shows: the page of the organisation, or of the stranger
    headers: dict[str, str] = field(default_factory=dict)


@contextmanager
def running_front(folder: Path, more: dict[str, Any] | None = None) -> Iterator[Front]:
    """Start it over the real content, whose sites let in pages of `host` and have these settings `more`."""
    port, hosts_port, strangers_port = free_port(), free_port(), free_port()
    host, stranger = f"http://{HOST}:{hosts_port}", f"http://{HOST}:{strangers_port}"
    rasa = FakeRasa()
    settings = Settings(
        content_dir=content_with_origin(folder / "content", host, more),
        locales_dir=_catalogues(folder / "locales"),
        var_dir=folder / "var",
        rasa_port=rasa.port,
        channel_secret="between us",
        rate_limit="100000/minute",
    )
    app = create_app(settings)
    front = Front(f"http://127.0.0.1:{port}", host, stranger, rasa, settings)
    app.add_url_rule("/host", view_func=lambda: _page_of(front))
    # One program behind three addresses: which one a page came from is all that a browser looks at.
    servers = [make_server(name, at, app, threaded=True)
               for name, at in (("127.0.0.1", port), (HOST, hosts_port), (HOST, strangers_port))]  # fmt: skip
    for server in servers:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    try:
        yield front
    finally:
        for server in servers:
            server.shutdown()
        rasa.close()


def _page_of(front: Front) -> Response:
    return Response(
        front.page, headers={"Content-Security-Policy": "default-src * 'unsafe-inline' data:", **front.headers}
    )


def content_with_origin(folder: Path, origin: str, more: dict[str, Any] | None = None) -> Path:
    """The real content by links, but for the sites, which let in one origin more, and have these settings `more`."""
    real = Settings().content_dir
    folder.mkdir(parents=True)
    for each in real.iterdir():
        if each.name != "sites":
            (folder / each.name).symlink_to(each)
    (folder / "sites").mkdir()
    for path in (real / "sites").glob("*.yaml"):
        site: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        if path.stem != "bovett":
            site.update(more or {})
            site["origins"] = [*(site.get("origins") or []), origin]
        (folder / "sites" / path.name).write_text(yaml.safe_dump(site, allow_unicode=True), "utf-8")
    return folder


def _catalogues(folder: Path) -> Path:
    shutil.copytree(PROJECT_DIR / "locales", folder, ignore=shutil.ignore_patterns("*.mo"))
    compile_stale(folder)
    return folder
