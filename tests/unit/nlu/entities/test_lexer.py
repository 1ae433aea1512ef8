"""A message is cut into tagged tokens whose places fit the message."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy

from knowledge.library import Library
from knowledge.municipalities import Municipalities
from nlu.entities.lexer import Lexer
from nlu.entities.lexicon import read_lexicon
from nlu.entities.reading import Knowledge, Reading
from tests.unit.nlu.conftest import TEXTS, TODAY


@pytest.fixture(scope="module")
def lexer(real: Library, municipalities: Municipalities) -> Lexer:
    knowledge = Knowledge(read_lexicon(("nb", "nn")), real.laws, municipalities, lambda: TODAY)
    return Lexer(spacy.blank("nb").vocab, knowledge)


def _tags(lexer: Lexer, text: str) -> list[str]:
    return [token.tag for token in Reading.of(lexer(text)).tokens]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("2026-11-24", "ISO"),
        ("24.11.2026", "DMY"),
        ("24/11-2026", "DMY"),
        ("24/11/26", "DMY"),
        ("24. 11. 2026", "DMY"),
        ("24.11", "DM"),
        ("8 500", "MONEY"),
        ("8.500,00", "MONEY"),
        ("8500,00", "MONEY"),
        ("١٢٬٠٠٠", "MONEY"),
        ("8,5", "DECIMAL"),
        ("9-8", "SECTION"),
        ("9–8", "SECTION"),
        ("12:30", "TIME"),
        ("3rd", "ORDINAL"),
        ("1-го", "ORDINAL"),
        ("2026", "YEAR"),
        ("٢٠٢٦", "YEAR"),
        ("42", "NUMBER"),
        ("98765432", "NUMBER"),
        ("1" * 5000, "DIGITS"),
        (",-", "KR"),
        ("kr", "KR"),
        ("§", "SIGN"),
        ("paragraf", "SIGN"),
        ("husleieloven", "ACT"),
        ("i går", "DAY"),
        ("mars", "MONTH"),
        ("fredag", "WEEKDAY"),
        ("tre uker siden", "COUNT UNIT AGO"),
        ("noe", "WORD"),
        ("don't", "WORD"),
        ("a-b", "WORD DASH WORD"),
        ("!", "MARK"),
    ],
)
def test_a_piece_is_tagged(text: str, tags: str, lexer: Lexer) -> None:
    assert _tags(lexer, text) == tags.split()


@pytest.mark.parametrize("text", ["12.3.45.6", "192.168.1.1", "9-8-7", "1/2/3/4"])
def test_longer_numbers_are_no_dates(text: str, lexer: Lexer) -> None:
    assert not {"DM", "DMY", "ISO", "SECTION"} & set(_tags(lexer, text))


@pytest.mark.parametrize(
    "text", [*TEXTS.values(), "Jeg fikk  brev 3. mars, kr 8 500,-!", "المادة ٩-٨ من قانون الإيجار"]
)
def test_tokens_lie_in_the_text_one_after_the_other(text: str, lexer: Lexer) -> None:
    tokens = Reading.of(lexer(text)).tokens
    assert all(token.start < token.end <= len(text) for token in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))


def test_digits_of_any_script_keep_their_place(lexer: Lexer) -> None:
    text = "في ٢٠/١١ وصلني"
    token = next(token for token in Reading.of(lexer(text)).tokens if token.tag == "DM")
    assert text[token.start : token.end] == "٢٠/١١"


def test_a_phrase_is_one_token(lexer: Lexer) -> None:
    token = Reading.of(lexer("fikk brev i  går")).tokens[-1]
    assert (token.tag, token.value, token.start) == ("DAY", -1, 10)


def test_the_words_stay_out_of_spacys_memory(lexer: Lexer) -> None:
    doc = lexer("hemmelighetsord98 fra meg")
    assert "hemmelighetsord" not in doc.vocab.strings
    assert "hemmelighetsord" not in doc.text


@pytest.mark.parametrize("name", ["empty", "spaces", "emoji"])
def test_a_text_without_words_has_no_words(name: str, lexer: Lexer) -> None:
    assert "WORD" not in _tags(lexer, TEXTS[name])
