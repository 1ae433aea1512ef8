"""Who is responsible for what a person tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.controller import Controller
from knowledge.errors import ContentError
from knowledge.sites import Site, controller_of, read_sites

TOWN = {"name": "X kommune (bolig)", "address": "https://www.x.no/personvern"}


def _sites(folder: Path, **controllers: Any) -> dict[str, Site]:
    for site, controller in controllers.items():
        text = yaml.safe_dump({"name": site, **({"controller": controller} if controller else {})})
        (folder / f"{site}.yaml").write_text(text, "utf-8")
    return read_sites(folder)


def test_a_site_names_a_privacy_statement_or_an_e_mail_address(tmp_path: Path) -> None:
    sites = _sites(tmp_path, bovett={"name": "We", "address": "privacy@we.example"}, town=TOWN)
    assert sites["town"].controller == Controller("X kommune (bolig)", "https://www.x.no/personvern")
    assert [sites[name].controller.message for name in ("bovett", "town")] == [  # type: ignore[union-attr]
        "page.controller.email",
        "page.controller.statement",
    ]


@pytest.mark.parametrize("number", ["100000008", "100 000 008", 100000008])
def test_the_number_of_an_organisation_is_told_in_groups(tmp_path: Path, number: str | int) -> None:
    town = _sites(tmp_path, town={**TOWN, "number": number})["town"].controller
    assert town is not None
    assert (town.number, town.owner_message) == ("100 000 008", "page.owner.numbered")


@pytest.mark.parametrize(
    ("address", "feedback", "told"),
    [
        ("https://www.x.no/", None, ("page.feedback.named", "")),
        ("a@x.no", None, ("page.feedback.email", "a@x.no")),
        ("a@x.no", "b@x.no", ("page.feedback.email", "b@x.no")),
        ("a@x.no", "https://www.x.no/si-fra", ("page.feedback.page", "https://www.x.no/si-fra")),
    ],
)
def test_where_to_tell_what_cannot_be_used(
    tmp_path: Path, address: str, feedback: str | None, told: tuple[str, str]
) -> None:
    town = _sites(tmp_path, town={"name": "X", "address": address, "feedback": feedback})["town"].controller
    assert town is not None
    assert (town.feedback_message, town.feedback_address) == told


def test_a_site_without_one_has_that_of_the_service(tmp_path: Path) -> None:
    sites = _sites(tmp_path, bovett={"name": "We", "address": "privacy@we.example"}, town=None, city=TOWN)
    named = {name: controller_of(sites, site) for name, site in sites.items()}
    assert [named[name].name for name in ("bovett", "town", "city")] == ["We", "We", TOWN["name"]]  # type: ignore[union-attr]


def test_nobody_may_be_named_yet(tmp_path: Path) -> None:
    sites = _sites(tmp_path, bovett=None, town=None)
    assert [controller_of(sites, site) for site in sites.values()] == [None, None]


@pytest.mark.parametrize(
    ("controller", "told"),
    [
        ("X kommune", "controller must be a mapping"),
        ({"name": "X"}, "lacks 'address'"),
        ({**TOWN, "phone": "1"}, "unknown key 'phone'"),
        ({**TOWN, "address": "http://www.x.no/"}, "privacy statement"),
        ({**TOWN, "address": "javascript:alert(1)"}, "privacy statement"),
        ({**TOWN, "address": "a@b"}, "privacy statement"),
        ({**TOWN, "address": "https://www.x.no/a)b"}, "privacy statement"),
        ({**TOWN, "name": "[X](https://evil.example)"}, "one line without brackets"),
        ({**TOWN, "name": "{{contact:nav}}"}, "one line without brackets"),
        ({**TOWN, "name": "X\nY"}, "one line without brackets"),
        ({**TOWN, "number": "100 000 009"}, "organisation number of nine digits"),
        ({**TOWN, "number": "10000008"}, "organisation number of nine digits"),
        ({**TOWN, "number": "{{owner}}"}, "organisation number of nine digits"),
        ({**TOWN, "feedback": "javascript:alert(1)"}, "a page .* or an e-mail address"),
        ({**TOWN, "feedback": "12 34 56 78"}, "a page .* or an e-mail address"),
    ],
)
def test_what_names_nobody_is_told(tmp_path: Path, controller: Any, told: str) -> None:
    with pytest.raises(ContentError, match=told):
        _sites(tmp_path, town=controller)
