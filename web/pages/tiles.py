"""What a person may begin with: the topics of a site, as buttons that start guides, and articles that it puts forward."""

from __future__ import annotations

from knowledge.compose import Composer
from knowledge.reply import Button


def tiles(composer: Composer) -> list[Button]:
    """The site's topics in its tone; one whose guide does not exist in the person's language is left out."""
    library, site = composer.library, composer.library.sites[composer.site]
    return [
        Button(composer.say(site.tile_key(tile)), composer.guide_button(tile).payload)
        for tile in site.tiles
        if tile in library.guides and library.guides[tile].speaks(composer.locale)
    ]


def openings(composer: Composer) -> list[Button]:
    """The articles that the site lets people begin with; one without a text in the person's language is left out."""
    library, site = composer.library, composer.library.sites[composer.site]
    return [
        composer.article_button(library.articles[opening])
        for opening in site.openings
        if opening in library.articles and composer.locale in library.articles[opening].texts
    ]
