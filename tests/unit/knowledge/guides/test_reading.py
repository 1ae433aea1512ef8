"""Answers as people write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.guides.guide import FUTURE, PAST, UNKNOWN, OptionText, Question, QuestionText
from knowledge.guides.numbers import numbers_in
from knowledge.guides.reading import Answer, AnswerReader, Refusal
from knowledge.guides.said import Said
from knowledge.guides.words import Words
from knowledge.laws import Laws
from knowledge.municipalities import Municipalities
from knowledge.settings import Settings
from nlu.entities.pipeline import EntityReader
from tests.unit.real import REAL

CONTENT = Settings().content_dir
TODAY = date(2026, 11, 26)
READER = AnswerReader(
    Words.read(CONTENT / "guides" / "words.yaml"), Municipalities.read(CONTENT / "municipalities.csv"), TODAY
)
ENTITIES = EntityReader(Laws.read(CONTENT / "laws.yaml"), READER.municipalities, date.today)
HOME = Question("home", "choice", options=("whole", "room"), unknown=True)
OPTIONS = {
    "whole": OptionText(
        "Egen bolig, eller rom i kollektiv", ("leilighet", "kollektiv", "whole apartment", "شقة كاملة")
    ),
    "room": OptionText("Ett rom i en annens bolig", ("rom", "hybel hos noen", "кімната", "غرفة")),
}
YES_NO = Question("told", "choice", options=("yes", "no"))
YES_NO_TEXT = QuestionText("", "", "", {"yes": OptionText("Ja", ("ja",)), "no": OptionText("Nei", ("nei",))})
TEXT = QuestionText("", "", "", OPTIONS)
NONE = QuestionText("", "", "", {})


def _said(text: str, intent: str = "ask_rights", **entities: Any) -> Said:
    return Said(text, intent, tuple({"entity": name, "value": value} for name, value in entities.items()))


def _as_understood(text: str, locale: str) -> Said:
    """A message with what the entity reader finds in it."""
    found = ENTITIES.read(text, locale)
    return Said(
        text,
        "ask_rights",
        tuple({"entity": e.name, "value": e.value, "start": e.start, "end": e.end} for e in found),
    )


def _chosen(text: str, intent: str = "ask_rights") -> Any:
    found = READER.read(HOME, TEXT, _said(text, intent))
    return found.value if isinstance(found, Answer) else found


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Ett rom i en annens bolig", "room"),
        ("rom", "room"),
        ("jeg leier en leilighet", "whole"),
        ("leiligheet", "whole"),
        ("2", "room"),
        ("1.", "whole"),
        ("i kollektiv", "whole"),
        ("hybel hos noen", "room"),
        ("кімната", "room"),
        ("غرفة", "room"),
        ("أعيش في شقة كاملة", "whole"),
    ],
)
def test_an_option_is_chosen_in_ones_own_words(text: str, option: str) -> None:
    assert _chosen(text) == option


@pytest.mark.parametrize(
    "text",
    ["ikke et rom", "leilighet eller rom", "3", "0", "hva skjer hvis jeg bor i kollektiv?", "banan", "…", "", "?",
     "rommet mitt er fullt av mugg og utleier nekter å gjøre noe som helst med det"],
)  # fmt: skip
def test_what_names_no_option_or_two_is_no_answer(text: str) -> None:
    assert _chosen(text) is None


def test_not_knowing_is_an_answer_where_it_may_be() -> None:
    assert _chosen("vet ikke", "dont_know") == UNKNOWN
    assert READER.read(YES_NO, YES_NO_TEXT, _said("vet ikke", "dont_know")) is None


@pytest.mark.parametrize(("intent", "option"), [("affirm", "yes"), ("deny", "no")])
def test_yes_and_no_are_told_by_the_intent(intent: str, option: str) -> None:
    assert READER.read(YES_NO, YES_NO_TEXT, _said("jepp", intent)) == Answer(option)


def _dated(day: date, when: str, text: str = "da") -> Answer | Refusal | None:
    return READER.read(Question("on", "date", when=when), NONE, _said(text, date=day.isoformat()))


@pytest.mark.parametrize("days", [0, 1, 31, 400])
def test_a_day_gone_by(days: int) -> None:
    day = TODAY - timedelta(days=days)
    assert _dated(day, PAST) == Answer(day.isoformat())


@pytest.mark.parametrize("days", [1, 20, 30])
def test_a_day_to_come_cannot_have_been(days: int) -> None:
    found = _dated(TODAY + timedelta(days=days), PAST)
    assert isinstance(found, Refusal)
    assert found.key == "guide.refused.future"


def test_a_day_gone_by_is_not_to_come() -> None:
    found = _dated(TODAY - timedelta(days=3), FUTURE)
    assert isinstance(found, Refusal)
    assert found.key == "guide.refused.past"


def test_a_far_day_without_its_year_is_that_of_the_year_meant() -> None:
    assert _dated(date(2027, 3, 3), PAST, "3. mars") == Answer("2026-03-03")
    assert _dated(date(2026, 3, 3), FUTURE, "3. mars") == Answer("2027-03-03")
    assert isinstance(_dated(date(2027, 3, 3), PAST, "3. mars 2027"), Refusal)


def test_a_day_in_a_question_is_no_answer() -> None:
    assert _dated(TODAY, PAST, "når må jeg flytte hvis jeg fikk den i dag?") is None
    assert _dated(TODAY, PAST, "i dag?") == Answer(TODAY.isoformat())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12000", 12000),
        ("12 000 kr", 12000),
        ("kr 12.000,-", 12000),
        ("12,000", 12000),
        ("١٢٠٠٠", 12000),
        ("9 500,50", 9500.5),
    ],
)
def test_an_amount(text: str, number: float) -> None:
    assert READER.read(Question("rent", "amount"), NONE, _said(text)) == Answer(number)


# One number in each way of writing it: bare, grouped by a space or a dot, with the mark for thousands, and with those that
# other keyboards put in its place.
GROUPED = (
    "{0}2500",
    "{0}2 500",
    "{0}2\u00a0500",
    "{0}2.500",
    "{0}2,500",
    "{0}2\u066c500",
    "{0}2\u060c500",
    "{0}2\u066b500",
)


@pytest.mark.parametrize("way", [way.format("1") for way in GROUPED])
@pytest.mark.parametrize("zero", ["\u0660", "\u06f0"], ids=["ar", "fa"])
def test_an_amount_in_other_digits_is_read_however_it_is_grouped(way: str, zero: str) -> None:
    typed = "".join(chr(ord(zero) + int(each)) if each.isdigit() else each for each in way)
    for text, number in ((typed, 12500), (f"{typed}\u066b{chr(ord(zero) + 5)}", 12500.5)):
        for locale in ("ar", "fa"):
            said = _as_understood(text, locale)
            assert READER.read(Question("rent", "amount"), NONE, said) == Answer(number), text
            assert READER.read(Question("rooms", "number", highest=20_000), NONE, said) == Answer(number), text


def test_a_comma_between_two_numbers_parts_them() -> None:
    assert [int(found) for found in numbers_in("١٢، ٥٠٠")] == [12, 500]


def test_an_amount_that_the_nlu_read() -> None:
    assert READER.read(Question("rent", "amount"), NONE, _said("tolv tusen", amount=12000)) == Answer(12000)


@pytest.mark.parametrize("text", ["", "mye", "12000 eller 13000", "vet ikke"])
def test_no_amount(text: str) -> None:
    assert READER.read(Question("rent", "amount"), NONE, _said(text)) is None


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("3 måneders leie", {"duration": {"months": 3}}),
        ("144000 i året", {"amount": 144000}),
        ("3000 i uka", {}),
        ("mellom 12 og 13 tusen", {"amount": 13000}),
        ("€1200", {}),
        ("120 hundre", {}),
        ("300000 a year", {}),
        ("10 тисяч на рік", {}),
    ],
)
def test_a_sum_of_something_else_is_asked_again(text: str, entities: dict[str, Any]) -> None:
    assert READER.read(Question("rent", "amount"), NONE, _said(text, **entities)) is None


def test_a_sum_a_month_is_one() -> None:
    said = _said("12000 a month", amount=12000, duration={"months": 1})
    assert READER.read(Question("rent", "amount"), NONE, said) == Answer(12000)


def test_two_sums_are_asked_again() -> None:
    found = tuple({"entity": "amount", "value": value} for value in (12000, 36000))
    assert READER.read(Question("rent", "amount"), NONE, Said("12000 og 36000 kr", "", found)) is None


def _spoken(text: str, locale: str, when: str = PAST) -> Answer | Refusal | None:
    """A date as the entity reader finds it, with the words around it."""
    reader = AnswerReader(READER.words, READER.municipalities, date.today())
    return reader.read(Question("on", "date", when=when), NONE, _as_understood(text, locale))


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("3. mars i fjor", "nb"), ("ikke 3. november, men 5. november", "nb"), ("mellom 3. og 5. november", "nb"),
        ("3. eller 4. november", "nb"), ("fredag for en uke siden", "nb"),
        ("for 3 uker og 2 dager siden", "nb"), ("dagen før i går", "nb"),
        ("datert 1.11 men jeg fikk det 5.11", "nb"), ("March 3 last year", "en"), ("a week after 3 November", "en"),
        ("not the 5th of November, the 8th", "en"), ("3 березня торік", "uk"),
        ("3 مارس السنة الماضية", "ar"), ("قبل أسبوع ويومين", "ar"),
    ],
)  # fmt: skip
def test_a_day_that_is_only_part_of_what_is_said_is_asked_again(text: str, locale: str) -> None:
    """A day wrongly noted moves a deadline."""
    assert _spoken(text, locale) is None


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("i går kveld", "nb"), ("for to uker siden", "nb"), ("jeg fikk det i går kl 10.30", "nb"), ("ca 12. mars", "nb"),
        ("yesterday evening", "en"), ("two weeks ago", "en"), ("day before yesterday", "en"), ("два тижні тому", "uk"),
        ("учора ввечері", "uk"), ("قبل أسبوعين", "ar"), ("قبل 10 أيام", "ar"),
    ],
)  # fmt: skip
def test_a_day_in_peoples_own_words(text: str, locale: str) -> None:
    assert isinstance(_spoken(text, locale), Answer)


@pytest.mark.parametrize("year", [1026, 1925, 9999])
def test_a_year_that_nobody_means_is_asked_again(year: int) -> None:
    assert _dated(date(year, 3, 3), PAST, f"3. mars {year}") is None


def test_an_amount_out_of_range_is_refused() -> None:
    found = READER.read(Question("rent", "amount", lowest=100, highest=100_000), NONE, _said("5"))
    assert isinstance(found, Refusal)
    assert found.values == {"lowest": 100, "highest": 100_000}


@pytest.mark.parametrize(("span", "months"), [({"months": 3}, 3), ({"years": 1}, 12), ({"years": 2, "months": 6}, 30)])
def test_months(span: dict[str, int], months: int) -> None:
    assert READER.read(Question("time", "months"), NONE, _said("", duration=span)) == Answer(months)


def test_days_are_no_months() -> None:
    assert READER.read(Question("time", "months"), NONE, _said("to uker", duration={"weeks": 2})) is None


def test_places() -> None:
    asked = Question("place", "place")
    assert READER.read(asked, NONE, _said("Bergen")) == Answer("4601")
    unsure = READER.read(asked, NONE, _said("Våler"))
    assert isinstance(unsure, Refusal)
    assert len(unsure.places) == 2
    assert READER.read(asked, NONE, _said("vet ikke helt")) is None


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    for question in (HOME, Question("rent", "amount"), Question("time", "months"), Question("place", "place")):
        READER.read(question, TEXT if question is HOME else NONE, _said(text))
        READER.takes_back(_said(text))


@given(st.integers(min_value=0, max_value=10**9))
def test_a_number_is_read_as_it_is(number: int) -> None:
    assert [int(found) for found in numbers_in(f"det er {number} kr")] == [number]
    assert [int(found) for found in numbers_in(f"{number:,}".replace(",", " "))] == [number]


@pytest.mark.parametrize(
    ("text", "option"),
    [("17", "minor"), ("jeg er 18", "young"), ("24", "young"), ("25", "adult"), ("عمري 22", "young"), ("2", "young")],
)
def test_an_age_chooses_its_option(text: str, option: str) -> None:
    options = ("minor", "young", "adult")
    question = Question("age", "choice", options=options, ages=(17, 24))
    shown = QuestionText("", "", "", {name: OptionText(name, ()) for name in options})
    assert READER.read(question, shown, _said(text)) == Answer(option)


def test_people_are_whole() -> None:
    people = Question("adults", "number", whole=True)
    assert READER.read(people, NONE, _said("1,5")) is None
    assert READER.read(people, NONE, _said("2")) == Answer(2)


def test_what_people_say_of_their_age_is_read_before_its_number() -> None:
    asked = [(guide, question) for guide in REAL.guides.values() for question in guide.questions if question.ages]
    assert {guide.id for guide, _ in asked} == {"which-office", "young"}
    for guide, question in asked:
        for locale, texts in guide.texts.items():
            shown = texts.questions[question.id]
            for option, says in shown.options.items():
                for said in (says.label, *says.says):
                    assert READER.read(question, shown, _said(said)) == Answer(option), (locale, said)


@pytest.mark.parametrize("said", ["har itj fylt 18", "er ikkje 18 enno", "e kje 18", "snart 18", "blir 18 til våren"])
def test_who_is_not_yet_of_age_is_never_taken_for_it(said: str) -> None:
    for guide in ("which-office", "young"):
        question = next(each for each in REAL.guides[guide].questions if each.ages)
        for locale in ("nb", "nn"):
            reader = replace(READER, locale=locale)
            found = reader.read(question, REAL.guides[guide].texts[locale].questions[question.id], _said(said))
            assert found in (None, Answer("minor"))


def test_a_small_word_of_another_language_in_the_same_script_turns_nothing_round() -> None:
    options = {"heat": OptionText("گرمایش", ("خراب",)), "water": OptionText("آب", ("آب",))}
    question, shown = Question("what", "choice", options=tuple(options)), QuestionText("", "", "", options)
    persian = replace(READER, words=Words.read(CONTENT / "guides" / "words.yaml", "fa"))
    assert persian.read(question, shown, _said("بخاری ما خراب")) == Answer("heat")
    arabic = replace(READER, words=Words.read(CONTENT / "guides" / "words.yaml", "ar"))
    assert arabic.read(question, shown, _said("ما خراب")) is None
