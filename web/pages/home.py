"""The page of its own, in every served language, and what every widget asks for before it can speak."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Response, abort, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from knowledge.norwegian_parts import norwegian_parts
from knowledge.sites import DEFAULT_SITE, Site
from web.desk import desk
from web.page import Place, footer_links, home_path, privacy_link, surroundings
from web.pages import pages
from web.pages.tiles import openings, tiles

_MADE_HERE = ("chat.tile.", "chat.youth.")  # chosen here, for the site


@pages.get("/")
def choose_language() -> AnyResponse:
    """Send the browser to its own language."""
    return redirect(url_for("pages.home", locale=_wanted_locale(desk().settings.default_locale)))


@pages.get("/<locale>/")
def home(locale: str) -> str:
    """The page."""
    return conversation_page("home.html", DEFAULT_SITE, locale)


@pages.get("/s/<site_id>")
def site_home(site_id: str) -> AnyResponse:
    """The short address of a site's own page, for posters and letters: sends the browser to its language."""
    locale = _wanted_locale(site_or_404(site_id).locale or desk().settings.default_locale)
    return redirect(url_for("pages.site_page", site_id=site_id, locale=locale, guide=request.args.get("guide")))


@pages.get("/s/<site_id>/<locale>")
def site_page(site_id: str, locale: str) -> str:
    """The page, with the look, the people and the topics of a site."""
    return conversation_page("home.html", site_id, locale)


@pages.get("/messages/<locale>.json")
def widget_messages(locale: str) -> Response:
    """What the widget itself says, in one language and in the tone of the site."""
    if locale not in desk().served_locales():
        abort(404)
    site = site_or_404(request.args.get("site", DEFAULT_SITE))
    composer = desk().composer(locale, site.id)
    guides = {guide: composer.guide_button(guide) for guide in desk().library.guides}
    offered = [*guides.values(), *tiles(composer), *openings(composer)]
    return jsonify(
        {
            "locale": locale,
            "languages": _languages(),
            "texts": _texts(site, locale),
            "guides": [{"id": guide, **asdict(button)} for guide, button in guides.items()],
            "tiles": [asdict(tile) for tile in tiles(composer)],
            "openings": [asdict(opening) for opening in openings(composer)],
            "norwegian": list(dict.fromkeys(part for each in offered for part in norwegian_parts(each.title, locale))),
            "privacy": _link(privacy_link(locale, site.id)),
            "pages": [_link(page) for page in footer_links(locale, site.id)],
            "unreachable": composer.error().as_dict(),  # shown when not even an error comes back
        }
    )


@pages.get("/sites/<site_id>.json")
def site_settings(site_id: str) -> Response:
    """How a site looks and behaves; nothing here is secret."""
    return jsonify({**site_or_404(site_id).public(), "languages": _languages()})


def site_or_404(site_id: str) -> Site:
    """The site of that id."""
    site = desk().library.sites.get(site_id)
    if site is None:
        abort(404)
    return site


def conversation_page(template: str, site_id: str, locale: str) -> str:
    """A page that holds the conversation and little else."""
    site = site_or_404(site_id)
    if locale not in desk().served_locales():
        abort(404)
    composer = desk().composer(locale, site.id)
    return render_template(
        template,
        site=site,
        locale=locale,
        direction=desk().library.languages.direction(locale),
        languages=desk().library.languages.served,
        contacts=composer.human_contacts(),
        place=Place.of("pages.home") if site.id == DEFAULT_SITE else None,  # search engines need to find us once
        address=lambda locale: home_path(site.id, locale),
        say=composer.say,
        **surroundings(composer),
    )


def _wanted_locale(otherwise: str) -> str:
    languages = desk().library.languages
    wanted = request.accept_languages.best_match(list(languages.by_locale)) or otherwise
    return languages.serving(wanted)


def _link(titled: tuple[str, str]) -> dict[str, str]:
    title, url = titled
    return {"title": title, "url": url}


def _languages() -> list[dict[str, Any]]:
    served = desk().library.languages.served
    return [{"locale": item.locale, "name": item.name, "direction": item.direction} for item in served]


def _texts(site: Site, locale: str) -> dict[str, str]:
    said = desk().messages.with_prefix("chat.", locale)
    said["chat.welcome"] = said[site.welcome_key]
    said["chat.privacy"] = said["chat.privacy"].format(days=desk().settings.token_days)
    return {key: text for key, text in said.items() if not key.startswith(_MADE_HERE)}


from web.pages import embed  # noqa: E402, F401 - its routes register themselves
