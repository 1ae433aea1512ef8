"""Showing the conversation to a helper: made in the widget, read in another browser, ended at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from knowledge.sites import NEUTRAL_PAGE
from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, assert_accessible, hosted, launcher, stored
from tests.browser.widget.states import answers, in_a_corner, in_a_frame, on_its_own

NARROW = {"width": 320, "height": 640}


@pytest.fixture
def helper(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A page in a browser of somebody else."""
    with browser.new_context(viewport={"width": 800, "height": 900}, reduced_motion="reduce") as context:
        opened = context.new_page()
        watch.over(opened)
        yield opened


def _asked(panel: Panel, text: str = "hvor stort depositum?") -> Panel:
    if panel.button("chat.open").is_visible():
        panel.open()
    panel.ask(text)
    return panel


def _dialog(panel: Panel) -> Locator:
    """The dialog, opened as a person opens it."""
    if panel.button("chat.menu").count() and not panel.button("chat.show").is_visible():
        panel.tools()
    panel.button("chat.show").click()
    dialog = panel.within.get_by_role("dialog", name=says(panel.locale, "chat.show"))
    expect(dialog).to_be_visible()
    return dialog


def _made(panel: Panel) -> str:
    """The address of a new link."""
    dialog = _dialog(panel)
    dialog.get_by_role("button", name=says(panel.locale, "chat.show_make")).click()
    field = dialog.get_by_label(says(panel.locale, "chat.show_link"))
    expect(field).to_be_focused()
    return field.input_value()


def _is_over(page: Page, locale: str = "nb") -> None:
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(says(locale, "page.shown.over"))
    expect(page.get_by_role("link", name="55 55 33 33").first).to_be_visible()
    expect(page.locator(".talk")).to_have_count(0)


def test_a_helper_reads_the_conversation_until_it_is_stopped(
    page: Page, front: Front, helper: Page, watch: Watch
) -> None:
    panel = _asked(in_a_corner(page, front))
    url = _made(panel)
    assert url.startswith(f"{front.base}/nb/shown/")
    dialog = panel.within.get_by_role("dialog")
    expect(dialog.get_by_text(says("nb", "chat.show_trust"))).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_text(says("nb", "chat.show_made"))
    expect(dialog.get_by_text("Den som har lenken, kan lese samtalen til")).to_be_visible()
    assert_accessible(page, "the link is made")

    answer = helper.goto(url)
    assert answer is not None
    assert answer.status == 200
    expect(helper.get_by_role("heading", level=1)).to_have_text(says("nb", "page.shown"))
    expect(helper.get_by_text("hvor stort depositum?")).to_be_visible()
    expect(helper.get_by_role("link", name="husleieloven § 3-5")).to_be_visible()
    expect(helper.get_by_text("Hva sier loven?")).to_be_visible()
    for role in ("button", "textbox", "checkbox", "combobox"):
        expect(helper.get_by_role(role)).to_have_count(0)  # type: ignore[arg-type]
    assert helper.locator("form, script, iframe, [contenteditable]").count() == 0
    assert_accessible(helper, "the helper's page")
    nothing = {"session": {}, "local": {}, "cookies": "", "databases": 0}
    assert stored(helper) == nothing

    dialog.get_by_role("button", name=says("nb", "chat.show_stop")).click()
    expect(dialog.get_by_role("status")).to_have_text(says("nb", "chat.show_stopped"))
    expect(dialog.get_by_role("button", name=says("nb", "chat.show_make"))).to_be_focused()
    watch.failures_expected = True  # 404
    _is_over(helper)
    assert_accessible(helper, "the link is over")


def test_the_link_is_left_nowhere_on_the_device(page: Page, front: Front) -> None:
    panel = _asked(in_a_corner(page, front))
    secret = _made(panel).rsplit("/", 1)[1]
    kept = stored(page)
    assert secret not in str(kept)
    assert list(kept["session"]) == ["bovett:kommune"]
    assert kept["cookies"] == ""
    assert secret not in page.url
    page.keyboard.press("Escape")
    expect(panel.within.get_by_role("dialog")).to_have_count(0)
    assert secret not in page.evaluate("document.querySelector('bovett-chat').shadowRoot.innerHTML")


