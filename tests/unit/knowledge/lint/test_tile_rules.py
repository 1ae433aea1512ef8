"""Topics of a site are guides that people can be asked in their language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.library import Library
from knowledge.lint import findings
from knowledge.lint.tile_rules import tile_findings
from knowledge.sites import USUAL_TILES, YOUTH, Site
from tests.unit.knowledge.lint.test_shared_rules import A_DAY


def _told(library: Library, *tiles: str, locale: str | None = None) -> list[str]:
    site = Site("x", "X", (), locale, tiles=tiles)
    return [finding.message for finding in tile_findings(site, library)]


@pytest.fixture
def half(real: Library) -> Library:
    """The library, with one guide in Bokmål and English alone."""
    guide = real.guides["young"]
    texts = {locale: guide.texts[locale] for locale in ("nb", "en")}
    return replace(real, guides={**real.guides, "young": replace(guide, texts=texts)})


def test_the_real_sites_keep_the_rule(real: Library) -> None:
    assert [finding for site in real.sites.values() for finding in tile_findings(site, real)] == []


def test_the_usual_topics_are_guides_in_bokmal(real: Library) -> None:
    assert all(real.guides[tile].speaks("nb") for tiles in USUAL_TILES.values() for tile in tiles)
    assert USUAL_TILES[YOUTH][0] == "young"


def test_a_topic_that_is_no_guide_is_refused(sample: Library) -> None:
    message, *_ = _told(sample, "refugee", "landlord-notice")
    assert message == "tiles has 'refugee', which is no guide"


@pytest.mark.parametrize(("locale", "is_refused"), [("ar", True), ("en", False), (None, False)])
def test_a_topic_that_the_sites_own_readers_could_not_read_is_refused(
    half: Library, locale: str | None, is_refused: bool
) -> None:
    message = "tiles has 'young', a guide that does not exist in ar, the site's language"
    assert _told(half, "young", "deposit", locale=locale) == ([message] if is_refused else [])


def test_a_language_without_any_topic_is_told(half: Library) -> None:
    told = _told(half, "young")
    assert [message.split(";")[0] for message in told] == [
        "no topic would be shown in uk",
        "no topic would be shown in ar",
        "no topic would be shown in fa",
    ]


def test_the_check_looks_at_every_site(sample: Library) -> None:
    town = replace(sample.sites["town"], tiles=("refugee",))
    library = replace(sample, sites={**sample.sites, "town": town})
    assert "tiles-are-guides" in {finding.rule for finding in findings(library, A_DAY)}
