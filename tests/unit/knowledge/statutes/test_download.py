"""Fetching the archives: all of it, or nothing has changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from knowledge.laws import Laws
from knowledge.library import Library
from knowledge.statutes.download import update_statutes
from knowledge.statutes.errors import DownloadFailed
from knowledge.statutes.importing import Outcome, import_paths
from knowledge.statutes.source import Limits, text_source
from knowledge.statutes.store import read_acts
from tests.service import free_port
from tests.unit.knowledge.statutes.conftest import ACT, REGULATION, TODAY, Change
from tests.unit.knowledge.statutes.test_archive import write_archive

LIMITS = replace(text_source().limits, silence_s=2)


@pytest.fixture
def files() -> dict[str, bytes]:
    """What the server has, by path; the path /slow never ends."""
    return {}


@pytest.fixture
def server(files: dict[str, bytes]) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = files.get(self.path)
            self.send_response(200 if data is not None else 404)
            self.send_header("Content-Length", str(len(data or b"") + (1 if self.path == "/slow" else 0)))
            self.end_headers()
            self.wfile.write(data or b"")
            if self.path == "/slow":
                stopped.wait(10)

        def log_message(self, *_: Any) -> None:
            pass

    stopped = threading.Event()
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}"
    stopped.set()
    served.shutdown()
    served.server_close()


@pytest.fixture
def laws(sample: Library) -> Laws:
    return sample.laws


@pytest.fixture
def folder(tmp_path: Path, laws: Laws) -> Path:
    """A statutes folder that holds the act."""
    import_paths([ACT], tmp_path / "statutes", laws, TODAY)
    return tmp_path / "statutes"


def _update(folder: Path, laws: Laws, urls: list[str], limits: Limits = LIMITS) -> list[Outcome]:
    return update_statutes(folder, laws, TODAY, urls, limits)


def test_the_archives_are_those_that_lovdata_names() -> None:
    names = [url.rsplit("/", 1)[1] for url in text_source().archives]
    assert names == ["gjeldende-lover.tar.bz2", "gjeldende-sentrale-forskrifter.tar.bz2"]
    assert all(url.startswith("https://api.lovdata.no/v1/publicData/get/") for url in text_source().archives)


def test_the_acts_of_laws_yaml_are_imported_and_the_missing_ones_named(
    folder: Path, laws: Laws, server: str, files: dict[str, bytes], tmp_path: Path, changed: Change
) -> None:
    new = changed("én måned", "to måneder").read_bytes()
    files["/lover.tar.bz2"] = write_archive(tmp_path / "1", {f"nl/{ACT.name}": new}).read_bytes()
    files["/forskrifter.tar.bz2"] = write_archive(
        tmp_path / "2", {REGULATION.name: REGULATION.read_bytes()}
    ).read_bytes()
    outcomes = _update(folder, laws, [f"{server}/lover.tar.bz2", f"{server}/forskrifter.tar.bz2"])
    assert [outcome.changed for outcome in outcomes] == [True, True, False]
    assert outcomes[2].refused == "lov/2009-06-19-44 is not in the archives"
    assert set(read_acts(folder)) == {"lov/1999-03-26-17", "forskrift/2016-06-21-765"}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing.tar.bz2", "answers with status 404"),
        ("/slow", "connection|in time"),
        ("/page.tar.bz2", "cannot be used"),
        ("/large.tar.bz2", "larger than 1000000 bytes"),
    ],
)
def test_a_failure_is_one_sentence_and_nothing_has_changed(
    folder: Path, laws: Laws, server: str, files: dict[str, bytes], tmp_path: Path, path: str, reason: str
) -> None:
    before = read_acts(folder)
    files["/good.tar.bz2"] = write_archive(tmp_path / "1", {REGULATION.name: REGULATION.read_bytes()}).read_bytes()
    files.update({"/slow": b"x", "/page.tar.bz2": b"<html>", "/large.tar.bz2": bytes(1_100_000)})
    with pytest.raises(DownloadFailed, match=reason) as raised:
        _update(folder, laws, [f"{server}/good.tar.bz2", server + path], replace(LIMITS, archive_bytes=1_000_000))
    assert "nothing was changed" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert read_acts(folder) == before


def test_without_a_network_nothing_has_changed(folder: Path, laws: Laws) -> None:
    with pytest.raises(DownloadFailed, match="no connection to the server; nothing was changed"):
        _update(folder, laws, [f"http://127.0.0.1:{free_port()}/a.tar.bz2"])
    assert set(read_acts(folder)) == {"lov/1999-03-26-17"}


def test_a_download_without_end_is_stopped(folder: Path, laws: Laws, server: str, files: dict[str, bytes]) -> None:
    files["/a.tar.bz2"] = bytes(500_000)
    with pytest.raises(DownloadFailed, match="takes longer than 0 seconds"):
        _update(folder, laws, [f"{server}/a.tar.bz2"], replace(LIMITS, download_s=0))
