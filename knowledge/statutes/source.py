"""Publisher, licence and archives of law texts, and the limits for reading them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.fields import read_fields

_FILE = Path(__file__).parent / "source.yaml"
_MB = 1_000_000
_LIMITS = ("file_mb", "archive_mb", "unpacked_mb", "silence_s", "download_s")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too large or too slow to be law."""

    file_bytes: int
    archive_bytes: int
    unpacked_bytes: int
    silence_s: float  # without a byte from the server
    download_s: float  # for one whole archive


@dataclass(frozen=True, slots=True)
class TextSource:
    """Who publishes the texts, under which licence, and where."""

    publisher: str
    licence: str
    licence_url: str
    attribution: str
    archives: tuple[str, ...]
    limits: Limits


@cache
def text_source(path: Path = _FILE) -> TextSource:
    """Read source.yaml; raises ContentError naming the key that cannot be used."""
    fields = read_fields(path, ("publisher", "licence", "licence_url", "attribution", "archives", "limits"))
    limits = fields.mapping("limits", _LIMITS, ())
    return TextSource(
        publisher=fields.text("publisher"),
        licence=fields.text("licence"),
        licence_url=fields.text("licence_url"),
        attribution=fields.text("attribution"),
        archives=fields.texts("archives"),
        limits=Limits(
            file_bytes=int(limits.number("file_mb") * _MB),
            archive_bytes=int(limits.number("archive_mb") * _MB),
            unpacked_bytes=int(limits.number("unpacked_mb") * _MB),
            silence_s=limits.number("silence_s"),
            download_s=limits.number("download_s"),
        ),
    )
