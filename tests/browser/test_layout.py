"""Small screens, much enlarged pages and long words: everything can be read without sideways scrolling."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOCALES, NOTICE, Widget, answer_once, opened, reply_of

NARROW, ENLARGED = {"width": 320, "height": 640}, {"width": 320, "height": 256}  # the second is 1280 x 1024 at 400 %


@pytest.mark.parametrize("size", [NARROW, ENLARGED], ids=["phone", "400 %"])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_small_screen_needs_no_sideways_scrolling(page: Page, locale: str) -> None:
    widget = opened(page, locale)
    assert widget.fits_the_width()
    widget.open_article(NOTICE[locale])
    assert widget.fits_the_width()
    for element in (widget.field, widget.send, widget.latest.get_by_role("button").last):
        element.scroll_into_view_if_needed()
        expect(element).to_be_in_viewport()


@pytest.mark.parametrize("size", [ENLARGED], ids=["400 %"])
def test_an_enlarged_page_is_not_covered_by_the_form(page: Page) -> None:
    widget = opened(page, "nb")
    assert page.locator("form.ask").evaluate("node => getComputedStyle(node).position") == "static"
    widget.field.fill("hei")
    widget.send.click()
    widget.wait()
    expect(widget.replies).to_have_count(2)


@pytest.mark.parametrize("size", [NARROW], ids=["phone"])
def test_long_words_wrap(page: Page) -> None:
    widget = opened(page, "nb")
    word = "husleietvistutvalgsbehandlingsgebyr" * 20
    contacts = [
        {"id": "a", "name": word, "about": word, "phone": None, "url": f"https://{'a' * 60}.example/", "hours": None}
    ]
    buttons = [{"title": word, "payload": "/affirm"}]
    citations = [{"ref": word, "url": "https://lovdata.no/", "as_of": "2026-01-01"}]
    answer_once(page, [reply_of(text=f"{word}\n\n1. {word}\n\n- {word}", contacts=contacts, buttons=buttons,
                                citations=citations, myth=word)])  # fmt: skip
    widget.ask(word)
    assert widget.fits_the_width()
    widths = widget.log.locator(".message").evaluate_all("all => all.map(node => node.scrollWidth - node.clientWidth)")
    assert max(widths) <= 0, "text sticks out of its box"


def test_a_long_text_is_shown_whole(nb: Widget) -> None:
    text = "Utleier har sagt meg opp. " * 70
    nb.ask(text)
    expect(nb.log.get_by_text(text.strip(), exact=True)).to_be_visible()
    assert nb.fits_the_width()
