"""docs/widget.md names everything that a host page may set, call, hear or post, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Set

import pytest

from knowledge.languages import Languages
from knowledge.settings import PROJECT_DIR, Settings

MANUAL = (PROJECT_DIR / "docs" / "widget.md").read_text("utf-8")
SOURCES = PROJECT_DIR / "web" / "frontend" / "src"
_TOLD = re.compile(r"(?:#tell|\btold|host\?\.tell)\(([^,)]*)")  # the first argument, which may choose between two
_QUOTED = re.compile(r'"([a-z]+)"')


def _source(name: str) -> str:
    return (SOURCES / name).read_text("utf-8")


def _section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", MANUAL, re.M | re.S)
    assert found, title
    return found[1]


def _rows(title: str, column: str) -> str:
    """The first cells of the table in that section whose first column is called so."""
    (table,) = re.findall(rf"^\| {re.escape(column)} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", _section(title), re.M)
    return " ".join(line.split("|")[1] for line in table.splitlines())


def _told(*names: str) -> Set[str]:
    return {word for name in names for call in _TOLD.findall(_source(name)) for word in _QUOTED.findall(call)}


def test_the_languages() -> None:
    (row,) = re.findall(r"^\| `data-locale` \|([^.]*)", MANUAL, re.M)
    served = Languages.read(Settings().content_dir / "languages.yaml").served
    assert set(re.findall(r"`([a-z]+)`", row)) == {language.locale for language in served}


def test_the_attributes_of_the_script() -> None:
    names = {"open", *_QUOTED.findall(_found(r"for \(const name of \[(.*?)\]", _source("widget.js")))}
    assert set(re.findall(r"`data-([a-z]+)`", _rows("A button in the corner", "attribute"))) == names


def test_the_attributes_of_the_element() -> None:
    element = _source("element.js")
    watched = _QUOTED.findall(_found(r"observedAttributes = \[(.*?)\]", element))
    read = re.findall(r'(?:get|has)Attribute\("([a-z]+)"\)', element)
    named = re.findall(r"`([a-z]+)`", _found(r"^Attributes (.*?)\(", _section("An element in its place")))
    assert set(named) == {*watched, *read}


def test_the_properties_and_methods() -> None:
    inner = {"connectedCallback", "disconnectedCallback", "attributeChangedCallback", "constructor"}
    own = set(re.findall(r"^  (?:get |set )?(\w+)\([^)]*\) \{$", _source("element.js"), re.M)) - inner
    named = re.findall(r"`(\w+)(?:\([a-z]*\))?`", _rows("An element in its place", "property, method"))
    assert set(named) == own | {"whenReady"}


def test_the_events() -> None:
    told = _told("element.js", "chat.js")
    assert {"ready", "open", "close", "reply"} <= told
    assert set(re.findall(r"`bovett-([a-z]+)`", _rows("An element in its place", "event (bubbles)"))) == told
    assert set(re.findall(r"`bovett-([a-z]+)`", MANUAL)) <= told | {"chat"}


def test_the_messages_of_the_frame() -> None:
    text = _section("A frame")
    told = _found(r"is sent\s+`\{bovett: (.*?)\}`", text)
    assert set(_QUOTED.findall(told)) == _told("page.js", "chat.js")
    posted = set(re.findall(r'\{bovett: "([a-z-]+)"[,}]', text)) - {"hello"}
    assert posted == set(re.findall(r'bovett === "([a-z-]+)"', _source("frame.js")))


@pytest.mark.parametrize("name", sorted(path.name for path in SOURCES.glob("*.js")))
def test_whatever_is_told_is_told_by_a_file_that_is_looked_into(name: str) -> None:
    assert not _told(name) or name in {"element.js", "chat.js", "page.js"}


def test_the_looks() -> None:
    used = set(re.findall(r"var\((--bovett-[a-z-]+)", _source("style.css")))
    assert len(used) > 5
    assert set(re.findall(r"`(--bovett-[a-z-]+)`", MANUAL)) == used


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.M | re.S)
    assert match, pattern
    return match[1]
