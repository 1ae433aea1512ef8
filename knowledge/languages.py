"""The languages Bovett knows: names, direction, fallback and section headings, read from content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge.fields import Fields, read_rows
from knowledge.text import normalised

SOURCE_LOCALE = "nb"
_MORE = ("direction", "served", "fallback", "fallback_note", "headings", "asks_if_true", "goes_on")
_END_WORDS = 4  # where people put "right?"


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
    asks_if_true: tuple[str, ...]  # how people ask to have a belief confirmed: "right", "ikke sant"; normalised
    goes_on: tuple[str, ...]  # words that go on from the question before: "and", "hva om"; normalised


@dataclass(frozen=True)
class Languages:
    """All languages, in menu order."""

    by_locale: dict[str, Language]

    @classmethod
    def read(cls, path: Path) -> Languages:
        """Read languages.yaml; raises ContentError naming the language and the key that cannot be used."""
        rows = read_rows(path, "the language", needed=("name",), more=_MORE)
        by_locale = {locale: _language(locale, fields) for locale, fields in rows.items()}
        for locale, language in by_locale.items():
            if language.fallback not in by_locale or not by_locale[language.fallback].served:
                raise rows[locale].error("must be `served: true` or name a served language as `fallback`")
        return cls(by_locale)

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

    def asks_if_true(self, text: str, locale: str) -> bool:
        """Whether a message states something and asks to have it confirmed, at its beginning or end."""
        language = self.by_locale.get(locale)
        whole = f"{normalised(text)} "
        end = f" {' '.join(whole.split()[-_END_WORDS:])} "
        return language is not None and any(
            whole.startswith(f"{tag} ") or f" {tag} " in end for tag in language.asks_if_true
        )

    def goes_on(self, text: str) -> bool:
        """Whether a message opens as people go on from what was said, in any language: they mix them."""
        words = normalised(text).split()
        openings = {" ".join(words[:count]) for count in (1, 2)}
        return any(openings & set(language.goes_on) for language in self.by_locale.values())

    def direction(self, locale: str) -> str:
        """The writing direction, "rtl" or "ltr"."""
        language = self.by_locale.get(locale)
        return language.direction if language else "ltr"


def _language(locale: str, fields: Fields) -> Language:
    return Language(
        locale=locale,
        name=fields.text("name"),
        direction=fields.one_of("direction", ("ltr", "rtl")) if "direction" in fields.row else "ltr",
        served=fields.flag("served"),
        fallback=fields.text_or("fallback", locale),
        fallback_note=fields.text_or("fallback_note", ""),
        headings=fields.texts_by_name("headings"),
        asks_if_true=tuple(map(normalised, fields.texts("asks_if_true"))),
        goes_on=tuple(map(normalised, fields.texts("goes_on"))),
    )
