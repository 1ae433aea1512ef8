"""The languages Bovett knows: names, direction, fallback and section headings, read from content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.yaml_file import read_mapping

SOURCE_LOCALE = "nb"


@dataclass(frozen=True)
class Language:
    """One language that the assistant recognises, and perhaps answers in."""

    locale: str
    name: str  # in the language itself, for menus
    direction: str  # "ltr" or "rtl"
    served: bool  # articles and messages exist in it
    fallback: str  # the served locale used instead
    fallback_note: str  # said in the language itself when falling back; empty when served
    headings: dict[str, str]  # role -> heading in articles


@dataclass(frozen=True)
class Languages:
    """All languages, in menu order."""

    by_locale: dict[str, Language]

    @classmethod
    def read(cls, path: Path) -> Languages:
        """Read languages.yaml; raises ContentError when a row is incomplete."""
        rows = {}
        for locale, row in read_mapping(path).items():
            rows[locale] = Language(
                locale=locale,
                name=row["name"],
                direction=row.get("direction", "ltr"),
                served=bool(row.get("served", False)),
                fallback=row.get("fallback", locale),
                fallback_note=row.get("fallback_note", ""),
                headings=dict(row.get("headings", {})),
            )
        return cls(rows)

    @property
    def served(self) -> list[Language]:
        """Languages with articles and messages."""
        return [language for language in self.by_locale.values() if language.served]

    def knows(self, locale: str) -> bool:
        """Whether the locale is one of the recognised languages."""
        return locale in self.by_locale

    def serving(self, locale: str) -> str:
        """The served locale used for a person who speaks `locale`."""
        language = self.by_locale.get(locale)
        if language is None:
            return SOURCE_LOCALE
        return locale if language.served else language.fallback

    def direction(self, locale: str) -> str:
        """The writing direction, "rtl" or "ltr"."""
        language = self.by_locale.get(locale)
        return language.direction if language else "ltr"
