"""Reading one act or regulation in Lovdata's XML.

Section numbers come from the heading: the anchor of an element is off by one after a section such
as § 9-3 a. Every section element is accounted for: it is read with all its words, or it is a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from knowledge.statutes.act_text import ActSection, ActText, Problem
from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.section_body import HEADER, NOT_IN_FORCE, NOTE, read_body
from knowledge.statutes.source import text_source
from knowledge.statutes.words import collapsed, inline, letters, plain
from knowledge.statutes.xml_tree import Element, parse_xml, read_bytes

_SECTION = "legalArticle"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LAW_ID = re.compile(r"(?:lov|forskrift)/\d{4}-\d{2}-\d{2}(?:-\d+)?")
_PRINTED_NUMBER = re.compile(r"(§\s*\d+\s?[A-Z]?(?:-\d+)?(?:\s?[a-z])?)(?=[.\s]|$)")
_MARKED_HEADING = re.compile(r"[\s.]*([⁰¹²³⁴-⁹]*)[\s.]*(.*)", re.DOTALL)  # the mark of a footnote, the heading
_TITLES_APART = re.compile(r"\s+[–-]\s+")
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_SAMPLE = 60


def read_act(path: Path, today: date) -> ActText:
    """Read a file; raises StatuteFileError when it cannot be law in force."""
    return parse_act(read_bytes(path, text_source().limits.file_bytes), path, today)


def parse_act(data: bytes, path: Path, today: date) -> ActText:
    """Read the bytes of a file named `path`; raises StatuteFileError when it cannot be law in force on `today`."""
    root = parse_xml(data, path)
    main = root.find("main")
    if main is None:
        raise StatuteFileError(path, "has no <main>: it is no act or regulation from Lovdata", root.line)
    facts = _facts(root)
    reading = _Reading()
    reading.read(main, ())
    act = ActText(
        law_id=_law_id(facts, main, path),
        title=facts.get("title") or _title(main),
        short_titles=tuple(t for t in _TITLES_APART.split(facts.get("titleShort", "")) if t),
        language=root.attributes.get("lang", ""),
        as_of=_as_of(facts, path, today),
        sections=tuple(reading.sections),
        chapter_notes=tuple(reading.chapter_notes),
        problems=(*reading.problems, *_doubles(reading.sections)),
        section_elements=sum(_SECTION in element.classes for element in root.everywhere()),
        source=path.name,
        attribution=text_source().attribution,
        licence=text_source().licence,
    )
    _check_count(act, reading.unread, path)
    return act


def _check_count(act: ActText, unread: int, path: Path) -> None:
    accounted = len(act.sections) + unread
    if accounted != act.section_elements:
        raise StatuteFileError(path, f"holds {act.section_elements} sections, of which only {accounted} were found")
    if not act.sections:
        raise StatuteFileError(path, f"holds no section that can be read; {_first(act.problems)}")


def _first(problems: tuple[Problem, ...]) -> str:
    return f"line {problems[0].line}: {problems[0].message}" if problems else "it has no section elements"


def _facts(root: Element) -> dict[str, str]:
    """The document's own facts, by Lovdata's names for them."""
    return {name: plain(element) for element in root.everywhere() if element.tag == "dd" for name in element.classes}


def _title(main: Element) -> str:
    heading = main.find("h1")
    return plain(heading) if heading else ""


def _law_id(facts: dict[str, str], main: Element, path: Path) -> str:
    for text in (facts.get("refid", ""), facts.get("dokid", ""), main.attributes.get("data-lovdata-URL", "")):
        if found := _LAW_ID.search(text):
            return found.group()
    raise StatuteFileError(path, "does not say which act it is (no refid)", main.line)


def _as_of(facts: dict[str, str], path: Path, today: date) -> date:
    """The latest day up to today on which the act or a change of it came into force."""
    told = f"{facts.get('lastChangeInForce', '')} {facts.get('dateInForce', '')}"
    try:
        days = [date.fromisoformat(day) for day in _DAY.findall(told)]
    except ValueError as error:
        raise StatuteFileError(path, f"has a date that does not exist among its facts: {error}") from error
    if not days:
        raise StatuteFileError(path, "says no day on which it came into force; it may not be law yet")
    past = [day for day in days if day <= today]
    if not past:
        raise StatuteFileError(path, f"is not in force before {min(days)}")
    return max(past)


def _doubles(sections: list[ActSection]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for section in sections:
        if section.number in seen:
            message = f"{section.label} stands more than once; it cannot be shown by its number"
            problems.append(Problem(section.line, message))
        seen.add(section.number)
    return problems


@dataclass
class _Reading:
    """What has been read so far, chapter by chapter."""

    sections: list[ActSection] = field(default_factory=list)
    chapter_notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: int = 0

    def read(self, container: Element, chapters: tuple[str, ...]) -> None:
        """Read main, a chapter, or an unknown element around sections."""
        own: dict[str, str] = {}  # headings of this container by rank; "h3" ends those of h3 and below
        for child in container.children:
            if isinstance(child, str):
                if child.strip():
                    self._outside(container, child)
            elif child.tag == "h1":
                continue  # the title of the act
            elif rank := _heading_rank(child):
                own = {other: text for other, text in own.items() if other < rank}
                own[rank] = plain(child)
            else:
                self._read_part(child, (*chapters, *own.values()))

    def _read_part(self, element: Element, chapters: tuple[str, ...]) -> None:
        if _SECTION in element.classes:
            self._read_section(element, chapters)
        elif element.classes & {NOTE, *NOT_IN_FORCE} or element.tag == "footer":
            self.chapter_notes.append(f"{' / '.join(chapters)}: {plain(element)}".lstrip(": "))
            self._count_hidden(element)
        elif any(_SECTION in inner.classes for inner in element.everywhere()) or element.tag == "section":
            self.read(element, chapters)
        elif text := plain(element):
            self._outside(element, text)

    def _count_hidden(self, element: Element) -> None:
        for inner in element.everywhere():
            if _SECTION in inner.classes:
                self.unread += 1
                self.problems.append(Problem(inner.line, "a section stands inside a note on amendments; not read"))

    def _outside(self, element: Element, text: str) -> None:
        sample = collapsed(text)[:_SAMPLE]
        self.problems.append(Problem(element.line, f"text outside any section is not stored: {sample!r}"))

    def _read_section(self, element: Element, chapters: tuple[str, ...]) -> None:
        try:
            self.sections.append(_section(element, chapters))
        except _Unreadable as error:
            self.unread += 1
            self.problems.append(Problem(element.line, str(error)))
        self._count_nested(element)

    def _count_nested(self, element: Element) -> None:
        for inner in element.everywhere():
            if _SECTION in inner.classes:
                self.unread += 1


def _heading_rank(element: Element) -> str | None:
    """The rank of a heading, or None for anything else."""
    if element.tag in _HEADINGS:
        return element.tag
    return "h6" if element.attributes.get("role") == "heading" else None


class _Unreadable(Exception):
    """A section element whose words cannot be vouched for."""


def _section(element: Element, chapters: tuple[str, ...]) -> ActSection:
    name = element.attributes.get("data-name", "without a name")
    if any(_SECTION in inner.classes for inner in element.everywhere()):
        raise _Unreadable(f"the section {name} holds another section; neither is stored")
    label, heading = _heading(element, name)
    body = read_body(element)
    kept = [label, heading, *(line.text for line in body.lines), *body.footnotes, *body.changes]
    if letters(kept) != letters(element.texts()):
        raise _Unreadable(f"the section {name} holds words in a place that is not known; it is not stored")
    return ActSection(
        label=label,
        heading=heading,
        chapters=chapters,
        lines=tuple(body.lines),
        footnotes=tuple(body.footnotes),
        changes=tuple(body.changes),
        repealed=element.attributes.get("data-repealeddate"),
        line=element.line,
    )


def _heading(element: Element, name: str) -> tuple[str, str]:
    """The number as printed and the heading after it."""
    header = next((child for child in element.elements() if HEADER in child.classes), None)
    if header is None:
        raise _Unreadable(f"the section {name} has no heading with its number; it is not stored")
    value = header.find("span", "legalArticleValue")
    printed = plain(header)
    label = collapsed("".join(inline(c) for c in value.children if not _is_note_mark(c))) if value else ""
    if not label:
        found = _PRINTED_NUMBER.match(printed)
        label = collapsed(found.group(1)) if found else ""
    if not label or not printed.startswith(label):
        raise _Unreadable(f"the heading of the section {name} does not begin with its number; it is not stored")
    mark, heading = _MARKED_HEADING.fullmatch(printed[len(label) :]).groups()  # type: ignore[union-attr] # fits any text
    return label, f"{heading}{mark}"


def _is_note_mark(node: Element | str) -> bool:
    return isinstance(node, Element) and node.tag == "sup"
