"""What tests of letters share: the sample letter, the real ones, and filling them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.contacts import read_contacts
from knowledge.figures import read_figures
from knowledge.languages import Languages
from knowledge.laws import Laws
from knowledge.letters.fill import FilledLetter, filled
from knowledge.letters.letter import Letter, side_by_side
from knowledge.letters.letter_file import read_letters
from knowledge.letters.values import read_values
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.settings import Settings
from tests.unit.conftest import TODAY

REAL = Settings().content_dir
GIVEN = {
    "name": "Olena Kovaltsjuk",
    "address": "Storgata 5\n0155 Oslo",
    "landlord": "Kari Nordmann",
    "paid": "12 500",
    "months": "3",
    "paid_on": "2026-03-03",
    "was_cold": "1",
    "reasons": "Varmen virket ikke.",
    "written_on": "2026-11-24",
}
Fill = Callable[..., FilledLetter]


@pytest.fixture(scope="session")
def letter(sample: Library) -> Letter:
    """The letter of the small content folder, with a field of each kind."""
    return read_letters(sample.content_dir / "letters", sample.languages, sample.laws)["rent-back"]


@pytest.fixture(scope="session")
def real_letters() -> dict[str, Letter]:
    """The letters that people are given."""
    languages, laws = Languages.read(REAL / "languages.yaml"), Laws.read(REAL / "laws.yaml")
    return read_letters(REAL / "letters", languages, laws)


@pytest.fixture(scope="session")
def with_real_languages(sample: Library) -> Library:
    """The small content with what the real letters need."""
    return replace(
        sample,
        languages=Languages.read(REAL / "languages.yaml"),
        laws=Laws.read(REAL / "laws.yaml"),
        figures=read_figures(REAL / "constants.yaml"),
        contacts=read_contacts(REAL / "contacts.yaml"),
    )


@pytest.fixture
def fill(letter: Letter, sample: Library, messages: Messages) -> Fill:
    """Fills the sample letter: `fill("ar", name="Olena")`; without values those of GIVEN."""

    def make(spoken: str, given: dict[str, str] | None = None, *locales: str) -> FilledLetter:
        values = read_values(letter, GIVEN if given is None else given)
        wanted = locales or side_by_side(letter.texts, spoken, sample.languages)
        return filled(letter, values, wanted, sample, messages, TODAY)

    return make


@pytest.fixture
def content_letter(content: Path) -> Path:
    """The folder of the sample letter, for a test to change."""
    return content / "letters" / "rent-back"
