"""The law's own words in a conversation, where law texts are imported: by number and by what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from knowledge.laws import Laws
from knowledge.settings import Settings
from knowledge.statutes.importing import import_paths
from tests.client import Conversation
from tests.service import Service, running_service
from tests.unit.knowledge.statutes.conftest import REAL, needs_real_texts

pytestmark = needs_real_texts


@pytest.fixture(scope="module")
def with_texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that has the law texts."""
    folder: Path = tmp_path_factory.mktemp("statutes")
    import_paths([REAL / "lovdata-xml"], folder, Laws.read(Settings().content_dir / "laws.yaml"), date.today())
    with running_service(statutes_dir=folder) as running:
        yield running


@pytest.mark.parametrize(
    ("question", "locale", "ref"),
    [
        ("hvilken paragraf handler om depositum?", "nb", "husleieloven § 3-5"),
        ("kva seier husleigelova om framleige?", "nn", "husleieloven § 7-2"),
        ("which section is about deposits?", "en", "husleieloven § 3-5"),
    ],
)
def test_a_section_is_found_by_what_it_is_about(with_texts: Service, question: str, locale: str, ref: str) -> None:
    talk = Conversation(with_texts.api).say(question)
    talk.expect("answered", locale=locale)
    texts = talk.replies[0]["law_text"]
    assert ref in [text["ref"] for text in texts], talk.transcript
    assert 1 <= len(texts) <= 3
    assert all(text["paragraphs"] for text in texts)


def test_a_section_is_still_found_by_its_number(with_texts: Service) -> None:
    talk = Conversation(with_texts.api).say("hva står i § 9-11?")
    talk.expect("answered", "notice-to-municipality")
    assert [text["ref"] for text in talk.replies[0]["law_text"]] == ["husleieloven § 9-11"]
