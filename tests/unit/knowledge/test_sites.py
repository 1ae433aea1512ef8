"""Organisations that embed the assistant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.library import Library
from knowledge.sites import DEFAULT_SITE, Site, read_sites


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
