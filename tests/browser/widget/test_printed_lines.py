"""What `bovett embed` prints, pasted into a page whose content security policy is the printed one and nothing more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, hosted
from web import cli
from web.widget_builds import Build

NOTHING_ELSE = "default-src data:; "  # the page itself has an icon in its own text
WRONG = Build(b"something else").integrity


@dataclass
class Printed:
    """One way to embed, as printed."""

    html: str
    policy: list[str]

    @property
    def headers(self) -> dict[str, str]:
        own_icon = [line.replace("img-src ", "img-src data: ") for line in self.policy]
        return {"Content-Security-Policy": NOTHING_ELSE + " ".join(own_icon)}


Print = Callable[[Front], list[Printed]]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Print:
    """The launcher, the element and the frame of the municipality, as the command prints them."""

    def run(front: Front) -> list[Printed]:
        for name, value in front.settings.as_environ().items():
            monkeypatch.setenv(name, value)
        assert cli.main(["embed", "kommune", "--url", front.base]) == 0
        parts = [part.splitlines() for part in capsys.readouterr().out.split("\n\n")[1:4]]
        return [
            Printed("\n".join(line for line in part if line.startswith("  <")),
                    [line.strip() for line in part if line.startswith("    ")])
            for part in parts
        ]  # fmt: skip

    return run


def _asked(panel: Panel) -> None:
    panel.ask("hva er depositum?")
    expect(panel.latest.get_by_role("heading", name="Depositum")).to_be_visible()
    assert panel.latest.evaluate("n => getComputedStyle(n).borderRadius") != "0px", "the styles are there"


def test_the_printed_button_and_policy_work(page: Page, front: Front, printed: Print) -> None:
    way = printed(front)[0]
    assert len(way.policy) == 3, "with the one for the logo"
    hosted(page, front, way.html, headers=way.headers)
    _asked(Panel(page).open())


def test_the_printed_element_and_policy_work(page: Page, front: Front, printed: Print) -> None:
    way = printed(front)[1]
    assert len(way.policy) == 3
    hosted(page, front, way.html, headers=way.headers)
    _asked(Panel(page))


def test_the_printed_frame_and_policy_work(page: Page, front: Front, printed: Print) -> None:
    way = printed(front)[2]
    assert len(way.policy) == 1
    hosted(page, front, way.html, headers=way.headers)
    expect(page.frame_locator("iframe").get_by_role("log")).to_contain_text(says("nb", "chat.welcome"))


def test_a_logo_needs_the_line_that_is_printed_for_it(page: Page, front: Front, printed: Print, watch: Watch) -> None:
    way = printed(front)[0]
    assert len(way.policy) == 3
    for policy, is_shown in ((way.policy, True), (way.policy[:2], False)):
        hosted(page, front, way.html, headers=Printed("", policy).headers)
        logo = Panel(page).open().within.locator("img.logo")
        assert logo.evaluate("img => img.decode().then(() => true, () => false)") is is_shown
        if is_shown:
            assert watch.complaints == []
    watch.complaints.clear()


@pytest.mark.parametrize("dropped", [0, 1], ids=["script-src", "connect-src"])
def test_every_printed_line_is_needed(page: Page, front: Front, printed: Print, watch: Watch, dropped: int) -> None:
    way = printed(front)[0]
    del way.policy[dropped]
    hosted(page, front, way.html, headers=way.headers)
    page.wait_for_timeout(500)
    expect(page.get_by_role("button")).to_have_count(0)
    assert any("Content Security Policy" in line for line in watch.complaints)
    watch.complaints.clear()


def test_a_script_with_another_hash_is_refused(page: Page, front: Front, printed: Print, watch: Watch) -> None:
    way = printed(front)[0]
    right = way.html.split('integrity="')[1].split('"')[0]
    hosted(page, front, way.html.replace(right, WRONG), headers=way.headers)
    page.wait_for_timeout(500)
    expect(page.get_by_role("button")).to_have_count(0)
    assert any("integrity" in line and "blocked" in line for line in watch.complaints), watch.complaints
    watch.complaints.clear()


def test_a_page_of_a_site_without_it_in_its_list_gets_no_script(
    page: Page, front: Front, printed: Print, watch: Watch
) -> None:
    hosted(page, front, printed(front)[0].html, by=front.stranger)
    page.wait_for_timeout(500)
    expect(page.get_by_role("button")).to_have_count(0)
    assert any("CORS" in line for line in watch.complaints)
    watch.complaints.clear()
    watch.strangers.clear()


def test_the_widget_leads_to_the_privacy_page_of_its_site(page: Page, front: Front, printed: Print) -> None:
    hosted(page, front, printed(front)[1].html)
    link = Panel(page).within.get_by_role("link", name="Personvern")
    expect(link).to_have_attribute("href", f"{front.base}/nb/personvern?site=kommune")
    with page.context.expect_page() as opened:
        link.click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Personvern")
    expect(page.get_by_role("heading", name="Host")).to_be_visible()


PAGES = {
    "nb": ["om", "kilder", "personvern", "tilgjengelighet"],
    "ar": ["about", "sources", "privacy", "accessibility"],
}


@pytest.mark.parametrize("way", [1, 2], ids=["element", "frame"])
@pytest.mark.parametrize("locale", PAGES)
def test_the_widget_leads_to_the_other_pages_about_it(
    page: Page, front: Front, printed: Print, way: int, locale: str
) -> None:
    html = printed(front)[way].html.replace("/embed/kommune/nb", f"/embed/kommune/{locale}")
    hosted(page, front, html.replace("<bovett-chat ", f'<bovett-chat locale="{locale}" '))
    within = page.locator("bovett-chat") if way == 1 else page.frame_locator("iframe").locator("#chat")
    panel = Panel(page, locale, within)
    panel.tools()
    links = within.locator(".tools").get_by_role("link")
    paths = [f"{front.base}/{locale}/{word}?site=kommune" for word in PAGES[locale]]
    assert links.evaluate_all("all => all.map((each) => each.href)") == paths
    heights = links.evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")
    assert min(heights) >= 24
    for link in links.all():
        with page.context.expect_page() as opened:
            link.click()
        expect(opened.value.get_by_role("heading", level=1)).to_have_text(link.inner_text())
    expect(page.get_by_role("heading", name="Host")).to_be_visible()


@pytest.mark.parametrize("way", [0, 1], ids=["button", "element"])
def test_without_scripts_the_printed_lines_lead_to_the_conversation_of_the_site(
    browser: Browser, front: Front, printed: Print, way: int
) -> None:
    lines = printed(front)[way]
    with browser.new_context(java_script_enabled=False, locale="nb") as context:
        page = context.new_page()
        hosted(page, front, lines.html, headers=lines.headers)
        page.get_by_role("link", name="Boligveilederen").click()
        page.wait_for_url(f"{front.base}/s/kommune/nb")
        page.locator("main").get_by_role("link", name=says("nb", "page.chat.link")).click()
        page.wait_for_url(f"{front.base}/nb/chat?site=kommune")
        page.get_by_role("textbox", name=says("nb", "chat.input")).fill("hva er depositum?")
        page.get_by_role("button", name=says("nb", "chat.send"), exact=True).click()
        expect(page.get_by_role("heading", name="Depositum")).to_be_visible()
    assert front.rasa.got[0]["metadata"]["site"] == "kommune"


def test_with_scripts_the_link_within_the_element_is_not_shown(page: Page, front: Front, printed: Print) -> None:
    hosted(page, front, printed(front)[1].html)
    expect(Panel(page).log).to_be_visible()
    expect(page.get_by_role("link", name="Boligveilederen")).to_be_hidden()
