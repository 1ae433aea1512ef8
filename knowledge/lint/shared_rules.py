"""Rules for what articles share: constants, contacts, deadlines, sites."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from knowledge.catalogues import catalogue_path, messages_of
from knowledge.laws import UnknownLaw
from knowledge.library import Library
from knowledge.lint.finding import Finding
from knowledge.settings import Settings
from knowledge.sites import DEFAULT_SITE, controller_of

_WARN_DAYS = 60


def figures_current(library: Library, today: date) -> Iterator[Finding]:
    """A constant that has run out, or will within 60 days, is looked up again."""
    path = library.content_dir / "constants.yaml"
    for figure in library.figures.values():
        left = figure.days_left(today)
        if left is not None and left <= _WARN_DAYS:
            when = f"runs out in {left} days" if left >= 0 else f"ran out {-left} days ago"
            url = figure.on(today).source_url
            yield Finding(path, "figures-current", f"{figure.id} {when}; look at {url}", is_error=False)


def figures_follow(library: Library, today: date) -> Iterator[Finding]:
    """A constant has begun to hold, and its periods follow one another: one day has one value."""
    path = library.content_dir / "constants.yaml"
    for figure in library.figures.values():
        if figure.valid_from > today:
            message = (
                f"{figure.id} begins on {figure.valid_from}; keep the value of today, and put this one under `next`"
            )
            yield Finding(path, "figures-follow", message)
        for before, after in pairwise(figure.periods()):
            if before.valid_to is None or after.valid_from <= before.valid_to:
                message = f"{figure.id}: the value from {after.valid_from} must begin after the one before has ended"
                yield Finding(path, "figures-follow", message)
        for period in figure.periods():
            if period.valid_to and period.valid_to < period.valid_from:
                yield Finding(path, "figures-follow", f"{figure.id}: valid_to {period.valid_to} is before valid_from")


def figures_sure(library: Library, today: date) -> Iterator[Finding]:
    """No constant of low confidence reaches a reader."""
    for figure in library.figures.values():
        if any(period.confidence not in ("high", "medium") for period in figure.periods()):
            yield Finding(library.content_dir / "constants.yaml", "figures-sure", f"{figure.id} is not sure enough")


def units_worded(library: Library, today: date) -> Iterator[Finding]:
    """The unit of every constant has a message in the catalogue of each served language."""
    locales_dir = Settings().locales_dir
    worded = {item.locale: messages_of(catalogue_path(locales_dir, item.locale)) for item in library.languages.served}
    for figure in library.figures.values():
        lacking = [locale for locale, messages in worded.items() if f"unit.{figure.unit}" not in messages]
        if lacking:
            message = f"{figure.id}: add the message unit.{figure.unit} to the catalogues {', '.join(lacking)}"
            yield Finding(library.content_dir / "constants.yaml", "units-worded", message)


def contacts_reachable(library: Library, today: date) -> Iterator[Finding]:
    """A contact has a phone or an address, and a name in every served language."""
    path = library.content_dir / "contacts.yaml"
    for contact in library.contacts.values():
        if not contact.phone and not contact.url and contact.kind != "office":
            yield Finding(path, "contacts-reachable", f"{contact.id} has neither phone nor address")
        for language in library.languages.served:
            if language.locale not in contact.names:
                yield Finding(path, "contacts-reachable", f"{contact.id} has no name in {language.locale}")
        if contact.url and not contact.url.startswith("https://"):
            yield Finding(path, "contacts-reachable", f"{contact.id}: the address must begin with https://")


def phones_sourced(library: Library, today: date) -> Iterator[Finding]:
    """Whoever checks a phone number finds the address where it was read."""
    for contact in library.contacts.values():
        if contact.phone and not (contact.source_url or "").startswith("https://"):
            message = f"{contact.id}: no source.url says where {contact.phone} was read; add it or leave the number out"
            yield Finding(library.content_dir / "contacts.yaml", "phones-sourced", message)


def deadlines_sourced(library: Library, today: date) -> Iterator[Finding]:
    """Every deadline names an existing section and the date it read so."""
    path = library.content_dir / "deadlines.yaml"
    for name, row in library.deadlines.items():
        try:
            library.laws.parse(str(row.get("ref")))
        except UnknownLaw as error:
            yield Finding(path, "deadlines-sourced", f"{name}: {error}")
        if not isinstance(row.get("as_of"), date):
            yield Finding(path, "deadlines-sourced", f"{name}: as_of must be a date")


def deadlines_once(library: Library, today: date) -> Iterator[Finding]:
    """One time limit is one row: two rows of the same section, length and start could come to differ."""
    seen: dict[tuple[str, ...], str] = {}
    for name, row in library.deadlines.items():
        key = tuple(str(row.get(part)) for part in ("ref", "length", "starts", "who"))
        if key in seen:
            path = library.content_dir / "deadlines.yaml"
            yield Finding(path, "deadlines-once", f"{name} says the same as {seen[key]}; keep one of them")
        seen.setdefault(key, name)


def site_contacts_exist(library: Library, today: date) -> Iterator[Finding]:
    """A site names contacts that exist."""
    for site in library.sites.values():
        for name in site.contacts:
            if name not in library.contacts:
                path = library.content_dir / "sites" / f"{site.id}.yaml"
                yield Finding(path, "site-contacts-exist", f"there is no contact {name!r}")


def controller_named(library: Library, today: date) -> Iterator[Finding]:
    """Wherever people may write, the privacy page names who is responsible."""
    for site in library.sites.values():
        is_open = site.id == DEFAULT_SITE or site.origins
        if is_open and controller_of(library.sites, site) is None:
            path = library.content_dir / "sites" / f"{site.id}.yaml"
            message = "the privacy page names nobody who is responsible; add controller: {name: …, address: …}"
            yield Finding(path, "controller-named", message, is_error=False)


SHARED_RULES = (
    figures_current, figures_follow, figures_sure, units_worded, contacts_reachable, phones_sourced, deadlines_sourced,
    deadlines_once,
    site_contacts_exist, controller_named,
)  # fmt: skip
