"""Reading single acts out of Lovdata's tar archives, without writing any member to disk."""

from __future__ import annotations

import bz2
import re
import tarfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from knowledge.statutes.act_text import ActText
from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.lovdata import parse_act
from knowledge.statutes.source import text_source

_NAME = re.compile(r"(?P<kind>nl|sf)-(?P<day>\d{8})-(?P<number>\d+)\.xml")
_KINDS = {"nl": "lov", "sf": "forskrift"}
_ENDING = ".tar.bz2"


def is_archive(path: Path) -> bool:
    """Whether a path is named like one of Lovdata's archives."""
    return path.name.endswith(_ENDING)


def acts_in_archive(path: Path, wanted: set[str], today: date) -> Iterator[tuple[str, ActText | None, str]]:
    """(member, act, reason why it is refused) of each wanted act; raises StatuteFileError when the archive is unusable.

    Members are found by their names, nl-19990326-017.xml for lov/1999-03-26-17.
    """
    limits = text_source().limits
    try:
        with _LimitedFile(path, limits.unpacked_bytes) as unpacked, tarfile.open(fileobj=unpacked, mode="r|") as tar:
            for member in tar:
                if law_id_of(member.name) in wanted:
                    yield _act_in(tar, member, path, today)
    except _TooLarge as error:
        raise StatuteFileError(path, f"unpacks to more than {limits.unpacked_bytes} bytes; it is not read") from error
    except (OSError, EOFError, tarfile.TarError, ValueError) as error:
        raise StatuteFileError(path, f"is no whole {_ENDING} archive: {error}") from error


def law_id_of(member: str) -> str | None:
    """The law id in a member's name; None for other members.

    >>> law_id_of("nl/nl-19990326-017.xml"), law_id_of("nl/nl-19670210-000.xml")
    ('lov/1999-03-26-17', 'lov/1967-02-10')
    """
    match = _NAME.fullmatch(PurePosixPath(member).name)
    if not match:
        return None
    day, number = match["day"], int(match["number"])
    return f"{_KINDS[match['kind']]}/{day[:4]}-{day[4:6]}-{day[6:]}" + (f"-{number}" if number else "")


def _act_in(
    tar: tarfile.TarFile, member: tarfile.TarInfo, archive: Path, today: date
) -> tuple[str, ActText | None, str]:
    path = archive / member.name
    try:
        act = parse_act(_bytes_of(tar, member, path), path, today)
        if act.law_id != law_id_of(member.name):
            raise StatuteFileError(path, f"is named like another act: it holds {act.law_id}")
    except StatuteFileError as error:
        return member.name, None, str(error)
    return member.name, act, ""


def _bytes_of(tar: tarfile.TarFile, member: tarfile.TarInfo, path: Path) -> bytes:
    name = PurePosixPath(member.name)
    if name.is_absolute() or ".." in name.parts:
        raise StatuteFileError(path, "has a name that leads out of the archive; it is not read")
    if not member.isreg():
        raise StatuteFileError(path, "is no ordinary file; it is not read")
    limit = text_source().limits.file_bytes
    if member.size > limit:
        raise StatuteFileError(path, f"is larger than {limit} bytes; no law is so long")
    file = tar.extractfile(member)
    return file.read() if file else b""


class _TooLarge(Exception):
    """More bytes came out of an archive than any collection of laws has."""


class _LimitedFile(bz2.BZ2File):
    """A compressed file that stops a bomb: reading past the limit raises."""

    def __init__(self, path: Path, limit: int) -> None:
        super().__init__(path)
        self._left = limit

    def read(self, size: int | None = -1) -> bytes:
        """At most `size` bytes; raises _TooLarge."""
        wanted = self._left + 1 if size is None or size < 0 else min(size, self._left + 1)
        data = super().read(wanted)
        self._left -= len(data)
        if self._left < 0:
            raise _TooLarge
        return data