def test_coming_back_one_sees_until_when_and_can_stop_or_begin_anew(
    page: Page, front: Front, helper: Page, watch: Watch
) -> None:
    panel = _asked(in_a_corner(page, front))
    first = _made(panel)
    page.reload()
    panel = Panel(page).open()
    dialog = _dialog(panel)
    expect(dialog.get_by_text("Den som har lenken, kan lese samtalen til")).to_be_visible()
    expect(dialog.get_by_text(says("nb", "chat.show_other"))).to_be_visible()
    assert first not in dialog.inner_html()
    assert_accessible(page, "there is a link")
    dialog.get_by_role("button", name=says("nb", "chat.show_again")).click()
    second = dialog.get_by_label(says("nb", "chat.show_link")).input_value()
    watch.failures_expected = True
    helper.goto(first)
    _is_over(helper)
    helper.goto(second)
    expect(helper.get_by_text("hvor stort depositum?")).to_be_visible()


def test_the_link_is_copied(page: Page, front: Front) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=front.host)
    panel = _asked(in_a_corner(page, front))
    url = _made(panel)
    dialog = panel.within.get_by_role("dialog")
    dialog.get_by_role("button", name=says("nb", "chat.show_copy")).click()
    expect(dialog.get_by_role("status")).to_have_text(says("nb", "chat.show_copied"))
    assert page.evaluate("navigator.clipboard.readText()") == url


def test_the_code_is_drawn_where_the_host_lets_in_no_pictures(page: Page, front: Front, watch: Watch) -> None:
    rules = f"default-src 'none'; script-src {front.base}; connect-src {front.base}"
    hosted(page, front, launcher(), headers={"Content-Security-Policy": rules})
    expect(Panel(page).button("chat.open")).to_be_visible()
    panel = _asked(Panel(page))
    _made(panel)
    # The host's own icon, and the logo of the site, which such a host does not let in.
    watch.complaints[:] = [each for each in watch.complaints if "'data:,'" not in each and ".svg'" not in each]
    code = panel.within.locator("svg.code")
    box = code.bounding_box()
    assert box is not None
    assert box["width"] > 150
    assert code.evaluate("n => [getComputedStyle(n).stroke, getComputedStyle(n).backgroundColor]") == [
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
    ]


def test_what_is_stored_tells_of_the_link(page: Page, front: Front) -> None:
    panel = _asked(in_a_corner(page, front))
    _made(panel)
    page.keyboard.press("Escape")
    panel.button("chat.stored").click()
    expect(panel.within.get_by_role("dialog").get_by_text("Den som har lenken, kan lese")).to_be_visible()


@pytest.mark.parametrize("way", ["chat.erase", "chat.leave"])
def test_deleting_and_leaving_in_a_hurry_end_it(page: Page, front: Front, helper: Page, watch: Watch, way: str) -> None:
    page.route(
        f"{NEUTRAL_PAGE}**", lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html")
    )
    watch.base = (*watch.base, NEUTRAL_PAGE.rstrip("/"))
    watch.failures_expected = True
    panel = _asked(in_a_corner(page, front))
    helper.goto(_made(panel))
    expect(helper.get_by_text("hvor stort depositum?")).to_be_visible()
    page.keyboard.press("Escape")
    panel.button(way).click()
    if way == "chat.erase":
        panel.sure()
    for _ in range(50):
        if front.rasa.forgotten:
            break
        page.wait_for_timeout(50)
    _is_over(helper)


def test_what_goes_wrong_is_told_in_the_dialog(page: Page, front: Front, watch: Watch) -> None:
    watch.failures_expected = True
    panel = _asked(in_a_corner(page, front))
    dialog = _dialog(panel)
    page.route("**/showing", lambda route: route.abort())
    dialog.get_by_role("button", name=says("nb", "chat.show_make")).click()
    expect(dialog.get_by_role("status")).to_have_text(says("nb", "chat.show_failed"))


def test_links_of_the_page_tell_nobody_its_address(page: Page, front: Front, helper: Page, watch: Watch) -> None:
    panel = _asked(in_a_corner(page, front))
    url = _made(panel)
    told: list[str | None] = []
    watch.base = (*watch.base, "https://lovdata.no")
    helper.route(
        "https://lovdata.no/**",
        lambda route: (told.append(route.request.header_value("referer")), route.fulfill(body="Loven")),
    )
    helper.goto(url)
    helper.get_by_role("link", name="husleieloven § 3-5").click()
    expect(helper.get_by_text("Loven")).to_be_visible()
    helper.goto(url)
    with helper.expect_request(f"{front.base}/s/kommune/nb") as asked:
        helper.locator(".brand a").click()
    assert [*told, asked.value.header_value("referer")] == [None, None]


