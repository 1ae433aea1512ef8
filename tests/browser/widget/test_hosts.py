"""Pages with old scripts that change what browsers bring along, and pages written from right to left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from knowledge.settings import PROJECT_DIR
from tests.browser.conftest import says
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel, assert_accessible, hosted, launcher
from tests.browser.widget.states import CHOICES, answers

JQUERY = PROJECT_DIR / "tests" / "clients" / "node_modules" / "jquery" / "dist" / "jquery.js"  # deploy/clients.sh
# What old pages do: additions to built-in things, names in the way, handlers that swallow what is pressed.
OLD_HABITS = """
  Array.prototype.each = function (f) { for (var i = 0; i < this.length; i++) f(this[i], i); return this; };
  Array.prototype.remove = function () { return this; };
  String.prototype.strip = function () { return 'stripped'; };
  Function.prototype.bindAsEventListener = function () {};
  window.chat = window.status = window.Words = window.Chat = 'taken'; window.name = 'site';
  jQuery.noConflict(); window.$ = function () { throw new Error('not jQuery'); };
  jQuery(function ($) {
    $.ajaxSetup({cache: false, headers: {'X-Old': '1'}});
    $('*').css('font-size', '9px').addClass('ask log panel');
    $(document).on('keydown', function (event) { if (event.which === 13) { window.enters = (window.enters || 0) + 1; return false; } });
    $(document).on('click', 'button', function () { return false; });
    $(document).on('submit', 'form', function () { return false; });
    $('body').delegate('a', 'click', function () { return false; });
    $.fx.off = true;
  });
"""


def _talk(panel: Panel, front: Front) -> None:
    """Asked, answered, and a choice pressed."""
    answers(front, **{**ANSWER, "buttons": CHOICES})
    panel.ask("hva er depositum?")
    expect(panel.latest.get_by_role("heading", name="Depositum")).to_be_visible()
    panel.latest.get_by_role("button", name="Husleie").click()
    expect(panel.log.get_by_role("article")).to_have_count(3)
    assert [message["message"] for message in front.rasa.got] == ["hva er depositum?", "/deny"]


@pytest.mark.parametrize("way", ["launcher", "element"])
def test_a_page_with_old_jquery_and_old_habits(page: Page, front: Front, way: str) -> None:
    assert JQUERY.is_file(), "jQuery is missing; run `sh deploy/clients.sh`"
    page.route("**/jquery.js", lambda route: route.fulfill(path=JQUERY, content_type="text/javascript"))
    head = f"<script src='/jquery.js'></script><script>{OLD_HABITS}</script>"
    element = '<script src="{src}" async></script><bovett-chat site="kommune" locale="nb"></bovett-chat>'
    hosted(page, front, launcher() if way == "launcher" else element, head=head)
    assert page.evaluate("jQuery.fn.jquery") == "1.12.4"
    panel = Panel(page).open()
    _talk(panel, front)
    panel.tools()
    panel.button("chat.erase").click()
    panel.sure()
    expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.erased"))
    assert panel.latest.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") == 16
    panel.button("chat.close").click()
    expect(panel.button("chat.open")).to_be_focused()


@pytest.mark.parametrize("locale", ["nb", "ar"])
@pytest.mark.parametrize("host", ["ltr", "rtl"])
def test_the_direction_is_that_of_the_language_not_of_the_page(
    page: Page, front: Front, host: str, locale: str
) -> None:
    """The launcher stands at the end of the page's own lines only if it speaks so itself."""
    html = f'<html lang="{"ar" if host == "rtl" else "nb"}" dir="{host}">'
    hosted(page, front, launcher(more=f'data-locale="{locale}"'), html=html)
    panel = Panel(page, locale)
    expect(panel.button("chat.open")).to_be_in_viewport(ratio=1)
    panel.open()
    box, width = panel.within.locator(".panel").bounding_box(), page.evaluate("innerWidth")
    assert box
    wanted = "rtl" if locale == "ar" else "ltr"
    middle = box["x"] + box["width"] / 2
    assert (middle < width / 2) == (wanted == "rtl"), "at the end of the widget's own lines"
    assert panel.log.evaluate("node => getComputedStyle(node).direction") == wanted
    answers(front, **{**ANSWER, "locale": locale, "buttons": CHOICES})
    panel.ask("hei")
    assert panel.latest.evaluate("node => getComputedStyle(node).direction") == wanted
    assert page.locator("html").get_attribute("dir") == host
    assert_accessible(page)
    field, send = (each.bounding_box() or {} for each in (panel.field, panel.button("chat.send")))
    assert (send["x"] < field["x"]) == (wanted == "rtl")
