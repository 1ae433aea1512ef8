"""Writes docs/screenshot.png, the picture in the README: `python -m tests.browser.screenshot`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from knowledge.settings import PROJECT_DIR
from tests.browser.conftest import NOTICE, NOTICE_ARTICLES, open_chromium, opened, titles
from tests.service import running_service

PICTURE = PROJECT_DIR / "docs" / "screenshot.png"
_LARGEST_BYTES = 300_000


def take_screenshot(path: Path = PICTURE, question: str = NOTICE["nb"]) -> int:
    """Start the service, ask about a notice in Bokmål, and take a picture 1100 px wide; returns its size in bytes."""
    with running_service() as service, sync_playwright() as playwright:
        browser = open_chromium(playwright)
        page = browser.new_page(
            base_url=service.base, viewport={"width": 1100, "height": 1000}, reduced_motion="reduce"
        )
        opened(page, "nb").open_article(question, titles("nb", *NOTICE_ARTICLES))
        page.evaluate("window.scrollTo(0, 0)")
        path.parent.mkdir(exist_ok=True)
        page.screenshot(path=path)
        browser.close()
    return path.stat().st_size


if __name__ == "__main__":
    size = take_screenshot()
    print(f"{PICTURE}: {size // 1000} kB")
    sys.exit(size > _LARGEST_BYTES)
