"""Law text in replies: with the law part, and with a section asked for by its number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openapi_schema_validator import OAS30Validator

from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.reply import LawText
from knowledge.statutes.importing import import_paths
from knowledge.statutes.statutes import Statutes
from tests.unit.knowledge.statutes.conftest import ACT, TODAY
from web.chat.openapi import description

Make = Callable[..., Composer]


@pytest.fixture
def composer(composer_in: Make, sample: Library, tmp_path: Path) -> Composer:
    import_paths([ACT], tmp_path, sample.laws, TODAY)
    return replace(composer_in("en"), statutes=Statutes.open(tmp_path, sample.laws))


def test_the_law_part_has_the_words_of_each_section_there_is(composer: Composer, sample: Library) -> None:
    article = sample.articles["notice"]
    texts = composer.law_part(article).law_text
    assert [text.ref for text in texts] == [law.ref for law in article.laws if law.ref.startswith("husleieloven")]
    assert (
        LawText(
            ref="husleieloven § 9-8",
            heading="Protest",
            paragraphs=("Den som får prøven, kan protestere innen én måned.",),
            footnotes=(),
            as_of="2024-07-01",
            attribution="Inneholder data fra Lovdata, lisensiert etter NLOD 2.0",
        )
        in texts
    )


def test_an_answer_has_only_the_section_asked_for(composer: Composer, sample: Library) -> None:
    article = sample.articles["notice"]
    assert composer.answer(article).law_text == ()
    (text,) = composer.answer(article, asked_law=article.laws[0]).law_text
    assert text.ref == article.laws[0].ref


def test_without_texts_a_reply_is_as_before(
    composer_in: Make, composer: Composer, sample: Library, tmp_path: Path
) -> None:
    article = sample.articles["notice"]
    for empty in (composer_in("en"), replace(composer, statutes=Statutes.open(tmp_path / "none", sample.laws))):
        without = empty.law_part(article)
        assert without == replace(composer.law_part(article), law_text=())
        assert empty.answer(article, asked_law=article.laws[0]) == empty.answer(article)


def test_words_older_than_those_the_article_rests_on_are_left_out(
    composer_in: Make, sample: Library, tmp_path: Path
) -> None:
    """The curator read the section after the last import: it may have changed in between."""
    article = sample.articles["notice"]
    newest = max(law.as_of for law in article.laws)
    import_paths([ACT], tmp_path, sample.laws, date(newest.year - 1, 12, 31))
    old = replace(composer_in("nb"), statutes=Statutes.open(tmp_path, sample.laws))
    assert old.law_part(article).law_text == ()


def test_it_is_as_the_api_describes(composer: Composer, sample: Library) -> None:
    described = description()
    items = described["components"]["schemas"]["Reply"]["properties"]["law_text"]
    texts = composer.law_part(sample.articles["notice"]).as_dict()["law_text"]
    listed = [{key: list(v) if isinstance(v, tuple) else v for key, v in text.items()} for text in texts]
    assert listed
    OAS30Validator({**items, "components": described["components"]}).validate(listed)
    assert set(listed[0]) == set(items["items"]["required"])
