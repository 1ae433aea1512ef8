"""What every page of ours has around its text: its language, the same page in other languages, where it lies, a footer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from flask import render_template, request, url_for

from knowledge.compose import Composer
from knowledge.figures import date_words
from knowledge.languages import SOURCE_LOCALE
from knowledge.public_pages import PRIVACY
from knowledge.sites import DEFAULT_SITE
from web.desk import desk
from web.prose import reply_prose


@dataclass(frozen=True)
class Place:
    """The addresses of one page in every served language, and the languages whose page holds a text of its own."""

    paths: dict[str, str]
    own: tuple[str, ...]

    @classmethod
    def of(cls, endpoint: str, own: tuple[str, ...] | None = None, **values: Any) -> Place:
        """The addresses that a route has; `own` is every served language unless said otherwise."""
        locales = desk().served_locales()
        paths = {locale: url_for(endpoint, locale=locale, **values) for locale in locales}
        return cls(paths, tuple(locales) if own is None else tuple(locale for locale in locales if locale in own))

    def canonical(self, shown: str) -> str:
        """The whole address of the page that this text belongs to: a text shown for want of another belongs elsewhere."""
        return whole(self.paths.get(shown, self.paths[self._default]))

    def alternates(self) -> list[tuple[str, str]]:
        """(hreflang, whole address) of every page with a text of its own, and the one for all other readers."""
        own = [(locale, whole(self.paths[locale])) for locale in self.own]
        return [*own, ("x-default", whole(self.paths[self._default]))]

    @property
    def _default(self) -> str:
        return SOURCE_LOCALE if SOURCE_LOCALE in self.own else (*self.own, *self.paths)[0]


@dataclass(frozen=True)
class Crumb:
    """One step of the way to a page; the last one, the page itself, has no address."""

    name: str
    path: str | None = None
    locale: str | None = None  # of the name, where it is not that of the page


@dataclass(frozen=True)
class Frame:
    """What stands around one page."""

    title: str
    description: str = ""
    place: Place | None = None  # None: nothing that a search engine should keep
    shown: str | None = None  # the language of the text, where it is not that of the page
    crumbs: tuple[Crumb, ...] = ()
    data: dict[str, Any] | None = None  # what is told to search engines, as schema.org has it
    paths: dict[str, str] = field(default_factory=dict)  # of the other languages, where they are not those of the place


def whole(path: str) -> str:
    """A path of ours as a whole address."""
    return request.url_root.rstrip("/") + path


def page(template: str, composer: Composer, frame: Frame, **values: Any) -> str:
    """The page as HTML."""
    known = desk().library.languages
    return render_template(
        template,
        frame=frame,
        locale=composer.locale,
        direction=known.direction(composer.locale),
        languages=known,
        language_paths=frame.paths or (frame.place.paths if frame.place else _home_paths(composer.site)),
        **surroundings(composer),
        say=composer.say,
        day=partial(_day, locale=composer.locale),
        reply_prose=reply_prose,
        **values,
    )


def surroundings(composer: Composer) -> dict[str, Any]:
    """What head and foot of every page need: the name and the first page of the site, and where the foot leads."""
    site = composer.library.sites[composer.site]
    return {
        "brand": brand(composer),
        "home": home_path(site.id, composer.locale),
        "named_site": named(site.id),
        "footer": footer_links(composer.locale, site.id),
    }


def brand(composer: Composer) -> str:
    """The name that stands on top: that of the site, or ours."""
    site = composer.library.sites[composer.site]
    return composer.say("chat.title") if site.id == DEFAULT_SITE else site.name


def named(site: str) -> str | None:
    """The site as an address names it; None for our own, which goes without saying."""
    return None if site == DEFAULT_SITE else site


def home_path(site: str, locale: str) -> str:
    """The first page of a site."""
    if site == DEFAULT_SITE:
        return url_for("pages.home", locale=locale)
    return url_for("pages.site_page", site_id=site, locale=locale)


def _home_paths(site: str) -> dict[str, str]:
    return {locale: home_path(site, locale) for locale in desk().served_locales()}


def _day(value: date | str, locale: str) -> str:
    """A date in words; replies hold theirs as text."""
    return date_words(date.fromisoformat(value) if isinstance(value, str) else value, "long", locale)


def privacy_link(locale: str, site: str) -> tuple[str, str]:
    """(title, path) of the page that says what is stored and who is responsible for it on that site."""
    return _page_link(PRIVACY, locale, site)


def footer_links(locale: str, site: str) -> list[tuple[str, str]]:
    """(title, path) of the pages around the conversation, which say who is responsible on that site."""
    return [_page_link(page_id, locale, site) for page_id in desk().pages.texts]


def _page_link(page_id: str, locale: str, site: str) -> tuple[str, str]:
    title = desk().pages.texts[page_id][locale].title
    return title, url_for("pages.public_page", locale=locale, page_id=page_id, site=named(site))
