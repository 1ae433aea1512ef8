"""The main job from the first page to the sections of law and the people to call, in each language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from knowledge.library import Library
from knowledge.settings import Settings
from tests.browser.conftest import LOCALES, NOTICE, NOTICE_ARTICLES, Watch, Widget, opened, says, titles
from tests.service import Service

IN_SOMALI = "mulkiilaha guriga wuxuu rabaa inaan ka baxo"
DIRECTIONS = {"nb": "ltr", "nn": "ltr", "en": "ltr", "uk": "ltr", "ar": "rtl", "fa": "rtl"}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_question_is_answered_with_law_steps_and_people(
    browser: Browser, service: Service, watch: Watch, locale: str
) -> None:
    """The browser's own language leads to the page; a question typed there is answered."""
    with browser.new_context(base_url=service.base, locale=locale) as context:
        page = context.new_page()
        watch.over(page)
        page.goto("/")
        expect(page).to_have_url(re.compile(f"/{locale}/$"))
        widget = Widget(page, locale)
        expect(widget.latest).to_contain_text(says(locale, "chat.welcome"))
        widget.open_article(NOTICE[locale], titles(locale, *NOTICE_ARTICLES))
        reply = widget.latest
        expect(reply.locator(".reply")).to_have_attribute("lang", locale)
        expect(reply.locator(".reply")).to_have_attribute("dir", DIRECTIONS[locale])
        expect(reply.get_by_role("heading", level=2)).to_be_visible()
        expect(reply.locator("ol > li").first).to_be_visible()
        expect(reply.get_by_role("heading", name=says(locale, "chat.citations"))).to_be_visible()
        law = reply.get_by_role("link", name=re.compile("husleieloven § 9-")).first
        assert (law.get_attribute("href") or "").startswith("https://lovdata.no/")
        expect(reply.get_by_role("heading", name=says(locale, "chat.contacts"))).to_be_visible()
        expect(reply.locator(".contacts li").first.get_by_role("link").first).to_be_visible()
    assert (watch.strangers, watch.complaints) == ([], [])


def test_another_language_is_one_click_away(nb: Widget) -> None:
    menu = nb.page.get_by_role("navigation", name=says("nb", "chat.language"))
    expect(menu.get_by_role("link", name="Norsk (bokmål)")).to_have_attribute("aria-current", "page")
    menu.get_by_role("link", name="Українська").click()
    expect(nb.page).to_have_url(re.compile("/uk/$"))
    expect(Widget(nb.page, "uk").latest).to_contain_text(says("uk", "chat.welcome"))


def test_arabic_is_written_from_the_right(page: Page) -> None:
    widget = opened(page, "ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    heading = page.get_by_role("heading", level=1)
    assert heading.evaluate("node => getComputedStyle(node).direction") == "rtl"
    edges = widget.latest.locator("p").first.evaluate(
        """node => {
          const range = document.createRange();
          range.selectNodeContents(node);
          const lines = [...range.getClientRects()];
          const box = node.getBoundingClientRect();
          const last = lines[lines.length - 1];
          return {right: box.right - last.right, left: last.left - box.left};
        }"""
    )
    assert edges["right"] < 2 < edges["left"], edges


def test_a_message_keeps_its_own_direction_on_any_page(nb: Widget) -> None:
    nb.ask(NOTICE["ar"])
    said = nb.log.get_by_text(NOTICE["ar"], exact=True)
    assert said.evaluate("node => node.matches(':dir(rtl)')")


def test_who_writes_in_a_language_we_lack_is_told_so_in_it_and_led_on(en: Widget) -> None:
    somali = Library.read(Settings().content_dir).languages.by_locale["so"]
    assert not somali.served
    en.ask(IN_SOMALI)
    expect(en.latest).to_contain_text(somali.fallback_note)
    expect(en.latest.get_by_role("button").or_(en.latest.get_by_role("link")).first).to_be_visible()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("mannen min slår meg", []),
        (
            "samboeren min slår meg, og utleier vil ikke gi tilbake depositumet mitt etter at jeg flyttet ut",
            ["answered"],
        ),
    ],
)
def test_danger_is_seen_first_with_numbers_to_press(nb: Widget, text: str, rest: list[str]) -> None:
    nb.ask(text)
    outcomes = nb.replies.evaluate_all("all => all.slice(1).map(node => node.dataset.outcome)")
    assert outcomes == ["emergency", *rest]
    emergency = nb.replies.nth(1)
    expect(emergency).to_be_in_viewport()
    expect(emergency.locator("a[href='tel:112']")).to_be_visible()
    box = emergency.bounding_box()
    assert box
    assert -1 <= box["y"] < 200, "the reply begins at the top of what is seen"


def test_the_guide_is_walked_by_its_buttons(nb: Widget) -> None:
    nb.ask("hvordan protesterer jeg på oppsigelsen fra utleier")
    guide = Library.read(Settings().content_dir).guides["landlord-notice"].texts["nb"]
    nb.latest.get_by_role("button", name=guide.button).click()
    nb.wait()
    for option in (("what", "notice"), ("home", "whole")):
        label = guide.questions[option[0]].options[option[1]].label
        nb.latest.get_by_role("button", name=label, exact=True).click()
        nb.wait()
    nb.ask("i går")
    for option in (("term", "open"), ("reason", "sale"), ("tells", "all"), ("protested", "no")):
        label = guide.questions[option[0]].options[option[1]].label
        nb.latest.get_by_role("button", name=label, exact=True).click()
        nb.wait()
    expect(nb.latest).to_have_attribute("data-outcome", "guide")
    expect(nb.latest.get_by_role("heading", name=says("nb", "chat.citations"))).to_be_visible()


def test_the_conversation_is_there_after_a_reload_and_in_another_language(en: Widget) -> None:
    en.open_article(NOTICE["en"])
    title = en.latest.get_by_role("heading", level=2).inner_text()
    en.page.reload()
    expect(en.log.get_by_text(NOTICE["en"], exact=True)).to_be_visible()
    expect(en.log.get_by_role("heading", name=title, level=2)).to_be_in_viewport()
    other = opened(en.page, "nb")
    expect(other.log.get_by_text(NOTICE["en"], exact=True)).to_be_visible()
    expect(other.latest.locator(".reply")).to_have_attribute("lang", "en")


def test_the_conversation_can_be_deleted(en: Widget) -> None:
    en.ask("hello")
    en.button("chat.erase").click()
    en.sure()
    expect(en.page.get_by_role("status")).to_have_text(says("en", "chat.erased"))
    expect(en.replies).to_have_count(1)
    expect(en.button("chat.erase")).to_be_hidden()
    en.page.reload()
    expect(en.replies).to_have_count(1)
    expect(en.log.get_by_text("hello", exact=True)).to_have_count(0)
