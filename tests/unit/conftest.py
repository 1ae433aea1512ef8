"""What unit tests share: the small content folder, the compiled catalogues and the real content."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.catalogues import compile_stale
from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.settings import PROJECT_DIR, Settings
from knowledge.translation import stamp_all

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def locales_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the catalogues, compiled; the checkout itself may hold none."""
    folder = tmp_path_factory.mktemp("locales")
    shutil.copytree(PROJECT_DIR / "locales", folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.mo"))
    compile_stale(folder)
    return folder


@pytest.fixture(scope="session")
def messages(locales_dir: Path) -> Messages:
    """What the program says."""
    return Messages(locales_dir)


def _copy_of_sample(folder: Path) -> Path:
    shutil.copytree(DATA / "content", folder)
    list(stamp_all(Settings(content_dir=folder)))
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small content folder, translations stamped, for a test to change."""
    return _copy_of_sample(tmp_path / "content")


@pytest.fixture(scope="session")
def sample_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small content folder, not to be changed."""
    return _copy_of_sample(tmp_path_factory.mktemp("sample") / "content")


@pytest.fixture(scope="session")
def sample(sample_dir: Path) -> Library:
    """The small content folder, loaded."""
    return Library.read(sample_dir)


@pytest.fixture(scope="session")
def real() -> Library:
    """The content that people are answered from."""
    return Library.read(Settings().content_dir)


@pytest.fixture
def composer_in(sample: Library, messages: Messages) -> Callable[..., Composer]:
    """Makes composers over the small content: `composer_in("en", today=..., site=...)`."""

    def make(spoken: str, today: date = TODAY, site: str = "bovett") -> Composer:
        return Composer(sample, messages, spoken, today, site)

    return make
