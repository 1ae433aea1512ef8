"""Leaving in a hurry: a neutral page at once, and nothing left behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from knowledge.sites import NEUTRAL_PAGE
from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, hosted, launcher


def _escape(panel: Panel) -> None:
    for _ in range(3):
        panel.page.keyboard.press("Escape")


@pytest.fixture
def neutral(page: Page, watch: Watch) -> str:
    """The page one lands on, answered for here."""
    page.route(
        f"{NEUTRAL_PAGE}**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html")
    )
    watch.base = (watch.base,) if isinstance(watch.base, str) else watch.base
    watch.base = (*watch.base, NEUTRAL_PAGE.rstrip("/"))
    return NEUTRAL_PAGE


@pytest.mark.parametrize("leave", [lambda panel: panel.button("chat.leave").click(), _escape], ids=["button", "Esc"])
def test_one_is_gone_and_so_is_everything(
    page: Page, front: Front, neutral: str, leave: Callable[[Panel], None]
) -> None:
    hosted(page, front, launcher())
    panel = Panel(page).open()
    panel.ask("han slår meg")
    leave(panel)
    page.wait_for_url(neutral)
    for _ in range(50):
        if front.rasa.forgotten:
            break
        page.wait_for_timeout(50)
    assert len(front.rasa.forgotten) == 1, "deleted at the server as well"
    page.go_back()
    assert page.evaluate("location.pathname") != "/host", "the way back does not lead here"
    page.goto(f"{front.host}/host")
    again = Panel(page).open()
    expect(again.log.get_by_role("article")).to_have_count(1)
    assert page.evaluate("Object.keys(sessionStorage)") == []


def test_the_own_page_is_left_as_well(page: Page, front: Front, neutral: str) -> None:
    page.goto(f"{front.base}/nb/")
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    page.get_by_role("button", name=says("nb", "chat.leave")).click()
    page.wait_for_url(neutral)


def test_the_whole_window_leaves_from_a_frame(page: Page, front: Front, neutral: str) -> None:
    hosted(page, front, f'<iframe src="{front.base}/embed/ungdom/nb" title="Chat" width=500 height=700></iframe>')
    page.frame_locator("iframe").get_by_role("button", name=says("nb", "chat.leave")).click()
    page.wait_for_url(neutral)


def test_three_times_escape_within_a_frame_leaves_with_the_whole_window(page: Page, front: Front, neutral: str) -> None:
    hosted(page, front, f'<iframe src="{front.base}/embed/ungdom/nb" title="Chat" width=500 height=700></iframe>')
    expect(page.frame_locator("iframe").locator("#chat[data-ready]")).to_be_attached()
    panel = Panel(page, within=page.frame_locator("iframe").locator("#chat"))
    panel.ask("han slår meg")
    _escape(panel)
    page.wait_for_url(neutral)
    for _ in range(50):
        if front.rasa.forgotten:
            break
        page.wait_for_timeout(50)
    assert len(front.rasa.forgotten) == 1, "deleted at the server as well"
    page.go_back()
    assert page.evaluate("location.pathname") != "/host", "the way back does not lead here"


def test_escape_pressed_slowly_or_twice_does_nothing(page: Page, front: Front) -> None:
    hosted(page, front, launcher())
    panel = Panel(page).open()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(2100)
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    expect(panel.log).to_be_visible()


def test_escape_is_the_pages_own_until_somebody_talks_to_us(page: Page, front: Front) -> None:
    hosted(page, front, launcher())
    panel = Panel(page)
    expect(panel.button("chat.open")).to_be_visible()
    _escape(panel)
    page.wait_for_timeout(200)
    expect(panel.button("chat.open")).to_be_visible()


def test_a_tab_that_was_open_before_the_conversation_began_is_cleared_too(
    page: Page, front: Front, neutral: str
) -> None:
    hosted(page, front, launcher())
    panel = Panel(page).open()
    second = page.context.new_page()
    second.goto(f"{front.host}/host")
    other = Panel(second).open()
    panel.ask("hemmelig")
    expect(other.log.get_by_text("hemmelig", exact=True)).to_be_visible()
    other.ask("også her")
    assert len({message["sender"] for message in front.rasa.got}) == 1, "one conversation"
    expect(panel.log.get_by_text("også her", exact=True)).to_be_visible()
    panel.button("chat.leave").click()
    expect(other.log.get_by_role("article")).to_have_count(1)
    expect(other.log.get_by_text("også her", exact=True)).to_have_count(0)
    assert second.evaluate("Object.keys(sessionStorage)") == []


def test_other_tabs_are_cleared_too(page: Page, front: Front, neutral: str) -> None:
    hosted(page, front, launcher())
    panel = Panel(page).open()
    panel.ask("hemmelig")
    second = page.context.new_page()
    second.goto(f"{front.host}/host")
    other = Panel(second).open()
    expect(other.log.get_by_text("hemmelig", exact=True)).to_be_visible()
    panel.button("chat.leave").click()
    expect(other.log.get_by_text("hemmelig", exact=True)).to_have_count(0)
    assert second.evaluate("Object.keys(sessionStorage)") == []


LETTER = "/letters/protest?locale=nb"
FORGOTTEN = "En Leietaker"


def _filled_letter(page: Page, front: Front) -> None:
    page.goto(f"{front.base}{LETTER}#received_on=2026-11-20")
    page.locator("#name").fill(FORGOTTEN)


def test_three_escapes_leave_a_letter_and_the_way_back_leads_past_it(page: Page, front: Front, neutral: str) -> None:
    page.goto(f"{front.base}/nb/")
    _filled_letter(page, front)
    expect(page.get_by_text(says("nb", "letter.leave_hint"))).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(neutral)
    page.go_back()
    page.wait_for_url(f"{front.base}/nb/")


def test_two_escapes_leave_a_letter_as_it_is(page: Page, front: Front) -> None:
    _filled_letter(page, front)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    expect(page.locator("#name")).to_have_value(FORGOTTEN)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_button_leaves_a_letter(browser: Browser, front: Front, scripts: bool) -> None:
    """With scripts nothing of it comes back; without, a browser that is asked to go back fills in what was written."""
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.route(f"{NEUTRAL_PAGE}**", lambda route: route.fulfill(body="<title>W</title>", content_type="text/html"))
        _filled_letter(page, front)
        page.get_by_role("button", name=says("nb", "chat.leave")).click()
        page.wait_for_url(NEUTRAL_PAGE)
        if scripts:
            page.go_back()
            expect(page.locator("#name")).to_have_value("")


@pytest.mark.parametrize("own_page", ["/nb/", "/s/kommune/nb"])
def test_a_letter_is_emptied_when_the_conversation_is_left_in_another_tab(
    page: Page, front: Front, neutral: str, own_page: str
) -> None:
    page.goto(f"{front.base}{own_page}")
    panel = Panel(page, within=page.locator("#chat"))
    panel.ask("hemmelig")
    letter = page.context.new_page()
    _filled_letter(letter, front)
    panel.button("chat.leave").click()
    page.wait_for_url(neutral)
    expect(letter.locator("#name")).to_have_value("")
    expect(letter.locator("#received_on")).to_have_value("")
