"""Norwegian inside a reply of another language, marked for screen readers wherever it is shown (WCAG 3.1.2)."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, assert_accessible
from tests.browser.widget.states import answers, in_a_corner, on_its_own

SENTENCE = "Jeg har ikke noe sted å sove i natt."
LONGER = f"{SENTENCE} Det haster."
SAID = {
    "en": f'Say: "{SENTENCE}" A decision (vedtak), no vedtaksfrist.\n\nShow this\n\n- {LONGER}\n- Show your ID.',
    "uk": f"Скажіть: «{SENTENCE}» Рішення (vedtak), не vedtaksfrist.\n\nПокажіть це\n\n- {LONGER}\n- Покажіть документ.",
    "ar": f"قل: «{SENTENCE}» القرار (vedtak) لا vedtaksfrist.\n\nأر هذا\n\n- {LONGER}\n- أر هويتك.",
}
PHRASES = [SENTENCE, "vedtak", LONGER, "protest mot oppsigelse", "kommune", "gjengs leie", "bostøtte"]
HOSTILE = "Jeg har <img src=x onerror=alert(1)> ikke (noe) [sted] $& \\b å sove?"
# Each stretch marked as Norwegian, with the direction that it has.
_MARKED = "nodes => nodes.map(node => [node.textContent, getComputedStyle(node).direction])"


def _reply(locale: str, **more: Any) -> dict[str, Any]:
    return {
        **ANSWER,
        "locale": locale,
        "text": SAID[locale],
        "article": {**ANSWER["article"], "title": "1 (bostøtte)", "locale": locale},
        "contacts": [{**ANSWER["contacts"][0], "name": "Nav (kommune)", "about": SENTENCE}],
        "buttons": [{"title": "1 (gjengs leie)", "payload": "/affirm"}],
        "attachments": [{"title": "1 (protest mot oppsigelse)", "url": "/letters/protest", "mime": "text/html"}],
        "norwegian": PHRASES,
        **more,
    }


def _open(page: Page, front: Front, way: str, locale: str) -> Panel:
    return in_a_corner(page, front, locale=locale).open() if way == "widget" else on_its_own(page, front, locale)


def _asked(panel: Panel, front: Front, **more: Any) -> Locator:
    answers(front, **_reply(panel.locale, **more))
    panel.ask("hei")
    return panel.latest


def _marked(within: Locator) -> list[str]:
    found = within.locator("span[lang=no]").evaluate_all(_MARKED)
    assert {direction for _, direction in found} <= {"ltr"}
    return [words for words, _ in found]


@pytest.mark.parametrize("way", ["widget", "own page"])
@pytest.mark.parametrize("locale", SAID)
def test_it_is_marked_in_every_part_of_a_reply(page: Page, front: Front, way: str, locale: str) -> None:
    """The longest first, and whole words alone."""
    reply = _asked(_open(page, front, way, locale), front)
    assert _marked(reply.locator(".reply")) == ["bostøtte", SENTENCE, "vedtak", LONGER]
    assert _marked(reply.locator(".contacts")) == ["kommune", SENTENCE]
    assert _marked(reply.locator(".attachments")) == ["protest mot oppsigelse"]
    assert _marked(reply.locator(".choices")) == ["gjengs leie"]
    said = SAID[locale].split("\n\n")[0]
    expect(reply.locator(".reply p")).to_have_text(said)
    expect(reply.locator(".reply li").first).to_have_text(LONGER)
    expect(reply.get_by_role("button", name="1 (gjengs leie)")).to_be_visible()
    assert_accessible(page)


def test_a_choice_sends_its_whole_words(page: Page, front: Front) -> None:
    panel = _open(page, front, "widget", "en")
    reply = _asked(panel, front)
    replies = panel.log.get_by_role("article").count()
    reply.get_by_role("button", name="1 (gjengs leie)").click()
    expect(panel.log.get_by_role("article")).to_have_count(replies + 1)
    expect(panel.log.locator(".said").last).to_have_text("1 (gjengs leie)")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_correction_is_marked_too(page: Page, front: Front, locale: str) -> None:
    reply = _asked(_open(page, front, "widget", locale), front, myth=f"«{SENTENCE}»")
    assert _marked(reply.locator(".myth")) == [SENTENCE]


@pytest.mark.parametrize("locale", SAID)
def test_whatever_is_marked_stays_text(page: Page, front: Front, locale: str) -> None:
    panel = _open(page, front, "widget", locale)
    reply = _asked(panel, front, text=f"«{HOSTILE}»", norwegian=[HOSTILE, "", "<img src=x onerror=alert(1)>"])
    assert _marked(reply.locator(".reply")) == [HOSTILE]
    expect(reply.locator(".reply p")).to_have_text(f"«{HOSTILE}»")
    expect(panel.latest.locator("img")).to_have_count(0)


def test_a_reply_from_before_has_no_marks_and_is_whole(page: Page, front: Front) -> None:
    """Conversations that were stored by an earlier version go on."""
    reply = _asked(_open(page, front, "widget", "en"), front, norwegian=None)
    assert _marked(reply) == []
    expect(reply.locator(".reply li").first).to_have_text(LONGER)


def test_it_is_marked_after_coming_back_and_in_what_is_stored(page: Page, front: Front) -> None:
    _asked(_open(page, front, "widget", "ar"), front)
    page.reload()
    panel = Panel(page, "ar").open()
    assert SENTENCE in _marked(panel.latest)
    panel.tools()
    panel.button("chat.stored").click()
    dialog = panel.within.get_by_role("dialog")
    expect(dialog.locator("[lang=no]")).to_have_count(3)
    assert _marked(dialog) == [SENTENCE, "vedtak", LONGER]


def test_it_is_marked_on_paper(page: Page, front: Front) -> None:
    page.add_init_script(
        "window.print = () => { top.printed = [...document.querySelectorAll('[lang=no]')].map(each => each.textContent); }"
    )
    panel = _open(page, front, "widget", "ar")
    _asked(panel, front)
    panel.button("chat.print").click()
    page.wait_for_function("window.printed !== undefined")
    assert [*page.evaluate("printed")][:4] == ["bostøtte", SENTENCE, "vedtak", LONGER]


@pytest.mark.parametrize("locale", SAID)
def test_it_is_marked_without_scripts(browser: Browser, front: Front, locale: str) -> None:
    answers(front, **_reply(locale))
    with browser.new_context(java_script_enabled=False, locale=locale) as context:
        page = context.new_page()
        page.goto(f"{front.base}/{locale}/chat")
        page.get_by_role("textbox").fill("hei")
        page.get_by_role("button", name=says(locale, "chat.send")).click()
        found = page.locator("[lang=no][dir=ltr]").all_inner_texts()
        assert {SENTENCE, LONGER} <= set(found)
        expect(page.locator("main img")).to_have_count(0)
