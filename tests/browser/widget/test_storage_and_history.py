"""Where the browser blocks storage one can talk all the same; where it does not, going back and forth keeps what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Frame, Page, Playwright, expect

from tests.browser.conftest import Watch, open_chromium, watched_page
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, hosted, launcher
from tests.browser.widget.states import on_its_own

_BLOCK = """for (const name of ['sessionStorage', 'localStorage'])
  Object.defineProperty(window, name, {get() { throw new DOMException('blocked', 'SecurityError'); }});
  window.BroadcastChannel = class { constructor() { throw new DOMException('blocked', 'SecurityError'); } };"""
_CAN_STORE = "() => { try { return Boolean(sessionStorage); } catch { return false; } }"
# Whether what a page holds of another site may store anything, which Chromium's default changes between its releases.
_BLOCKED, _ALLOWED = "--test-third-party-cookie-phaseout", "--disable-features=TrackingProtection3pcd"


def _launched(page: Page, front: Front) -> Panel:
    hosted(page, front, launcher())
    return Panel(page).open()


def _framed(page: Page, front: Front) -> Panel:
    hosted(page, front, f'<iframe src="{front.base}/embed/kommune/nb" title="Chat" width=500 height=700></iframe>')
    inner = page.frame_locator("iframe").locator("#chat")
    expect(page.frame_locator("iframe").locator("#chat[data-ready]")).to_be_attached()
    return Panel(page, within=inner)


def _inner(page: Page) -> Frame:
    return next(frame for frame in page.frames if "/embed/" in frame.url)


def _assert_one_conversation(panel: Panel, front: Front) -> None:
    panel.ask("en")
    panel.ask("to")
    assert len({message["sender"] for message in front.rasa.got}) == 1, "kept in memory"
    if panel.button("chat.menu").count():
        panel.tools()
    panel.button("chat.erase").click()
    panel.sure()
    expect(panel.log.get_by_role("article")).to_have_count(1)


@pytest.mark.parametrize("way", [_launched, _framed, on_its_own])
def test_a_page_with_blocked_storage_still_talks(page: Page, front: Front, way: Callable[[Page, Front], Panel]) -> None:
    page.add_init_script(_BLOCK)
    _assert_one_conversation(way(page, front), front)


@pytest.fixture(params=[_BLOCKED, _ALLOWED], ids=["blocked", "allowed"])
def frame_page(playwright: Playwright, front: Front, request: pytest.FixtureRequest) -> Iterator[tuple[Page, bool]]:
    """A page in a browser that blocks storage in frames of others, or does not; and whether it may store."""
    running: Browser = open_chromium(playwright, request.param)
    watch = Watch((front.base, front.host))
    with watched_page(running, front.host, {"width": 1100, "height": 900}, watch) as page:
        yield page, request.param == _ALLOWED
    running.close()


def test_a_frame_talks_whether_or_not_it_may_store(frame_page: tuple[Page, bool], front: Front) -> None:
    page, may_store = frame_page
    panel = _framed(page, front)
    assert _inner(page).evaluate(_CAN_STORE) is may_store
    panel.ask("hei")
    page.reload()
    expect(page.frame_locator("iframe").locator("#chat[data-ready]")).to_be_attached()
    expect(panel.log.get_by_text("hei", exact=True)).to_have_count(1 if may_store else 0)
    panel.ask("en")
    panel.ask("to")
    first, *later = (message["sender"] for message in front.rasa.got)
    assert set(later) == {first} if may_store else len(set(later)) == 1, (
        "one conversation for as long as the page lives"
    )


@pytest.mark.parametrize("way", [_launched, on_its_own])
def test_back_and_forward_keep_the_conversation(page: Page, front: Front, way: Callable[[Page, Front], Panel]) -> None:
    panel = way(page, front)
    panel.ask("hei")
    page.goto(f"{front.base}/nb/chat")
    for move in (page.go_back, page.go_forward, page.go_back):
        move()
    if way is _launched:
        panel.open()
    expect(panel.log.get_by_text("hei", exact=True)).to_be_visible()
    expect(panel.latest.get_by_role("heading", name="Depositum")).to_be_visible()
    panel.ask("mer")
    assert len({message["sender"] for message in front.rasa.got}) == 1
