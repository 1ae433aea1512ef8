"""An act or regulation as stored: its sections, and what stands beside them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

_FORMAT = 1
_DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or list item; `path` is its place in the section, e.g. ("ledd 2", "bokstav c")."""

    path: tuple[str, ...]
    marker: str  # as printed before a list item, e.g. "c."; empty for other lines
    text: str

    def printed(self) -> str:
        """The line as it reads on paper."""
        return f"{self.marker} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class ActSection:
    """One section (paragraf) of an act."""

    label: str  # as printed: "§ 9-3 a"
    heading: str
    chapters: tuple[str, ...]  # headings of the parts and chapters it stands in, outermost first
    lines: tuple[Line, ...]
    footnotes: tuple[str, ...]
    changes: tuple[str, ...]  # notes on amendments, and text that is not in force yet
    repealed: str | None  # the date, as Lovdata marks it
    line: int  # where it begins in the file

    @property
    def number(self) -> str:
        """The number without sign and spaces: "9-3a"."""
        return bare_number(self.label)

    def said(self) -> tuple[object, ...]:
        """What a reader must obey: two sections that say the same are unchanged."""
        return self.heading, self.lines, self.footnotes, self.repealed

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> ActSection:
        """Read a section as JSON gives it; raises LookupError or TypeError for anything else."""
        lines = tuple(Line(tuple(line["path"]), line["marker"], line["text"]) for line in row["lines"])
        listed = {key: tuple(row[key]) for key in ("chapters", "footnotes", "changes")}
        return cls(**{**row, **listed, "lines": lines})


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be read as law text."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class ActText:
    """One act or regulation as it read on `as_of`."""

    law_id: str  # "lov/1999-03-26-17"
    title: str
    short_titles: tuple[str, ...]
    language: str  # as the file says it; "no" stands for either written Norwegian
    as_of: date  # the day its last change came into force: it has read so since
    sections: tuple[ActSection, ...]
    chapter_notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    section_elements: int  # in the file; those not among `sections` are among `problems`
    source: str  # name of the file
    attribution: str
    licence: str

    @property
    def digest(self) -> str:
        """A digest of the words, the same however the file is laid out."""
        data = self.as_dict()
        for key in ("source", "problems", "digest"):
            data.pop(key, None)
        for section in data["sections"]:
            section.pop("line")
        text = json.dumps(data, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]

    def as_dict(self) -> dict[str, Any]:
        """As JSON-ready data, without the digest."""
        return {"format": _FORMAT, **asdict(self), "as_of": self.as_of.isoformat()}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> ActText:
        """Read what `as_dict` gave; raises LookupError, TypeError or ValueError for anything else."""
        if data["format"] != _FORMAT:
            raise ValueError(f"format {data['format']!r} is not {_FORMAT}")
        values = {key: value for key, value in data.items() if key not in ("format", "digest")}
        values["as_of"] = date.fromisoformat(values["as_of"])
        values["sections"] = tuple(ActSection.from_dict(row) for row in values["sections"])
        values["problems"] = tuple(Problem(**row) for row in values["problems"])
        for key in ("short_titles", "chapter_notes"):
            values[key] = tuple(values[key])
        return cls(**values)


def bare_number(label: str) -> str:
    """A section number without sign and spaces: acts print "§ 9-3 a", regulations also "§ 5a".

    >>> bare_number("§ 9-3 a")
    '9-3a'
    """
    return "".join(label.replace("§", "").split())
