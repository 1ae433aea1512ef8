"""Organisations that embed the assistant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.errors import ContentError
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.sites import ADULT, DEFAULT_SITE, TILES, USUAL_OPENINGS, YOUTH, Site, read_sites


def test_a_site_is_named_by_its_file(sample: Library) -> None:
    assert sample.sites["town"] == Site("town", "A town", ("tenant-help",), None)


def test_the_default_site_exists(real: Library) -> None:
    assert DEFAULT_SITE in real.sites


def test_a_folder_without_sites_gives_none(tmp_path: Path) -> None:
    assert read_sites(tmp_path) == {}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("name: A town", "nme: A town", "name"), ("[tenant-help]", "tenant-help", "contacts")],
    ids=["no name", "contacts is text"],
)
def test_a_broken_site_is_told(
    content: Path, edit: Callable[[str, str, str], Path], old: str, new: str, key: str
) -> None:
    edit("sites/town.yaml", old, new)
    with pytest.raises(ContentError, match=rf"town\.yaml.*{key}"):
        Library.read(content)


COLOURS = {"accent": "#0b4f6c", "on_accent": "#ffffff", "ink": "#1a1c1f", "paper": "#ffffff", "ground": "#f3f5f7"}
# Every text can be read; the edges between ink and paper cannot be seen on the ground.
EDGES_TOO_FAINT = {
    "accent": "#102030",
    "on_accent": "#ffffff",
    "ink": "#000000",
    "paper": "#ffffff",
    "ground": "#9c9c9c",
}


def _site(folder: Path, **more: Any) -> Site:
    (folder / "x.yaml").write_text(yaml.safe_dump({"name": "X", **more}), "utf-8")
    return read_sites(folder)["x"]


def test_a_site_has_all_its_settings(tmp_path: Path) -> None:
    site = _site(tmp_path, origins=["https://www.x.no", "https://x.no:8443"], audience="youth", corner="start",
                 leave_to="https://www.met.no/", tiles=["deposit"], light=COLOURS, logo="/static/logo.svg")  # fmt: skip
    assert site.origins == ("https://www.x.no", "https://x.no:8443")
    assert (site.audience, site.corner, site.tiles) == (YOUTH, "start", ("deposit",))
    assert site.light is not None
    assert site.light.as_dict() == COLOURS
    assert site.dark is None
    assert site.tile_key("deposit") == "chat.tile.youth.deposit"


@pytest.mark.parametrize(
    "origin",
    ["*", "https://*.x.no", "http://www.x.no", "https://www.x.no/", "https://www.x.no/side", "www.x.no", "null",
     "https://x", "https://www.x.no https://y.no", "https://WWW.x.no", "javascript:alert(1)"],
)  # fmt: skip
def test_an_origin_is_exact(tmp_path: Path, origin: str) -> None:
    with pytest.raises(ContentError, match="origins must be exact"):
        _site(tmp_path, origins=[origin])


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("tiles", ["gardening"], "unknown 'gardening'; known are letter"),
        ("audience", "children", "one of adult, youth"),
        ("corner", "top", "one of end, start"),
        ("leave_to", "javascript:alert(1)", "begins with https://"),
        ("logo", "https://elsewhere.example/logo.svg", "a picture of ours"),
        ("light", {**COLOURS, "ink": "black"}, "a colour like '#0b4f6c', not 'black'"),
        ("light", {**COLOURS, "ink": "#999999"}, r"ink on paper has a contrast of 2\.8; text needs 4\.5"),
        ("light", {**COLOURS, "on_accent": "#3a7d99"}, "on_accent on accent has a contrast of"),
        ("dark", {**COLOURS, "ground": "#a0a0a0"}, "accent on ground has a contrast of 3"),
        ("light", EDGES_TOO_FAINT, r"the edges of fields.* have a contrast of 2\.\d on ground"),
        ("dark", {"ink": "#000000"}, "lacks 'accent'"),
    ],
)
def test_what_a_site_cannot_be_is_told(tmp_path: Path, key: str, value: Any, told: str) -> None:
    with pytest.raises(ContentError, match=told):
        _site(tmp_path, **{key: value})


def test_each_audience_has_articles_to_begin_with_of_its_own(tmp_path: Path) -> None:
    assert _site(tmp_path).openings == USUAL_OPENINGS[ADULT]
    assert _site(tmp_path, audience=YOUTH).openings == USUAL_OPENINGS[YOUTH]
    assert _site(tmp_path, audience=YOUTH, openings=["deposit"]).openings == ("deposit",)


def test_every_topic_is_worded_for_the_young_on_their_own(real: Library, messages: Messages) -> None:
    for adult, youth in TILES.values():
        for language in real.languages.served:
            assert messages.text(adult, language.locale) != messages.text(youth, language.locale)


def test_a_site_is_named_so_that_it_can_stand_in_an_address(tmp_path: Path) -> None:
    (tmp_path / "A town.yaml").write_text("name: A town", "utf-8")
    with pytest.raises(ContentError, match="small letters"):
        read_sites(tmp_path)


def test_every_topic_is_a_guide_and_has_words(real: Library, messages: Messages) -> None:
    assert set(TILES) <= set(real.guides)
    for language in real.languages.served:
        for site in real.sites.values():
            assert all(messages.text(site.tile_key(tile), language.locale) for tile in site.tiles)
