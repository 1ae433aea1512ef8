"""deep-chat 2.4.2, as its makers published it, over the chat API."""

from __future__ import annotations

import re

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from knowledge.settings import Settings
from tests.browser.clients.host import Host, pasted
from tests.browser.clients.test_rasa_webchat import ANSWER_WITHIN_MS, EVICTED, PHONE, stopped
from tests.browser.conftest import Watch, says
from tests.service import Service


class DeepChat:
    """The window, found by the classes that its makers document."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers = page.locator("deep-chat .ai-message-text:not(.deep-chat-loading-message-bubble)")
        self.said = page.locator("deep-chat .user-message-text")
        self.choices = page.get_by_role("button").and_(page.locator(".deep-chat-suggestion-button"))

    def ask(self, text: str) -> Locator:
        before = self.answers.count()
        field = self.page.locator("deep-chat #text-input")
        field.fill(text)
        field.press("Enter")
        return self.came(before)

    def came(self, before: int) -> Locator:
        answer = self.answers.nth(before)
        expect(answer).to_be_visible(timeout=ANSWER_WITHIN_MS)
        return answer


@pytest.fixture
def chat(page: Page, host: Host, service: Service) -> DeepChat:
    host.shows("deep-chat", service=service.base, site="kommune")
    page.goto("/")
    opened = DeepChat(page)
    expect(opened.answers.first).to_contain_text("en maskin")
    return opened


def _answered(chat: DeepChat) -> Locator:
    answer = chat.ask(EVICTED)
    if says("nb", "reply.clarify") in answer.inner_text():
        before = chat.answers.count()
        chat.choices.first.click()
        answer = chat.came(before)
    return answer


def test_a_question_is_answered_with_sections_and_people_to_call(chat: DeepChat) -> None:
    answer = _answered(chat)
    expect(answer.get_by_role("link", name=re.compile("husleieloven § ")).first).to_have_attribute(
        "href", re.compile("^https://lovdata.no/")
    )
    expect(chat.ask("Kan jeg snakke med et menneske?")).to_contain_text(PHONE)


def test_a_choice_leads_to_the_next_reply(chat: DeepChat) -> None:
    _answered(chat)
    choice, before = chat.choices.last, chat.answers.count()
    title = choice.inner_text()
    choice.click()
    expect(chat.said.last).to_have_text(title)
    expect(chat.came(before)).not_to_contain_text(says("nb", "reply.no_answer"))


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "/restart"])
def test_what_a_person_writes_does_nothing(chat: DeepChat, text: str) -> None:
    chat.ask(text)
    expect(chat.said.last).to_have_text(text)
    assert chat.page.locator("deep-chat img[src=x]").count() == 0


def test_a_page_of_another_origin_gets_no_answer(page: Page, host: Host, service: Service, watch: Watch) -> None:
    host.shows("deep-chat", service=service.base, site="kommune")
    page.goto(host.stranger)
    expect(DeepChat(page).ask("hva er depositum?")).to_contain_text("Vi får ikke svar")
    assert watch.complaints
    assert all("CORS" in line or "Failed to load resource" in line for line in watch.complaints)
    watch.complaints.clear()


def test_people_to_turn_to_are_named_when_a_part_is_gone(chat: DeepChat, service: Service, watch: Watch) -> None:
    watch.failures_expected = True
    with stopped(service, "actions"):
        answer = chat.ask("hva er depositum?")
    expect(answer).to_contain_text(says("nb", "reply.error"))
    expect(answer).to_contain_text(PHONE)


def test_people_to_turn_to_are_named_when_nothing_answers(chat: DeepChat, service: Service, watch: Watch) -> None:
    watch.failures_expected = True
    chat.page.route(f"{service.base}/**", lambda route: route.abort())
    expect(chat.ask("hva er depositum?")).to_contain_text("Nav 55 55 33 33")


def test_the_numbers_on_the_page_are_those_of_today() -> None:
    contacts = yaml.safe_load((Settings().content_dir / "contacts.yaml").read_text("utf-8"))
    for contact, name in (("nav", "Nav"), ("police-emergency", "politiet")):
        assert f"{name} {contacts[contact]['phone']}" in pasted("deep-chat")
