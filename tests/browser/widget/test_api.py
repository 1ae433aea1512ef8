"""What docs/widget.md promises to host pages: attributes, properties, methods, events, messages and looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from knowledge.sites import NEUTRAL_PAGE
from tests.browser.conftest import Watch, says, watched_page
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, hosted, launcher, wait_until

EVENTS = ("ready", "open", "close", "reply", "language", "failed", "erase", "exit")
_LISTEN = f"""<script>window.heard = [];
  for (const name of {list(EVENTS)})
    document.addEventListener('bovett-' + name, (event) => heard.push([name, event.detail, event.target.localName]));</script>"""
_ELEMENT = '<script src="{src}" async></script><bovett-chat site="kommune" locale="nb"></bovett-chat>'
_MINE = "document.querySelector('bovett-chat')"
_HEAR = "<script>window.heard = []; addEventListener('message', ({data}) => heard.push(data))</script>"
LIGHT, DARK = "rgb(241, 246, 242)", "rgb(20, 26, 22)"  # grounds of the site
Heard = list[list[Any]]


@pytest.fixture(scope="module")
def shared_page(browser: Browser, front: Front) -> Iterator[Page]:
    """One page with the element in its place, for all tests that leave it as it was."""
    watch = Watch((front.base, front.host), failures_expected=True)
    with watched_page(browser, front.host, {"width": 1100, "height": 900}, watch) as page:
        hosted(page, front, _LISTEN + '<button id="theirs">Theirs</button>' + _ELEMENT)
        page.evaluate(f"customElements.whenDefined('bovett-chat').then(() => {_MINE}.whenReady)")
        yield page


@pytest.fixture
def chat(shared_page: Page) -> Iterator[Page]:
    """That page; afterwards the element is as it was, and nothing was said."""
    shared_page.evaluate("() => { heard.length = 0; }")
    yield shared_page
    shared_page.evaluate(
        f"""async () => {{ const chat = {_MINE}; chat.removeAttribute('style'); chat.removeAttribute('scheme');
        chat.open = false; chat.site = 'ungdom'; chat.locale = 'nb'; chat.site = 'kommune'; sessionStorage.clear();
        await chat.whenReady; document.activeElement.blur(); }}"""
    )


def _do(page: Page, script: str) -> None:
    page.evaluate(f"(chat) => {{ {script} }}", page.query_selector("bovett-chat"))


def _heard(page: Page) -> Heard:
    found: Heard = page.evaluate("heard")
    assert {each[2] for each in found} <= {"bovett-chat"}
    return [each[:2] for each in found]


@pytest.mark.parametrize("way", ["chat.open = true", "chat.show()", "chat.setAttribute('open', '')"])
def test_it_is_shown(chat: Page, way: str) -> None:
    _do(chat, way)
    expect(Panel(chat).field).to_be_focused()
    assert chat.evaluate(f"{_MINE}.open") is True
    assert _heard(chat) == [["open", {}]]


@pytest.mark.parametrize("way", ["chat.open = false", "chat.hide()", "chat.removeAttribute('open')"])
def test_it_is_hidden_and_the_focus_goes_to_its_button_only_from_within(chat: Page, way: str) -> None:
    _do(chat, "chat.show()")
    _do(chat, way)
    expect(Panel(chat).log).to_be_hidden()
    expect(Panel(chat).button("chat.open")).to_be_focused()
    _do(chat, "chat.show()")
    chat.locator("#theirs").focus()
    _do(chat, way)
    expect(Panel(chat).log).to_be_hidden()
    expect(chat.locator("#theirs")).to_be_focused()
    assert chat.evaluate(f"{_MINE}.open") is False
    assert [name for name, _ in _heard(chat)] == ["open", "close"] * 2


@pytest.mark.parametrize("way", ["chat.locale = 'en'", "chat.setAttribute('locale', 'en')"])
def test_the_language_is_set_and_told(chat: Page, way: str) -> None:
    _do(chat, "chat.show()")
    _do(chat, way)
    expect(Panel(chat, "en").log).to_contain_text(says("en", "chat.welcome"))
    assert chat.evaluate(f"{_MINE}.locale") == "en"
    assert _heard(chat) == [["open", {}], ["language", {"locale": "en"}]]


def test_a_language_that_is_chosen_is_told_as_well(chat: Page) -> None:
    panel = Panel(chat).open()
    panel.tools()
    panel.within.get_by_role("button", name="فارسی").click()
    expect(Panel(chat, "fa").log).to_contain_text(says("fa", "chat.welcome"))
    assert chat.evaluate(f"{_MINE}.locale") == "fa"
    assert _heard(chat)[-1] == ["language", {"locale": "fa"}]


@pytest.mark.parametrize("way", ["chat.site = 'ungdom'", "chat.setAttribute('site', 'ungdom')"])
def test_the_site_is_set(chat: Page, way: str) -> None:
    _do(chat, "chat.show()")
    _do(chat, way)
    chat.evaluate(f"{_MINE}.whenReady")
    expect(Panel(chat).log).to_contain_text(says("nb", "chat.youth.welcome"))
    assert chat.evaluate(f"{_MINE}.site") == "ungdom"
    assert [name for name, _ in _heard(chat)] == ["open", "open", "ready"]


@pytest.mark.parametrize(("scheme", "ground"), [("dark", DARK), ("light", LIGHT), ("auto", LIGHT), ("nonsense", LIGHT)])
def test_the_scheme_is_set(chat: Page, scheme: str, ground: str) -> None:
    _do(chat, f"chat.show(); chat.setAttribute('scheme', '{'light' if scheme == 'dark' else 'dark'}')")
    _do(chat, f"chat.setAttribute('scheme', '{scheme}')")
    assert _style(chat, ".panel", "backgroundColor") == ground
    if scheme == "auto":
        chat.emulate_media(color_scheme="dark")
        assert _style(chat, ".panel", "backgroundColor") == DARK
        chat.emulate_media(color_scheme="light")


def test_a_guide_is_started(chat: Page) -> None:
    _do(chat, "chat.startGuide('letter')")
    expect(Panel(chat).log.locator(".person").last).to_contain_text("brevet betyr")
    wait_until(chat, "heard.some(([name]) => name === 'reply')")
    assert _heard(chat) == [["open", {}], ["reply", {"locale": "nb"}]]


def test_replies_and_deleting_are_told_without_what_was_said(chat: Page) -> None:
    panel = Panel(chat).open()
    panel.ask("hun slår meg")
    panel.tools()
    panel.button("chat.erase").click()
    panel.sure()
    wait_until(chat, "heard.length === 3")
    assert _heard(chat) == [["open", {}], ["reply", {"locale": "nb"}], ["erase", {}]]


def test_a_message_that_does_not_get_through_is_told(chat: Page, front: Front) -> None:
    front.rasa.status = 500
    Panel(chat).open().ask("hei")
    wait_until(chat, "heard.length === 2")
    assert _heard(chat) == [["open", {}], ["failed", {}]]


def _style(page: Page, part: str, name: str) -> str:
    return str(page.locator(f"bovett-chat {part}").first.evaluate("(node, name) => getComputedStyle(node)[name]", name))


@pytest.mark.parametrize(
    ("name", "value", "part", "told"),
    [
        ("accent", "rgb(1, 2, 3)", ".ask .ds-button", "backgroundColor"),
        ("on-accent", "rgb(251, 252, 253)", ".ask .ds-button", "color"),
        ("ink", "rgb(1, 2, 3)", ".message", "color"),
        ("paper", "rgb(251, 252, 253)", ".message", "backgroundColor"),
        ("ground", "rgb(251, 252, 253)", ".panel", "backgroundColor"),
        ("radius", "3px", ".message", "borderTopLeftRadius"),
        ("font", "monospace", ".message", "fontFamily"),
        ("width", "333px", ".panel", "width"),
        ("height", "444px", ".panel", "height"),
    ],
)
def test_the_look_is_set(chat: Page, name: str, value: str, part: str, told: str) -> None:
    _do(chat, "chat.show()")
    assert _style(chat, part, told) != value
    _do(chat, f"chat.style.setProperty('--bovett-{name}', '{value}')")
    assert _style(chat, part, told) == value


def test_the_script_opens_it_in_a_scheme_and_a_language(page: Page, front: Front) -> None:
    hosted(page, front, launcher(more='data-open data-scheme="dark" data-locale="fa"'))
    panel = Panel(page, "fa")
    expect(panel.log).to_contain_text(says("fa", "chat.welcome"))
    assert _style(page, ".panel", "backgroundColor") == DARK
    assert page.evaluate("document.activeElement === document.body"), "the focus is the page's"


@pytest.mark.parametrize(("locale", "left"), [("nb", True), ("ar", False)])
def test_a_site_may_have_it_in_the_other_corner(page: Page, front: Front, locale: str, left: bool) -> None:
    hosted(page, front, launcher("ungdom", f'data-locale="{locale}"'))
    panel = Panel(page, locale)
    button = panel.button("chat.open").bounding_box()
    assert button
    panel.open()
    box = panel.within.locator(".panel").bounding_box()
    assert box
    for each in (button, box):
        assert (each["x"] + each["width"] / 2 < 550) == left


def _neutral(page: Page, watch: Watch) -> None:
    page.route(
        f"{NEUTRAL_PAGE}**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html")
    )
    watch.base = (*watch.base, NEUTRAL_PAGE.rstrip("/"))


def test_leaving_is_told(page: Page, front: Front, watch: Watch) -> None:
    _neutral(page, watch)
    heard: list[str] = []
    page.expose_function("told", lambda told: heard.append(told))
    hosted(page, front, "<script>addEventListener('bovett-exit', (event) => told(event.type))</script>" + launcher())
    Panel(page).open().button("chat.leave").click()
    page.wait_for_url(NEUTRAL_PAGE)
    assert heard == ["bovett-exit"]


def _framed(page: Page, front: Front, more: str = "") -> Panel:
    frame = f'<iframe src="{front.base}/embed/ungdom/nb" title="Chat" width=500 height=700 {more}></iframe>'
    hosted(page, front, _HEAR + frame)
    inner = page.frame_locator("iframe").locator("#chat")
    expect(page.frame_locator("iframe").locator("#chat[data-ready]")).to_be_attached()
    return Panel(page, within=inner)


def test_a_frame_does_what_it_is_posted_and_tells_what_happens(page: Page, front: Front, watch: Watch) -> None:
    _neutral(page, watch)
    watch.failures_expected = True
    heard: list[dict[str, str]] = []
    page.expose_function("told", lambda told: heard.append(told))
    page.add_init_script("if (window === top) addEventListener('message', ({data}) => told(data))")
    panel = _framed(page, front)
    page.evaluate("frames[0].postMessage({bovett: 'focus'}, '*')")
    expect(panel.field).to_be_focused()
    page.evaluate("frames[0].postMessage({bovett: 'start-guide', guide: 'letter'}, '*')")
    expect(panel.log.get_by_role("article")).to_have_count(2)
    front.rasa.status = 500
    panel.ask("hei")
    front.rasa.status = 200
    for locale in ("xx", "en"):
        page.evaluate("(locale) => frames[0].postMessage({bovett: 'locale', locale}, '*')", locale)
    english = Panel(page, "en", panel.within)
    expect(english.log).to_contain_text(says("en", "chat.youth.welcome"))
    english.tools()
    english.button("chat.erase").click()
    english.sure()
    expect(english.within.get_by_role("status")).to_have_text(says("en", "chat.erased"))
    english.button("chat.leave").click()
    page.wait_for_url(NEUTRAL_PAGE)
    assert heard == [
        {"bovett": "ready"},
        {"bovett": "reply", "locale": "nb"},
        {"bovett": "failed"},
        {"bovett": "language", "locale": "en"},
        {"bovett": "erase"},
        {"bovett": "exit"},
    ]


def _without_knowing_its_host(page: Page, front: Front) -> None:
    """As in a browser that does not tell a frame what is around it."""
    script = page.request.get(f"{front.base}/static/build/page.js").text()
    assert "ancestorOrigins" in script
    other = script.replace("ancestorOrigins", "noSuchThing")
    page.route("**/build/page.js*", lambda route: route.fulfill(body=other, content_type="text/javascript"))


@pytest.mark.parametrize("knows", [True, False], ids=["told of its host", "not told of it"])
def test_a_frame_heeds_what_is_posted_as_soon_as_it_has_loaded(page: Page, front: Front, knows: bool) -> None:
    """Not every browser tells a frame what is around it; there the first message of the host does."""
    if not knows:
        _without_knowing_its_host(page, front)
    post = "contentWindow.postMessage({bovett: 'locale', locale: 'en'}, '*')"
    _framed(page, front, f'onload="{post}"')
    inner = page.frame_locator("iframe").get_by_role("log")
    expect(inner).to_contain_text(says("en", "chat.youth.welcome"))
    wait_until(page, "heard.length > 1")
    assert page.evaluate("heard") == [{"bovett": "ready"}, {"bovett": "language", "locale": "en"}]


def test_a_frame_that_does_not_know_its_host_tells_nothing_until_it_is_spoken_to(page: Page, front: Front) -> None:
    _without_knowing_its_host(page, front)
    panel = _framed(page, front)
    panel.ask("hei")
    assert page.evaluate("heard") == []
    page.evaluate("frames[0].postMessage({bovett: 'hello'}, '*')")
    wait_until(page, "heard.length > 0")
    panel.ask("hei")
    wait_until(page, "heard.length > 1")
    assert page.evaluate("heard") == [{"bovett": "ready"}, {"bovett": "reply", "locale": "nb"}]
