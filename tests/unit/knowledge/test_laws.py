"""Acts and their sections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.laws import UnknownLaw
from knowledge.library import Library


@pytest.mark.parametrize(
    ("ref", "url"),
    [
        ("husleieloven § 9-8", "https://lovdata.no/lov/1999-03-26-17/§9-8"),
        ("husleieloven § 9-3 a", "https://lovdata.no/lov/1999-03-26-17/§9-3a"),
        ("husleieloven § 9-3a", "https://lovdata.no/lov/1999-03-26-17/§9-3a"),
        ("krisesenterlova § 2", "https://lovdata.no/lov/2009-06-19-44/§2"),
        ("forskrift om Husleietvistutvalget § 5a", "https://lovdata.no/forskrift/2016-06-21-765/§5a"),
    ],
)
def test_a_section_has_its_address_at_lovdata(sample: Library, ref: str, url: str) -> None:
    assert sample.laws.url(ref) == url


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("husleieloven 9-8", "'husleieloven 9-8' is not of the form 'husleieloven § 9-8'"),
        ("husleieloven §9-8", "is not of the form"),
        ("husleieloven § 9-8 første ledd", "is not of the form"),
        ("husleielova § 9-8", "the act 'husleielova' is not in laws.yaml"),
        ("husleieloven § 99-9", "husleieloven has no § 99-9"),
        ("husleieloven § 9", "husleieloven has no § 9"),
    ],
)
def test_a_section_that_does_not_exist_is_told(sample: Library, ref: str, message: str) -> None:
    with pytest.raises(UnknownLaw, match=message):
        sample.laws.parse(ref)


def test_act_and_section_are_split(sample: Library) -> None:
    act, section = sample.laws.parse("husleieloven § 9-3 a")
    assert (act.name, section) == ("husleieloven", "9-3 a")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  id: lov/2009-06-19-44\n", ""),
        ('  sections: ["2"]\n', ""),
        ('["2"]', "2-10"),
    ],
    ids=["no id", "no sections", "sections are text"],
)
def test_an_incomplete_act_is_told(content: Path, edit: Callable[[str, str, str], Path], old: str, new: str) -> None:
    edit("laws.yaml", old, new)
    with pytest.raises(ContentError, match=r"laws\.yaml.*krisesenterlova"):
        Library.read(content)
