"""Pages of an organisation that hold the widget, and the widget found on them as a person finds it."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import reply_of, says
from tests.browser.widget.front import Front

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
ANSWER = reply_of(
    locale="nb",
    text="Kort svar.\n\nGjør dette nå\n\n1. Det ene\n2. Det andre",
    article={"id": "deposit", "title": "Depositum", "locale": "nb", "covers": [], "checked_on": "2026-11-01",
             "review": "reviewed"},
    citations=[{"ref": "husleieloven § 3-5", "url": "https://lovdata.no/lov/1999-03-26-17/§3-5", "as_of": "2026-01-01"}],
    contacts=[{"id": "nav", "name": "Nav", "about": "", "phone": "55 55 33 33", "url": None, "hours": None}],
    buttons=[{"title": "Hva sier loven?", "payload": "/affirm"}],
)  # fmt: skip


def hosted(page: Page, front: Front, body: str = "", head: str = "", headers: dict[str, str] | None = None,
           html: str = '<html lang="nb">', by: str | None = None) -> None:  # fmt: skip
    """Open a page of the organisation, or of another origin, with this on it; `{src}` is the address of the script."""
    text = f"<!doctype html>{html}<head><meta charset=utf-8><title>Host</title><link rel=icon href=data:,>{head}</head><body><h1>Host</h1>{body}</body></html>"
    made = text.replace("{src}", f"{front.base}/widget.js")
    front.page, front.headers = made, headers or {}
    page.goto(f"{by or front.host}/host")


def launcher(site: str = "kommune", more: str = "") -> str:
    return f'<script src="{{src}}" data-site="{site}" {more} async></script>'


class Panel:
    """The widget on a page, found by role and name as a person finds it."""

    def __init__(self, page: Page, locale: str = "nb", within: Locator | None = None) -> None:
        self.page, self.locale = page, locale
        self.within = within or page.locator("bovett-chat")

    def button(self, key: str) -> Locator:
        return self.within.get_by_role("button", name=says(self.locale, key), exact=True)

    @property
    def log(self) -> Locator:
        return self.within.get_by_role("log")

    @property
    def field(self) -> Locator:
        return self.within.get_by_role("textbox", name=says(self.locale, "chat.input"))

    @property
    def latest(self) -> Locator:
        return self.log.get_by_role("article").last

    def open(self) -> Panel:
        self.button("chat.open").click()
        expect(self.field).to_be_focused()
        return self

    def ask(self, text: str) -> None:
        expect(self.field).to_be_visible()  # with it comes the welcome, which is not counted as an answer
        before = self.log.get_by_role("article").count()
        self.field.fill(text)
        self.field.press("Enter")
        expect(self.log.get_by_role("article")).to_have_count(before + 1)

    def sure(self) -> None:
        """Answer the question whether the conversation shall be deleted."""
        asking = self.within.get_by_role("alertdialog")
        asking.get_by_role("button", name=says(self.locale, "chat.erase_yes"), exact=True).click()
        expect(asking).to_have_count(0)

    def tools(self) -> None:
        self.button("chat.menu").click()


def assert_accessible(page: Page, state: str = "", rules: dict[str, Any] = RULES) -> None:
    """axe finds nothing; `state` says where it did."""
    page.wait_for_load_state()  # what a form leads to can be seen before its styles are there
    results = Axe().run(page, options=rules)
    assert results.violations_count == 0, f"{state}\n{results.generate_report()}"


def stored(page: Page) -> dict[str, Any]:
    """Everything the page has stored in this browser."""
    found: dict[str, Any] = page.evaluate(
        "async () => ({session: {...sessionStorage}, local: {...localStorage}, cookies: document.cookie,"
        " databases: (await indexedDB.databases()).length})"
    )
    return found


def wait_until(page: Page, expression: str) -> None:
    """Wait until this holds on the page, whose policy may forbid it to look again by itself."""
    for _ in range(500):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"never: {expression}")
