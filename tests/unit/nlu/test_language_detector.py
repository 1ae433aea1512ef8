"""The language of a message: what the person chose, else what the text tells, else what was spoken before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.nlu.constants import METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.errors import ContentError
from nlu.language_detector import (
    BY_DEFAULT,
    CHOSEN,
    FROM_CONVERSATION,
    FROM_TEXT,
    LOCALE,
    LOCALE_SOURCE,
    TEXT_LOCALE,
    LanguageDetector,
)

Settle = Callable[..., tuple[str, str]]


@pytest.fixture
def settle(make: Callable[..., Any]) -> Settle:
    """Locale and source of one message: `settle("hei", last_locale="uk")`."""
    detector = make(LanguageDetector)

    def settled(text: str, **metadata: Any) -> tuple[str, str]:
        message = Message({TEXT: text, METADATA: metadata})
        detector.process([message])
        return message.get(LOCALE), message.get(LOCALE_SOURCE)

    return settled


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "so", "ti", "fa", "pl", "ru", "fr", "es"])
def test_the_chosen_language_wins_over_the_text(locale: str, settle: Settle) -> None:
    assert settle("what can I do when my landlord wants me out", locale=locale, last_locale="nb") == (locale, CHOSEN)


@pytest.mark.parametrize(
    ("text", "chosen", "written"),
    [
        ("utleier har sagt meg opp, må jeg flytte?", "uk", "nb"),
        ("my landlord has given me notice, do I have to move out?", "ar", "en"),
        ("чи мушу я виїжджати з квартири?", "en", "uk"),
        ("kan utleier øke leia", "nb", "nb"),
        ("depositum", "uk", "uk"),
        ("ok", "en", "en"),
        ("/show_law", "ar", "ar"),
    ],
)
def test_the_language_of_the_words_is_told_beside_the_chosen_one(
    text: str, chosen: str, written: str, make: Callable[..., Any]
) -> None:
    message = Message({TEXT: text, METADATA: {"locale": chosen}})
    make(LanguageDetector).process([message])
    assert (message.get(LOCALE), message.get(TEXT_LOCALE)) == (chosen, written)


@pytest.mark.parametrize("locale", ["xx", "", None, 7, ["nb"], "NB", "nb-NO"])
def test_an_unknown_choice_is_no_choice(locale: object, settle: Settle) -> None:
    assert settle("what can I do now", locale=locale) == ("en", FROM_TEXT)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Utleieren har sagt meg opp, hva gjør jeg nå?", "nb"),
        ("Utleigaren har sagt meg opp, kva gjer eg no?", "nn"),
        ("what can I do", "en"),
        ("що мені робити", "uk"),
        ("ماذا أفعل الآن", "ar"),
        ("maxaan sameeyaa", "so"),
        ("እንታይ ክገብር እየ", "ti"),
        ("چه کار باید بکنم", "fa"),
        ("co mam robić", "pl"),
        ("что мне делать", "ru"),
        ("que dois-je faire", "fr"),
        ("qué tengo que hacer", "es"),
    ],
)
def test_without_a_choice_the_text_tells(text: str, locale: str, settle: Settle) -> None:
    assert settle(text) == (locale, FROM_TEXT)


@pytest.mark.parametrize("last", ["nb", "uk", "ar", "so"])
@pytest.mark.parametrize("text", ["", "12.3.2026", "8500 kr", "Oslo", "depositum", "🏠", "Ola Nordmann", "§ 9-8", "ok"])
def test_a_text_that_tells_nothing_keeps_the_last_language(text: str, last: str, settle: Settle) -> None:
    assert settle(text, last_locale=last) == (last, FROM_CONVERSATION)


@pytest.mark.parametrize("text", ["", "12.3.2026", "Oslo", "Олена", "محمد"])
def test_without_anything_the_default_is_used(text: str, settle: Settle) -> None:
    assert settle(text) == ("nb", BY_DEFAULT)


def test_the_default_is_a_setting(make: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOVETT_DEFAULT_LOCALE", "en")
    message = Message({TEXT: "12 000"})
    make(LanguageDetector).process([message])
    assert message.get(LOCALE) == "en"


@pytest.mark.parametrize("last", ["", None, "xx", 3])
def test_an_unknown_last_language_is_none(last: object, settle: Settle) -> None:
    assert settle("12 000", last_locale=last) == ("nb", BY_DEFAULT)


@pytest.mark.parametrize(
    ("text", "last", "locale"),
    [
        ("що мені тепер робити", "nb", "uk"),
        ("can you help me in English please", "uk", "en"),
        ("eg forstår ikkje dette brevet", "en", "nn"),
        ("ماذا أفعل الآن", "en", "ar"),
    ],
)
def test_a_longer_text_changes_the_language(text: str, last: str, locale: str, settle: Settle) -> None:
    assert settle(text, last_locale=last) == (locale, FROM_TEXT)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("test", "nb"),
        ("Vik Strand", "en"),
        ("ja", "pl"),
        ("si", "fr"),
        ("не", "uk"),
        ("سلام", "ar"),
        ("tusen takk", "uk"),
    ],
)
def test_a_word_or_two_seldom_change_the_language(text: str, last: str, settle: Settle) -> None:
    assert settle(text, last_locale=last)[0] == last


@pytest.mark.parametrize(
    ("text", "last", "locale"),
    [("привіт", "nb", "uk"), ("привет", "ar", "ru"), ("مرحبا", "uk", "ar"), ("ሰላም", "en", "ti"), ("መፍትሕ", "ar", "ti")],
)
def test_a_word_in_a_script_that_does_not_fit_changes_it(text: str, last: str, locale: str, settle: Settle) -> None:
    assert settle(text, last_locale=last) == (locale, FROM_TEXT)


def test_a_button_holds_no_text(settle: Settle) -> None:
    assert settle('/show_article{"article_id": "deposit"}', last_locale="uk") == ("uk", FROM_CONVERSATION)


def test_a_button_goes_with_the_chosen_language(settle: Settle) -> None:
    assert settle("/affirm", locale="ar", last_locale="uk") == ("ar", CHOSEN)


def test_an_unsure_guess_does_not_count(make: Callable[..., Any]) -> None:
    message = Message({TEXT: "what can I do now please"})
    make(LanguageDetector, sure_from=1.1).process([message])
    assert (message.get(LOCALE), message.get(LOCALE_SOURCE)) == ("nb", BY_DEFAULT)


def test_other_markers_can_be_configured(make: Callable[..., Any], tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="nowhere"):
        make(LanguageDetector, markers=str(tmp_path / "nowhere.yaml"))
