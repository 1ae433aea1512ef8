"""The conversation led through everything it can look like, one state after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import hold_next, reply_of, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, hosted, launcher

LAW = {
    "ref": "husleieloven § 3-5",
    "heading": "Depositum",
    "paragraphs": ["Det kan avtales at leieren skal deponere et beløp.", "a) Beløpet kan ikke overstige seks måneder."],
    "footnotes": ["1 Jf. lov om finansavtaler."],
    "as_of": "2010-01-01",
    "attribution": "Inneholder data fra Lovdata, lisensiert etter NLOD 2.0",
}
CHOICES = [{"title": "Depositum", "payload": "/affirm"}, {"title": "Husleie", "payload": "/deny"}]
PAPERS = [
    {"title": "Protest", "url": "/letters/protest", "mime": "text/html"},
    {"title": "Frist", "url": "/guides/landlord-notice/protest_by.ics", "mime": "text/calendar"},
]


def answers(front: Front, **parts: Any) -> None:
    """What the next messages get: a reply with these parts."""
    front.rasa.replies = [{key: value for key, value in reply_of(**parts).items() if key != "id"}]


def in_a_corner(page: Page, front: Front, site: str = "kommune", locale: str = "nb") -> Panel:
    """The launcher on a page of the organisation, closed."""
    hosted(page, front, launcher(site, f'data-locale="{locale}"'), html=f'<html lang="{locale}">')
    panel = Panel(page, locale)
    expect(panel.button("chat.open")).to_be_visible()
    return panel


def in_its_place(page: Page, front: Front, site: str = "kommune", locale: str = "nb") -> Panel:
    """The element in the middle of a page of the organisation, open."""
    element = f'<bovett-chat site="{site}" locale="{locale}" open></bovett-chat>'
    hosted(page, front, f'<script src="{{src}}" async></script>{element}<p>After</p>', html=f'<html lang="{locale}">')
    panel = Panel(page, locale)
    expect(panel.log).to_be_visible()
    return panel


def on_its_own(page: Page, front: Front, locale: str = "nb") -> Panel:
    """Our own page, ready."""
    page.goto(f"{front.base}/{locale}/")
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    return Panel(page, locale, page.locator("#chat"))


def in_a_frame(page: Page, front: Front, site: str = "ungdom", locale: str = "nb") -> Panel:
    """The page for frames, ready."""
    page.goto(f"{front.base}/embed/{site}/{locale}")
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    return Panel(page, locale, page.locator("#chat"))


def states(panel: Panel, front: Front) -> Iterator[str]:
    """The name of each state, while the conversation is in it; the watch must expect failures."""
    if panel.button("chat.open").is_visible():
        yield "closed"
        panel.open()
    yield "open"
    yield from _asked(panel, front)
    yield from _guided(panel, front)
    yield from _failed(panel, front)
    yield from _looked_after(panel)


def _asked(panel: Panel, front: Front) -> Iterator[str]:
    locale = panel.locale
    panel.button("chat.send").click()
    expect(panel.within.get_by_role("status")).to_have_text(says(locale, "chat.empty"))
    yield "nothing written"
    answers(front, **{**ANSWER, "locale": locale, "myth": "Nei.", "law_text": [LAW], "attachments": PAPERS})
    release = hold_next(panel.page)
    panel.field.fill("depositum?")
    panel.field.press("Enter")
    expect(panel.within.get_by_role("status")).to_have_text(says(locale, "chat.typing"))
    yield "waiting"
    release()
    expect(panel.latest).to_have_attribute("data-outcome", "answered")
    yield "answered"
    panel.latest.locator("summary").click()
    expect(panel.latest.get_by_text(LAW["attribution"])).to_be_visible()
    yield "law unfolded"
    panel.button("chat.no").click()
    expect(panel.within.get_by_label(says(locale, "chat.why"))).to_be_visible()
    yield "rated"


def _guided(panel: Panel, front: Front) -> Iterator[str]:
    locale = panel.locale
    answers(front, locale=locale, outcome="clarify", text="?", buttons=CHOICES)
    panel.ask("penger")
    yield "choices"
    answers(front, locale=locale, outcome="guide", asks="date", text="?", buttons=CHOICES)
    panel.ask("veiviser")
    panel.button("chat.use_value").click()
    yield "a date is asked for"
    answers(front, locale=locale, outcome="guide", asks="amount", text="?")
    panel.ask("i dag")
    yield "an amount is asked for"
    answers(front, locale=locale, outcome="emergency", contacts=ANSWER["contacts"])
    panel.ask("hjelp")
    yield "danger"


def _failed(panel: Panel, front: Front) -> Iterator[str]:
    front.rasa.status = 500
    panel.ask("feil")
    expect(panel.within.get_by_role("alert").filter(visible=True)).to_be_visible()
    yield "failed"
    front.rasa.status = 200


def _shown_to_a_helper(panel: Panel) -> Iterator[str]:
    panel.button("chat.show").click()
    dialog = panel.within.get_by_role("dialog")
    expect(dialog).to_be_visible()
    yield "offered to a helper"
    dialog.get_by_role("button", name=says(panel.locale, "chat.show_make")).click()
    expect(dialog.get_by_label(says(panel.locale, "chat.show_link"))).to_be_focused()
    yield "shown to a helper"
    dialog.get_by_role("button", name=says(panel.locale, "chat.close")).click()


def _looked_after(panel: Panel) -> Iterator[str]:
    if panel.button("chat.menu").count():
        panel.tools()
        yield "tools"
    for _ in range(3):
        panel.button("chat.larger").click()
    yield "twice the size"
    panel.button("chat.stored").click()
    expect(panel.within.get_by_role("dialog")).to_be_visible()
    yield "what is stored"
    panel.page.keyboard.press("Escape")
    yield from _shown_to_a_helper(panel)
    panel.button("chat.erase").click()
    expect(panel.within.get_by_role("alertdialog")).to_be_visible()
    yield "asked whether to delete"
    panel.sure()
    expect(panel.log.get_by_role("article")).to_have_count(1)
    yield "deleted"
