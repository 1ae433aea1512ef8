"""What is stored, shown to the person it is about."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch, says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import Panel, stored
from tests.browser.widget.states import in_a_corner


@pytest.fixture
def panel(page: Page, front: Front) -> Panel:
    return in_a_corner(page, front).open()


def test_one_sees_what_is_stored(panel: Panel) -> None:
    panel.tools()
    panel.button("chat.stored").click()
    dialog = panel.within.get_by_role("dialog")
    expect(dialog).to_contain_text(says("nb", "chat.stored_nothing"))
    panel.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    panel.ask("fødselsnummer 01010112345")
    panel.button("chat.stored").click()
    expect(dialog).to_contain_text(says("nb", "chat.privacy", days="30"))
    expect(dialog.get_by_role("listitem").nth(0)).to_contain_text("fødselsnummer")
    dialog.get_by_role("button").click()
    expect(dialog).to_have_count(0)


@pytest.mark.parametrize("locale", ["nb", "fa"])
def test_one_sees_what_is_stored_of_opinions_where_and_until_when(page: Page, front: Front, locale: str) -> None:
    panel = in_a_corner(page, front, locale=locale).open()
    panel.ask("hei")
    panel.button("chat.no").click()
    why = panel.within.get_by_label(says(locale, "chat.why"))
    why.fill("fant ikke beløpet")
    why.press("Enter")
    expect(why).to_have_count(0)
    panel.tools()
    panel.button("chat.stored").click()
    dialog = panel.within.get_by_role("dialog")
    expect(dialog).to_contain_text(says(locale, "chat.stored_about", site="Boligveilederen"))
    ends = page.evaluate(
        "(locale) => new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {dateStyle: 'long'})"
        ".format(Date.now() + 30 * 24 * 3600 * 1000)",
        locale,
    )
    expect(dialog.get_by_text(ends)).to_have_count(1)
    asked, answered = dialog.get_by_role("listitem").all()
    expect(answered).to_contain_text(f"{says(locale, 'chat.helpful')} {says(locale, 'chat.no')}")
    expect(answered).to_contain_text("fant ikke beløpet")
    expect(asked).not_to_contain_text(says(locale, "chat.helpful"))
    year = str(date.today().year)
    expect(asked.locator("time")).to_contain_text(year)  # of the calendar that all other dates have
    expect(dialog).not_to_contain_text(says(locale, "chat.stored_nothing"))


def test_one_sees_what_lies_in_the_browser_without_network(
    page: Page, panel: Panel, front: Front, watch: Watch
) -> None:
    watch.failures_expected = True
    page.context.set_offline(True)
    panel.field.fill("den første meldingen")
    panel.field.press("Enter")
    expect(panel.within.get_by_role("alert")).to_contain_text(says("nb", "chat.offline"))
    assert "den første meldingen" in stored(page)["session"]["bovett:kommune"]
    panel.tools()
    panel.button("chat.stored").click()
    dialog = panel.within.get_by_role("dialog")
    expect(dialog).to_contain_text(says("nb", "chat.stored_unsent"))
    expect(dialog.get_by_role("listitem")).to_have_text("den første meldingen")
    expect(dialog).not_to_contain_text(says("nb", "chat.stored_nothing"))
