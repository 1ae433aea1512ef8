"""Reading a page of ours in tests: its tags, what stands in them, and that all of them are closed."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

_VOID = {"meta", "link", "input", "br", "img"}


class HtmlPage(HTMLParser):
    """Every tag with its attributes, and the words in each."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._words: dict[int, str] = {}
        self._open: list[int] = []
        self.feed(html)
        self.close()
        assert not self._open, f"{[self.tags[number] for number in self._open]} are not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(len(self.tags) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.tags[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for number in self._open:
            self._words[number] = self._words.get(number, "") + data

    def of(self, *names: str) -> list[dict[str, str]]:
        """The attributes of every tag of these names."""
        return [attributes for name, attributes in self.tags if name in names]

    def words(self, name: str) -> list[str]:
        """What stands in every tag of this name, white space joined."""
        return [" ".join(self._words.get(number, "").split()) for number, tag in enumerate(self.tags) if tag[0] == name]

    def text(self, name: str, **attributes: str) -> str:
        """What stands in the first tag of this name that has these attributes (`class_`, `for_`), white space joined."""
        wanted = {key.rstrip("_"): value for key, value in attributes.items()}
        found = next(n for n, (own, given) in enumerate(self.tags) if own == name and wanted.items() <= given.items())
        return " ".join(self._words.get(found, "").split())

    def links(self, rel: str) -> list[dict[str, str]]:
        """The links of the head of one kind."""
        return [link for link in self.of("link") if link["rel"] == rel]

    def data(self) -> dict[str, Any]:
        """What is told to search engines."""
        (script,) = self.words("script")
        told: dict[str, Any] = json.loads(script)
        return told

    def graph(self, kind: str) -> dict[str, Any]:
        """The one node of a type."""
        (node,) = [node for node in self.data()["@graph"] if node["@type"] == kind]
        return dict(node)


def assert_well_made(page: HtmlPage, locale: str, direction: str) -> None:
    """Language, one main heading with others in order, ids that are one of a kind, labels that lead somewhere."""
    (root,) = page.of("html")
    assert (root["lang"], root["dir"]) == (locale, direction)
    levels = [int(name[1]) for name, _ in page.tags if name in ("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    ids = [tag["id"] for _, tag in page.tags if "id" in tag]
    assert len(ids) == len(set(ids))
    named = [tag[key] for _, tag in page.tags for key in ("aria-labelledby", "aria-describedby", "for") if key in tag]
    assert set(named) <= set(ids)
    anchors = {tag["href"][1:] for tag in page.of("a") if tag["href"].startswith("#")}
    assert anchors <= set(ids)
    assert not any(name.startswith("on") or name == "style" for _, tag in page.tags for name in tag)
    assert [tag["type"] for tag in page.of("script")] in ([], ["application/ld+json"])
    loaded = [link["href"] for link in page.of("link") if link["rel"] in ("stylesheet", "icon")]
    assert all(address.startswith("/static/") for address in loaded)
