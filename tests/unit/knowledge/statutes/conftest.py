"""What tests of law texts share: two small samples in Lovdata's structure, and the real files where they lie."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.settings import PROJECT_DIR
from knowledge.statutes.act_text import ActText
from knowledge.statutes.lovdata import parse_act
from tests.unit.conftest import DATA

TODAY = date(2026, 11, 24)
SAMPLES = DATA / "statutes"
ACT, REGULATION = SAMPLES / "nl-19990326-017.xml", SAMPLES / "sf-20160621-0765.xml"
REAL = PROJECT_DIR.parent / "shared" / "statutes"

needs_real_texts = pytest.mark.skipif(
    not (REAL / "lovdata-xml").is_dir(),
    reason="the real law texts do not lie in ../shared/statutes beside the checkout",
)

Change = Callable[..., Path]


def act_of(text: str, name: str = "nl-19990326-017.xml") -> ActText:
    """An act from the text of a file."""
    return parse_act(text.encode(), Path(name), TODAY)


def around(body: str, facts: str = '<dd class="dateInForce">2020-01-01</dd>') -> str:
    """A whole file around the inside of <main>."""
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html lang="no"><body><header><dl>'
        f'<dd class="refid">lov/2020-01-01-1</dd>{facts}</dl></header><main class="documentBody">{body}</main></body></html>'
    )


def section(inside: str, label: str = "§ 1", attributes: str = "") -> str:
    """A section element."""
    return (
        f'<article class="legalArticle" data-name="{label.replace(" ", "")}" {attributes}><h3 class="legalArticleHeader">'
        f'<span class="legalArticleValue">{label}</span>. <span class="legalArticleTitle">Prøve</span></h3>{inside}</article>'
    )


def on_one_line(text: str) -> str:
    """A file without line breaks between its elements, as Lovdata gives it."""
    return re.sub(r">\s*\n\s*<", "><", text)


def indented(text: str) -> str:
    """A file with every article, chapter and fact on a line of its own."""
    return re.sub(
        r"(<(?:article class=\"(?:legalArticle|changesToParent|future)|section|dt|dd|h[1-4]|footer))", r"\n    \1", text
    )


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """A copy of a sample with one piece replaced: `changed("én måned", "to måneder")`."""

    def copy(old: str, new: str, path: Path = ACT) -> Path:
        text = path.read_text("utf-8")
        assert old in text, f"{path.name} does not hold {old!r}"
        target = tmp_path / "changed" / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text.replace(old, new), "utf-8")
        return target

    return copy
