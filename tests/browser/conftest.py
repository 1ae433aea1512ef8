"""What browser tests share: Chromium, a page that notes whatever it should not do, and the widget on it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, Playwright, Route, expect, sync_playwright

from knowledge.catalogues import messages_of
from knowledge.settings import PROJECT_DIR, Settings
from tests.service import Service

LOCALES = ("nb", "nn", "en", "uk", "ar", "fa")
# The same question in each language.
NOTICE = {
    "nb": "utleier har sagt meg opp, må jeg flytte?",
    "nn": "utleigar har sagt meg opp, må eg flytte?",
    "en": "my landlord has given me notice, do I have to move out?",
    "uk": "орендодавець розірвав зі мною договір, чи мушу я виїжджати?",
    "ar": "صاحب البيت أنهى عقد الإيجار، هل يجب أن أرحل؟",
    "fa": "صاحب‌خانه قرارداد اجاره را فسخ کرده، آیا باید از خانه بروم؟",
}
NOTICE_ARTICLES = ("landlord-gives-notice", "protest-against-notice")  # what answers it
_FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--no-first-run"]  # fmt: skip
_ANSWER_WITHIN_MS = 30_000
_TEXTS = {locale: messages_of(PROJECT_DIR / "locales" / locale / "LC_MESSAGES" / "bovett.po") for locale in LOCALES}

expect.set_options(timeout=10_000)


def says(locale: str, key: str, **values: str) -> str:
    """What the widget says, from the catalogue."""
    return _TEXTS[locale][key].format(**values)


def titles(locale: str, *article_ids: str) -> re.Pattern[str]:
    """The titles of these articles, any of which will do."""
    found = []
    for article_id in article_ids:
        (path,) = Settings().content_dir.glob(f"articles/*/{article_id}/{locale}.md")
        front = yaml.safe_load(path.read_text("utf-8").split("---")[1])
        found.append(re.escape(front["title"]))
    return re.compile(f"^(?:{'|'.join(found)})$")


@dataclass
class Watch:
    """What a page did that no page of ours may do."""

    base: str | tuple[str, ...]
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    failures_expected: bool = False  # the browser itself writes a line for each failed request

    def over(self, page: Page) -> None:
        page.on("request", lambda request: self._requested(request.url))
        page.on("console", lambda line: self._wrote(line.type, line.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def _requested(self, url: str) -> None:
        ours = (self.base,) if isinstance(self.base, str) else self.base
        if not url.startswith((*(f"{base}/" for base in ours), "data:", "blob:")):
            self.strangers.append(url)

    def _wrote(self, kind: str, text: str) -> None:
        expected = self.failures_expected and text.startswith("Failed to load resource")
        if kind in ("error", "warning") and not expected:
            self.complaints.append(text)


@contextmanager
def watched_page(browser: Browser, base: str, size: dict[str, int], watch: Watch) -> Iterator[Page]:
    """A page of an organisation; at the end it has asked nobody else for anything and complained of nothing."""
    with browser.new_context(base_url=base, viewport=size, reduced_motion="reduce", locale="nb") as context:  # type: ignore[arg-type]
        opened = context.new_page()
        watch.over(opened)
        yield opened
    assert watch.strangers == []
    assert watch.complaints == []


@dataclass
class Widget:
    """The conversation on a page, found as a person finds it: by role and name."""

    page: Page
    locale: str

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log", name=says(self.locale, "chat.log"))

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("textbox", name=says(self.locale, "chat.input"))

    @property
    def send(self) -> Locator:
        return self.page.get_by_role("button", name=says(self.locale, "chat.send"))

    @property
    def replies(self) -> Locator:
        return self.log.get_by_role("article")

    @property
    def latest(self) -> Locator:
        return self.replies.last

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=says(self.locale, key))

    def sure(self) -> None:
        """Answer the question whether the conversation shall be deleted."""
        asking = self.page.get_by_role("alertdialog")
        asking.get_by_role("button", name=says(self.locale, "chat.erase_yes"), exact=True).click()

    def ask(self, text: str) -> None:
        """Write, press Enter, and wait until the answer is there."""
        self.field.fill(text)
        self.field.press("Enter")
        self.wait()

    def wait(self) -> None:
        expect(self.send).to_have_attribute("aria-disabled", "false", timeout=_ANSWER_WITHIN_MS)

    def open_article(self, text: str, titles: str | re.Pattern[str] = "") -> None:
        """Ask until an article of those titles is shown: when choices are offered, press it, as a person would."""
        self.ask(text)
        if self.latest.get_attribute("data-outcome") == "clarify":
            choices = self.latest.get_by_role("group", name=says(self.locale, "chat.choices"))
            choices.get_by_role("button", name=titles).first.click()
            self.wait()
        expect(self.latest).to_have_attribute("data-outcome", "answered")
        expect(self.latest.get_by_role("heading", level=2)).to_have_text(titles or re.compile("."))

    def fits_the_width(self) -> bool:
        """Whether nothing needs sideways scrolling."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


def open_chromium(playwright: Playwright, *flags: str) -> Browser:
    """The Chromium of the system, with these flags too; `deploy/browser.sh` installs it."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "Chromium is missing; run `sh deploy/browser.sh`"
    return playwright.chromium.launch(executable_path=path, args=[*_FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = open_chromium(playwright)
    yield running
    running.close()


@pytest.fixture
def watch(service: Service) -> Watch:
    return Watch(service.base)


@pytest.fixture
def size() -> dict[str, int]:
    """Width and height of the page; tests of small screens give their own."""
    return {"width": 1100, "height": 900}


@pytest.fixture
def page(browser: Browser, service: Service, watch: Watch, size: dict[str, int]) -> Iterator[Page]:
    """A fresh page that asked nobody else for anything and complained of nothing when the test is over."""
    with browser.new_context(base_url=service.base, viewport=size, reduced_motion="reduce") as context:  # type: ignore[arg-type]
        opened = context.new_page()
        watch.over(opened)
        yield opened
    assert watch.strangers == []
    assert watch.complaints == []


def opened(page: Page, locale: str) -> Widget:
    """The widget in one language, ready."""
    page.goto(f"/{locale}/")
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    return Widget(page, locale)


@pytest.fixture
def nb(page: Page) -> Widget:
    return opened(page, "nb")


@pytest.fixture
def en(page: Page) -> Widget:
    return opened(page, "en")


def reply_of(**parts: Any) -> dict[str, Any]:
    """A reply as the API gives it, for tests that answer in the server's place."""
    empty: dict[str, Any] = {
        "citations": [],
        "contacts": [],
        "buttons": [],
        "attachments": [],
        "myth": None,
        "article": None,
    }
    return {**empty, "id": "1", "outcome": "answered", "locale": "en", "text": "Text.", "confidence": 1.0, **parts}


def hold_next(page: Page) -> Callable[[], None]:
    """Keep the next message back, so that waiting can be seen however fast the reply is; call the result to send it."""
    held: list[Route] = []
    page.route("**/conversations/*/messages", lambda route: held.append(route), times=1)

    def release() -> None:
        while not held:
            page.wait_for_timeout(10)
        held.pop().continue_()

    return release


def answer_once(page: Page, replies: list[dict[str, Any]]) -> None:
    """Answer the next message with these replies; the ones after go to the server again."""
    body = {"locale": "en", "replies": replies}
    page.route("**/conversations/*/messages", lambda route: route.fulfill(json=body), times=1)
