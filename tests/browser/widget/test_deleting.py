"""Being asked before a conversation is deleted, in the widget and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import LOCALES, Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, assert_accessible, stored
from tests.browser.widget.sight import accessible_node
from tests.browser.widget.states import in_a_corner, on_its_own

WAYS = {"chat.erase": "chat.erase_ask", "chat.start_over": "chat.start_over_ask"}


def _asked(panel: Panel, way: str) -> Locator:
    panel.button(way).click()
    dialog = panel.within.get_by_role("alertdialog", name=says(panel.locale, WAYS[way]))
    expect(dialog).to_be_visible()
    return dialog


def _begun(page: Page, front: Front, locale: str = "nb") -> Panel:
    panel = in_a_corner(page, front, locale=locale).open()
    panel.ask("hei")
    panel.tools()
    return panel


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_what_is_lost_and_the_safe_button_has_the_focus(
    page: Page, front: Front, locale: str, way: str
) -> None:
    dialog = _asked(_begun(page, front, locale), way)
    told = accessible_node(page, dialog)
    assert (told["role"], told["modal"]) == ("alertdialog", True)
    lost = [says(locale, key) for key in ("chat.erase_lost", "chat.erase_save")]
    expect(dialog.get_by_role("paragraph")).to_have_text(lost)
    assert all(line in told["description"] for line in lost), "read out with the name"
    expect(dialog.get_by_role("button", name=says(locale, "chat.erase_no"))).to_be_focused()
    assert_accessible(page)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("keep", ["button", "Enter", "Escape"])
def test_keeping_keeps_everything_and_gives_the_focus_back(page: Page, front: Front, way: str, keep: str) -> None:
    panel = _begun(page, front)
    dialog = _asked(panel, way)
    if keep == "button":
        dialog.get_by_role("button", name=says("nb", "chat.erase_no")).click()
    else:
        page.keyboard.press(keep)
    expect(dialog).to_have_count(0)
    expect(panel.button(way)).to_be_focused()
    expect(panel.log.get_by_text("hei", exact=True)).to_be_visible()
    assert front.rasa.forgotten == []
    assert stored(page)["session"]


@pytest.mark.parametrize("way", WAYS)
def test_being_sure_deletes(page: Page, front: Front, way: str) -> None:
    panel = _begun(page, front)
    _asked(panel, way)
    panel.sure()
    expect(panel.log.get_by_role("article")).to_have_count(1)
    expect(panel.field).to_be_focused()
    assert len(front.rasa.forgotten) == 1
    assert stored(page)["session"] == {}


def test_it_asks_on_our_own_page_too(page: Page, front: Front) -> None:
    panel = on_its_own(page, front)
    panel.ask("hei")
    _asked(panel, "chat.erase")
    assert_accessible(page)
    panel.sure()
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.erased"))


def test_three_times_escape_leaves_while_it_asks(page: Page, front: Front, watch: Watch) -> None:
    """The first one keeps; all three go, and nothing asks again."""
    neutral = "https://www.yr.no/"
    page.route(f"{neutral}**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    watch.base = (*([watch.base] if isinstance(watch.base, str) else watch.base), neutral.rstrip("/"))
    _asked(_begun(page, front), "chat.erase")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(neutral)


@pytest.mark.parametrize("locale", ["nb", "ar"])
def test_without_scripts_a_page_asks(browser: Browser, front: Front, locale: str) -> None:
    with browser.new_context(base_url=front.base, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"/{locale}/chat")
        page.get_by_role("textbox").fill("hei")
        page.get_by_role("button", name=says(locale, "chat.send")).click()
        erase = page.get_by_role("button", name=says(locale, "chat.erase"))
        erase.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(says(locale, "chat.erase_ask"))
        keep = page.get_by_role("button", name=says(locale, "chat.erase_no"))
        expect(keep).to_be_focused()
        keep.press("Enter")
        expect(page.get_by_text("hei", exact=True)).to_be_visible()
        page.get_by_role("button", name=says(locale, "page.chat.keep_day")).click()
        (cookie,) = context.cookies()
        page.get_by_role("button", name=says(locale, "page.chat.keep_hour")).click()
        (shorter,) = context.cookies()
        assert 80_000 < cookie["expires"] - shorter["expires"] < 86_400
        erase.click()
        page.get_by_role("button", name=says(locale, "chat.erase_yes"), exact=True).click()
        expect(page.get_by_text(says(locale, "chat.erased"))).to_be_visible()
        assert context.cookies() == []
