"""axe on every kind of page around the conversation, in every language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import LOCALES, Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, assert_accessible
from tests.browser.widget.sight import small_targets
from tests.browser.widget.states import CHOICES, LAW, PAPERS, answers
from tests.browser.widget.test_in_sight import address_of, on_pages


@on_pages
@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_accessible_in_every_language(
    page: Page, front: Front, watch: Watch, which: str, locale: str
) -> None:
    watch.failures_expected = which == "missing"
    page.emulate_media(color_scheme="dark")  # these pages are light, whatever the device says
    page.goto(address_of(front, which, locale))
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert_accessible(page, which)
    if which in ("article", "letter"):
        page.locator("details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
        assert_accessible(page, "unfolded")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_letter_with_mistakes_is_accessible(page: Page, front: Front, watch: Watch, locale: str) -> None:
    watch.failures_expected = True
    page.goto(address_of(front, "letter", locale))
    page.evaluate("document.querySelector('#received_on').type = 'text'")  # as in a browser without dates
    page.locator("#received_on").fill("99.99.2026")
    page.locator("button[value=preview]").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("#received_on")).to_have_attribute("aria-invalid", "true")
    assert_accessible(page)
    assert small_targets(page) == []
    watch.complaints[:] = [each for each in watch.complaints if "yyyy-MM-dd" not in each]  # Chromium, of the wrong date


@pytest.mark.parametrize("locale", LOCALES)
def test_the_conversation_without_scripts_is_accessible(browser: Browser, front: Front, locale: str) -> None:
    """What the server writes, in each state; axe itself needs scripts, so they are on, and the page has none."""
    with browser.new_context(locale=locale, viewport={"width": 320, "height": 640}) as context:
        page = context.new_page()
        page.goto(f"{front.base}/{locale}/chat")
        answers(front, **{**ANSWER, "locale": locale, "myth": "Nei.", "law_text": [LAW], "attachments": PAPERS,
                          "buttons": CHOICES})  # fmt: skip
        _ask(page, locale)
        expect(page.get_by_role("heading", name="Depositum")).to_be_visible()
        page.locator("summary").click()
        _assert_good(page, "answered")
        page.get_by_role("button", name=says(locale, "chat.no"), exact=True).click()
        expect(page.get_by_label(says(locale, "chat.why"))).to_be_visible()
        _assert_good(page, "rated")
        answers(front, locale=locale, outcome="guide", asks="date", text="?", buttons=CHOICES)
        _ask(page, locale)
        _assert_good(page, "a date is asked for")
        page.get_by_role("button", name=says(locale, "page.chat.keep_day")).click()
        _assert_good(page, "kept for a day")
        page.get_by_role("button", name=says(locale, "chat.erase")).click()
        _assert_good(page, "asked whether to delete")
        page.get_by_role("button", name=says(locale, "chat.erase_no")).click()
        front.rasa.status = 500
        _ask(page, locale)
        expect(page.get_by_role("alert")).to_be_visible()
        _assert_good(page, "failed")


def _ask(page: Page, locale: str) -> None:
    page.get_by_role("textbox", name=says(locale, "chat.input")).fill("depositum?")
    page.get_by_role("button", name=says(locale, "chat.send"), exact=True).click()


def _assert_good(page: Page, state: str) -> None:
    assert_accessible(page, state)
    assert small_targets(page) == [], state
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), state
