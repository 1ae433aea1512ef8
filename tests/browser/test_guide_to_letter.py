"""From the first question of a guide to the letter in the hand, as a person goes, in Norwegian, Arabic and Persian."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from knowledge.guides.guide import Guide
from knowledge.library import Library
from knowledge.reckoning.notice import protest_deadline
from knowledge.settings import Settings
from tests.browser.conftest import Widget, says

LIBRARY = Library.read(Settings().content_dir)
GUIDE: Guide = LIBRARY.guides["landlord-notice"]
LETTER = LIBRARY.letters["protest"]
ANSWERS = (("term", "open"), ("reason", "sale"), ("tells", "all"), ("protested", "no"))
RECEIVED = date.today() - timedelta(days=3)


def _press(widget: Widget, question: str, option: str) -> None:
    label = GUIDE.text_for(widget.locale).questions[question].options[option].label
    widget.latest.get_by_role("button", name=label, exact=True).click()
    widget.wait()


@pytest.mark.parametrize("locale", ["nb", "ar", "fa"])
def test_a_notice_becomes_a_protest_on_paper(page: Page, locale: str) -> None:
    page.goto(f"/{locale}/?guide={GUIDE.id}")
    widget = Widget(page, locale)
    begin = page.get_by_role("button", name=GUIDE.text_for(locale).button, exact=True)
    expect(begin).to_be_visible()
    assert page.evaluate("Object.keys(sessionStorage)") == [], "the person begins it"
    begin.click()
    expect(widget.latest).to_contain_text(GUIDE.text_for(locale).questions["what"].text)
    assert "guide=" not in page.url, "a reload does not offer it anew"
    _press(widget, "what", "notice")
    _press(widget, "home", "whole")
    widget.ask(RECEIVED.strftime("%d.%m.%Y"))
    for question, option in ANSWERS:
        _press(widget, question, option)
    papers = widget.latest.get_by_role("heading", name=says(locale, "chat.attachments")).locator("..")
    calendar = papers.get_by_role("link").filter(has_text=GUIDE.text_for(locale).dates["protest_by"])
    with page.expect_download() as downloading:
        calendar.click()
    assert f"{protest_deadline(RECEIVED):%Y%m%d}" in downloading.value.path().read_text("utf-8")
    with page.context.expect_page() as opening:
        papers.get_by_role("link", name=LETTER.text_for(locale).title).click()
    _fill_and_open(opening.value)


def _fill_and_open(letter: Page) -> None:
    """The fields that the guide knows are filled; the person adds a name, and the file holds both."""
    expect(letter.locator("#received_on")).to_have_value(RECEIVED.isoformat())
    letter.locator("#name").fill("En Leietaker")
    with letter.expect_download() as downloading:
        letter.locator("button[value=pdf]").click()
    pages = PdfReader(BytesIO(downloading.value.path().read_bytes())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "En Leietaker" in text
    assert f"{RECEIVED.day}." in text
    assert "protest" in text.lower()
    letter.close()
