"""What a person can do with a conversation, in the widget on a page of an organisation."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch, reply_of, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, hosted, launcher, stored


@pytest.fixture
def panel(page: Page, front: Front) -> Panel:
    hosted(page, front, launcher())
    return Panel(page).open()


def _answers(front: Front, **parts: Any) -> None:
    front.rasa.replies = [{k: v for k, v in reply_of(**{"locale": "nb", **parts}).items() if k != "id"}]


def test_a_date_is_picked(panel: Panel, front: Front) -> None:
    _answers(front, outcome="guide", text="Når?", asks="date")
    panel.ask("start")
    picker = panel.within.get_by_label(says("nb", "chat.date"))
    panel.button("chat.use_value").click()
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.date_missing"))
    picker.fill("2026-11-24")
    panel.button("chat.use_value").click()
    expect(panel.log.get_by_text("24.11.2026", exact=True)).to_be_visible()
    expect(panel.log.get_by_role("article")).to_have_count(3)
    assert front.rasa.got[-1]["message"] == "24.11.2026"


@pytest.mark.parametrize("typed", ["12 500", "۱۲۵۰۰", "١٢٥٠٠", "١٢٬٥٠٠٫٥"])
@pytest.mark.parametrize("kind", ["amount", "number", "months"])
def test_a_number_has_a_field_of_its_own(panel: Panel, front: Front, kind: str, typed: str) -> None:
    _answers(front, outcome="guide", text="Hvor mye?", asks=kind)
    panel.ask("start")
    field = panel.within.get_by_label(says("nb", f"chat.{kind}"))
    expect(field).to_have_attribute("inputmode", "decimal" if kind == "amount" else "numeric")
    field.fill("mye")
    field.press("Enter")
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.number_missing"))
    _answers(front, outcome="guide", text="Ferdig.")
    field.fill(typed)
    field.press("Enter")
    expect(panel.latest).to_contain_text("Ferdig.")
    assert front.rasa.got[-1]["message"] == typed
    expect(field).to_have_count(0)


def test_any_words_are_still_taken_while_a_date_is_asked_for(panel: Panel, front: Front) -> None:
    _answers(front, outcome="guide", text="Når?", asks="date")
    panel.ask("start")
    panel.ask("i går")
    assert front.rasa.got[-1]["message"] == "i går"


def test_another_language_keeps_what_was_said_and_half_written(page: Page, panel: Panel) -> None:
    panel.ask("hei du")
    panel.field.fill("halvferdig")
    panel.tools()
    languages = panel.within.get_by_role("group", name=says("nb", "chat.language"))
    expect(languages.get_by_role("button")).to_have_text(
        ["Norsk (bokmål)", "Norsk (nynorsk)", "English", "Українська", "العربية", "فارسی"]
    )
    languages.get_by_role("button", name="العربية").click()
    arabic = Panel(page, "ar")
    expect(arabic.field).to_be_focused()
    expect(arabic.field).to_have_value("halvferdig")
    expect(arabic.log.get_by_text("hei du", exact=True)).to_be_visible()
    expect(arabic.latest.locator(".reply")).to_have_attribute("lang", "nb")
    assert arabic.log.evaluate("n => getComputedStyle(n).direction") == "rtl"
    page.reload()
    expect(Panel(page, "ar").button("chat.open")).to_be_visible()


LANG = "(node) => node.closest('[lang]').lang"


def test_each_part_of_an_old_reply_is_in_its_own_language(page: Page, panel: Panel, front: Front) -> None:
    """After a change of language: what was written for the reply keeps its own, what stands around it has the page's."""
    papers = [{"title": "Protest", "url": "/letters/protest", "mime": "text/html"}]
    contact = {**ANSWER["contacts"][0], "about": "Hjelp", "hours": "9 til 15"}
    _answers(front, **{**ANSWER, "locale": "nb", "myth": "Nei.", "attachments": papers, "contacts": [contact]})
    panel.ask("hei")
    panel.tools()
    panel.within.get_by_role("button", name="العربية").click()
    arabic = Panel(page, "ar")
    expect(arabic.field).to_be_focused()
    reply = arabic.latest
    for text in ("Nei.", "Depositum", "Kort svar.", "Nav", "Hjelp", "9 til 15", "Protest", "Hva sier loven?"):
        assert reply.get_by_text(text, exact=True).evaluate(LANG) == "nb", text
    for key in ("chat.copy", "chat.print", "chat.yes"):
        assert arabic.button(key).evaluate(LANG) == "ar", key
    for key in ("chat.myth", "chat.citations", "chat.contacts", "chat.attachments"):
        heading = reply.get_by_role("heading", name=says("ar", key))
        assert heading.evaluate(LANG) == "ar", key
        assert heading.evaluate("node => getComputedStyle(node).direction") == "rtl", key
    assert reply.get_by_role("group", name=says("ar", "chat.helpful")).evaluate(LANG) == "ar"
    assert reply.get_by_text("Kort svar.").evaluate("node => getComputedStyle(node).direction") == "ltr"


@pytest.mark.parametrize("locale", ["nb", "en"])
def test_beliefs_and_their_corrections_are_paragraphs(panel: Panel, front: Front, locale: str) -> None:
    """The words of a belief are no heading, whichever quotation marks the language has."""
    first, last = ("«", "»") if locale == "nb" else ("“", "”")
    said = [f"{first}Hybel er nok{last}", "Nei, ikke alltid.", f"{first}Alle får{last}", "Nei."]
    _answers(front, **{**ANSWER, "locale": locale, "myth": "\n\n".join(said)})
    panel.ask("hei")
    correction = panel.latest.locator(".myth")
    expect(correction.get_by_role("heading")).to_have_count(1)
    expect(correction.get_by_role("paragraph")).to_have_text(said)


