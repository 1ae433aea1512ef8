"""Reading one article folder: broken files are told with file, line and what to mend."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.article import LawRef, Myth
from knowledge.article_file import read_article
from knowledge.errors import ContentError
from knowledge.languages import Languages
from knowledge.library import Library

FOLDER = "articles/tenancy/deposit/"
ARTICLE, TEXT = FOLDER + "article.yaml", FOLDER + "nb.md"
LAWS = "laws:\n  - {ref: husleieloven § 3-5, as_of: 2026-07-01}"

# name: (file, old, new, line, message)
BROKEN = {
    "keys missing": (ARTICLE, "risk: medium\n", "", 1, "lacks 'risk'"),
    "law without ref": (
        ARTICLE,
        "{ref: husleieloven § 3-5, as_of: 2026-07-01}",
        "husleieloven § 3-5",
        1,
        "each law must be a mapping with ref, as_of, not 'husleieloven § 3-5'",
    ),
    "law without a date": (
        ARTICLE,
        "§ 3-5, as_of: 2026-07-01",
        "§ 3-5, as_of: summer",
        1,
        "husleieloven § 3-5: as_of must be a date like 2026-11-24, not 'summer'",
    ),
    "source without the day it was read": (
        ARTICLE,
        ", read: 2026-07-28",
        "",
        1,
        "each source lacks 'read'",
    ),
    "checked_on is no date": (
        ARTICLE,
        "checked_on: 2026-11-24",
        "checked_on: yesterday",
        1,
        "checked_on must be a date like 2026-11-24, not 'yesterday'",
    ),
    "review without a reason": (
        ARTICLE,
        "guides: []",
        "guides: []\nreview_by:\n  - {date: 2028-07-01}",
        1,
        "each review_by lacks 'why'",
    ),
    "review without a day": (
        ARTICLE,
        "guides: []",
        "guides: []\nreview_by:\n  - {date: summer, why: It ends}",
        1,
        "each review_by: date must be a date like 2026-11-24, not 'summer'",
    ),
    "bad YAML in article.yaml": (ARTICLE, "covers: [", "covers: [[", 3, "not readable as YAML: "),
    "no front matter": (
        TEXT,
        "---\ntitle",
        "title",
        1,
        "must begin with a line of three hyphens (---) before the front",
    ),
    "front matter left open": (TEXT, "\n---\n##", "\n##", 30, "is not closed; add a line of three hyphens (---)"),
    "front matter is a list": (TEXT, "---\n", "---\n- a\n---\n", 2, "the front matter must be key: value lines"),
    "bad YAML in front matter": (TEXT, "review: reviewed", "review: a: b", 4, "not readable as YAML: mapping values"),
    "no title": (TEXT, "title: Depositum\n", "", 1, "lacks 'title'"),
    "title is a number": (TEXT, "title: Depositum\n", "title: 12\n", 1, "title must be text, not 12"),
    "question is a number": (
        TEXT,
        "- hvor stort depositum kan utleier kreve",
        "- 12",
        1,
        "questions must hold text only; put quotes around 12",
    ),
    "question with a colon": (
        TEXT,
        "- hvor stort depositum kan utleier kreve",
        "- hjelp: nå",
        1,
        "questions must hold text only; put quotes around {'hjelp': 'nå'}",
    ),
    "myth without answer": (TEXT, "    answer:", "    reply:", 1, "each myth lacks 'answer'"),
    "text before the first heading": (
        TEXT,
        "## Kort svar",
        "Hei\n## Kort svar",
        22,
        "text must stand under a heading (##",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "line", "message"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_file_is_told_with_line_and_mending(
    edit: Callable[[str, str, str], Path], content: Path, name: str, old: str, new: str, line: int, message: str
) -> None:
    path = edit(name, old, new)
    with pytest.raises(ContentError) as raised:
        Library.read(content)
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert message in str(raised.value)


# name: (file, old, new, the key that the message must name)
WRONG_KEYS = {
    "unknown key in article.yaml": (ARTICLE, "guides: []", "guides: []\ncolour: red", "colour"),
    "unknown key in front matter": (TEXT, "review: reviewed", "review: reviewed\ncolour: red", "colour"),
    "covers is text": (ARTICLE, "covers: [tenancy.deposit]", "covers: tenancy.deposit", "covers"),
    "covers is empty": (ARTICLE, "covers: [tenancy.deposit]", "covers:", "covers"),
    "contacts is text": (ARTICLE, "contacts: [nav, tenant-help]", "contacts: nav", "contacts"),
    "related is text": (ARTICLE, "related: [notice, mould]", "related: notice", "related"),
    "id is a list": (ARTICLE, "id: deposit", "id: [deposit]", "id"),
    "id is a number": (ARTICLE, "id: deposit", "id: 5", "id"),
    "id with a number sign": (ARTICLE, "id: deposit", "id: deposit#2", "id"),
    "ref is a number": (ARTICLE, "ref: husleieloven § 3-5", "ref: 35", "ref"),
    "risk is misspelt": (ARTICLE, "risk: medium", "risk: emergancy", "risk"),
    "questions is text": (TEXT, "questions:\n", "questions: hei\nold:\n", "questions"),
    "questions is a number": (TEXT, "questions:\n", "questions: 5\nold:\n", "questions"),
    "says is text": (
        TEXT,
        "says:\n      - Utleier kan ta depositum i kontanter\n      - Depositumet er utleierens penger",
        "says: Utleier kan ta depositum",
        "says",
    ),
    "review is misspelt": (TEXT, "review: reviewed", "review: reveiwed", "review"),
}


@pytest.mark.parametrize(("name", "old", "new", "key"), WRONG_KEYS.values(), ids=list(WRONG_KEYS))
def test_an_unknown_key_or_a_value_of_the_wrong_kind_is_told(
    edit: Callable[[str, str, str], Path], content: Path, name: str, old: str, new: str, key: str
) -> None:
    path = edit(name, old, new)
    with pytest.raises(ContentError) as raised:
        Library.read(content)
    assert raised.value.path == path
    assert key in str(raised.value).removeprefix(str(path))


def test_a_file_in_another_encoding_is_told(content: Path) -> None:
    (content / TEXT).write_bytes("---\ntitle: Å\n---\n".encode("latin-1"))
    with pytest.raises(ContentError, match=r"nb\.md:1: is not UTF-8 text"):
        Library.read(content)


def test_a_text_in_an_unknown_language_is_told(content: Path) -> None:
    (content / TEXT).rename(content / FOLDER / "xx.md")
    with pytest.raises(ContentError, match=r"xx\.md:1: 'xx' is not a language in languages\.yaml"):
        Library.read(content)


def test_an_article_without_any_text_is_told(content: Path) -> None:
    for path in (content / FOLDER).glob("*.md"):
        path.unlink()
    with pytest.raises(ContentError, match=r"deposit:1: has no text in any language; write nb\.md first"):
        Library.read(content)


def test_a_sound_folder_is_read_whole(sample_dir: Path) -> None:
    article = read_article(sample_dir / FOLDER, Languages.read(sample_dir / "languages.yaml"))
    text = article.texts["nb"]
    assert (article.id, article.topic, article.covers) == ("deposit", "tenancy", ("tenancy.deposit",))
    assert article.laws[0] == LawRef("husleieloven § 3-5", date(2026, 7, 1))
    assert [section.role for section in text.sections] == ["short", "do", "law"]
    assert text.myths == (
        Myth(
            ("Utleier kan ta depositum i kontanter", "Depositumet er utleierens penger"),
            "Nei. Depositumet skal stå på en egen konto (husleieloven § 3-5).",
        ),
    )


def test_a_free_heading_has_no_role_and_knows_its_line(sample_dir: Path) -> None:
    article = read_article(sample_dir / "articles/tenancy/notice", Languages.read(sample_dir / "languages.yaml"))
    free = article.texts["nb"].sections[2]
    lines = (sample_dir / "articles/tenancy/notice/nb.md").read_text("utf-8").splitlines()
    assert (free.heading, free.role) == ("Når du har ventet for lenge", None)
    assert lines[free.line - 1] == "## Når du har ventet for lenge"
