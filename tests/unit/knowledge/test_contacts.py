"""Services a person can turn to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.library import Library


def test_a_contact_is_given_in_the_language_asked_for(sample: Library) -> None:
    assert sample.contacts["nav"].localised("en") == {
        "id": "nav",
        "name": "Nav (welfare office)",
        "about": "Help with housing",
        "phone": "55 55 33 33",
        "url": "https://www.nav.no/",
        "hours": "Weekdays 9-15",
    }


def test_what_is_not_translated_is_given_in_english(sample: Library) -> None:
    shown = sample.contacts["nav"].localised("ar")
    assert (shown["name"], shown["about"]) == ("ناف", "Help with housing")


def test_hours_that_nobody_knows_are_none(sample: Library) -> None:
    assert sample.contacts["municipality"].localised("nb")["hours"] is None


def test_a_contact_that_says_nothing_about_itself_has_an_empty_text(sample: Library) -> None:
    assert sample.contacts["municipality"].localised("nb")["about"] == ""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("name: {nb: Nav, en: Nav (welfare office), ar: ناف}\n", "nme: Nav\n", "lacks 'name'"),
        (", read: 2026-11-23}\n  kind: office\nmuni", "}\n  kind: office\nmuni", "source lacks 'read'"),
        ("name: {nb: Nav, en: Nav (welfare office), ar: ناف}", "name: Nav", "name"),
        ('phone: "55 55 33 33"', "phone: 55553333", "phone"),
    ],
    ids=["no name", "no day read", "name without languages", "phone is a number"],
)
def test_a_broken_contact_is_told(
    content: Path, edit: Callable[[str, str, str], Path], old: str, new: str, problem: str
) -> None:
    edit("contacts.yaml", old, new)
    with pytest.raises(ContentError, match=rf"contacts\.yaml:.*'nav'.*{problem}"):
        Library.read(content)
