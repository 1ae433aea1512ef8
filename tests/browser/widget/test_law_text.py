"""The law's own words below an answer: folded up, opened by mouse and keyboard, and never anything but text."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import LOCALES, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, assert_accessible
from tests.browser.widget.sight import accessible_node
from tests.browser.widget.states import LAW, answers, in_a_corner, on_its_own

SECOND = {**LAW, "ref": "husleieloven § 9-8", "heading": "", "footnotes": [], "paragraphs": ["Leieren kan protestere."]}
IMAGE = "<img src=x onerror=alert(1)>"
HOSTILE = {name: [IMAGE] if isinstance(value, list) else IMAGE for name, value in LAW.items()} | {"as_of": "2010-01-01"}


def _asked(panel: Panel, front: Front, *texts: dict[str, Any]) -> Locator:
    """The folds of a reply with those texts."""
    answers(front, **{**ANSWER, "locale": panel.locale, "law_text": list(texts)})
    panel.ask("hva sier loven?")
    return panel.latest.locator("details")


def _open(page: Page, front: Front, way: str, locale: str = "nb") -> Panel:
    return in_a_corner(page, front, locale=locale).open() if way == "widget" else on_its_own(page, front, locale)


@pytest.mark.parametrize("way", ["widget", "own page"])
def test_each_section_unfolds_by_itself(page: Page, front: Front, way: str) -> None:
    panel = _open(page, front, way)
    first, second = _asked(panel, front, LAW, SECOND).all()
    expect(panel.latest.get_by_role("heading", name=says("nb", "chat.law_text"))).to_be_visible()
    expect(first.get_by_text(LAW["paragraphs"][0])).to_be_hidden()
    first.get_by_text("husleieloven § 3-5. Depositum").click()
    for text in (
        *LAW["paragraphs"],
        *LAW["footnotes"],
        LAW["attribution"],
        says("nb", "chat.law_since", date="1. januar 2010"),
    ):
        expect(first.get_by_text(text)).to_be_visible()
    expect(second.get_by_text("Leieren kan protestere.")).to_be_hidden()
    expect(second.locator("summary")).to_have_text("husleieloven § 9-8")
    first.locator("summary").click()
    expect(first.get_by_text(LAW["paragraphs"][0])).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_it_unfolds_from_the_keyboard_and_says_so(page: Page, front: Front, key: str) -> None:
    panel = _open(page, front, "widget")
    (fold,) = _asked(panel, front, LAW).all()
    panel.latest.get_by_role("link", name="husleieloven § 3-5").focus()
    page.keyboard.press("Tab")
    summary = fold.locator("summary")
    expect(summary).to_be_focused()
    told = accessible_node(page, summary)
    assert told["name"] == "husleieloven § 3-5. Depositum"
    assert (told["role"], told["expanded"]) == ("DisclosureTriangle", False)
    page.keyboard.press(key)
    expect(fold.get_by_text(LAW["paragraphs"][0])).to_be_visible()
    assert accessible_node(page, summary)["expanded"] is True
    expect(summary).to_be_focused()
    page.keyboard.press(key)
    assert accessible_node(page, summary)["expanded"] is False


@pytest.mark.parametrize("locale", LOCALES)
def test_it_is_norwegian_in_every_language_with_date_and_owner(page: Page, front: Front, locale: str) -> None:
    panel = _open(page, front, "widget", locale)
    (fold,) = _asked(panel, front, LAW).all()
    fold.locator("summary").click()
    words = fold.get_by_text(LAW["paragraphs"][0])
    assert words.evaluate("node => node.closest('[lang]').lang") == "no"
    assert words.evaluate("node => getComputedStyle(node).direction") == "ltr"
    source = fold.get_by_text(LAW["attribution"]).locator("..")
    since = says(locale, "chat.law_since", date="").split("  ")[0].strip(" .")
    expect(source).to_contain_text(since)
    expect(source).to_contain_text("2010")
    assert_accessible(page)


@pytest.mark.parametrize("way", ["widget", "own page"])
def test_whatever_stands_in_it_is_shown_as_text(page: Page, front: Front, way: str) -> None:
    panel = _open(page, front, way)
    (fold,) = _asked(panel, front, HOSTILE).all()
    fold.locator("summary").click()
    expect(fold.locator("summary")).to_have_text(f"{IMAGE}. {IMAGE}")
    expect(fold.locator("div p")).to_have_text([IMAGE, IMAGE])
    expect(fold.get_by_text(IMAGE).last).to_be_visible()
    expect(panel.latest.locator("img")).to_have_count(0)


def test_it_stays_open_for_whoever_prints_or_comes_back(page: Page, front: Front) -> None:
    """After a reload the law's words are there again, folded up as at first."""
    panel = _open(page, front, "widget")
    _asked(panel, front, LAW)
    page.reload()
    again = Panel(page).open()
    again.latest.locator("summary").click()
    expect(again.latest.get_by_text(LAW["paragraphs"][0])).to_be_visible()


@pytest.mark.parametrize("law", [LAW, HOSTILE], ids=["plain", "hostile"])
def test_it_unfolds_without_scripts(browser: Browser, front: Front, law: dict[str, Any]) -> None:
    answers(front, **{**ANSWER, "law_text": [law]})
    with browser.new_context(java_script_enabled=False, locale="nb") as context:
        page = context.new_page()
        page.goto(f"{front.base}/nb/chat")
        page.get_by_role("textbox").fill("hva sier loven?")
        page.get_by_role("button", name=says("nb", "chat.send")).click()
        fold = page.locator("details")
        expect(fold.get_by_text(law["paragraphs"][0]).last).to_be_hidden()
        fold.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(fold.locator("div p").first).to_have_text(law["paragraphs"][0])
        expect(fold.locator("div p").first).to_be_visible()
        expect(fold).to_contain_text(says("nb", "chat.law_since", date="1. januar 2010"))
        expect(fold).to_contain_text(law["attribution"])
        expect(page.locator("main img")).to_have_count(0)
