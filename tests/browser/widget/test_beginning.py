"""What a person may begin with: topics, articles, and a guide that the address names."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from knowledge.library import Library
from knowledge.settings import Settings
from tests.browser.conftest import says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, stored
from tests.browser.widget.states import in_a_corner

LIBRARY = Library.read(Settings().content_dir)


@pytest.fixture
def panel(page: Page, front: Front) -> Panel:
    return in_a_corner(page, front).open()


def test_a_topic_starts_its_guide_and_goes_when_it_has(panel: Panel, front: Front) -> None:
    topics = panel.within.get_by_role("group", name=says("nb", "chat.topics"))
    topics.get_by_role("button", name=says("nb", "chat.tile.letter")).click()
    expect(panel.latest).to_contain_text("Kort svar.")
    assert front.rasa.got[0]["message"] == '/start_guide{"guide": "letter"}'
    assert front.rasa.got[0]["metadata"]["site"] == "kommune"
    expect(topics).to_be_hidden()


def test_an_article_can_be_begun_with(panel: Panel, front: Front) -> None:
    openings = panel.within.get_by_role("group", name=says("nb", "chat.openings"))
    title = LIBRARY.articles["housing-help"].text_for("nb").title
    openings.get_by_role("button", name=title, exact=True).click()
    expect(panel.latest).to_contain_text("Kort svar.")
    assert front.rasa.got[0]["message"] == '/show_article{"article_id": "housing-help"}'
    expect(openings).to_be_hidden()
    expect(panel.log.get_by_text(title, exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["/nb/", "/s/kommune/nb", "/embed/kommune/nb"])
def test_a_guide_that_the_address_names_is_offered_and_not_begun(page: Page, front: Front, path: str) -> None:
    """What is stored can be read before anything is."""
    page.goto(f"{front.base}{path}?guide=deposit")
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    panel = Panel(page, within=page.locator("#chat"))
    topics = panel.within.get_by_role("group", name=says("nb", "chat.topics"))
    offered, second = topics.get_by_role("button").all()[:2]
    expect(offered).to_have_text(LIBRARY.guides["deposit"].text_for("nb").button)
    shades = [each.evaluate("n => getComputedStyle(n).backgroundColor") for each in (offered, second)]
    assert shades[0] != shades[1], "it stands out"
    expect(topics.get_by_role("button", name=says("nb", "chat.tile.deposit"), exact=True)).to_have_count(0)
    expect(panel.within).to_contain_text(says("nb", "chat.privacy", days="30"))
    page.wait_for_timeout(200)
    assert (front.rasa.got, stored(page)["session"]) == ([], {})
    assert "guide=" not in page.url
    offered.click()
    expect(panel.latest).to_contain_text("Kort svar.")
    assert front.rasa.got[0]["message"] == '/start_guide{"guide": "deposit"}'
    expect(topics).to_be_hidden()
    page.reload()
    expect(panel.log.get_by_role("article")).to_have_count(2)
    expect(topics).to_be_hidden()


def test_a_guide_is_offered_in_a_conversation_that_has_begun_and_in_another_language(page: Page, front: Front) -> None:
    page.goto(f"{front.base}/nb/")
    panel = Panel(page, within=page.locator("#chat"))
    panel.ask("hei")
    page.goto(f"{front.base}/nb/?guide=deposit")
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    topics = panel.within.get_by_role("group", name=says("nb", "chat.topics"))
    expect(topics.get_by_role("button")).to_have_text([LIBRARY.guides["deposit"].text_for("nb").button])
    page.get_by_role("link", name="English").click()
    english = Panel(page, "en", page.locator("#chat"))
    offered = english.within.get_by_role("button", name=LIBRARY.guides["deposit"].text_for("en").button)
    offered.click()
    expect(english.log.get_by_role("article")).to_have_count(3)
    page.get_by_role("link", name="Norsk (bokmål)").click()
    expect(page.locator("#chat[data-ready]")).to_be_attached()
    expect(topics).to_be_hidden()
    assert len(front.rasa.got) == 2
