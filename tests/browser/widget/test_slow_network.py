"""A slow phone on slow 3G: it works, one sees that it does, and nothing is sent twice however often one presses."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, hosted, launcher
from tests.browser.widget.slow import LATENCY_MS, slowed
from tests.browser.widget.states import on_its_own

Way = Callable[[Page, Front], Panel]


def _corner(page: Page, front: Front) -> Panel:
    hosted(page, front, launcher())
    return Panel(page).open()


@pytest.mark.parametrize("way", [_corner, on_its_own])
@pytest.mark.parametrize("cpu", [4, 6])
def test_the_journey_works_on_slow_3g(page: Page, front: Front, way: Way, cpu: float) -> None:
    slowed(page, cpu)
    started = time.monotonic()
    panel = way(page, front)
    expect(panel.field).to_be_editable()
    assert time.monotonic() - started > LATENCY_MS / 1000, "the network is as slow as it should be"
    front.rasa.wait_s = 2.0  # the server is no faster
    panel.field.fill("hva er depositum?")
    panel.field.press("Enter")
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.typing"))
    expect(panel.within.locator(".dots")).to_be_visible()
    expect(panel.log).to_have_attribute("aria-busy", "true")
    expect(panel.log.get_by_text("hva er depositum?", exact=True)).to_be_visible()
    panel.field.fill("og en gang til")
    for _ in range(3):  # an impatient person
        panel.button("chat.send").click(force=True)  # it is marked as not for now
        panel.field.press("Enter")
    expect(panel.latest.get_by_role("heading", name=str(ANSWER["article"]["title"]))).to_be_visible()
    expect(panel.within.get_by_role("status")).to_be_empty()
    expect(panel.field).to_have_value("og en gang til")
    panel.latest.get_by_role("button", name="Hva sier loven?").dblclick()
    expect(panel.log.get_by_role("article")).to_have_count(3)
    expect(panel.log).to_have_attribute("aria-busy", "false")
    assert [message["message"] for message in front.rasa.got] == ["hva er depositum?", "/affirm"]


def test_an_answer_lost_on_the_way_is_fetched_and_not_asked_for_again(page: Page, front: Front, watch: Watch) -> None:
    """The server answered and the line broke; the person presses twice, since on slow 3G nothing seems to happen."""
    watch.failures_expected = True
    panel = _corner(page, front)
    panel.ask("først")
    slowed(page)

    def swallow(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/conversations/*/messages", swallow, times=1)
    panel.field.fill("underveis")
    panel.field.press("Enter")
    panel.within.get_by_role("alert").get_by_role("button").dblclick()
    expect(panel.within.get_by_role("alert")).to_have_count(0)
    expect(panel.log.get_by_role("article")).to_have_count(3)
    expect(panel.log.get_by_text("underveis", exact=True)).to_have_count(1)
    assert [message["message"] for message in front.rasa.got] == ["først", "underveis"]
