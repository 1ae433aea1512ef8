"""axe and the size of targets in every state of the conversation: each language, each theme, each way to embed it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import LOCALES, Watch
from tests.browser.widget.front import Front
from tests.browser.widget.panel import CONTRAST, Panel, assert_accessible
from tests.browser.widget.sight import small_targets
from tests.browser.widget.states import in_a_corner, in_a_frame, on_its_own, states

Open = Callable[[Page, Front, str], Panel]
WAYS: dict[str, Open] = {
    "launcher": lambda page, front, locale: in_a_corner(page, front, locale=locale),
    "own page": on_its_own,
    "frame": lambda page, front, locale: in_a_frame(page, front, locale=locale),
}
THEMES: dict[str, Callable[[Page, Front], Panel]] = {
    "bovett": on_its_own,
    "kommune": lambda page, front: in_a_corner(page, front, "kommune"),
    "leieboerforening": lambda page, front: in_a_corner(page, front, "leieboerforening"),
    "ungdom": in_a_frame,
}


@pytest.fixture(autouse=True)
def _failures(watch: Watch) -> None:
    watch.failures_expected = True


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("way", ["launcher", "own page"])
def test_every_state_is_accessible_in_every_language(page: Page, front: Front, way: str, locale: str) -> None:
    for state in states(WAYS[way](page, front, locale), front):
        assert_accessible(page, state)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("site", THEMES)
def test_every_theme_has_contrast_in_every_state(page: Page, front: Front, site: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for state in states(THEMES[site](page, front), front):
        assert_accessible(page, state, CONTRAST)


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, {"width": 1100, "height": 900}],
                         ids=["phone", "desktop"])  # fmt: skip
@pytest.mark.parametrize("way", WAYS)
def test_everything_is_large_enough_to_hit(page: Page, front: Front, way: str) -> None:
    for state in states(WAYS[way](page, front, "nb"), front):
        assert small_targets(page) == [], state
