"""Weekdays as answers; today is Thursday 26 November 2026."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge.guides.guide import ANY, FUTURE, PAST, Question
from knowledge.guides.reading import Refusal
from knowledge.guides.said import Said
from knowledge.laws import Laws
from nlu.entities.pipeline import EntityReader
from tests.unit.knowledge.guides.test_reading import CONTENT, NONE, READER, TODAY

THEN = EntityReader(Laws.read(CONTENT / "laws.yaml"), READER.municipalities, lambda: TODAY)  # a Thursday
COMING, LATEST = date(2026, 11, 27), date(2026, 11, 20)  # Fridays


def _day(text: str, locale: str, when: str) -> Any:
    """The day that a message means, a refused one as well."""
    entities = [
        {"entity": e.name, "value": e.value, "start": e.start, "end": e.end, "other": e.other}
        for e in THEN.read(text, locale)
    ]
    found = READER.read(Question("on", "date", when=when), NONE, Said(text, "ask_rights", tuple(entities)))
    return found.values["date"] if isinstance(found, Refusal) else found and date.fromisoformat(found.value)


@pytest.mark.parametrize("when", [PAST, FUTURE, ANY])
@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("på fredag", "nb"), ("til fredag", "nb"), ("neste fredag", "nb"), ("nå på fredag", "nb"), ("fredag som kommer", "nb"),
        ("de kommer på fredag", "nb"), ("på fredag", "nn"), ("no på fredag", "nn"), ("neste fredag", "nn"), ("by Friday", "en"),
        ("next Friday", "en"), ("until Friday", "en"), ("наступної п'ятниці", "uk"), ("до п'ятниці", "uk"), ("الجمعة القادمة", "ar"),
        ("حتى الجمعة", "ar"), ("جمعه آینده", "fa"), ("تا جمعه", "fa"),
    ],
)  # fmt: skip
def test_a_coming_weekday(text: str, locale: str, when: str) -> None:
    assert _day(text, locale, when) == COMING


@pytest.mark.parametrize("when", [PAST, FUTURE, ANY])
@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("sist fredag", "nb"), ("forrige fredag", "nb"), ("fredag som var", "nb"), ("i forrige uke fredag", "nb"), ("fredag i forrige uke", "nb"),
        ("førre fredag", "nn"), ("fredag førre veke", "nn"), ("last Friday", "en"), ("Friday last week", "en"), ("last week Friday", "en"),
        ("минулої п'ятниці", "uk"), ("у п'ятницю минулого тижня", "uk"), ("الجمعة الماضية", "ar"), ("الجمعة من الأسبوع الماضي", "ar"),
        ("جمعه گذشته", "fa"), ("جمعه پیش", "fa"), ("جمعه هفته پیش", "fa"),
    ],
)  # fmt: skip
def test_a_weekday_gone_by(text: str, locale: str, when: str) -> None:
    assert _day(text, locale, when) == LATEST


@pytest.mark.parametrize(("when", "day"), [(PAST, LATEST), (FUTURE, COMING), (ANY, LATEST)])
@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("fredag", "nb"), ("jeg fikk det på fredag", "nb"), ("på fredag fekk eg brevet", "nn"), ("Friday", "en"), ("on Friday", "en"),
        ("п'ятниця", "uk"), ("у п'ятницю", "uk"), ("الجمعة", "ar"), ("يوم الجمعة", "ar"), ("جمعه", "fa"), ("روز جمعه", "fa"),
    ],
)  # fmt: skip
def test_a_bare_weekday_is_the_one_asked_for(text: str, locale: str, when: str, day: date) -> None:
    assert _day(text, locale, when) == day


def test_a_weekday_of_a_week_that_may_have_begun_is_asked_again() -> None:
    saturday = EntityReader(Laws.read(CONTENT / "laws.yaml"), READER.municipalities, lambda: date(2026, 11, 28))
    assert [each.value for each in saturday.read("fredag i forrige uke", "nb")] == ["2026-11-20"]
    found = [
        {"entity": e.name, "value": e.value, "start": e.start, "end": e.end}
        for e in saturday.read("جمعه هفته پیش", "fa")
    ]
    assert READER.read(Question("on", "date"), NONE, Said("جمعه هفته پیش", "", tuple(found))) is None
