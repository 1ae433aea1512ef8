"""The widget on pages of an organisation: the web front alone, with a stand-in for Rasa behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watch, watched_page
from tests.browser.widget.front import Front, running_front
from tests.browser.widget.panel import ANSWER


@pytest.fixture(scope="session")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with running_front(tmp_path_factory.mktemp("front")) as running:
        yield running


@pytest.fixture(autouse=True)
def _usual_answer(front: Front) -> None:
    """Each test begins with the same answer and nothing asked."""
    front.rasa.replies = [{key: value for key, value in ANSWER.items() if key != "id"}]
    front.rasa.status, front.rasa.wait_s, front.rasa.raw = 200, 0.0, None
    front.rasa.got.clear()
    front.rasa.forgotten.clear()


@pytest.fixture
def watch(front: Front) -> Watch:
    return Watch((front.base, front.host))


@pytest.fixture
def page(browser: Browser, front: Front, watch: Watch, size: dict[str, int]) -> Iterator[Page]:
    """A page of the organisation, which asked nobody else for anything and complained of nothing."""
    with watched_page(browser, front.host, size, watch) as opened:
        yield opened
