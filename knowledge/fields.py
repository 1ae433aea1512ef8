"""Reading values from a content file: what is missing, unknown or of the wrong kind is told with file and key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from knowledge.errors import ContentError
from knowledge.yaml_file import read_mapping

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of a content file; every reading raises ContentError naming the key and what is expected."""

    row: dict[str, Any]
    path: Path
    where: str  # which mapping of the file, e.g. "the contact 'nav'"; empty for the file itself

    @classmethod
    def of(
        cls, row: Any, path: Path, where: str, needed: Iterable[str] = (), more: Iterable[str] | None = ()
    ) -> Fields:
        """Check that `row` is a mapping with all `needed` keys, and none but these and `more` (None: any)."""
        needed = tuple(needed)
        if not isinstance(row, dict):
            keys = f" with {', '.join(needed)}" if needed else " (key: value)"
            raise ContentError(path, f"{where} must be a mapping{keys}, not {row!r}".lstrip())
        fields = cls(row, path, where)
        missing = [key for key in needed if key not in row]
        if missing:
            raise fields.error(f"lacks {', '.join(map(repr, missing))}")
        known = row if more is None else (*needed, *more)
        for key in row:
            if key not in known:
                raise fields.error(f"has the unknown key {key!r}; known are {', '.join(known)}")
        return fields

    def error(self, problem: str) -> ContentError:
        """An error about this mapping, to be raised."""
        return ContentError(self.path, f"{self.where} {problem}".lstrip())

    def named_by(self, key: str) -> Fields:
        """The same mapping, told in errors by the text of one of its keys."""
        return replace(self, where=self.text(key))

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value = self.row[key]
        if isinstance(value, str) and value.strip():
            return value
        raise self._wrong(key, "text")

    def text_or(self, key: str, default: _T) -> str | _T:
        """A text, or the default where the key is missing or null."""
        return default if self.row.get(key) is None else self.text(key)

    def one_of(self, key: str, choices: tuple[str, ...]) -> str:
        """One of the texts in `choices`."""
        value = self.row[key]
        if isinstance(value, str) and value in choices:
            return value
        raise self._wrong(key, f"one of {', '.join(choices)}")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none where the key is missing or null."""
        items = self.items(key, "text")
        for item in items:
            if not isinstance(item, str) or not item.strip():
                raise self._about(key, f"must hold text only; put quotes around {item!r}")
        return tuple(items)

    def items(self, key: str, of: str = "rows") -> list[Any]:
        """A list of anything; empty where the key is missing or null."""
        value = self.row.get(key)
        if value is None or isinstance(value, list):
            return value or []
        raise self._wrong(key, f"a list of {of}")

    def texts_by_name(self, key: str) -> dict[str, str]:
        """A mapping of names, such as languages, to texts; empty where the key is missing or null."""
        value = self.row.get(key)
        if value is None:
            return {}
        fields = self.mapping(key)
        return {name: fields.text(name) for name in fields.row}

    def mapping(self, key: str, needed: Iterable[str] = (), more: Iterable[str] | None = None) -> Fields:
        """A mapping inside this one, with `needed` keys."""
        return Fields.of(self.row[key], self.path, f"{self.where}: {key}" if self.where else key, needed, more)

    def day(self, key: str) -> date:
        """A date."""
        value = self.row[key]
        if type(value) is date:  # a time of day makes a datetime, which no date can be compared with
            return value
        raise self._wrong(key, "a date like 2026-11-24")

    def day_or_none(self, key: str) -> date | None:
        """A date, or None where the key is missing or null."""
        return None if self.row.get(key) is None else self.day(key)

    def number(self, key: str) -> float:
        """A number."""
        value = self.row[key]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return value
        raise self._wrong(key, "a number such as 1345 or 12.5")

    def flag(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        value = self.row.get(key, False)
        if isinstance(value, bool):
            return value
        raise self._wrong(key, "true or false")

    def _wrong(self, key: str, expected: str) -> ContentError:
        return self._about(key, f"must be {expected}, not {self.row.get(key)!r}")

    def _about(self, key: str, problem: str) -> ContentError:
        return ContentError(self.path, f"{self.where}: {key} {problem}" if self.where else f"{key} {problem}")


def read_fields(path: Path, needed: Iterable[str] = (), more: Iterable[str] | None = ()) -> Fields:
    """A YAML file that holds one mapping."""
    return Fields.of(read_mapping(path), path, "", needed, more)


def read_rows(path: Path, kind: str, needed: Iterable[str] = (), more: Iterable[str] | None = ()) -> dict[str, Fields]:
    """A YAML file that maps names to rows of one `kind`, e.g. "the contact"."""
    rows = {}
    for name, row in read_mapping(path).items():
        if not isinstance(name, str):
            raise ContentError(path, f"{kind} {name!r}: a name must be text; put quotes around it")
        rows[name] = Fields.of(row, path, f"{kind} {name!r}", needed, more)
    return rows
