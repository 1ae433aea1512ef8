"""When something is down the person reads whom to call, keeps what was written, and can send it again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watch, Widget, reply_of, says
from tests.service import Service

QUESTION = "how big can the deposit be"


@pytest.fixture(autouse=True)
def _failures(watch: Watch) -> None:
    watch.failures_expected = True


def _failed(widget: Widget) -> None:
    """What was written is there, with a way to send it again and people to call."""
    expect(widget.log.get_by_text(QUESTION, exact=True)).to_be_visible()
    expect(widget.button("chat.retry")).to_be_visible()
    expect(widget.log.get_by_role("alert")).not_to_be_empty()
    expect(widget.latest).to_have_attribute("data-outcome", "error")
    expect(widget.latest.locator("a[href^='tel:'], a[href^='https:']").first).to_be_visible()


def _sent_again(widget: Widget) -> None:
    widget.button("chat.retry").click()
    expect(widget.field).to_be_focused()
    widget.wait()
    expect(widget.latest).to_have_attribute("data-outcome", "answered")
    expect(widget.button("chat.retry")).to_have_count(0)
    expect(widget.log.get_by_text(QUESTION, exact=True)).to_have_count(1)


def _sent_by_itself(widget: Widget) -> None:
    """Once, without anybody pressing anything."""
    expect(widget.button("chat.retry")).to_have_count(0)
    expect(widget.latest).to_have_attribute("data-outcome", "answered", timeout=30_000)
    expect(widget.log.get_by_text(QUESTION, exact=True)).to_have_count(1)


def test_offline_before_the_first_message(en: Widget) -> None:
    en.page.context.set_offline(True)
    en.ask(QUESTION)
    _failed(en)
    expect(en.log.get_by_role("alert")).to_contain_text(says("en", "chat.failed"))
    expect(en.log.get_by_role("alert")).to_contain_text(says("en", "chat.offline"))
    en.page.context.set_offline(False)
    _sent_by_itself(en)


def test_offline_in_the_middle(en: Widget) -> None:
    en.ask("hello")
    en.page.context.set_offline(True)
    en.ask(QUESTION)
    _failed(en)
    en.button("chat.retry").click()
    en.wait()
    _failed(en)
    en.page.context.set_offline(False)
    _sent_by_itself(en)


@pytest.mark.parametrize(
    ("status", "kind", "body"),
    [
        (502, "text/html", "<html><body>Bad gateway</body></html>"),
        (503, "application/json", '{"error": {"code": "storage_unavailable", "message": "We cannot store it."}}'),
        (500, "application/json", ""),
        (200, "text/html", "<html>A login page of the network</html>"),
    ],
)
def test_an_error_of_the_server(en: Widget, status: int, kind: str, body: str) -> None:
    en.page.route(
        "**/conversations/*/messages",
        lambda route: route.fulfill(status=status, content_type=kind, body=body),
        times=1,
    )
    en.ask(QUESTION)
    _failed(en)
    _sent_again(en)


def test_the_servers_own_words_and_people_are_shown(en: Widget) -> None:
    people = [{"id": "x", "name": "Somebody", "about": "", "phone": "55 55 33 33", "url": None, "hours": None}]
    body = {
        "error": {"code": "too_many", "message": "Wait a minute."},
        "replies": [reply_of(outcome="error", contacts=people)],
    }
    en.page.route("**/conversations/*/messages", lambda route: route.fulfill(status=429, json=body), times=1)
    en.ask(QUESTION)
    _failed(en)
    expect(en.log.get_by_role("alert")).to_contain_text("Wait a minute.")
    expect(en.latest.get_by_role("link", name=re.compile("55 55 33 33"))).to_have_attribute("href", "tel:55553333")
    _sent_again(en)


def test_a_conversation_that_has_run_out_begins_anew_with_the_same_message(en: Widget) -> None:
    en.ask("hello")
    gone = {"error": {"code": "token_expired", "message": "Too old."}}
    en.page.route("**/conversations/*/messages", lambda route: route.fulfill(status=401, json=gone), times=1)
    en.ask(QUESTION)
    expect(en.latest).to_have_attribute("data-outcome", "answered")
    expect(en.button("chat.retry")).to_have_count(0)


def test_an_opinion_that_does_not_get_through_can_be_given_again(en: Widget) -> None:
    en.ask(QUESTION)
    en.page.context.set_offline(True)
    yes = en.latest.get_by_role("group", name=says("en", "chat.helpful")).get_by_role("button").first
    yes.click()
    expect(en.page.get_by_role("status")).not_to_be_empty()
    en.page.context.set_offline(False)
    yes.click()
    expect(en.latest).to_contain_text(says("en", "chat.thanks_feedback"))


def test_deleting_that_fails_deletes_nothing(en: Widget) -> None:
    en.ask("hello")
    en.page.context.set_offline(True)
    en.button("chat.erase").click()
    en.sure()
    expect(en.page.get_by_role("status")).not_to_be_empty()
    expect(en.log.get_by_text("hello", exact=True)).to_be_visible()
    expect(en.button("chat.erase")).to_be_visible()
    en.page.context.set_offline(False)


def test_a_page_whose_texts_do_not_come_names_people(page: Page) -> None:
    page.route("**/messages/en.json", lambda route: route.fulfill(status=503, body=""))
    page.goto("/en/")
    alert = page.get_by_role("alert")
    expect(alert).to_be_visible()
    expect(alert.locator("a[href^='tel:'], a[href^='https:']").first).to_be_visible()
    expect(page.get_by_role("textbox")).to_be_hidden()


def test_without_scripts_the_page_names_people_and_leads_to_the_forms(browser: Browser, service: Service) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{service.base}/en/")
        expect(page.locator("noscript p").last).to_have_text(says("en", "chat.needs_script"), use_inner_text=True)
        expect(page.locator("noscript a[href^='tel:'], noscript a[href^='https:']").first).to_be_visible()
        expect(page.get_by_role("link", name="Українська")).to_be_visible()
        page.get_by_role("link", name=says("en", "page.chat.link")).click()
        page.get_by_role("textbox").fill(QUESTION)
        page.get_by_role("button", name=says("en", "chat.send")).click()
        expect(page.get_by_role("heading", level=3).first).to_be_visible()
        expect(page.locator("main")).to_contain_text("husleieloven § 3-5")
