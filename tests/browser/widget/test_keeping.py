"""Taking an answer along: copied, printed, saved as a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, hosted, launcher
from tests.browser.widget.states import LAW, PAPERS, answers, in_a_corner


@pytest.fixture
def panel(page: Page, front: Front) -> Panel:
    return in_a_corner(page, front).open()


def test_an_answer_is_copied_with_its_sources(page: Page, panel: Panel, front: Front) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=front.host)
    panel.ask("hei")
    panel.button("chat.copy").click()
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Depositum\n\nKort svar.")
    assert "- husleieloven § 3-5 – https://lovdata.no/" in copied
    assert "- Nav, 55 55 33 33" in copied


def test_an_answer_is_printed_alone(page: Page, front: Front) -> None:
    page.add_init_script("window.print = () => { top.printed = document.body.innerText; }")
    hosted(page, front, launcher())
    panel = Panel(page).open()
    panel.ask("hei")
    panel.button("chat.print").click()
    page.wait_for_function("window.printed !== undefined")
    printed = page.evaluate("printed")
    assert "Kort svar." in printed
    assert "Host" not in printed


def test_an_answer_from_the_right_is_printed_under_strict_rules(page: Page, front: Front, watch: Watch) -> None:
    """The host lets in our script and our answers, and no styles, frames or pictures."""
    page.add_init_script(
        "window.print = () => { const style = getComputedStyle(document.body);"
        " top.printed = {lang: document.documentElement.lang, text: document.body.innerText,"
        " direction: style.direction, font: style.fontFamily}; }"
    )
    rules = f"default-src 'none'; script-src {front.base}; connect-src {front.base}"
    hosted(page, front, launcher(more='data-locale="ar"'), headers={"Content-Security-Policy": rules})
    panel = Panel(page, "ar")
    expect(panel.button("chat.open")).to_be_visible()
    panel.open()
    answers(front, **{**ANSWER, "locale": "ar", "text": "جواب قصير."})
    panel.ask("مرحبا")
    panel.button("chat.print").click()
    page.wait_for_function("window.printed !== undefined")
    printed = page.evaluate("printed")
    assert (printed["lang"], printed["direction"], printed["font"]) == ("ar", "rtl", "sans-serif")
    assert "جواب قصير." in printed["text"]
    assert says("ar", "chat.citations") in printed["text"]
    # The host's own icon, and the logo of the site.
    watch.complaints[:] = [each for each in watch.complaints if "'data:,'" not in each and ".svg'" not in each]


CLOSED = {
    "permission denied": "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));",
    "no clipboard": "Object.defineProperty(navigator, 'clipboard', {value: undefined});",
}


@pytest.mark.parametrize("closed", CLOSED.values(), ids=CLOSED)
@pytest.mark.parametrize("heard", [True, False], ids=["heard", "unheard"])
def test_a_closed_clipboard_is_told(page: Page, front: Front, closed: str, heard: bool) -> None:
    """Also where the page still hears of the copying that the browser does not do."""
    event = "document.dispatchEvent(new ClipboardEvent('copy', {clipboardData: new DataTransfer()}));" if heard else ""
    page.add_init_script(f"{closed} document.execCommand = () => {{ {event} return false; }};")
    hosted(page, front, launcher())
    panel = Panel(page).open()
    panel.ask("hei")
    panel.button("chat.copy").click()
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.copy_failed"))


@pytest.mark.parametrize("closed", CLOSED.values(), ids=CLOSED)
def test_the_older_way_of_copying_is_tried(page: Page, front: Front, closed: str) -> None:
    page.context.grant_permissions(["clipboard-read"], origin=front.host)
    page.add_init_script(f"window.read = navigator.clipboard.readText.bind(navigator.clipboard); {closed}")
    hosted(page, front, launcher())
    panel = Panel(page).open()
    panel.ask("hei")
    panel.button("chat.copy").click()
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.copied"))
    assert page.evaluate("read()").startswith("Depositum\n\nKort svar.")


def test_the_conversation_is_saved_as_a_file(page: Page, panel: Panel, front: Front) -> None:
    answers(front, **{**ANSWER, "law_text": [LAW], "attachments": PAPERS})
    panel.ask("hva er depositum?")
    panel.tools()
    with page.expect_download() as download:
        panel.button("chat.save").click()
    assert download.value.suggested_filename == "bovett.txt"
    text = Path(download.value.path()).read_text("utf-8")
    assert re.search(r"Du:\nhva er depositum\?", text)
    assert "Bovett:\nDepositum\n\nKort svar." in text
    assert f"- Protest – {front.base}/letters/protest\n" in text
    words = ["husleieloven § 3-5. Depositum", *LAW["paragraphs"], *LAW["footnotes"]]
    since = says("nb", "chat.law_since", date="1. januar 2010")
    assert "\n".join([f"{says('nb', 'chat.law_text')}:\n", *words, f"{since} {LAW['attribution']}"]) in text
