"""Sentences that no article should answer."""

from __future__ import annotations

from pathlib import Path

from knowledge.library import Library
from knowledge.off_topic import read_off_topic


def test_sentences_come_with_the_language_of_their_file(sample: Library) -> None:
    assert read_off_topic(sample)[0] == ("nb", "hvordan blir været i morgen")


def test_a_content_folder_may_hold_none(content: Path) -> None:
    (content / "off_topic/nb.yaml").unlink()
    assert read_off_topic(Library.read(content)) == []


def test_every_real_line_is_a_sentence_in_a_known_language(real: Library) -> None:
    for locale, sentence in read_off_topic(real):
        assert real.languages.knows(locale)
        assert isinstance(sentence, str), f"{locale}: put quotes around {sentence!r}"
        assert sentence.strip()
