"""The page by the rules of WCAG 2.2 AA, before and after replies, in each language."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from knowledge.settings import Settings
from knowledge.yaml_file import read_mapping
from tests.browser.conftest import LOCALES, NOTICE, Watch, Widget, answer_once, hold_next, opened, reply_of, says

_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
AROUND = ("rights", "article", "chat", "letter", "accessibility", "privacy")
DANGER = {
    "nb": "mannen min slår meg",
    "nn": "mannen min slår meg",
    "en": "my husband hits me",
    "uk": "чоловік мене б'є",
    "ar": "زوجي يضربني",
    "fa": "شوهرم مرا می‌زند",
}


def _assert_accessible(page: Page) -> None:
    results = Axe().run(page, options=_RULES)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_is_accessible_before_and_after_replies(page: Page, locale: str) -> None:
    widget = opened(page, locale)
    _assert_accessible(page)
    widget.open_article(NOTICE[locale])
    widget.ask(DANGER[locale])
    expect(widget.latest).to_have_attribute("data-outcome", "emergency")
    _assert_accessible(page)


def test_choices_corrections_and_failures_are_accessible(en: Widget, watch: Watch) -> None:
    watch.failures_expected = True
    answer_once(en.page, [reply_of(outcome="clarify", myth="No.", buttons=[{"title": "A", "payload": "/affirm"}])])
    en.ask("hello")
    body = {"error": {"code": "x", "message": "It did not work."}, "replies": [reply_of(outcome="error")]}
    en.page.route("**/conversations/*/messages", lambda route: route.fulfill(status=503, json=body), times=1)
    en.ask("hello again")
    expect(en.log.get_by_role("alert")).to_be_visible()
    _assert_accessible(en.page)


def test_replies_are_announced(nb: Widget) -> None:
    """Screen readers read what is added to a log; `aria-busy` holds them back until all of it is there."""
    expect(nb.log).to_have_attribute("aria-live", "polite")
    release = hold_next(nb.page)
    nb.field.fill("hei")
    nb.field.press("Enter")
    expect(nb.log).to_have_attribute("aria-busy", "true")
    expect(nb.page.get_by_role("status")).to_have_text(says("nb", "chat.typing"))
    release()
    nb.wait()
    expect(nb.log).to_have_attribute("aria-busy", "false")
    expect(nb.page.get_by_role("status")).to_be_empty()
    expect(nb.latest).to_contain_text(says("nb", "utter_greet"))


@pytest.mark.parametrize("locale", LOCALES)
def test_who_speaks_is_said_to_those_who_do_not_see_it(page: Page, locale: str) -> None:
    widget = opened(page, locale)
    answer_once(page, [reply_of(locale=locale)])
    widget.ask("hei")
    assert (widget.latest.text_content() or "").startswith(f"{says(locale, 'chat.bot')}: ")
    said = widget.log.locator(".message.person").text_content() or ""
    assert said.startswith(f"{says(locale, 'chat.you')}: ")


def _address(page_of: str, locale: str) -> str:
    words = read_mapping(Settings().content_dir / "pages" / "addresses.yaml")
    address = {
        "rights": f"/{locale}/{words['rights'][locale]}/",
        "article": f"/{locale}/{words['rights'][locale]}/tenancy/deposit",
        "chat": f"/{locale}/chat",
        "letter": f"/letters/protest?locale={locale}",
    }
    return address.get(page_of) or f"/{locale}/{words[page_of][locale]}"


@pytest.mark.parametrize("locale", ["nb", "en", "ar"])
@pytest.mark.parametrize("page_of", AROUND)
def test_the_pages_around_are_accessible(page: Page, locale: str, page_of: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(_address(page_of, locale))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    _assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def _shade(page: Page) -> int:
    """How light the page is behind its text, 0 to 255."""
    return int(page.evaluate("Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number))"))


@pytest.mark.parametrize("page_of", AROUND)
def test_the_pages_around_are_dark_where_the_device_is(page: Page, page_of: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(_address(page_of, "nb"))
    assert _shade(page) < 50
    _assert_accessible(page)
    page.emulate_media(color_scheme="light")
    assert _shade(page) > 200


def test_a_letter_that_must_be_corrected_is_accessible_in_the_dark(page: Page, watch: Watch) -> None:
    watch.failures_expected = True  # status 422
    page.emulate_media(color_scheme="dark")
    page.goto(_address("letter", "nb"))
    page.locator("#name").evaluate("field => { field.maxLength = 999; field.value = 'x'.repeat(300); }")
    page.locator("button[value=pdf]").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert _shade(page) < 50
    _assert_accessible(page)


def test_paper_is_white_where_the_device_is_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    page.goto(_address("letter", "nb"))
    assert _shade(page) > 200
