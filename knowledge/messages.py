"""What the program itself says, from Babel catalogues.

Message ids are stable keys such as `chat.send`; Bokmål is the source text.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po
from babel.support import Translations

from knowledge.errors import MessageMissing

DOMAIN = "bovett"
_MOST_LISTED = 32  # languages, and versions of them while somebody edits


class Messages:
    """The catalogues of one locales folder, loaded when first used."""

    def __init__(self, locales_dir: Path) -> None:
        self._dir = locales_dir
        self._load = lru_cache(maxsize=None)(self._translations)
        self._listed = lru_cache(maxsize=_MOST_LISTED)(self._texts)

    def _translations(self, locale: str) -> Translations:
        loaded = Translations.load(str(self._dir), [locale], DOMAIN)
        if not isinstance(loaded, Translations):
            raise MessageMissing(f"no compiled catalogue for {locale!r} in {self._dir}; run `make messages`")
        return loaded

    def text(self, key: str, locale: str, **values: object) -> str:
        """The message in `locale` with {names} filled in; raises MessageMissing."""
        translated = self._load(locale).gettext(key)
        if translated == key:
            raise MessageMissing(f"{key!r} has no {locale} translation; add it to the catalogue")
        return translated.format(**values) if values else translated

    def with_prefix(self, prefix: str, locale: str) -> dict[str, str]:
        """Every message whose key begins with `prefix`."""
        self._load(locale)
        file = (self._dir / locale / "LC_MESSAGES" / f"{DOMAIN}.po").stat()
        texts = self._listed(locale, (file.st_mtime_ns, file.st_size))
        return {key: text for key, text in texts.items() if key.startswith(prefix)}

    def _texts(self, locale: str, _: tuple[int, int]) -> dict[str, str]:
        """Every message of one version of a catalogue; reading it takes too long to do at each request."""
        with (self._dir / locale / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
            catalogue = read_po(file, locale=locale)
        return {str(m.id): str(m.string) for m in catalogue if m.id}
