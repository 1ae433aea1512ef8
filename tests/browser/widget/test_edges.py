"""Edges of fields and buttons against what is behind them, in every theme; and more space between letters and lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LOCALES
from tests.browser.widget.front import Front
from tests.browser.widget.panel import ANSWER, Panel
from tests.browser.widget.states import CHOICES, LAW, answers, in_a_corner, on_its_own
from tests.browser.widget.test_every_state import THEMES

LEAST = 3.0  # WCAG 1.4.11
# The contrast of an edge, or of what fills a button without one, to the first colour behind it. Colours are asked of a
# canvas, which gives the same kind of numbers for all ways to write a colour.
_CONTRAST = """(node) => {
  const paint = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((each) => each / 255)
    .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const style = getComputedStyle(node);
  let behind = node;
  do { behind = behind.parentElement; } while (behind && rgba(getComputedStyle(behind).backgroundColor)[3] < 255);
  const ground = rgba(getComputedStyle(behind || document.body).backgroundColor);
  const edge = parseFloat(style.borderTopWidth) > 0 ? ratio(rgba(style.borderTopColor), ground) : 0;
  const fill = rgba(style.backgroundColor)[3] === 255 ? ratio(rgba(style.backgroundColor), ground) : 0;
  return [Math.max(edge, fill), ratio(rgba(style.outlineColor), ground)];
}"""
_SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }"""
_CUT_OFF = """(panel) => [...panel.querySelectorAll('button, label, p, li, summary, h2, h3, a')]
  .filter((node) => node.checkVisibility() && !node.closest('.visually-hidden'))
  .filter((node) => getComputedStyle(node).overflow !== 'visible' && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
    || node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1)
  .map((node) => node.textContent.trim().slice(0, 40))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("site", THEMES)
def test_fields_buttons_and_the_ring_stand_out(page: Page, front: Front, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    panel = THEMES[site](page, front)
    if panel.button("chat.open").is_visible():
        panel.open()
    answers(front, **{**ANSWER, "buttons": CHOICES})
    panel.ask("hei")
    for part in (panel.field, panel.button("chat.send"), panel.latest.get_by_role("button", name="Husleie"),
                 panel.button("chat.yes"), panel.button("chat.leave")):  # fmt: skip
        part.focus()
        page.keyboard.press("Shift")  # the ring is drawn for whoever uses keys
        edge, ring = part.evaluate(_CONTRAST)
        assert edge >= LEAST, part
        assert ring >= LEAST, part


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}], ids=["phone"])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("way", ["launcher", "own page"])
def test_wider_spacing_cuts_nothing_off(page: Page, front: Front, way: str, locale: str) -> None:
    ways: dict[str, Callable[[], Panel]] = {
        "launcher": lambda: in_a_corner(page, front, locale=locale).open(),
        "own page": lambda: on_its_own(page, front, locale),
    }
    panel = ways[way]()
    answers(front, **{**ANSWER, "locale": locale, "myth": "Nei.", "law_text": [LAW], "buttons": CHOICES})
    panel.ask("hei")
    panel.latest.locator("summary").click()
    inside = panel.within.locator(".panel") if way == "launcher" else panel.within
    inside.evaluate("""(node, text) => {
      const sheet = new CSSStyleSheet(); sheet.replaceSync(text);
      const root = node.getRootNode(); root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }""", _SPACED)  # fmt: skip
    assert panel.latest.evaluate("node => getComputedStyle(node).letterSpacing") != "normal"
    assert inside.evaluate(_CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
