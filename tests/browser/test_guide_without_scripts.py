"""From the first question of a guide to the letter in the hand by plain forms, in a browser without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from knowledge.guides.guide import Guide
from knowledge.library import Library
from knowledge.reckoning.notice import protest_deadline
from knowledge.settings import Settings
from tests.browser.conftest import says
from tests.service import Service

LIBRARY = Library.read(Settings().content_dir)
GUIDE: Guide = LIBRARY.guides["landlord-notice"]
LETTER = LIBRARY.letters["protest"]
RECEIVED = date.today() - timedelta(days=3)
ANSWERS = (("term", "open"), ("reason", "sale"), ("tells", "all"), ("protested", "no"))


@pytest.fixture
def asked(browser: Browser, service: Service) -> Iterator[tuple[Page, list[str]]]:
    """A page without scripts, and every address that it asked for."""
    with browser.new_context(base_url=service.base, java_script_enabled=False) as context:
        page, addresses = context.new_page(), []
        page.on("request", lambda request: addresses.append(request.url))
        yield page, addresses


def _latest(page: Page) -> Locator:
    return page.locator(".talk > .assistant").last


def _press(page: Page, locale: str, question: str, option: str) -> None:
    shown = GUIDE.text_for(locale).questions[question]
    expect(_latest(page)).to_contain_text(shown.text[:30])
    _latest(page).get_by_role("button", name=shown.options[option].label, exact=True).click()


@pytest.mark.parametrize("locale", ["nb", "ar"])
def test_a_notice_becomes_a_protest_on_paper(asked: tuple[Page, list[str]], service: Service, locale: str) -> None:
    page, addresses = asked
    page.goto(f"/{locale}/chat?guide={GUIDE.id}")
    page.get_by_role("button", name=GUIDE.text_for(locale).button, exact=True).click()
    _press(page, locale, "what", "notice")
    _press(page, locale, "home", "whole")
    page.get_by_label(says(locale, "chat.date"), exact=True).fill(RECEIVED.isoformat())
    page.get_by_role("button", name=says(locale, "chat.use_value")).click()
    for question, option in ANSWERS:
        _press(page, locale, question, option)
    _latest(page).get_by_role("button", name=LETTER.text_for(locale).title, exact=True).click()
    expect(page.locator("#received_on")).to_have_value(RECEIVED.isoformat())
    expect(page.locator("#protest_by")).to_have_value(protest_deadline(RECEIVED).isoformat())
    expect(page.locator("#written_on")).to_have_value(date.today().isoformat())
    page.locator("#name").fill("En Leietaker")
    with page.expect_download() as downloading:
        page.locator("button[value=pdf]").click()
    pages = PdfReader(BytesIO(downloading.value.path().read_bytes())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "En Leietaker" in text
    assert f"{RECEIVED.day}." in text
    assert "protest" in text.lower()
    assert not [url for url in addresses if RECEIVED.isoformat() in url or "Leietaker" in url]
    assert RECEIVED.isoformat() not in service.logs()
    assert "Leietaker" not in service.logs()
