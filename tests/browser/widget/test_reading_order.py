"""Phone numbers and sections among words from the right are seen as they are dialled and cited."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import Widget
from tests.service import Service

_NUMBER = re.compile(r"\+?\d+(?:[ -]\d+)+")
# The digits of each text node in the order in which the eye meets them, line by line.
_SEEN = """root => {
  const range = document.createRange(), lines = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const marks = [];
    for (let place = 0; place < node.length; place++) {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      const box = range.getBoundingClientRect();
      if (box.width) marks.push({mark: node.data[place], left: box.left, top: Math.round(box.top)});
    }
    marks.sort((one, other) => one.top - other.top || one.left - other.left);
    lines.push({read: node.data, seen: marks.map(each => each.mark).join("")});
  }
  return lines;
}"""


def _turned(root: Locator) -> list[str]:
    """The numbers below a node that are not seen in the order in which they are written."""
    return [
        number
        for line in root.evaluate(_SEEN)
        for number in _NUMBER.findall(line["read"])
        if number.replace(" ", "") not in line["seen"].replace(" ", "").replace("\u00a0", "")
    ]


@pytest.fixture
def ar(browser: Browser, service: Service) -> Widget:
    page = browser.new_context(base_url=service.base, locale="ar").new_page()
    page.goto("/ar/")
    return Widget(page, "ar")


def test_numbers_in_a_reply_are_seen_in_order(ar: Widget) -> None:
    ar.ask("زوجي يضربني")
    emergency = ar.replies.nth(1)
    expect(emergency.locator("a[href='tel:112']")).to_be_visible()
    assert _NUMBER.search(emergency.inner_text())
    assert _turned(emergency) == []


@pytest.mark.parametrize("slug", ["mould-and-damp", "nowhere-to-sleep"])
def test_numbers_on_a_page_are_seen_in_order(browser: Browser, service: Service, slug: str) -> None:
    page = browser.new_context(base_url=service.base).new_page()
    site_map = page.request.get("/sitemap.xml").text()
    found = re.search(rf"(/ar/[^<]*{slug})<", site_map)
    assert found
    page.goto(found.group(1))
    main = page.locator("main")
    assert _NUMBER.search(main.inner_text())
    assert _turned(main) == []
