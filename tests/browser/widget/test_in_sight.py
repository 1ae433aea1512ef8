"""What has the focus is in sight, on every page, small screens and pages enlarged to 400 % (WCAG 2.4.7, 2.4.11, 1.4.10)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from knowledge.settings import Settings
from knowledge.yaml_file import read_mapping
from tests.browser.conftest import Watch
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, hosted, launcher
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


# Links at the end of each line, where the launcher stands, before it in the page and after.
_LINES = "".join(
    f'<p style="text-align: end; padding-inline-end: 2rem"><a href="#">{{side}} {n}</a></p>' for n in range(9)
)
_AMONG_LINKS = (
    '<script src="{src}" async></script>' + _LINES.format(side="Before")
    + '<bovett-chat launcher site="kommune" locale="nb"></bovett-chat>' + _LINES.format(side="After")
)  # fmt: skip


@sizes
@pytest.mark.parametrize(("key", "side"), [("Tab", "After"), ("Shift+Tab", "Before")])
def test_the_panel_gives_way_to_what_takes_the_focus_on_the_page(
    page: Page, front: Front, size: dict[str, int], key: str, side: str
) -> None:
    """On a small screen the panel covers everything, in a corner what lies there."""
    hosted(page, front, _AMONG_LINKS)
    panel = Panel(page).open()
    (panel.button("chat.send") if key == "Tab" else panel.button("chat.menu")).focus()
    found = stops(page, key)
    _assert_seen(found, 9)
    assert {f"{side} {n}" for n in range(9)} <= {stop.name for stop in found}
    if size != DESKTOP:
        expect(panel.log).to_be_hidden()


@sizes
def test_neither_an_open_panel_nor_its_button_hides_the_focus_on_the_page(page: Page, front: Front) -> None:
    hosted(page, front, _AMONG_LINKS.replace("launcher", "launcher open"))
    panel = Panel(page)
    expect(panel.log).to_be_visible()
    found = stops(page)
    _assert_seen(found, 18)
    page.locator("a").last.focus()
    _assert_seen(stops(page, "Shift+Tab"), 17)


@pytest.mark.parametrize("size", [PHONE], ids=["phone"])
def test_the_panel_that_gave_way_keeps_what_was_said_and_half_written(page: Page, front: Front) -> None:
    hosted(page, front, _AMONG_LINKS)
    panel = Panel(page).open()
    panel.ask("hei")
    panel.field.fill("halvveis")
    panel.button("chat.send").focus()
    page.keyboard.press("Tab")
    expect(panel.log).to_be_hidden()
    expect(page.get_by_role("link", name="After 0")).to_be_focused()
    panel.open()
    expect(panel.field).to_have_value("halvveis")
    expect(panel.log.get_by_text("hei", exact=True)).to_be_visible()


@pytest.mark.parametrize("size", [PHONE], ids=["phone"])
def test_the_panel_gives_way_to_a_frame_of_the_page(page: Page, front: Front) -> None:
    hosted(page, front, launcher() + '<iframe srcdoc="<button>Theirs</button>" title="Theirs"></iframe>')
    panel = Panel(page).open()
    panel.button("chat.menu").focus()
    page.keyboard.press("Shift+Tab")
    expect(page.frame_locator("iframe").get_by_role("button")).to_be_focused()
    expect(panel.log).to_be_hidden()


@pytest.mark.parametrize("size", [DESKTOP], ids=["desktop"])
def test_a_panel_in_nobodys_way_stays_open(page: Page, front: Front) -> None:
    hosted(page, front, launcher() + '<p><a href="#">Link</a></p>')
    panel = Panel(page).open()
    page.get_by_role("link", name="Link").focus()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(panel.log).to_be_visible()


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
