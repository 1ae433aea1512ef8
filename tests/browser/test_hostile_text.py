"""Whatever a person or a server sends is shown as text."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Widget, answer_once, reply_of

IMAGE = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize(
    "text",
    [
        IMAGE,
        "<script>alert(1)</script>",
        "</div><h1>x</h1>",
        "{{7*7}} ${7*7}",
        "&lt;b&gt; &amp;",
        "a\u202etxt.exe\u202c b",
    ],
)
def test_what_a_person_writes_is_shown_as_it_is(en: Widget, text: str) -> None:
    en.ask(text)
    shown = en.log.locator(".said")
    expect(shown).to_have_count(1)
    assert shown.evaluate("node => node.textContent") == text
    assert shown.locator("*").count() == 0
    expect(en.page.get_by_role("heading", level=1)).to_have_count(1)


def test_marks_of_direction_turn_nothing_but_themselves(en: Widget) -> None:
    """A mark that is never closed ends with its own message."""
    en.ask("\u202e\u202e turned")
    field = en.page.get_by_text("Write your question", exact=True)
    assert field.evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert en.log.locator(".said").evaluate("node => getComputedStyle(node).unicodeBidi") in ("isolate", "plaintext")


def test_what_a_server_sends_is_shown_as_it_is(en: Widget) -> None:
    article = {
        "id": "a",
        "title": IMAGE,
        "locale": "en",
        "covers": [],
        "checked_on": "2026-01-01",
        "review": "reviewed",
    }
    contacts = [
        {"id": "a", "name": IMAGE, "about": IMAGE, "phone": "112", "url": "javascript:alert(1)", "hours": IMAGE}
    ]
    citations = [{"ref": IMAGE, "url": "javascript:alert(1)", "as_of": "2026-01-01"}]
    attachments = [
        {"title": IMAGE, "url": url, "mime": "text/html"}
        for url in ("javascript:alert(1)", "//evil.example", "/\\evil.example", "/\t/evil.example")
    ]
    parts = {"article": article, "contacts": contacts, "citations": citations, "myth": IMAGE, "attachments": attachments,
             "buttons": [{"title": IMAGE, "payload": "/affirm"}]}  # fmt: skip
    answer_once(en.page, [reply_of(text=f"{IMAGE}\n\n1. {IMAGE}", **parts)])
    en.ask("hello")
    expect(en.latest.get_by_role("heading", name=IMAGE, level=2)).to_be_visible()
    expect(en.page.locator("img")).to_have_count(0)
    hrefs = en.latest.get_by_role("link").evaluate_all("all => all.map(node => node.getAttribute('href'))")
    assert set(hrefs) == {"#", "tel:112"}
