"""How soon one sees and can use the widget on slow 3G with a slow processor: `.venv/bin/python -m tests.load.first_paint`.

The web front with a stand-in for Rasa that answers at once: what is measured is the widget, the page and the network, not
the search; `--service` measures our own page of the whole service. Prints one row for each way; figures are medians. The
server compresses as in a deployment; `--plain` compresses nothing, to compare with.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, Request, expect, sync_playwright

from tests.browser.conftest import open_chromium, says
from tests.browser.widget.front import Front, running_front
from tests.browser.widget.panel import ANSWER, Panel, hosted, launcher
from tests.browser.widget.slow import BITS_A_SECOND, CPU_TIMES_SLOWER, LATENCY_MS, slowed
from tests.service import running_service
from web import compression

ROUNDS = 5
COLUMNS = (
    "first_paint_ms",
    "button_ms",
    "can_type_ms",
    "reply_ms",
    "kbytes",
    "requests",
    "kbytes_talk",
    "requests_talk",
)
# When the answer stands in the log and the browser has drawn it, counted from the key that sent the question.
_WATCH_FOR_REPLY = """(log) => {
  const sent = performance.now();
  const before = log.querySelectorAll('article').length;
  window.replied = new Promise((done) => {
    const look = () => log.querySelectorAll('article').length > before
      ? requestAnimationFrame(() => done(performance.now() - sent)) : requestAnimationFrame(look);
    look();
  });
}"""
_FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


@dataclass
class Wire:
    """What goes over the network, as Chromium counts it: headers and bodies."""

    bytes: float = 0
    requests: int = 0
    addresses: list[str] = field(default_factory=list)

    def over(self, page: Page, session: CDPSession) -> None:
        session.on("Network.loadingFinished", self._finished)
        page.on("request", self._requested)

    def _finished(self, event: dict[str, float]) -> None:
        self.bytes += event["encodedDataLength"]

    def _requested(self, request: Request) -> None:
        if not request.url.startswith("data:"):
            self.requests += 1
            self.addresses.append(request.url)


Open = Callable[[Page], tuple[Panel, float]]


def main() -> int:
    """Measure and print."""
    logging.disable(logging.CRITICAL)
    rounds = ROUNDS
    if "--plain" in sys.argv:
        compression.PUBLIC = frozenset()
    rows: dict[str, dict[str, float]] = {}
    with sync_playwright() as playwright:
        browser = open_chromium(playwright)
        if "--service" in sys.argv:
            with running_service(log_level="WARNING") as service:
                rows["own page, whole service"] = _measured(browser, lambda page: _own_page(page, service.base), rounds)
        else:
            with tempfile.TemporaryDirectory() as folder, running_front(Path(folder) / "front") as front:
                front.rasa.replies = [{key: value for key, value in ANSWER.items() if key != "id"}]
                rows["host page with launcher"] = _measured(browser, lambda page: _launcher(page, front), rounds)
                rows["own page"] = _measured(browser, lambda page: _own_page(page, front.base), rounds)
        browser.close()
    print(_table(rows))
    return 0


def _launcher(page: Page, front: Front) -> tuple[Panel, float]:
    """The launcher on an otherwise empty page, pressed as soon as it is there; when it was."""
    hosted(page, front, launcher())
    panel = Panel(page)
    panel.button("chat.open").wait_for()
    shown: float = page.evaluate("performance.now()")
    panel.button("chat.open").click()
    return panel, shown


def _own_page(page: Page, base: str) -> tuple[Panel, float]:
    page.goto(f"{base}/nb/")
    page.locator("#chat textarea").wait_for()
    return Panel(page, "nb", page.locator("#chat")), page.evaluate("performance.now()")


def _measured(browser: Browser, way: Open, rounds: int) -> dict[str, float]:
    """Medians over fresh browsers, each with nothing in its cache."""
    found = [_once(browser, way) for _ in range(rounds)]
    return {name: median(row[name] for row in found) for name in COLUMNS}


def _once(browser: Browser, way: Open) -> dict[str, float]:
    with browser.new_context(viewport={"width": 390, "height": 844}, locale="nb") as context:
        page = context.new_page()
        wire = Wire()
        wire.over(page, slowed(page))
        panel, shown = way(page)
        panel.field.wait_for()
        can_type: float = page.evaluate("performance.now()")
        page.wait_for_load_state("networkidle")
        first, loaded = page.evaluate(_FIRST_PAINT), Wire(wire.bytes, wire.requests)
        panel.field.fill("hva er depositum?")
        panel.log.evaluate(_WATCH_FOR_REPLY)
        panel.field.press("Enter")
        expect(panel.within.get_by_role("status")).to_have_text(says("nb", "chat.typing"))
        replied: float = page.evaluate("window.replied")
        return {
            "first_paint_ms": first, "button_ms": shown, "can_type_ms": can_type, "reply_ms": replied,
            "kbytes": loaded.bytes / 1024, "requests": loaded.requests,
            "kbytes_talk": (wire.bytes - loaded.bytes) / 1024, "requests_talk": wire.requests - loaded.requests,
        }  # fmt: skip


def _table(rows: dict[str, dict[str, float]]) -> str:
    speed = f"{BITS_A_SECOND // 1000} kbit/s, {LATENCY_MS} ms latency, processor {CPU_TIMES_SLOWER} times slower"
    head = ("first paint", "shown", "can type", "reply after", "KB", "requests", "KB to reply", "requests to reply")
    lines = [f"{speed}; medians of {ROUNDS}", f"{'':26}" + "".join(f"{name:>19}" for name in head)]
    for way, row in rows.items():
        values = [f"{row[name] / 1000:.2f} s" if name.endswith("_ms") else f"{row[name]:.0f}" for name in COLUMNS]
        lines.append(f"{way:26}" + "".join(f"{value:>19}" for value in values))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
