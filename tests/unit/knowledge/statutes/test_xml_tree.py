"""XML is read only when nothing in it can expand, name another file or fill the memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.statutes.errors import StatuteFileError
from knowledge.statutes.xml_tree import parse_xml, read_bytes

FILE = Path("nl-20200101-001.xml")


def test_text_keeps_its_place_and_elements_their_lines() -> None:
    root = parse_xml(b"<!DOCTYPE html>\n<html>\n<p>a<b>c</b>d</p></html>", FILE)
    (paragraph,) = root.elements()
    assert (paragraph.tag, paragraph.line, list(paragraph.texts())) == ("p", 3, ["a", "c", "d"])


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("<html>\n<p></html>", 2, "mismatched tag"),
        ("<html>", 1, "no element found"),
        ("", 1, "no element found"),
        ("PK\x03\x04", 1, "not well-formed"),
        ("<html>&nbsp;</html>", 1, "undefined entity"),
        ("<html/><html/>", 1, "junk after document element"),
    ],
)
def test_broken_xml_is_told_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(StatuteFileError, match=reason) as raised:
        parse_xml(text.encode(), FILE)
    assert raised.value.line == line
    assert str(raised.value).startswith(f"{FILE}:{line}: ")


BOMB = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<html>&b;</html>'
OUTSIDE = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n<html>&x;</html>'


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        OUTSIDE,
        '<!DOCTYPE html SYSTEM "http://127.0.0.1/x.dtd"><html/>',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1/x.dtd"><html/>',
        "<!DOCTYPE html [<!ELEMENT html ANY>]><html/>",
    ],
)
def test_a_doctype_that_names_or_declares_anything_is_refused(text: str) -> None:
    with pytest.raises(StatuteFileError, match="document type"):
        parse_xml(text.encode(), FILE)


def test_elements_nested_without_end_are_refused() -> None:
    with pytest.raises(StatuteFileError, match="nests more than 200"):
        parse_xml(b"<p>" * 100_000, FILE)


def test_an_unknown_encoding_is_told() -> None:
    with pytest.raises(StatuteFileError):
        parse_xml(b'<?xml version="1.0" encoding="klingon"?><html/>', FILE)


def test_a_file_in_latin_letters_is_read() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><p>æøå</p>'.encode("latin-1")
    assert list(parse_xml(data, FILE).texts()) == ["æøå"]


def test_a_missing_file_a_folder_and_a_huge_file_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.xml", tmp_path):
        with pytest.raises(StatuteFileError, match="cannot be read"):
            read_bytes(path, 10)
    huge = tmp_path / "huge.xml"
    huge.write_bytes(b"x" * 11)
    with pytest.raises(StatuteFileError, match="larger than 10 bytes"):
        read_bytes(huge, 10)
    assert len(read_bytes(huge, 11)) == 11
