"""Rules for the articles that a site lets people begin with."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.languages import SOURCE_LOCALE
from knowledge.library import Library
from knowledge.lint.finding import Finding
from knowledge.sites import USUAL_OPENINGS, Site

_RULE = "openings-are-articles"


def opening_findings(site: Site, library: Library) -> Iterator[Finding]:
    """Each opening that a site names is an article with a text in the site's own language.

    Where an article has no text in a person's language its opening is not shown. The usual ones are no site's own.
    """
    if site.openings == USUAL_OPENINGS[site.audience]:
        return
    path = library.content_dir / "sites" / f"{site.id}.yaml"
    own = site.locale or SOURCE_LOCALE
    for opening in site.openings:
        if opening not in library.articles:
            yield Finding(path, _RULE, f"openings has {opening!r}, which is no article")
        elif own not in library.articles[opening].texts:
            message = f"openings has {opening!r}, an article that has no text in {own}, the site's language"
            yield Finding(path, _RULE, message)
