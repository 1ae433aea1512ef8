"""Errors of the statutes; messages say what, where and how to mend it."""

from __future__ import annotations

from knowledge.errors import ContentError, KnowledgeError


class StatutesError(KnowledgeError):
    """Base of every error about official law texts."""


class StatuteFileError(StatutesError, ContentError):
    """A file of law text cannot be used; carries the file and, where known, the line."""


class StoreDamaged(StatutesError):
    """What lies in the statutes folder cannot be read."""


class DownloadFailed(StatutesError):
    """Lovdata's archives could not be fetched; what is stored is as it was."""
