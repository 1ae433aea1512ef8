"""Rules for the topics that a site lets people begin with."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.languages import SOURCE_LOCALE
from knowledge.library import Library
from knowledge.lint.finding import Finding
from knowledge.sites import USUAL_TILES, Site

_RULE = "tiles-are-guides"


def tile_findings(site: Site, library: Library) -> Iterator[Finding]:
    """Each topic a site names is a guide in the site's own language, and every served language has one left.

    Where a guide does not exist in a person's language its topic is not shown. The usual topics are no site's own.
    """
    if site.tiles == USUAL_TILES[site.audience]:
        return
    path = library.content_dir / "sites" / f"{site.id}.yaml"
    own = site.locale or SOURCE_LOCALE
    for tile in site.tiles:
        if tile not in library.guides:
            yield Finding(path, _RULE, f"tiles has {tile!r}, which is no guide")
        elif not library.guides[tile].speaks(own):
            yield Finding(path, _RULE, f"tiles has {tile!r}, a guide that does not exist in {own}, the site's language")
    for language in library.languages.served:
        if not any(library.guides[tile].speaks(language.locale) for tile in site.tiles if tile in library.guides):
            message = f"no topic would be shown in {language.locale}; add a guide that exists in it to tiles"
            yield Finding(path, _RULE, message)
