"""The element put into the page, changed and taken out by scripts of the host, at any time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, hosted, wait_until

# What a host page does, once the script is there; `chat` is the element.
_SCRIPT = """<script>window.heard = []; window.after = (act) => customElements.whenDefined('bovett-chat').then(act);
  for (const name of ['ready', 'failed']) document.addEventListener('bovett-' + name, () => heard.push(name));</script>
  <script src="{src}" async></script>"""
_APPENDED = "chat = document.createElement('bovett-chat'); document.body.append(chat); chat.open = true;"
_A_FRAME = "await new Promise(requestAnimationFrame);"
_NO_SUCH = "nobody"


def _done(page: Page, front: Front, script: str) -> None:
    hosted(page, front, f"{_SCRIPT}<script>let chat; after(async () => {{ {script}; window.done = true; }})</script>")
    wait_until(page, "window.done === true")


def _hold(page: Page, pattern: str) -> list[Route]:
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))
    return held


def _wait_for(page: Page, held: list[Route], many: int = 1) -> None:
    for _ in range(1000):
        if len(held) >= many:
            return
        page.wait_for_timeout(10)
    raise AssertionError("it was never asked for")


def test_what_is_set_right_after_it_is_put_in_holds_and_nothing_else_is_asked_for(page: Page, front: Front) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(front.base)))
    _done(page, front, f"{_APPENDED} chat.site = 'ungdom'; chat.locale = 'en'")
    expect(page.locator("bovett-chat").get_by_role("log")).to_contain_text(says("en", "chat.youth.welcome"))
    assert page.evaluate("heard") == ["ready"]
    assert [path for path in asked if path.startswith("/sites/")] == ["/sites/ungdom.json"]


@pytest.mark.parametrize("attribute", ["site", "locale"])
def test_what_is_set_while_it_begins_holds(page: Page, front: Front, attribute: str) -> None:
    """Also when what was asked for first comes last."""
    held = _hold(page, "**/sites/kommune.json")
    change = {"site": "chat.site = 'ungdom'", "locale": "chat.locale = 'en'"}[attribute]
    _done(page, front, f"{_APPENDED} chat.site = 'kommune'; {_A_FRAME} whole = chat.whenReady; {change}")
    _wait_for(page, held)
    if attribute == "site":
        wait_until(page, "heard.length > 0")
    for route in held:
        route.continue_()
    page.unroute("**/sites/kommune.json")
    page.evaluate("() => whole")
    key = {"site": ("nb", "chat.youth.welcome"), "locale": ("en", "chat.welcome")}[attribute]
    panel = Panel(page, key[0])
    expect(panel.log).to_contain_text(says(*key))
    expect(panel.log).to_have_count(1)
    page.wait_for_timeout(200)
    assert page.evaluate("heard") == ["ready"]
    accent = {"site": "rgb(74, 44, 158)", "locale": "rgb(20, 83, 45)"}[attribute]
    assert panel.button("chat.send").evaluate("node => getComputedStyle(node).backgroundColor") == accent


@pytest.mark.parametrize("first", [_NO_SUCH, ""], ids=["no such site", "none"])
def test_after_failing_another_site_may_be_set(page: Page, front: Front, watch: Watch, first: str) -> None:
    """Without a site the default one is asked for, which lets in no page of others."""
    watch.failures_expected = True
    site = f"chat.site = '{first}';" if first else ""
    _done(page, front, f"{_APPENDED} {site} whole = chat.whenReady")
    wait_until(page, "heard.includes('failed')")
    expect(page.locator("bovett-chat").get_by_role("button")).to_have_count(0)
    page.evaluate("chat.site = 'kommune'")
    page.evaluate("() => whole")
    expect(Panel(page).log).to_contain_text(says("nb", "chat.welcome"))
    assert page.evaluate("heard") == ["failed", "ready"]
    watch.complaints[:] = [line for line in watch.complaints if "CORS" not in line]


def test_put_in_and_taken_out_at_once_nothing_happens(page: Page, front: Front) -> None:
    _done(page, front, f"{_APPENDED} chat.site = 'kommune'; chat.remove()")
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == []
    page.evaluate("document.body.append(chat)")
    expect(Panel(page).log).to_be_visible()


@pytest.mark.parametrize("again", [False, True], ids=["taken out", "put in elsewhere"])
def test_taken_out_while_what_was_said_is_fetched(page: Page, front: Front, again: bool) -> None:
    begin = f"{_APPENDED} chat.site = 'kommune'"
    _done(page, front, begin)
    Panel(page).ask("hei")
    held = _hold(page, "**/conversations/*")
    _done(page, front, begin)
    _wait_for(page, held)
    expect(Panel(page).button("chat.send")).to_be_visible()
    page.evaluate("chat.remove()")
    if again:
        page.evaluate("document.querySelector('h1').after(chat)")
        _wait_for(page, held, 2)
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    assert page.evaluate("heard") == (["ready"] if again else [])
    if again:
        expect(Panel(page).log.get_by_text("hei", exact=True)).to_be_visible()
        expect(Panel(page).log).to_have_count(1)


def test_the_button_has_its_name_before_what_was_said_is_there(page: Page, front: Front) -> None:
    begin = f"{_APPENDED.replace('open = true', 'open = false')} chat.site = 'kommune'"
    _done(page, front, begin)
    Panel(page).open().ask("hei")
    held = _hold(page, "**/conversations/*")
    _done(page, front, begin)
    _wait_for(page, held)
    panel = Panel(page).open()
    assert page.evaluate("heard") == []
    held[0].continue_()
    expect(panel.log.get_by_text("hei", exact=True)).to_be_visible()


def test_another_site_takes_the_place_of_the_first_with_its_look(page: Page, front: Front) -> None:
    _done(
        page,
        front,
        f"{_APPENDED} chat.site = 'kommune'; await chat.whenReady; chat.site = 'ungdom'; await chat.whenReady",
    )
    panel = Panel(page)
    expect(panel.log).to_have_count(1)
    expect(panel.log).to_contain_text(says("nb", "chat.youth.welcome"))
    assert page.evaluate("heard") == ["ready", "ready"]
    assert page.evaluate("chat.shadowRoot.adoptedStyleSheets.length") == 2, "those of the first site are gone"
