"""The widget for everybody: axe on every site, the keyboard alone, small screens, much enlarged pages, other colours."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import reply_of, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, assert_accessible, hosted, launcher

NARROW, ENLARGED = {"width": 320, "height": 640}, {"width": 320, "height": 256}  # the second is 1280 x 1024 at 400 %


def _answers(front: Front, *replies: dict[str, Any]) -> None:
    front.rasa.replies = [{k: v for k, v in reply.items() if k != "id"} for reply in replies]


@pytest.mark.parametrize("site", ["kommune", "leieboerforening", "ungdom"])
def test_every_site_and_its_page_are_accessible(page: Page, front: Front, site: str) -> None:
    page.goto(f"{front.base}/demo/{site}")
    if site == "kommune":
        Panel(page).open()
    elif site == "ungdom":
        expect(page.frame_locator("iframe").locator("#chat[data-ready]")).to_be_attached()
    else:
        expect(Panel(page).log).to_be_visible()
    assert_accessible(page)
    page.goto(f"{front.base}/embed/{site}/nb")
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    assert_accessible(page)


def _focused(page: Page) -> str:
    """What has the focus, also inside the widget."""
    name: str = page.evaluate(
        "() => { let n = document.activeElement; while (n?.shadowRoot?.activeElement) n = n.shadowRoot.activeElement;"
        " return (n.ariaLabel || n.textContent || '').trim(); }"
    )
    return name


def _tab_to(page: Page, name: str, key: str = "Tab") -> None:
    passed = []
    for _ in range(60):
        page.keyboard.press(key)
        passed.append(_focused(page))
        if passed[-1] == name:
            return
    raise AssertionError(f"{name!r} was not reached; passed {passed}")


def test_the_whole_journey_by_keyboard(page: Page, front: Front) -> None:
    hosted(page, front, f'{launcher()}<a href="#x">Link of the host</a>')
    panel = Panel(page)
    expect(panel.button("chat.open")).to_be_visible()
    _tab_to(page, says("nb", "chat.open"))
    page.keyboard.press("Enter")
    expect(panel.field).to_be_focused()
    page.keyboard.type("hva er depositum?")
    page.keyboard.press("Enter")
    expect(panel.latest).to_have_attribute("data-outcome", "answered")
    expect(panel.field).to_be_focused()
    _tab_to(page, says("nb", "chat.yes"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(panel.latest.get_by_text(says("nb", "chat.thanks_feedback"))).to_be_focused()
    _tab_to(page, says("nb", "chat.menu"), "Shift+Tab")
    page.keyboard.press("Enter")
    _tab_to(page, says("nb", "chat.stored"))
    page.keyboard.press("Enter")
    expect(panel.within.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    assert _focused(page) == says("nb", "chat.stored")
    _tab_to(page, says("nb", "chat.erase"), "Shift+Tab")
    page.keyboard.press("Enter")
    assert _focused(page) == says("nb", "chat.erase_no"), "the safe button"
    _tab_to(page, says("nb", "chat.erase_yes"))
    page.keyboard.press("Enter")
    expect(panel.field).to_be_focused()
    _tab_to(page, says("nb", "chat.close"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(panel.button("chat.open")).to_be_focused()
    _tab_to(page, "Link of the host", "Shift+Tab")  # never caught in the widget


@pytest.mark.parametrize("locale", ["nb", "uk", "ar", "fa"])
@pytest.mark.parametrize("size", [NARROW, ENLARGED], ids=["phone", "400 %"])
def test_small_screens_and_enlarged_pages(page: Page, front: Front, locale: str) -> None:
    hosted(
        page,
        front,
        launcher(more=f'data-locale="{locale}"'),
        head='<meta name="viewport" content="width=device-width">',
    )
    panel = Panel(page, locale).open()
    long = "husleietvistutvalgsbehandlingsgebyr" * 8
    _answers(front, reply_of(locale=locale, text=f"{long}\n\n1. {long}", outcome="guide", asks="amount",
                             buttons=[{"title": long, "payload": "/affirm"}]))  # fmt: skip
    panel.ask(long)
    panel.tools()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    wide = panel.within.evaluate(
        "host => [...host.shadowRoot.querySelectorAll('.panel, .panel *')]"
        ".filter(n => n.getBoundingClientRect().right > innerWidth + 1 || n.getBoundingClientRect().left < -1)"
        ".filter(n => !n.classList.contains('visually-hidden')).map(n => n.className)"
    )
    assert wide == []
    for key in ("chat.leave", "chat.close", "chat.send", "chat.use_value", "chat.stored"):
        panel.button(key).scroll_into_view_if_needed()
        expect(panel.button(key)).to_be_in_viewport()


def test_forced_colours_keep_every_edge(browser: Browser, front: Front) -> None:
    with browser.new_context(base_url=front.host, forced_colors="active", locale="nb") as context:
        opened = context.new_page()
        hosted(opened, front, launcher())
        panel = Panel(opened).open()
        panel.ask("hei")
        for parts in (panel.latest, panel.button("chat.send"), panel.button("chat.close")):
            assert parts.evaluate("n => parseFloat(getComputedStyle(n).borderTopWidth)") >= 1


def test_nothing_moves_for_those_who_asked_for_that(page: Page, front: Front) -> None:
    hosted(page, front, launcher())
    panel = Panel(page).open()
    front.rasa.wait_s = 0.5
    panel.field.fill("hei")
    panel.field.press("Enter")
    dots = panel.within.locator(".dots span").first
    expect(dots).to_be_visible()
    assert dots.evaluate("n => getComputedStyle(n).animationName") == "none"
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.typing"))
    expect(dots).to_be_hidden()
