"""XML as a small tree that keeps text in place and knows its lines; nothing outside the file is ever read.

Lovdata's files begin with a bare `<!DOCTYPE html>`, which is let through. A doctype that names or
holds anything, and every entity declaration, is refused, so nothing can expand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat

from knowledge.statutes.errors import StatuteFileError

_DEEPEST = 200  # elements inside one another; Lovdata's own files stay below 25


@dataclass(slots=True, eq=False)
class Element:
    """One element; `children` holds elements and texts in the order of the file."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The names in the attribute `class`."""
        return frozenset(self.attributes.get("class", "").split())

    def elements(self) -> Iterator[Element]:
        """The elements directly inside."""
        return (child for child in self.children if isinstance(child, Element))

    def everywhere(self) -> Iterator[Element]:
        """Every element inside at any depth, in the order of the file."""
        for child in self.elements():
            yield child
            yield from child.everywhere()

    def find(self, tag: str, class_name: str | None = None) -> Element | None:
        """The first element inside with this tag and class, or None."""
        return next(
            (e for e in self.everywhere() if e.tag == tag and (class_name is None or class_name in e.classes)), None
        )

    def texts(self) -> Iterator[str]:
        """Every piece of text inside at any depth."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts()


class _Builder:
    """Builds the tree from the events of one expat parser."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._entity
        self._root = Element("", {}, 1)
        self._open = [self._root]

    def build(self, data: bytes) -> Element:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            reason = expat.errors.messages[error.code]
            raise StatuteFileError(self._path, f"is not well-formed XML: {reason}", error.lineno) from error
        except (UnicodeError, ValueError, LookupError) as error:  # an encoding that is unknown or wrong
            raise StatuteFileError(self._path, f"cannot be decoded: {error}") from error
        return next(self._root.elements())

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise self._refused(f"nests more than {_DEEPEST} elements")
        element = Element(tag, attributes, self._parser.CurrentLineNumber)
        self._open[-1].children.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].children.append(text)

    def _doctype(self, _: str, system_id: str | None, public_id: str | None, has_subset: int) -> None:
        if system_id or public_id or has_subset:
            raise self._refused("has a document type that names or declares something")

    def _entity(self, *_: Any) -> None:
        raise self._refused("declares an entity")

    def _refused(self, what: str) -> StatuteFileError:
        return StatuteFileError(self._path, f"{what}; such a file is not read", self._parser.CurrentLineNumber)


def parse_xml(data: bytes, path: Path) -> Element:
    """The root element of XML that stands in `path`; raises StatuteFileError with the line."""
    return _Builder(path).build(data)


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a file; raises StatuteFileError when it is missing or larger than `limit`."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise StatuteFileError(path, f"cannot be read: {error.strerror}") from error
    if len(data) > limit:
        raise StatuteFileError(path, f"is larger than {limit} bytes; no law is so long")
    return data
