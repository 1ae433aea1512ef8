"""Errors of the knowledge package; messages say what, where and how to mend it."""

from __future__ import annotations

from pathlib import Path


class KnowledgeError(Exception):
    """Base of every error this package raises on purpose."""


class SettingsError(KnowledgeError):
    """One or more environment variables cannot be used; the message names each."""


class ContentError(KnowledgeError):
    """A content file cannot be read; carries the file and, where known, the line."""

    def __init__(self, path: Path, message: str, line: int | None = None) -> None:
        self.path, self.line = path, line
        super().__init__(f"{path}:{line or 1}: {message}")


class UnknownPlaceholder(KnowledgeError):
    """A text names a constant or contact that does not exist."""


class IndexMissing(KnowledgeError):
    """No usable search index lies on disk; `bovett index` builds one."""


class MessageMissing(KnowledgeError):
    """A catalogue has no translation for a message id."""


class GuideUnknown(KnowledgeError):
    """A guide is named that does not exist, or one is to go on that was never begun."""
