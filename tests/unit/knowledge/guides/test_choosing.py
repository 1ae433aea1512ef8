"""Options: a no that belongs to the next word, misspelt words, and reading them once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.guides.guide import OptionText, Question, QuestionText
from knowledge.guides.reading import Answer, Refusal
from knowledge.guides.words import Words
from knowledge.nynorsk import as_bokmal
from knowledge.text import normalised
from tests.unit.knowledge.guides.test_reading import CONTENT, READER, YES_NO, _said
from tests.unit.real import REAL


def _told(text: str, locale: str, intent: str = "ask_rights") -> Answer | Refusal | None:
    """The answer to a question of yes or no in a conversation of that language."""
    says = {"ar": ("نعم", "لا"), "fa": ("بله", "نه"), "uk": ("так", "ні"), "en": ("yes", "no"), "nb": ("ja", "nei")}[
        locale
    ]
    shown = QuestionText("", "", "", {"yes": OptionText(says[0], ()), "no": OptionText(says[1], ())})
    reader = replace(READER, words=Words.read(CONTENT / "guides" / "words.yaml", locale), locale=locale)
    return reader.read(YES_NO, shown, _said(text, intent))


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("لا", "ar"), ("لا شكرا", "ar"), ("لا، أستطيع الدفع", "ar"), ("لا. نسيت ذلك", "ar"), ("لا أبدا", "ar"), ("لا يا أخي", "ar"),
        ("لا المؤجر", "ar"), ("nei", "nb"), ("nei takk", "nb"), ("no", "en"), ("no thanks", "en"), ("ні, дякую", "uk"),
        ("نه", "fa"), ("نه ممنون", "fa"),
    ],
)  # fmt: skip
def test_no(text: str, locale: str) -> None:
    assert _told(text, locale) == Answer("no")


@pytest.mark.parametrize("intent", ["ask_rights", "deny"])
@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("لا أعرف", "ar"), ("لا أستطيع الدفع", "ar"), ("لا أدري متى", "ar"), ("لا يوجد لدي فكرة", "ar"), ("لكن لا أعرف", "ar"),
        ("لا، لا أعرف", "ar"), ("vet ikke", "nb"), ("nei, men jeg vet ikke", "nb"), ("nei vet ikke", "nb"), ("no idea", "en"),
        ("no idea sorry", "en"), ("no clue", "en"), ("no problem", "en"), ("не знаю", "uk"), ("ні, не знаю", "uk"),
        ("نه نمی دانم", "fa"), ("نه، نمی‌دانم", "fa"), ("نه والا نمیدونم", "fa"),
    ],
)  # fmt: skip
def test_a_no_that_belongs_to_the_next_word_is_no_answer(text: str, locale: str, intent: str) -> None:
    assert _told(text, locale, intent) is None


def test_not_is_no_misspelt_nothing() -> None:
    """Where "ikkje" is a letter from "inkje", which chose "nothing of this"."""
    options = {"some": OptionText("noko", ()), "no": OptionText("inkje", ())}
    question, shown = Question("what", "choice", options=tuple(options)), QuestionText("", "", "", options)
    assert READER.read(question, shown, _said("eg kan ikkje betale")) is None
    assert READER.read(question, shown, _said("inkje")) == Answer("no")


def test_no_option_of_a_guide_is_a_bare_not() -> None:
    """It would be chosen by whoever negates anything."""
    for guide in REAL.guides.values():
        for locale, texts in guide.texts.items():
            for question in texts.questions.values():
                says = [each for option in question.options.values() for each in option.says]
                bare = {"ikke", "not", "не"} & {normalised(as_bokmal(each, locale)) for each in says}
                assert not bare, (guide.id, locale)


def test_the_options_of_a_question_are_normalised_once(monkeypatch: pytest.MonkeyPatch) -> None:
    plain: list[str] = []

    def noted(text: str, locale: str) -> str:
        plain.append(text)
        return as_bokmal(text, locale)

    monkeypatch.setattr("knowledge.guides.choosing.as_bokmal", noted)
    shown = QuestionText("", "", "", {"once": OptionText("kun én gang", ())})
    question = Question("what", "choice", options=("once",))
    for _ in range(3):
        READER.read(question, shown, _said("kun én gang"))
    assert plain.count("kun én gang") == 3 + 1