def test_the_text_grows(panel: Panel) -> None:
    panel.ask("hei")
    size = "n => parseFloat(getComputedStyle(n).fontSize)"
    before = panel.latest.evaluate(size)
    panel.tools()
    panel.button("chat.larger").click()
    panel.button("chat.larger").click()
    assert panel.latest.evaluate(size) == before * 1.5
    panel.button("chat.smaller").click()
    assert panel.latest.evaluate(size) == before * 1.25


def test_one_can_start_over(page: Page, panel: Panel, front: Front) -> None:
    panel.ask("hei")
    panel.tools()
    panel.button("chat.start_over").click()
    panel.sure()
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.started_over"))
    expect(panel.log.get_by_role("article")).to_have_count(1)
    expect(panel.within.get_by_role("group", name=says("nb", "chat.topics"))).to_be_visible()
    assert len(front.rasa.forgotten) == 1, "the old one is deleted, not left behind"
    assert stored(page)["session"] == {}


def test_one_says_why_an_answer_did_not_help(page: Page, panel: Panel) -> None:
    panel.ask("hei")
    sent: list[Any] = []
    page.on("request", lambda r: sent.append(r.post_data_json) if r.url.endswith("/feedback") else None)
    panel.button("chat.no").click()
    why = panel.within.get_by_label(says("nb", "chat.why"))
    why.fill("fant ikke beløpet")
    why.press("Enter")
    expect(why).to_have_count(0)
    assert [(each["helpful"], each.get("comment")) for each in sent] == [(False, None), (False, "fant ikke beløpet")]
    expect(panel.latest.get_by_text(says("nb", "chat.thanks_feedback"))).to_be_focused()


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_what_it_is_and_what_is_stored_is_said_first(page: Page, front: Front, locale: str) -> None:
    hosted(page, front, launcher(more=f'data-locale="{locale}"'))
    panel = Panel(page, locale).open()
    expect(panel.within).to_contain_text(says(locale, "chat.machine"))
    expect(panel.within).to_contain_text(says(locale, "chat.privacy", days="30"))
    expect(panel.log.get_by_role("article")).to_have_count(1)


def test_a_message_without_network_is_sent_once_when_it_is_back(
    page: Page, panel: Panel, front: Front, watch: Watch
) -> None:
    watch.failures_expected = True
    panel.ask("først")
    page.context.set_offline(True)
    panel.field.fill("uten nett")
    panel.field.press("Enter")
    expect(panel.within.get_by_role("alert")).to_contain_text(says("nb", "chat.offline"))
    expect(panel.log.get_by_role("article").last).to_have_attribute("data-outcome", "error")
    page.context.set_offline(False)
    expect(panel.within.get_by_role("alert")).to_have_count(0)
    expect(panel.latest).to_have_attribute("data-outcome", "answered")
    page.wait_for_timeout(300)
    assert [message["message"] for message in front.rasa.got] == ["først", "uten nett"]


def test_a_message_whose_answer_was_lost_is_not_sent_twice(
    page: Page, panel: Panel, front: Front, watch: Watch
) -> None:
    """The server got it and answered; the line broke before the answer came."""
    watch.failures_expected = True
    panel.ask("først")

    def swallow(route: Any) -> None:
        route.fetch()
        route.abort()

    page.route("**/conversations/*/messages", swallow, times=1)
    panel.field.fill("kom frem")
    panel.field.press("Enter")
    panel.within.get_by_role("alert").get_by_role("button").click()
    expect(panel.within.get_by_role("alert")).to_have_count(0)
    expect(panel.log.get_by_text("kom frem", exact=True)).to_have_count(1)
    expect(panel.log.get_by_role("article")).to_have_count(3)
    assert [message["message"] for message in front.rasa.got] == ["først", "kom frem"]


def test_what_could_not_be_sent_survives_a_reload(page: Page, panel: Panel, front: Front, watch: Watch) -> None:
    watch.failures_expected = True
    panel.ask("først")
    page.route("**/conversations/*/messages", lambda route: route.abort(), times=1)
    panel.field.fill("uten nett")
    panel.field.press("Enter")
    expect(panel.within.get_by_role("alert")).to_be_visible()
    page.reload()
    again = Panel(page).open()
    expect(again.log.get_by_text("uten nett", exact=True)).to_have_count(1)
    for _ in range(100):  # the answer before it looks alike, so only the server knows when it has come
        if len(front.rasa.got) > 1:
            break
        page.wait_for_timeout(100)
    expect(again.latest).to_have_attribute("data-outcome", "answered")
    assert [message["message"] for message in front.rasa.got] == ["først", "uten nett"]


def test_two_tabs_share_the_conversation(page: Page, panel: Panel, front: Front) -> None:
    panel.ask("i første fane")
    second = page.context.new_page()
    second.goto(f"{front.host}/host")
    other = Panel(second).open()
    expect(other.log.get_by_text("i første fane", exact=True)).to_be_visible()
    other.ask("i andre fane")
    expect(panel.log.get_by_text("i andre fane", exact=True)).to_be_visible()
    assert len({message["sender"] for message in front.rasa.got}) == 1
    panel.tools()
    panel.button("chat.erase").click()
    panel.sure()
    expect(other.log.get_by_role("article")).to_have_count(1)
    assert stored(second)["session"] == {}


def test_a_reload_keeps_the_conversation(page: Page, panel: Panel) -> None:
    panel.ask("hei")
    page.reload()
    again = Panel(page).open()
    expect(again.log.get_by_text("hei", exact=True)).to_be_visible()
    expect(again.latest.get_by_role("heading", name=str(ANSWER["article"]["title"]))).to_be_visible()
