"""Embedding organisations and their settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.controller import Controller, read_controller
from knowledge.fields import Fields, read_fields
from knowledge.origins import ORIGIN
from knowledge.site_look import Colours, read_colours

DEFAULT_SITE = "bovett"
ADULT, YOUTH = AUDIENCES = ("adult", "youth")
CORNERS = ("end", "start")
NEUTRAL_PAGE = "https://www.yr.no/"  # where a person who leaves in a hurry lands
# What a person may begin with: the guide, and how its button is worded for each audience.
TILES = {
    "letter": ("chat.tile.letter", "chat.tile.youth.letter"),
    "nowhere-tonight": ("chat.tile.nowhere-tonight", "chat.tile.youth.nowhere-tonight"),
    "landlord-notice": ("chat.tile.landlord-notice", "chat.tile.youth.landlord-notice"),
    "eviction": ("chat.tile.eviction", "chat.tile.youth.eviction"),
    "rent-increase": ("chat.tile.rent-increase", "chat.tile.youth.rent-increase"),
    "deposit": ("chat.tile.deposit", "chat.tile.youth.deposit"),
    "defects": ("chat.tile.defects", "chat.tile.youth.defects"),
    "moving-out": ("chat.tile.moving-out", "chat.tile.youth.moving-out"),
    "housing-allowance": ("chat.tile.housing-allowance", "chat.tile.youth.housing-allowance"),
    "which-office": ("chat.tile.which-office", "chat.tile.youth.which-office"),
    "refusal": ("chat.tile.refusal", "chat.tile.youth.refusal"),
    "young": ("chat.tile.young", "chat.tile.youth.young"),
    "refugee": ("chat.tile.refugee", "chat.tile.youth.refugee"),
    "loans-and-grants": ("chat.tile.loans-and-grants", "chat.tile.youth.loans-and-grants"),
}
USUAL_TILES = {
    ADULT: ("letter", "nowhere-tonight", "landlord-notice", "eviction", "rent-increase", "deposit", "defects"),
    YOUTH: ("young", "nowhere-tonight", "deposit", "rent-increase", "letter", "defects", "moving-out"),
}
# Articles that a person may begin with, beside the topics: what many ask and no topic leads to.
USUAL_OPENINGS = {
    ADULT: ("landlord-access", "tenant-gives-notice", "bostotte"),
    YOUTH: ("lodger-room", "fixed-term", "landlord-access"),
}
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_LOGO = re.compile(r"/static/[A-Za-z0-9/_-]+\.(?:svg|png)")


@dataclass(frozen=True, slots=True)
class Site:
    """One organisation that embeds the assistant."""

    id: str
    name: str
    contacts: tuple[str, ...]  # shown first when nothing in the articles fits
    locale: str | None
    origins: tuple[str, ...] = ()  # of the pages that may embed it, exactly
    audience: str = ADULT
    corner: str = "end"
    leave_to: str = NEUTRAL_PAGE
    logo: str | None = None
    tiles: tuple[str, ...] = USUAL_TILES[ADULT]
    openings: tuple[str, ...] = USUAL_OPENINGS[ADULT]
    light: Colours | None = None
    dark: Colours | None = None  # without them the site is light always
    controller: Controller | None = None  # without it, the one of the default site

    def public(self) -> dict[str, Any]:
        """What the widget may know."""
        return {
            "id": self.id,
            "name": self.name,
            "locale": self.locale,
            "audience": self.audience,
            "corner": self.corner,
            "exit": self.leave_to,
            "logo": self.logo,
            "origins": self.origins,
            "light": self.light.as_dict() if self.light else None,
            "dark": self.dark.as_dict() if self.dark else None,
        }

    @property
    def welcome_key(self) -> str:
        """The catalogue key of the greeting, in the tone of the site's audience."""
        return "chat.youth.welcome" if self.audience == YOUTH else "chat.welcome"

    def tile_key(self, tile: str) -> str:
        """The catalogue key of a tile, in the tone of the site's audience."""
        return TILES[tile][AUDIENCES.index(self.audience)]


def read_sites(folder: Path) -> dict[str, Site]:
    """Every <id>.yaml of the folder; raises ContentError naming the file and the key that cannot be used."""
    return {path.stem: _read_site(path) for path in sorted(folder.glob("*.yaml"))}


def controller_of(sites: Mapping[str, Site], site: Site) -> Controller | None:
    """Who is responsible for what a person tells on a site; None where neither it nor the default site names anybody."""
    return site.controller or (sites[DEFAULT_SITE].controller if DEFAULT_SITE in sites else None)


def _read_site(path: Path) -> Site:
    fields = read_fields(
        path,
        needed=("name",),
        more=(
            "contacts",
            "locale",
            "origins",
            "audience",
            "corner",
            "leave_to",
            "logo",
            "tiles",
            "openings",
            "light",
            "dark",
            "controller",
        ),
    )
    if not _ID.fullmatch(path.stem):
        raise fields.error("must be named by small letters, digits and hyphens: it stands in addresses")
    audience = fields.one_of("audience", AUDIENCES) if "audience" in fields.row else ADULT
    return Site(
        path.stem,
        fields.text("name"),
        fields.texts("contacts"),
        fields.text_or("locale", None),
        origins=_matching(fields, "origins", ORIGIN, "exact, like https://www.example.no: no path and no wildcard"),
        audience=audience,
        corner=fields.one_of("corner", CORNERS) if "corner" in fields.row else CORNERS[0],
        leave_to=_address(fields),
        logo=_logo(fields),
        tiles=_tiles(fields) or USUAL_TILES[audience],
        openings=fields.texts("openings") or USUAL_OPENINGS[audience],
        light=_colours(fields, "light"),
        dark=_colours(fields, "dark"),
        controller=read_controller(fields),
    )


def _matching(fields: Fields, key: str, pattern: re.Pattern[str], must_be: str) -> tuple[str, ...]:
    for text in fields.texts(key):
        if not pattern.fullmatch(text):
            raise fields.error(f"{key} must be {must_be}, not {text!r}")
    return fields.texts(key)


def _tiles(fields: Fields) -> tuple[str, ...]:
    for tile in fields.texts("tiles"):
        if tile not in TILES:
            raise fields.error(f"tiles has the unknown {tile!r}; known are {', '.join(TILES)}")
    return fields.texts("tiles")


def _address(fields: Fields) -> str:
    address = fields.text_or("leave_to", NEUTRAL_PAGE)
    if not address.startswith("https://"):
        raise fields.error(f"leave_to must be an address that begins with https://, not {address!r}")
    return address


def _logo(fields: Fields) -> str | None:
    logo = fields.text_or("logo", None)
    if logo is not None and not _LOGO.fullmatch(logo):
        raise fields.error(f"logo must be a picture of ours, like /static/logo.svg, not {logo!r}")
    return logo


def _colours(fields: Fields, scheme: str) -> Colours | None:
    if fields.row.get(scheme) is None:
        return None
    return read_colours(fields.mapping(scheme, ("accent", "on_accent", "ink", "paper", "ground")))
