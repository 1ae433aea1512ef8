"""The widget on other people's pages: launcher, element and frame, friendly hosts and hostile ones."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, hosted, launcher, stored, wait_until

INLINE = '<script src="{src}" async></script><bovett-chat site="leieboerforening" locale="nb" open></bovett-chat>'


def test_one_line_gives_a_launcher(page: Page, front: Front) -> None:
    hosted(page, front, launcher())
    panel = Panel(page)
    expect(panel.button("chat.open")).to_have_attribute("aria-expanded", "false")
    panel.open()
    expect(panel.log).to_contain_text(says("nb", "chat.welcome"))
    panel.ask("hva er depositum?")
    expect(panel.latest.get_by_role("heading", name="Depositum")).to_be_visible()
    panel.button("chat.close").click()
    expect(panel.button("chat.open")).to_be_focused()
    expect(panel.log).to_be_hidden()


def test_an_element_stands_in_its_place(page: Page, front: Front) -> None:
    hosted(page, front, f"<p id=before>Before</p>{INLINE}<p id=after>After</p>")
    panel = Panel(page)
    expect(panel.log).to_be_visible()
    places = [page.locator(name).bounding_box() or {} for name in ("#before", "bovett-chat", "#after")]
    assert places == sorted(places, key=lambda place: place["y"])
    assert places[1]["height"] > 300
    assert page.evaluate("document.activeElement === document.body"), "the focus is the page's"


def test_the_element_tells_the_page_what_happens_and_nothing_that_was_said(page: Page, front: Front) -> None:
    listen = """<script>window.heard = [];
      for (const name of ['ready', 'open', 'close', 'reply', 'erase', 'language'])
        document.addEventListener('bovett-' + name, (event) => heard.push([name, event.detail]));</script>"""
    hosted(page, front, listen + launcher())
    panel = Panel(page).open()
    panel.ask("jeg heter Kari")
    panel.button("chat.close").click()
    wait_until(page, "heard.some(([name]) => name === 'close')")
    assert page.evaluate("heard") == [["ready", {}], ["open", {}], ["reply", {"locale": "nb"}], ["close", {}]]
    page.evaluate("document.querySelector('bovett-chat').open = true")
    expect(panel.log).to_be_visible()
    page.evaluate("document.querySelector('bovett-chat').startGuide('letter')")
    expect(panel.log.locator(".person").last).to_contain_text("brevet betyr")


def test_nothing_leaks_into_the_page(page: Page, front: Front) -> None:
    hosted(page, front, "<script>window.before = new Set(Object.keys(window))</script>" + launcher())
    Panel(page).open()
    assert page.evaluate("Object.keys(window).filter((name) => !before.has(name) && name !== 'before')") == []
    assert page.locator("head style, head link:not([rel=icon])").count() == 0


def test_three_sites_on_one_page_keep_apart(page: Page, front: Front) -> None:
    sites = ("kommune", "leieboerforening", "ungdom")
    elements = "".join(f'<bovett-chat id="{site}" site="{site}" open></bovett-chat>' for site in sites)
    hosted(page, front, f'<script src="{{src}}" async></script>{elements}')
    panels = {site: Panel(page, within=page.locator(f"#{site}")) for site in sites}
    panels["kommune"].ask("spørsmål til kommunen")
    panels["ungdom"].ask("spørsmål til ungdom")
    expect(panels["leieboerforening"].log.get_by_role("article")).to_have_count(1)
    assert set(stored(page)["session"]) == {"bovett:kommune", "bovett:ungdom"}
    expect(panels["ungdom"].log).to_contain_text(says("nb", "chat.youth.welcome"))
    colours = {p.within.locator(".opener, .ask .ds-button").last.evaluate("n => getComputedStyle(n).backgroundColor")
               for p in panels.values()}  # fmt: skip
    assert len(colours) == 3


HOSTILE = """<style>* { all: unset !important; } html { font-size: 62.5%; direction: rtl; }
  * { color: #ff00ff !important; } button, textarea { display: none !important; } div { float: right; }
  bovett-chat { display: none; position: static; transform: rotate(3deg); opacity: 0.1; } .bovett, .panel, .log { display: none }
  </style>"""


@pytest.mark.parametrize("html", ['<html lang="nb">', '<html lang="nb" dir="rtl">'], ids=["ltr", "rtl"])
def test_a_hostile_page_does_not_get_in(page: Page, front: Front, html: str) -> None:
    hosted(page, front, launcher(), head=HOSTILE, html=html)
    panel = Panel(page)
    expect(panel.button("chat.open")).to_be_in_viewport()
    panel.open().ask("hei")
    style = panel.latest.evaluate(
        "n => { const s = getComputedStyle(n); return [s.direction, s.fontFamily.split(',')[0], s.color, s.display,"
        " parseFloat(s.fontSize)]; }"
    )
    assert style == ["ltr", "system-ui", "rgb(27, 31, 28)", "block", 16]
    box = panel.within.locator(".panel").bounding_box()
    assert box
    assert box["width"] > 350
    assert box["height"] > 400


def test_a_strict_policy_of_the_host_is_kept(page: Page, front: Front) -> None:
    rules = (
        f"default-src 'none'; script-src {front.base}; connect-src {front.base}; style-src 'none'; "
        f"img-src data: {front.base}; "  # the logo of the site
        "require-trusted-types-for 'script'"
    )
    hosted(page, front, launcher(), headers={"Content-Security-Policy": rules})
    panel = Panel(page).open()
    panel.ask("hei")
    assert panel.latest.evaluate("n => getComputedStyle(n).borderRadius") != "0px", "the styles are there"


def test_nothing_is_stored_before_the_first_message(page: Page, front: Front) -> None:
    hosted(page, front, launcher())
    panel = Panel(page).open()
    panel.tools()
    panel.button("chat.larger").click()
    empty = {"session": {}, "local": {}, "cookies": "", "databases": 0}
    assert stored(page) == empty
    panel.ask("hei")
    assert set(stored(page)["session"]) == {"bovett:kommune"}
    panel.button("chat.erase").click()
    panel.sure()
    expect(panel.log.get_by_role("article")).to_have_count(1)
    assert stored(page) == empty


def test_the_token_is_in_no_address(page: Page, front: Front) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hosted(page, front, launcher())
    panel = Panel(page).open()
    panel.ask("hei")
    token = page.evaluate("JSON.parse(sessionStorage['bovett:kommune']).token")
    assert len(token) > 20
    assert not any(token in url for url in [*asked, page.url])


def test_a_page_that_no_site_lists_gets_nothing(page: Page, front: Front, watch: Watch) -> None:
    failed = "document.addEventListener('bovett-failed', () => { window.failed = true; })"
    page.add_init_script(failed)
    hosted(page, front, launcher(), by=front.stranger)
    wait_until(page, "window.failed === true")
    expect(page.get_by_role("button")).to_have_count(0)
    assert any("CORS" in line for line in watch.complaints)
    watch.complaints.clear()
    watch.strangers.clear()


def test_a_frame_is_for_the_pages_of_the_site(page: Page, front: Front) -> None:
    hosted(page, front, f'<iframe src="{front.base}/embed/ungdom/nb" title="Chat" width=500 height=700></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("log")).to_contain_text(says("nb", "chat.youth.welcome"))
    frame.get_by_role("textbox", name=says("nb", "chat.input")).fill("hei")
    frame.get_by_role("button", name=says("nb", "chat.send")).click()
    expect(frame.get_by_role("heading", name="Depositum")).to_be_visible()


def test_a_frame_on_another_page_is_refused(page: Page, front: Front, watch: Watch) -> None:
    hosted(page, front, f'<iframe src="{front.base}/embed/ungdom/nb" title="Chat"></iframe>', by=front.stranger)
    page.wait_for_timeout(500)
    expect(page.frame_locator("iframe").get_by_role("log")).to_have_count(0)
    assert any("frame-ancestors" in line for line in watch.complaints), watch.complaints
    watch.complaints.clear()
    watch.strangers.clear()


def test_the_frame_hears_its_own_page_alone(page: Page, front: Front) -> None:
    hear = "<script>window.heard = []; addEventListener('message', (event) => heard.push([event.origin, event.data]))</script>"
    hosted(page, front, f'{hear}<iframe src="{front.base}/embed/ungdom/nb" title="Chat"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.locator("#chat[data-ready]")).to_be_attached()
    wait_until(page, "heard.length > 0")
    assert page.evaluate("heard") == [[front.base, {"bovett": "ready"}]]
    said = frame.locator(".person")
    inner = next(each for each in page.frames if "/embed/" in each.url)
    # From itself, and as if from elsewhere: ignored.
    inner.evaluate("window.postMessage({bovett: 'start-guide', guide: 'letter'}, '*')")
    inner.evaluate("window.dispatchEvent(new MessageEvent('message', {data: {bovett: 'start-guide', guide: 'letter'},"
                   " origin: 'https://evil.example', source: window.parent}))")  # fmt: skip
    page.wait_for_timeout(300)
    expect(said).to_have_count(0)
    page.evaluate("frames[0].postMessage({bovett: 'nonsense'}, '*'); frames[0].postMessage(null, '*');"
                  "frames[0].postMessage({bovett: 'start-guide', guide: 'letter'}, '*')")  # fmt: skip
    expect(said).to_have_count(1)


@pytest.mark.parametrize("site", ["kommune", "leieboerforening", "ungdom"])
def test_the_three_pages_show_the_widget(page: Page, front: Front, site: str) -> None:
    page.goto(f"{front.base}/demo/{site}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if site == "ungdom":
        expect(page.frame_locator("iframe").get_by_role("log")).to_be_visible()
    elif site == "kommune":
        Panel(page).open()
    expect(page.get_by_text(re.compile("eksempelside"))).to_be_visible()


def test_a_site_has_a_page_of_its_own(page: Page, front: Front) -> None:
    page.goto(f"{front.base}/s/kommune")
    expect(page).to_have_url(re.compile(r"/s/kommune/nb$"))
    expect(page.get_by_role("heading", level=1, name="Boligveilederen")).to_be_visible()
    expect(page.get_by_role("log")).to_be_visible()
    accent = page.get_by_role("button", name=says("nb", "chat.send")).evaluate(
        "node => getComputedStyle(node).backgroundColor"
    )
    assert accent == "rgb(20, 83, 45)", "the site's own colour"
    page.get_by_role("navigation", name=says("nb", "chat.language")).get_by_role("link", name="العربية").click()
    expect(page).to_have_url(re.compile(r"/s/kommune/ar$"))
