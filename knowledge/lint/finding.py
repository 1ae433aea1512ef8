"""One thing the linter found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in a content file; warnings do not fail the check."""

    path: Path
    rule: str
    message: str
    line: int = 1
    is_error: bool = True

    def line_of_output(self) -> str:
        """`file:line: [rule] message`."""
        kind = "" if self.is_error else "warning: "
        return f"{self.path}:{self.line}: {kind}{self.message} [{self.rule}]"
