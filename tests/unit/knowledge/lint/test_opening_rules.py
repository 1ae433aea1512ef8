"""Articles that people may begin with exist, in the language of their site."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.library import Library
from knowledge.lint import findings
from knowledge.lint.opening_rules import opening_findings
from knowledge.sites import USUAL_OPENINGS, Site
from tests.unit.knowledge.lint.test_shared_rules import A_DAY


def _told(library: Library, *openings: str, locale: str | None = None) -> list[str]:
    site = Site("x", "X", (), locale, openings=openings)
    return [finding.message for finding in opening_findings(site, library)]


def test_the_real_sites_keep_the_rule(real: Library) -> None:
    assert [finding for site in real.sites.values() for finding in opening_findings(site, real)] == []


def test_the_usual_openings_can_be_read_in_every_served_language(real: Library) -> None:
    served = {language.locale for language in real.languages.served}
    for openings in USUAL_OPENINGS.values():
        assert len(openings) == 3
        assert all(served <= real.articles[opening].texts.keys() for opening in openings)


def test_an_opening_that_is_no_article_is_refused(real: Library) -> None:
    assert _told(real, "gardening", "deposit") == ["openings has 'gardening', which is no article"]


@pytest.mark.parametrize(("locale", "is_refused"), [("ar", True), ("en", False), (None, False)])
def test_an_opening_that_the_sites_own_readers_could_not_read_is_refused(
    real: Library, locale: str | None, is_refused: bool
) -> None:
    article = real.articles["deposit"]
    texts = {each: article.texts[each] for each in ("nb", "en")}
    half = replace(real, articles={**real.articles, "deposit": replace(article, texts=texts)})
    message = "openings has 'deposit', an article that has no text in ar, the site's language"
    assert _told(half, "deposit", locale=locale) == ([message] if is_refused else [])


def test_the_check_looks_at_every_site(sample: Library) -> None:
    town = replace(sample.sites["town"], openings=("gardening",))
    library = replace(sample, sites={**sample.sites, "town": town})
    found = [finding for finding in findings(library, A_DAY) if finding.rule == "openings-are-articles"]
    assert [(finding.path.name, finding.is_error) for finding in found] == [("town.yaml", True)]
