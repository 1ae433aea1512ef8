"""The pages around the conversation: about, sources, privacy, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from flask import request, url_for
from flask.blueprints import BlueprintSetupState

from knowledge.cited_acts import cited_acts, other_sources
from knowledge.compose import Composer
from knowledge.controller import Controller
from knowledge.figures import date_words
from knowledge.public_pages import RIGHTS
from knowledge.sites import DEFAULT_SITE, Site, controller_of
from web.desk import desk
from web.page import Crumb, Frame, Place, brand, home_path, named, page, whole
from web.pages import pages
from web.pages.home import site_or_404
from web.prose import linked_prose
from web.structured_data import page_data

_SAID = re.compile(r"\{\{say:([\w.]+)\}\}")  # what a button says: the texts name it as the person sees it
_SOURCES = "sources"


def public_page(locale: str, page_id: str) -> str:
    """One of the pages."""
    site = site_or_404(request.args.get("site", DEFAULT_SITE))
    composer = desk().composer(locale, site.id)
    text = desk().pages.texts[page_id][locale]
    place = Place.of("pages.public_page", page_id=page_id)
    crumbs = (Crumb(brand(composer), home_path(site.id, locale)), Crumb(text.title))
    data = page_data(place.canonical(locale), text.title, text.description, locale, crumbs)
    filled_in = [(heading, _filled(body, composer, text.updated)) for heading, body in text.sections]
    sections = [(heading, linked_prose(body, locale)) for heading, body in filled_in]
    return page(
        "public_page.html",
        composer,
        Frame(text.title, text.description, place, crumbs=crumbs, data=data, paths=_paths(page_id, site)),
        sections=sections,
        updated=text.updated,
        address_of=_address_in(locale, site),
        **(_sources() if page_id == _SOURCES else {}),
    )


def _filled(body: str, composer: Composer, updated: date) -> str:
    values: dict[str, Callable[[Composer], str]] = {
        "token_days": lambda _: str(desk().settings.token_days),
        "showing_hours": lambda _: str(desk().settings.showing_hours),
        "controller": _controller,
        "owner": _owner,
        "feedback": _feedback,
        "home": _home,
        "updated": lambda each: date_words(updated, "long", each.locale),
    }
    for name, value in values.items():
        if (placeholder := f"{{{{{name}}}}}") in body:
            body = body.replace(placeholder, value(composer))
    body = _SAID.sub(lambda match: composer.say(match[1]), body)
    return composer.filled(body, composer.locale)


def _controller(composer: Composer) -> str:
    """Who is responsible for what a person tells on the site, or that nobody has been named."""
    found = _responsible(composer)
    if found is None:
        return composer.say("page.controller.unnamed")
    return composer.say(found.message, name=found.name, address=found.address)


def _owner(composer: Composer) -> str:
    """Who is responsible for the site, with its organisation number where it is known."""
    found = _responsible(composer)
    if found is None:
        return composer.say("page.owner.unnamed")
    return composer.say(found.owner_message, name=found.name, number=found.number or "")


def _feedback(composer: Composer) -> str:
    """Where to tell what cannot be used."""
    found = _responsible(composer)
    if found is None:
        return composer.say("page.feedback.unnamed")
    return composer.say(found.feedback_message, name=found.name, address=found.feedback_address)


def _responsible(composer: Composer) -> Controller | None:
    sites = composer.library.sites
    return controller_of(sites, sites[composer.site])


def _home(composer: Composer) -> str:
    """The whole address of the conversation that the page belongs to."""
    if composer.site == DEFAULT_SITE:
        return whole(url_for("pages.home", locale=composer.locale))
    return whole(url_for("pages.site_page", site_id=composer.site, locale=composer.locale))


def _paths(page_id: str, site: Site) -> dict[str, str]:
    """The same page for the same site in the other languages; the addresses of the default site are those of the place."""
    if site.id == DEFAULT_SITE:
        return {}
    locales = desk().served_locales()
    return {each: url_for("pages.public_page", locale=each, page_id=page_id, site=site.id) for each in locales}


def _address_in(locale: str, site: Site) -> Any:
    def address_of(href: str) -> str:
        """Where a link of a page leads; page:privacy is another of the pages."""
        kind, _, page_id = href.partition(":")
        return (
            url_for("pages.public_page", locale=locale, page_id=page_id, site=named(site.id))
            if kind == "page"
            else href
        )

    return address_of


def _sources() -> dict[str, Any]:
    articles = desk().library.articles.values()
    return {"acts": cited_acts(articles, desk().library.laws), "others": other_sources(articles)}


@pages.record
def _register(state: BlueprintSetupState) -> None:
    for page_id, words in state.app.extensions["bovett"].pages.addresses.items():
        if page_id == RIGHTS:
            continue
        for locale, word in words.items():
            at = {"locale": locale, "page_id": page_id}
            state.add_url_rule(f"/{locale}/{word}", "public_page", public_page, defaults=at)
