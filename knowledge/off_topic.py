"""Sentences that no article should answer, so that the search learns to say no."""

from __future__ import annotations

from knowledge.library import Library
from knowledge.yaml_file import read_yaml


def read_off_topic(library: Library) -> list[tuple[str, str]]:
    """(locale, sentence) of every line of content/off_topic/<locale>.yaml."""
    return [
        (path.stem, sentence)
        for path in sorted((library.content_dir / "off_topic").glob("*.yaml"))
        for sentence in read_yaml(path)
    ]
