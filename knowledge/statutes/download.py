"""Fetching Lovdata's public archives and importing the acts that articles may cite."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from knowledge.laws import Laws
from knowledge.statutes.archive import acts_in_archive, law_id_of
from knowledge.statutes.errors import DownloadFailed, StatuteFileError
from knowledge.statutes.importing import Outcome, store_outcomes
from knowledge.statutes.source import Limits, text_source

_PIECE = 1 << 16


def update_statutes(
    statutes_dir: Path, laws: Laws, today: date, archives: Sequence[str] | None = None, limits: Limits | None = None
) -> list[Outcome]:
    """Import every act of laws.yaml from the archives; raises DownloadFailed, and then nothing has changed."""
    wanted = {act.lovdata_id for act in laws.acts.values()}
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="bovett-statutes-") as scratch:
        for url in archives or text_source().archives:
            file = Path(scratch) / PurePosixPath(urlsplit(url).path).name
            _fetch(url, file, limits or text_source().limits)
            outcomes += _read(file, url, wanted, today)
    return store_outcomes([*outcomes, *_missing(outcomes, wanted)], statutes_dir, today)


def _read(file: Path, url: str, wanted: set[str], today: date) -> list[Outcome]:
    try:
        return [Outcome(*member) for member in acts_in_archive(file, wanted, today)]
    except StatuteFileError as error:
        raise DownloadFailed(f"what {url} sent cannot be used; nothing was changed ({error})") from error


def _missing(outcomes: Sequence[Outcome], wanted: set[str]) -> Iterator[Outcome]:
    """A wanted act that no archive holds; what is stored of it stays."""
    seen = {law_id_of(outcome.file) for outcome in outcomes}
    yield from (Outcome(law_id, refused=f"{law_id} is not in the archives") for law_id in sorted(wanted - seen))


def _fetch(url: str, target: Path, limits: Limits) -> None:
    """Stream one archive to a file, within the limits of size and time."""
    import requests

    try:
        with requests.get(url, stream=True, timeout=limits.silence_s) as answer, target.open("wb") as file:
            answer.raise_for_status()
            for piece in _within(limits, answer.iter_content(_PIECE)):
                file.write(piece)
    except requests.RequestException as error:
        raise DownloadFailed(f"cannot fetch {url}: {_in_short(error)}; nothing was changed") from error
    except _PastLimit as error:
        raise DownloadFailed(f"cannot fetch {url}: {error}; nothing was changed") from error
    except OSError as error:
        raise DownloadFailed(f"cannot write {target}: {error.strerror}; nothing was changed") from error


class _PastLimit(Exception):
    """The download is too large or takes too long."""


def _within(limits: Limits, pieces: Iterator[bytes]) -> Iterator[bytes]:
    until, size = time.monotonic() + limits.download_s, 0
    for piece in pieces:
        size += len(piece)
        if size > limits.archive_bytes:
            raise _PastLimit(f"it is larger than {limits.archive_bytes} bytes")
        if time.monotonic() > until:
            raise _PastLimit(f"it takes longer than {limits.download_s:.0f} seconds")
        yield piece


def _in_short(error: Exception) -> str:
    """One line without the inner workings of the HTTP library."""
    import requests

    if isinstance(error, requests.HTTPError) and error.response is not None:
        return f"the server answers with status {error.response.status_code}"
    if isinstance(error, requests.Timeout):
        return "the server does not answer in time"
    return "there is no connection to the server"
