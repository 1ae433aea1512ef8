"""The acts and pages that the articles rest on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knowledge.article import LawRef, Source
from knowledge.cited_acts import CitedAct, cited_acts, is_law_text, other_sources
from knowledge.library import Library

OLD, NEW = date(2026, 4, 13), date(2026, 7, 1)


def test_each_act_is_named_once_with_its_sections_and_dates(sample: Library) -> None:
    acts = cited_acts(sample.articles.values(), sample.laws)
    assert acts == [
        CitedAct("husleieloven", "https://lovdata.no/lov/1999-03-26-17", 5, NEW, NEW),
        CitedAct("krisesenterlova", "https://lovdata.no/lov/2009-06-19-44", 1, OLD, OLD),
    ]


def test_a_section_read_twice_counts_from_the_last_time(sample: Library) -> None:
    one = replace(sample.articles["mould"], laws=(LawRef("husleieloven § 3-5", OLD), LawRef("husleieloven § 9-8", OLD)))
    other = replace(one, laws=(LawRef("husleieloven § 3-5", NEW),))
    (act,) = cited_acts([one, other], sample.laws)
    assert (act.sections, act.first, act.last) == (2, OLD, NEW)


def test_other_sources_come_once_with_the_newest_date_and_no_law_texts(sample: Library) -> None:
    page, law = Source("Nav", "https://www.nav.no/", OLD), Source("husleieloven", "https://lovdata.no/lov/x", OLD)
    articles = [
        replace(sample.articles["mould"], sources=(page, law)),
        replace(sample.articles["deposit"], sources=(replace(page, read=NEW), Source("abc", "https://a.no/", OLD))),
    ]
    assert [(source.title, source.read) for source in other_sources(articles)] == [("abc", OLD), ("Nav", NEW)]
    assert is_law_text(law)
    assert not is_law_text(page)
