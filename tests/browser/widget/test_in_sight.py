"""What has the focus is in sight, on every page, small screens and pages enlarged to 400 % (WCAG 2.4.7, 2.4.11, 1.4.10)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from knowledge.settings import Settings
from knowledge.yaml_file import read_mapping
from tests.browser.conftest import Watch
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel
from tests.browser.widget.sight import Stop, small_targets, stops
from tests.browser.widget.states import CHOICES, LAW, PAPERS, answers, in_a_corner, in_a_frame, in_its_place, on_its_own

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
ENLARGED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %
FILLED = {**ANSWER, "myth": "Nei.", "law_text": [LAW], "attachments": PAPERS, "buttons": CHOICES}
WORDS = read_mapping(Settings().content_dir / "pages" / "addresses.yaml")
Way = Callable[[Page, Front], Panel]
PAGES = {
    "overview": "/{locale}/{rights}/",
    "article": "/{locale}/{rights}/tenancy/deposit",
    "without scripts": "/{locale}/chat",
    "letter": "/letters/protest?locale={locale}",
    "accessibility": "/{locale}/{accessibility}",
    "privacy": "/{locale}/{privacy}",
    "about": "/{locale}/{about}",
    "sources": "/{locale}/{sources}",
    "missing": "/{locale}/no-such-page",
}
sizes = pytest.mark.parametrize("size", [DESKTOP, PHONE, ENLARGED], ids=["desktop", "phone", "400 %"])
on_pages = pytest.mark.parametrize("which", PAGES)


def address_of(front: Front, which: str, locale: str) -> str:
    """Where that page is, in that language."""
    words = {name: each[locale] for name, each in WORDS.items()}
    return front.base + PAGES[which].format(locale=locale, **words)


def _talked(panel: Panel, front: Front) -> Panel:
    """With a long answer, one before it, and everything unfolded."""
    answers(front, **{**FILLED, "text": "Kort svar.\n\n" + "Et avsnitt som er langt nok. " * 30})
    panel.ask("først")
    panel.ask("så")
    panel.latest.locator("summary").click()
    answers(front, locale="nb", outcome="guide", asks="date", text="Når?", buttons=CHOICES)
    panel.ask("veiviser")
    if panel.button("chat.menu").count():
        panel.tools()
    return panel


def _assert_seen(found: list[Stop], at_least: int) -> None:
    assert len(found) >= at_least, found
    assert [stop.name for stop in found if not stop.seen] == [], "hidden"
    assert [stop.name for stop in found if not stop.ring] == [], "without a ring"


@sizes
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("way", [in_a_corner, on_its_own, in_a_frame])
def test_the_focus_is_never_hidden_in_the_conversation(page: Page, front: Front, way: Way, key: str) -> None:
    panel = way(page, front)
    if way is in_a_corner:
        panel.open()
    _talked(panel, front)
    first = page.locator(".skip") if way is on_its_own else panel.button("chat.menu")
    (first if key == "Tab" else panel.button("chat.send")).focus()
    _assert_seen(stops(page, key), 15)


@sizes
@pytest.mark.parametrize("way", [in_a_corner, in_a_frame, in_its_place])
def test_a_reply_comes_into_sight_and_the_page_stays_as_long_as_it_was(page: Page, front: Front, way: Way) -> None:
    panel = way(page, front)
    if way is in_a_corner:
        panel.open()
    before = page.evaluate("document.documentElement.scrollHeight")
    answers(front, **{**FILLED, "text": "Kort svar.\n\n" + "Et avsnitt som er langt nok. " * 60})
    panel.ask("først")
    panel.within.scroll_into_view_if_needed()
    panel.ask("så")
    expect(panel.latest.get_by_role("heading", name=str(ANSWER["article"]["title"]))).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollHeight") == before


@sizes
@on_pages
@pytest.mark.parametrize("locale", ["nb", "ar"])
def test_the_focus_is_never_hidden_on_the_pages_around(
    page: Page, front: Front, watch: Watch, which: str, locale: str
) -> None:
    watch.failures_expected = which == "missing"
    page.goto(address_of(front, which, locale))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    _assert_seen(stops(page), 5)
    _assert_seen(stops(page, "Shift+Tab"), 5)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert small_targets(page) == []