@pytest.mark.parametrize("size", [NARROW])
@pytest.mark.parametrize("locale", ["ar", "uk", "fa"])
def test_it_is_accessible_on_a_phone_in_other_languages(page: Page, front: Front, helper: Page, locale: str) -> None:
    panel = in_a_corner(page, front, locale=locale).open()
    answers(front, locale=locale)
    _asked(panel)
    dialog = _dialog(panel)
    assert_accessible(page, "offered")
    dialog.get_by_role("button", name=says(locale, "chat.show_make")).click()
    url = dialog.get_by_label(says(locale, "chat.show_link")).input_value()
    assert_accessible(page, "made")
    assert dialog.evaluate("n => n.scrollWidth <= n.clientWidth")
    small = dialog.evaluate(
        "n => [...n.querySelectorAll('button, input')].filter(b => b.getBoundingClientRect().height < 24).length"
    )
    assert small == 0
    helper.set_viewport_size(NARROW)  # type: ignore[arg-type]
    helper.goto(url)
    root = helper.locator("html")
    expect(root).to_have_attribute("lang", locale)
    expect(root).to_have_attribute("dir", "ltr" if locale == "uk" else "rtl")
    expect(helper.get_by_role("heading", level=1)).to_have_text(says(locale, "page.shown"))
    assert helper.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert_accessible(helper, "the helper's page")


def test_it_is_all_done_by_keyboard(page: Page, front: Front) -> None:
    panel = _asked(on_its_own(page, front))
    panel.button("chat.show").focus()
    page.keyboard.press("Enter")
    dialog = panel.within.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(dialog.get_by_label(says("nb", "chat.show_link"))).to_be_focused()
    for key in ("chat.show_copy", "chat.show_stop"):
        page.keyboard.press("Tab")
        expect(dialog.get_by_role("button", name=says("nb", key))).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("button", name=says("nb", "chat.show_make"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(panel.button("chat.show")).to_be_focused()


def test_it_works_from_a_frame(page: Page, front: Front, helper: Page) -> None:
    panel = _asked(in_a_frame(page, front))
    helper.goto(_made(panel))
    expect(helper.get_by_text("hvor stort depositum?")).to_be_visible()


@pytest.mark.parametrize("locale", ["nb", "ar"])
def test_it_works_without_scripts(browser: Browser, front: Front, helper: Page, watch: Watch, locale: str) -> None:
    answers(front, locale=locale)
    with browser.new_context(java_script_enabled=False, viewport=NARROW) as context:  # type: ignore[arg-type]
        opened = context.new_page()
        watch.over(opened)
        opened.goto(f"{front.base}/{locale}/chat")
        opened.get_by_role("textbox", name=says(locale, "chat.input")).fill("hvor stort depositum?")
        opened.get_by_role("button", name=says(locale, "chat.send"), exact=True).click()
        opened.get_by_role("button", name=says(locale, "chat.show_make")).click()
        link = opened.locator("a.code")
        expect(link).to_be_in_viewport()
        helper.goto(link.inner_text())
        expect(helper.get_by_text("hvor stort depositum?")).to_be_visible()
        opened.get_by_role("button", name=says(locale, "chat.show_stop")).click()
        expect(opened.get_by_role("status")).to_have_text(says(locale, "chat.show_stopped"))
    watch.failures_expected = True
    _is_over(helper, locale)


@pytest.mark.parametrize("locale", ["nb", "ar"])
def test_the_page_without_scripts_is_accessible_with_the_link_on_it(page: Page, front: Front, locale: str) -> None:
    page.goto(f"{front.base}/{locale}/chat")
    page.get_by_role("textbox", name=says(locale, "chat.input")).fill("hei")
    page.get_by_role("button", name=says(locale, "chat.send"), exact=True).click()
    page.get_by_role("button", name=says(locale, "chat.show_make")).click()
    expect(page.locator("svg.code")).to_be_visible()
    assert_accessible(page, "made")
    page.goto(f"{front.base}/{locale}/chat")
    expect(page.get_by_role("button", name=says(locale, "chat.show_stop"))).to_be_visible()
    assert_accessible(page, "there is a link")
