"""The lines that an organisation pastes; a browser tries them in tests/browser/widget/test_printed_lines.py."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.settings import PROJECT_DIR
from knowledge.sites import Site
from web.embed_lines import CannotEmbed, embed_lines, ways
from web.widget_builds import Build

BASE = "https://bovett.example"
SITE = Site("town", 'The "town" & more', (), "en", origins=("https://www.town.example",))
BUILD = Build(b"alert(1)")


def _printed(site: Site = SITE, base: str = BASE) -> str:
    return "\n".join(embed_lines(site, base, BUILD, "en"))


def test_the_script_is_named_with_its_hash_and_asked_for_so_that_it_is_compared() -> None:
    for way in ways(SITE, BASE, BUILD, "en")[:2]:
        assert way.html[0].startswith(f'<script src="{BASE}{BUILD.path}" integrity="{BUILD.integrity}" crossorigin=')


def test_the_policy_is_what_the_site_needs_and_no_more() -> None:
    with_logo = replace(SITE, logo="/static/icon.svg")
    plain = (f"script-src {BASE}", f"connect-src {BASE}")
    assert [way.policy for way in ways(SITE, BASE, BUILD, "en")] == [plain, plain, (f"frame-src {BASE}",)]
    assert [way.policy for way in ways(with_logo, BASE, BUILD, "en")] == [
        (*plain, f"img-src {BASE}"),
        (*plain, f"img-src {BASE}"),
        (f"frame-src {BASE}",),
    ]


def test_a_name_cannot_break_out_of_its_attribute() -> None:
    assert 'title="The &quot;town&quot; &amp; more"' in _printed()


def test_a_site_that_lists_no_page_is_told() -> None:
    assert "list the origins" not in _printed()
    assert "list the origins of yours in content/sites/town.yaml" in _printed(replace(SITE, origins=()))


@pytest.mark.parametrize(
    "base", ["", "bovett.example", "ftp://bovett.example", f"{BASE}/chat", f"{BASE}?a", f'{BASE}"']
)
def test_an_address_that_pages_cannot_name_is_refused(base: str) -> None:
    with pytest.raises(CannotEmbed, match="like https://bovett"):
        _printed(base=base)


def test_a_slash_at_the_end_of_the_address_does_no_harm() -> None:
    assert _printed(base=f"{BASE}/") == _printed()


def test_the_manual_names_every_directive() -> None:
    manual = (PROJECT_DIR / "docs" / "widget.md").read_text("utf-8")
    for way in ways(replace(SITE, logo="/static/icon.svg"), BASE, BUILD, "en"):
        assert all(f"`{directive.split()[0]}`" in manual for directive in way.policy)


def test_whoever_has_no_scripts_gets_a_link_to_the_page_of_the_site() -> None:
    link = f'<a href="{BASE}/s/town">The &quot;town&quot; &amp; more</a>'
    button, element, _ = ways(SITE, BASE, BUILD, "en")
    assert button.html[1] == f"<noscript>{link}</noscript>"
    assert element.html[1] == f'<bovett-chat site="town" locale="en" open>{link}</bovett-chat>'
