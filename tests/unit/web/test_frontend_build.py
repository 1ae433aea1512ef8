"""What `make frontend` builds: small enough for a cheap phone, and without any address of others."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from knowledge.settings import PROJECT_DIR, Settings
from web import create_app

BUILD = PROJECT_DIR / "web" / "static" / "build"
SOURCES = sorted((PROJECT_DIR / "web" / "frontend" / "src").iterdir())
MOST_BYTES = 45 * 1024  # with styles and the texts of one locale
MOST_BYTES_OF_STYLES = 6 * 1024  # Designsystemet alone is several times that
NAMES_ONLY = {"http://www.w3.org/2000/svg"}  # a name of a language, which nobody fetches


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


def test_the_widget_with_one_language_is_small(settings: Settings) -> None:
    client = create_app(replace(settings, content_dir=Settings().content_dir)).test_client()
    script = (BUILD / "widget.js").read_bytes()
    for locale in ("nb", "uk", "ar"):
        answers = [client.get(path) for path in (f"/messages/{locale}.json", "/sites/kommune.json")]
        assert [answer.status_code for answer in answers] == [200, 200]
        assert sum(map(_packed, [script, *(answer.get_data() for answer in answers)])) <= MOST_BYTES


def test_the_styles_are_cut_to_what_is_used() -> None:
    css = (BUILD / "page.css").read_text("utf-8")
    assert _packed(css.encode()) <= MOST_BYTES_OF_STYLES
    code = "".join(path.read_text("utf-8") for path in SOURCES if path.suffix == ".js")
    components = set(re.findall(r"\.(ds-[a-z-]+)", css))
    assert "ds-button" in components
    assert components <= set(re.findall(r"\bds-[a-z-]+", code))
    assert not re.search(r"type=.?(radio|checkbox)|role=.?switch", css)
    declared, asked = (set(re.findall(pattern, css)) for pattern in (r"(--ds-[\w-]+):", r"var\((--ds-[\w-]+)"))
    assert declared == asked, "of some thousand tokens those that are asked for"


def test_the_styles_ask_for_nothing_that_the_oldest_browsers_lack() -> None:
    """Those that the build is made for know neither of these; what esbuild cannot write otherwise it leaves."""
    for name in ("page.css", "widget.js"):
        assert not re.search(r":has\(|@container|@layer|text-wrap:", (BUILD / name).read_text("utf-8")), name


@pytest.mark.parametrize("name", ["widget.js", "page.js", "page.css"])
def test_the_build_holds_no_foreign_address(name: str) -> None:
    text = (BUILD / name).read_text("utf-8")
    assert set(re.findall(r"https?://[a-z][^\"'` )]*", text)) <= NAMES_ONLY
    assert not re.search(r"@import|url\((?![\"']?data:)", text)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_texts_go_in_as_texts(path: Path) -> None:
    text = path.read_text("utf-8")
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert way not in text


def test_every_word_that_the_widget_asks_for_is_sent(client: FlaskClient) -> None:
    texts = client.get("/messages/nb.json").get_json()["texts"]
    asked = {key for path in SOURCES for key in re.findall(r'"(chat\.[a-z_]+)"', path.read_text("utf-8"))}
    assert len(asked) > 30
    assert sorted(asked - texts.keys()) == []


def test_nothing_is_sent_that_the_widget_never_says(client: FlaskClient) -> None:
    """Bytes on a cheap phone; what the page itself says is few."""
    code = "".join(path.read_text("utf-8") for path in SOURCES)
    said_by_pages = {"chat.tagline", "chat.needs_script", "chat.skip"}
    texts = client.get("/messages/nb.json").get_json()["texts"]
    assert [key for key in texts if key not in code and key not in said_by_pages] == []


@pytest.mark.parametrize("folder", ["web/frontend", "tests/clients"])
def test_the_lock_file_names_no_place_to_download_from(folder: str) -> None:
    lock = json.loads((PROJECT_DIR / folder / "package-lock.json").read_text("utf-8"))
    packages = {name: row for name, row in lock["packages"].items() if name}
    assert all(row["integrity"].startswith("sha512-") for row in packages.values())
    assert not any("resolved" in row for row in packages.values())
