"""What is public goes out compressed; what belongs to a person never does."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.unit.web.conftest import Talk
from web.compression import PUBLIC

GZIP = {"Accept-Encoding": "gzip, deflate, br, zstd"}
# Of every kind one; each holds more than fits into one packet.
PATHS = ["/widget.js", "/static/build/page.css", "/static/build/page.js", "/messages/nb.json", "/nb/", "/embed/town/nb",
         "/nb/rettigheter/tenancy/deposit", "/nb/rettigheter/", "/nb/personvern", "/sitemap.xml"]  # fmt: skip
PRIVATE = ["/nb/chat", "/nb/chat/erase", "/nb/shown/x", "/letters/rent-back", "/articles/deposit/summary.pdf",
           "/api/v1/articles", "/api/v1/articles/deposit", "/api/v1/openapi.json", "/nowhere"]  # fmt: skip


def _widget_build(client: FlaskClient, app: Flask) -> str:
    return str(app.extensions["bovett"].widgets.keep().path)


def _get(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    return client.get(path, headers={**GZIP, **{name.replace("_", "-"): value for name, value in headers.items()}})


@pytest.mark.parametrize("path", PATHS)
def test_what_is_public_is_compressed_and_the_same_bytes_come_out(client: FlaskClient, path: str) -> None:
    plain, packed = client.get(path), _get(client, path)
    assert (plain.status_code, packed.status_code) == (200, 200)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert len(packed.data) == int(packed.headers["Content-Length"]) < len(plain.data)
    assert packed.content_type == plain.content_type
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.vary, "a cache on the way keeps them apart"


def test_the_widget_and_each_build_of_it_are_a_third_at_most(client: FlaskClient, app: Flask) -> None:
    for path in ("/widget.js", _widget_build(client, app)):
        plain, packed = client.get(path), _get(client, path)
        assert packed.headers["Content-Encoding"] == "gzip"
        assert len(packed.data) * 3 < len(plain.data)
        assert packed.headers["Cache-Control"] == plain.headers["Cache-Control"]
        assert {"Origin", "Accept-Encoding"} <= set(packed.vary)


@pytest.mark.parametrize("path", PRIVATE)
def test_what_is_not_listed_is_never_compressed(client: FlaskClient, path: str) -> None:
    assert "Content-Encoding" not in _get(client, path).headers


def test_no_answer_of_a_conversation_is_ever_compressed(talk: Talk) -> None:
    for answer in (
        talk.client.post("/api/v1/conversations", json={}, headers=GZIP),
        talk.post({"text": "hei"}, **GZIP),
        talk.client.get(talk.url, headers={**talk.headers, **GZIP}),
        talk.client.post(f"{talk.url}/showing", json={}, headers={**talk.headers, **GZIP}),
        talk.client.post("/nb/chat", data={"text": "hei"}, headers=GZIP),
        talk.client.get("/nb/chat", headers=GZIP),
        talk.client.post("/letters/rent-back", data={"format": "preview"}, headers=GZIP),
    ):
        assert answer.status_code < 500
        assert "Content-Encoding" not in answer.headers


def test_routes_that_may_be_compressed_exist_and_are_none_of_a_person(app: Flask) -> None:
    routes = {rule.endpoint: rule for rule in app.url_map.iter_rules()}
    assert routes.keys() >= PUBLIC
    assert not [name for name in PUBLIC if name.startswith(("chat.", "letters."))]
    assert not PUBLIC & {"pages.show_chat", "pages.ask_to_erase", "pages.start_chat_showing", "pages.shown"}
    assert all((routes[name].methods or set()) <= {"GET", "HEAD", "OPTIONS"} for name in PUBLIC)


@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [
        ("gzip", True),
        ("*", True),
        ("br;q=1, gzip;q=0.2", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("identity, gzip;q=0.5", False),
        ("deflate, nonsense;;q=x", False),
    ],
)
def test_the_browser_decides(client: FlaskClient, accepted: str, is_packed: bool) -> None:
    answer = client.get("/widget.js", headers={"Accept-Encoding": accepted})
    assert ("Content-Encoding" in answer.headers) == is_packed


@pytest.mark.parametrize("path", ["/widget.js", "/static/style.css"])
def test_each_form_has_its_own_tag_and_is_asked_for_again_by_it(client: FlaskClient, path: str) -> None:
    plain, packed = client.get(path), _get(client, path)
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert not packed.headers["ETag"].startswith("W/")
    again = _get(client, path, If_None_Match=packed.headers["ETag"])
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", packed.headers["ETag"])
    assert "Accept-Encoding" in again.vary
    assert client.get(path, headers={"If-None-Match": plain.headers["ETag"]}).status_code == 304
    assert client.get(path, headers={"If-None-Match": packed.headers["ETag"]}).status_code == 200, "other bytes"
    by_date = _get(client, path, If_Modified_Since=plain.headers["Last-Modified"])
    assert (by_date.status_code, by_date.headers["ETag"]) == (304, packed.headers["ETag"])


@pytest.mark.parametrize("path", ["/widget.js", "/nb/", "/sitemap.xml"])
def test_head_tells_what_get_would_send(client: FlaskClient, path: str) -> None:
    told: Any = client.head(path, headers=GZIP)
    assert told.data == b""
    sent = _get(client, path)
    for name in ("Content-Encoding", "Content-Length", "Content-Type", "ETag", "Vary"):
        assert told.headers.get(name) == sent.headers.get(name), name


def test_a_part_is_a_part_of_the_plain_file(client: FlaskClient) -> None:
    plain, packed = client.get("/widget.js"), _get(client, "/widget.js")
    part = _get(client, "/widget.js", Range="bytes=100-199")
    assert (part.status_code, part.data) == (206, plain.data[100:200])
    assert "Content-Encoding" not in part.headers
    assert part.headers["ETag"] == plain.headers["ETag"]
    assert "Accept-Ranges" not in packed.headers
    other = _get(client, "/widget.js", Range="bytes=100-199", If_Range=packed.headers["ETag"])
    assert (other.status_code, other.data) == (200, plain.data), "no part is added to what was compressed"


def test_compressing_gives_the_same_bytes_every_time(client: FlaskClient) -> None:
    assert _get(client, "/widget.js").data[4:8] == b"\0" * 4, "no time of day in it"


def test_what_is_small_already_stays_as_it_is(client: FlaskClient) -> None:
    for path in ("/robots.txt", "/sites/town.json"):
        answer = _get(client, path)
        assert "Content-Encoding" not in answer.headers
        assert "Accept-Encoding" in answer.vary


def test_what_is_not_there_is_told_as_before(client: FlaskClient) -> None:
    for path in ("/static/none.css", "/messages/xx.json", "/widget-0000000000000000.js"):
        answer = _get(client, path)
        assert answer.status_code == 404
        assert "Content-Encoding" not in answer.headers
