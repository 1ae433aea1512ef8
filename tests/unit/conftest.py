"""What unit tests share: the small content folder, the compiled catalogues and the real content."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from hypothesis.configuration import set_hypothesis_home_dir

from knowledge.catalogues import compile_stale
from knowledge.compose import Composer
from knowledge.decision import Calibration
from knowledge.index import SearchIndex, build_index, open_index
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.search import Search
from knowledge.second_reading import stamp_readings
from knowledge.settings import PROJECT_DIR, Settings
from knowledge.translation import stamp_all
from tests.unit.fake_encoder import FakeEncoder

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 24)

# The same examples in every run, and no folder of Hypothesis's own in the checkout.
hypothesis.settings.register_profile("unit", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("unit")
set_hypothesis_home_dir(str(PROJECT_DIR / "var" / "hypothesis"))


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
    for places in Settings().content_dir.glob("*.csv"):
        shutil.copy(places, folder)
    settings = Settings(content_dir=folder)
    list(stamp_all(settings))
    list(stamp_readings(settings))
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small content folder, translations stamped, for a test to change."""
    return _copy_of_sample(tmp_path / "content")


@pytest.fixture
def edit(content: Path) -> Callable[[str, str, str], Path]:
    """Replaces a piece of one file of the small content folder: `edit("laws.yaml", "9-8", "9-9")`."""

    def replace(name: str, old: str, new: str) -> Path:
        path = content / name
        text = path.read_text("utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return replace


@pytest.fixture(scope="session")
def sample_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small content folder, not to be changed."""
    return _copy_of_sample(tmp_path_factory.mktemp("sample") / "content")


@pytest.fixture(scope="session")
def sample(sample_dir: Path) -> Library:
    """The small content folder, loaded."""
    return Library.read(sample_dir)


@pytest.fixture(scope="session")
def index_folder(sample: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the small content folder, built with the fake encoder; not to be changed."""
    folder = tmp_path_factory.mktemp("index") / "built"
    build_index(sample, FakeEncoder(), folder)
    return folder


@pytest.fixture(scope="session")
def index(index_folder: Path) -> SearchIndex:
    """The same, opened."""
    return open_index(index_folder)


@pytest.fixture(scope="session")
def search(index: SearchIndex, sample: Library) -> Search:
    """The search over it, with the weights and thresholds that people are answered with."""
    return Search(index, replace(Calibration.read(), belief_at=0.0), sample.languages)


@pytest.fixture(scope="session")
def real() -> Library:
    """The content that people are answered from."""
    from tests.unit.real import REAL  # here, so that a test without it does not wait for it

    return REAL


@pytest.fixture
def composer_in(sample: Library, messages: Messages) -> Callable[..., Composer]:
    """Makes composers over the small content: `composer_in("en", today=..., site=...)`."""

    def make(spoken: str, today: date = TODAY, site: str = "bovett") -> Composer:
        return Composer(sample, messages, spoken, today, site)

    return make
