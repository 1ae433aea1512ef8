"""What a person sees and can hit: whether the focus is in sight, and what is too small, also inside the widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

SMALLEST_TARGET = 24  # CSS pixels, WCAG 2.5.8
_MOST_STOPS = 1000

# Points all over what has the focus; it is in sight where the topmost thing there is it, or a part of it.
_FOCUSED = """async () => {
  await new Promise(requestAnimationFrame); // what gives way to the focus does so before the next picture
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  if (!node || node === document.body || node === document.documentElement) return null;
  const root = node.getRootNode();
  const steps = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];
  const isSeen = (box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top];
    if (width <= 0 || height <= 0) return false;
    return steps.some((x) => steps.some((y) => node.contains(root.elementFromPoint(left + width * x, top + height * y))));
  };
  const style = getComputedStyle(node);
  node.dataset.stop ??= String(Math.random());
  return {name: (node.ariaLabel || node.textContent || node.id || node.localName).trim().slice(0, 60),
          seen: [...node.getClientRects()].some(isSeen), // what runs over several lines has a box for each
          ring: parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none', key: node.dataset.stop};
}"""

# Links within a sentence are exempt; so is what has 24 pixels around it to itself, which is not made use of here.
_SMALL = """(smallest) => {
  const roots = [document, ...[...document.querySelectorAll('*')].map((each) => each.shadowRoot).filter(Boolean)];
  const all = roots.flatMap((root) => [...root.querySelectorAll('button, a, input, textarea, select, summary')]);
  const inSentence = (node) => node.matches('a') && [...node.parentElement.childNodes].some(
    (each) => each.nodeType === Node.TEXT_NODE && /\\p{L}{2}/u.test(each.textContent) && getComputedStyle(node).display === 'inline');
  return all.filter((node) => node.checkVisibility() && !inSentence(node)).filter((node) => {
    const box = node.getBoundingClientRect();
    return !node.matches('.skip') && Math.min(box.width, box.height) < smallest;
  }).map((node) => `${node.localName} ${(node.ariaLabel || node.textContent).trim().slice(0, 60)}`);
}"""


@dataclass(frozen=True)
class Stop:
    """Something that took the focus: its name, whether it was in sight, and whether a ring was around it."""

    name: str
    seen: bool
    ring: bool


def stops(page: Page, key: str = "Tab") -> list[Stop]:
    """What takes the focus one after the other, until the page is left or begins anew."""
    found: dict[str, Stop] = {}
    last = ""
    for _ in range(_MOST_STOPS):
        page.keyboard.press(key)
        now = page.evaluate(_FOCUSED)
        if now is None or (now["key"] in found and now["key"] != last):
            return list(found.values())
        last = now["key"]  # a date has several stops within one field
        before = found.get(last, Stop(now["name"], True, True))
        found[last] = Stop(before.name, before.seen and now["seen"], before.ring and now["ring"])
    raise AssertionError(f"more than {_MOST_STOPS} stops")


def small_targets(page: Page) -> list[str]:
    """What can be pressed and is smaller than it may be."""
    found: list[str] = page.evaluate(_SMALL, SMALLEST_TARGET)
    return found


def accessible_node(page: Page, locator: Locator) -> dict[str, Any]:
    """What Chromium tells a screen reader of it: role, name and properties such as `expanded` and `live`."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("Accessibility.enable")
    locator.evaluate("node => { window.told = node; }")
    found = session.send("Runtime.evaluate", {"expression": "window.told"})["result"]["objectId"]
    nodes = session.send("Accessibility.getPartialAXTree", {"objectId": found, "fetchRelatives": False})["nodes"]
    session.detach()
    node = nodes[0]
    told = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
    words = {each: node.get(each, {}).get("value", "") for each in ("name", "description")}
    return {"role": node["role"]["value"], **words, **told}
