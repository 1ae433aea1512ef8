"""Security headers of every answer."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.unit.web.conftest import Talk

PATHS = ["/", "/nb/", "/widget.js", "/static/build/page.js", "/static/style.css", "/messages/nb.json",
         "/sites/town.json", "/embed/town/nb", "/health", "/nowhere", "/api/v1/articles", "/api/v1/openapi.json", "/api/v1/conversations/x"]  # fmt: skip


def _policy(client: FlaskClient, path: str) -> dict[str, list[str]]:
    header = client.get(path).headers["Content-Security-Policy"]
    parts = [part.split() for part in header.split(";")]
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("path", PATHS)
def test_only_our_own_scripts_and_styles_run(client: FlaskClient, path: str) -> None:
    policy = _policy(client, path)
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == ["'self'"]
    assert policy["base-uri"] == ["'none'"]
    allowed = {source for sources in policy.values() for source in sources}
    assert allowed == {"'none'", "'self'", "data:"}, "no unsafe-inline, no unsafe-eval, no other host"


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_guessed_told_or_opened(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "microphone=()" in headers["Permissions-Policy"]
    assert "Set-Cookie" not in headers
    assert "Access-Control-Allow-Origin" not in headers


def test_a_conversation_is_never_cached(talk: Talk) -> None:
    for answer in (talk.say("hei"), talk.client.get(talk.url, headers=talk.headers), talk.client.get(talk.url)):
        assert answer.headers["Cache-Control"] == "no-store"
