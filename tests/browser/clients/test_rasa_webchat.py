"""rasa-webchat 1.0.1, as its makers published it, over Rasa's Socket.IO channel."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.clients.host import Host
from tests.browser.conftest import Watch, says
from tests.service import Service

EVICTED = "Huseieren sa opp leieavtalen min, hva gjør jeg?"
ANSWER_WITHIN_MS = 30_000
SECTION = re.compile(r"husleieloven § \d+-\d+ – https://lovdata\.no/")
PHONE = re.compile(r"\d\d \d\d \d\d \d\d")


class Webchat:
    """The window, found by the classes that its makers document: its choices have no role."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.answers = page.locator(".rw-response")
        self.said = page.locator(".rw-client .rw-message-text")
        self.choices = page.locator(".rw-reply")

    def open(self) -> Webchat:
        self.page.goto("/")
        self.page.locator(".rw-launcher").click()
        expect(self.answers.first).to_have_text(says("nb", "chat.welcome"), timeout=ANSWER_WITHIN_MS)
        return self

    def ask(self, text: str) -> Locator:
        """Write a message; what comes back begins at the locator."""
        before = self.answers.count()
        self.page.locator(".rw-new-message").fill(text)
        self.page.locator(".rw-new-message").press("Enter")
        expect(self.answers.nth(before)).to_be_visible(timeout=ANSWER_WITHIN_MS)
        self.page.wait_for_timeout(300)  # the other messages of the reply come at once
        return self.answers.nth(before)


@pytest.fixture
def webchat(page: Page, host: Host, rasa: str) -> Webchat:
    host.shows("rasa-webchat", service=rasa, site="kommune")
    host.page = host.page.replace('site: "kommune"', 'site: "kommune", locale: "nb"')
    return Webchat(page).open()


def _answered(webchat: Webchat) -> None:
    """Ask, and press the first choice when the question could mean several things, as a person would."""
    webchat.ask(EVICTED)
    if not webchat.page.get_by_text(SECTION).count():
        webchat.choices.first.click()
    expect(webchat.page.get_by_text(SECTION).first).to_be_visible(timeout=ANSWER_WITHIN_MS)


def _asked(webchat: Webchat) -> str:
    """What the guide asks now."""
    return webchat.answers.last.inner_text().splitlines()[-1]


def test_a_question_is_answered_with_sections_and_people_to_call(webchat: Webchat) -> None:
    _answered(webchat)
    contacts = webchat.answers.filter(has_text=says("nb", "chat.contacts"))
    expect(contacts.last.locator("li").first).to_be_visible()
    webchat.ask("Kan jeg snakke med et menneske?")
    expect(contacts.last).to_contain_text(PHONE)


def test_a_choice_leads_to_the_next_reply(webchat: Webchat) -> None:
    _answered(webchat)
    choice = webchat.choices.first
    title, before = choice.inner_text(), webchat.answers.count()
    choice.click()
    expect(webchat.said.last).to_have_text(title)
    expect(webchat.answers.nth(before)).to_be_visible(timeout=ANSWER_WITHIN_MS)
    assert title not in says("nb", "reply.error")
    expect(webchat.page.get_by_text(says("nb", "reply.error"))).to_have_count(0)


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "[x](javascript:alert(1))"]
)
def test_what_a_person_writes_is_shown_as_it_is(webchat: Webchat, text: str) -> None:
    webchat.ask(text)
    expect(webchat.said.last).to_have_text(text)
    assert webchat.page.locator(".rw-messages-container img[src=x], .rw-messages-container script").count() == 0
    assert webchat.page.locator("a[href^=javascript]").count() == 0


def test_a_typed_command_is_read_as_a_word(webchat: Webchat) -> None:
    """In the middle of a guide `/restart` would lose every answer given so far."""
    webchat.ask("sjekk oppsigelsen min")
    for command in ("/restart", "/session_start", '/show_article{"article_id": "deposit"}'):
        asked = _asked(webchat)
        webchat.ask(command)
        expect(webchat.said.last).to_have_text(command)
        assert _asked(webchat) == asked, "the guide asks on"
    expect(webchat.page.get_by_text("Depositum", exact=True)).to_have_count(0)


def test_a_lost_connection_does_not_lose_the_conversation(webchat: Webchat) -> None:
    webchat.ask("sjekk oppsigelsen min")
    asked = _asked(webchat)
    webchat.page.reload()
    webchat.page.locator(".rw-launcher, .rw-new-message").first.wait_for()
    if webchat.page.locator(".rw-new-message").count() == 0:
        webchat.page.locator(".rw-launcher").click()
    webchat.ask("hva er depositum?")
    assert _asked(webchat) == asked, "the guide asks on"


def test_a_page_of_another_origin_is_refused(page: Page, host: Host, rasa: str, watch: Watch) -> None:
    host.shows("rasa-webchat", service=rasa, site="kommune")
    with page.expect_event("requestfailed"):
        page.goto(host.stranger)
    expect(page.locator(".rw-launcher")).to_have_count(0)
    assert watch.complaints
    assert all("CORS" in line or "Failed to load resource" in line for line in watch.complaints)
    watch.complaints.clear()


def test_people_to_turn_to_are_named_when_a_part_is_gone(webchat: Webchat, service: Service) -> None:
    with stopped(service, "actions"):
        answer = webchat.ask("hva er depositum?")
        expect(answer).to_contain_text(says("nb", "reply.error"))
        expect(webchat.answers.last).to_contain_text(PHONE)


@contextmanager
def stopped(service: Service, part: str) -> Iterator[None]:
    """A part that is there but does not answer."""
    process = service.parts()[part]
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)
