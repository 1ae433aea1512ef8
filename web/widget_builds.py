"""The builds of the widget at addresses of their own: the newest one, and those from before that pages still name."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import KnowledgeError

SCRIPT = Path(__file__).parent / "static" / "build" / "widget.js"
KEPT = 20  # builds, the newest among them; some 50 kB each
_NAME = re.compile(r"[0-9a-f]{16}")


class WidgetMissing(KnowledgeError):
    """No widget has been built."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build, told by what it holds."""

    script: bytes

    @property
    def name(self) -> str:
        """What stands in its address: the beginning of its SHA-256."""
        return hashlib.sha256(self.script).hexdigest()[:16]

    @property
    def path(self) -> str:
        """Where the service sends it, and nothing else ever."""
        return f"/widget-{self.name}.js"

    @property
    def integrity(self) -> str:
        """What a page names so that the browser runs these bytes and no others."""
        return "sha384-" + base64.b64encode(hashlib.sha384(self.script).digest()).decode()


@dataclass(frozen=True, slots=True)
class WidgetBuilds:
    """Copies of builds in one folder, where an update of the service leaves them."""

    folder: Path
    script: Path = SCRIPT

    def keep(self) -> Build:
        """The newest build, kept from now on; the oldest beyond KEPT go. Raises WidgetMissing."""
        build = self._newest()
        target = self._file(build.name)
        self.folder.mkdir(parents=True, exist_ok=True)
        if target.exists():
            os.utime(target)  # in use again, so it goes last
        else:
            half = target.with_suffix(f".{os.getpid()}")  # never seen half written: it would be refused for a year
            half.write_bytes(build.script)
            half.replace(target)
        self._drop_oldest()
        return build

    def find(self, name: str) -> Path | None:
        """The file of that build; None when it is not kept, or never was one."""
        file = self._file(name)
        return file if _NAME.fullmatch(name) and file.is_file() else None

    def _newest(self) -> Build:
        try:
            return Build(self.script.read_bytes())
        except OSError as error:
            raise WidgetMissing(f"{self.script} cannot be read; run `make frontend`") from error

    def _file(self, name: str) -> Path:
        return self.folder / f"widget-{name}.js"

    def _drop_oldest(self) -> None:
        files = sorted(self.folder.glob("widget-*.js"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for file in files[KEPT:]:
            file.unlink(missing_ok=True)
