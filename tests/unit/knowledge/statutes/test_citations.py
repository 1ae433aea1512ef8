"""Sections of law cited in running text, in the languages of the articles."""

from __future__ import annotations

import pytest

from knowledge.laws import Act, Laws
from knowledge.library import Library
from knowledge.statutes.citations import Citation, cited_sections

LAWS = Laws(
    {
        name: Act(name, f"lov/{name}", frozenset(sections.split()))
        for name, sections in {
            "husleieloven": "9-3 9-3a 9-4 9-5 9-6 9-7 9-8",
            "tvangsfullbyrdelsesloven": "4-18 13-2 13-3",
            "boligsosialloven": "6 7",
            "forskrift om sosiale tjenester": "1 1a 2",
            "sosialtjenesteloven": "17 27",
        }.items()
    }
)
LISTED = (
    Citation("husleieloven", "9-6"),
    Citation("tvangsfullbyrdelsesloven", "4-18"),
    Citation("tvangsfullbyrdelsesloven", "13-2"),
    Citation("tvangsfullbyrdelsesloven", "13-3"),
)


def _found(text: str, listed: tuple[Citation, ...] = LISTED) -> set[str]:
    return {f"{c.act} {c.number}" for c in cited_sections(text, LAWS, listed)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fristen er en måned (husleieloven § 9-8).", {"husleieloven 9-8"}),
        ("(*husleieloven* § 9-8)", {"husleieloven 9-8"}),
        ("the Tenancy Act (husleieloven) § 9-8", {"husleieloven 9-8"}),
        ("(husleieloven\n§ 9-3 a).", {"husleieloven 9-3a"}),
        ("(husleieloven § 9-5, husleieloven § 9-7)", {"husleieloven 9-5", "husleieloven 9-7"}),
        ("tvangsfullbyrdelsesloven §§ 13-2 og 13-3", {"tvangsfullbyrdelsesloven 13-2", "tvangsfullbyrdelsesloven 13-3"}),
        ("boligsosialloven §§ 6 і 7", {"boligsosialloven 6", "boligsosialloven 7"}),
        ("(boligsosialloven §§ 6 و 7)", {"boligsosialloven 6", "boligsosialloven 7"}),
        ("forskrift om sosiale tjenester §§ 1 and 1 a)", {"forskrift om sosiale tjenester 1", "forskrift om sosiale tjenester 1a"}),
        ("husleieloven §§ 9-4 til 9-7", {f"husleieloven 9-{n}" for n in (4, 5, 6, 7)}),
        ("husleieloven §§ 9-2 til 9-3 a", {f"husleieloven 9-{n}" for n in (2, 3, "3a")}),
        ("husleieloven §§ 9-4–9-6 og 9-8", {f"husleieloven 9-{n}" for n in (4, 5, 6, 8)}),
        ("§ 9-8 i husleieloven", {"husleieloven 9-8"}),
        ("житло за § 6 boligsosialloven?", {"boligsosialloven 6"}),
        ("varsel etter § 4-18, men", {"tvangsfullbyrdelsesloven 4-18"}),
        ("(§§ 13-2 і 13-3). Напишіть", {"tvangsfullbyrdelsesloven 13-2", "tvangsfullbyrdelsesloven 13-3"}),
        ("see husleieloven § 9-3 a landlord may", {"husleieloven 9-3a"}),
        ("see husleieloven § 9-5 a landlord may", {"husleieloven 9-5"}),
        ("husleieloven § 9-8 and tvangsfullbyrdelsesloven § 13-2", {"husleieloven 9-8", "tvangsfullbyrdelsesloven 13-2"}),
        ("husleieloven gjelder. Se § 9-8 tredje ledd.", {"husleieloven 9-8"}),
        ("Se § 99.", set()),
        ("Ring 116 117, 9-6.", set()),
        ("", set()),
    ],
)  # fmt: skip
def test_citations_are_found(text: str, expected: set[str]) -> None:
    assert _found(text) == expected


def test_a_bare_number_in_two_listed_acts_belongs_to_the_one_named_last() -> None:
    listed = (Citation("sosialtjenesteloven", "17"), Citation("boligsosialloven", "17"))
    laws = Laws({name: Act(name, name, frozenset({"17"})) for name in ("sosialtjenesteloven", "boligsosialloven")})
    assert cited_sections("Etter sosialtjenesteloven har du rett (§ 17)", laws, listed) == {listed[0]}
    assert cited_sections("Du har rett (§ 17)", laws, listed) == set(listed)


def test_every_citation_in_the_sample_is_of_an_act_there(sample: Library) -> None:
    texts = [s.body for a in sample.articles.values() for t in a.texts.values() for s in t.sections]
    found = {citation for text in texts for citation in cited_sections(text, sample.laws, ())}
    assert found
    assert all(citation.number in sample.laws.acts[citation.act].sections for citation in found)
