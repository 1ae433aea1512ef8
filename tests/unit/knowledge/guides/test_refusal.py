"""A no from Nav or the municipality: the last day, who decides, and what is left when the day has passed.

Today is Thursday 26 November 2026. Every day is counted by hand on a calendar.
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.refusal import conclude
from knowledge.letters.values import read_values
from knowledge.municipalities import Municipalities
from tests.unit.real import REAL

TODAY = date(2026, 11, 26)
KINDS = ("social", "flat", "help", "bostotte", "startlan", "state", UNKNOWN)
MUNICIPAL = ("social", "flat", "help", "bostotte", "startlan")


def _conclude(what: str = "social", received: str = "2026-11-10", today: date = TODAY, **more: str) -> Conclusion:
    answers: dict[str, Any] = {"what": what, "answer": "letter", "received_on": received, "stake": "none", **more}
    if answers["answer"] == "silence":
        del answers["received_on"]
    return conclude(answers, Facts(today, {}, Municipalities([])))


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def _values(conclusion: Conclusion, key: str) -> dict[str, Any]:
    return next(dict(part.values) for part in conclusion.parts if part.key == key)


@pytest.mark.parametrize("what", MUNICIPAL)
def test_three_weeks_from_the_day_the_answer_came(what: str) -> None:
    # forvaltningsloven § 29: 3 weeks. Tuesday 10 November: 17, 24 November, Tuesday 1 December.
    result = _conclude(what)
    assert _values(result, "deadline") == {"received": date(2026, 11, 10), "deadline": date(2026, 12, 1)}
    assert result.dates == (("complain_by", date(2026, 12, 1)),)


def test_a_saturday_moves_to_monday() -> None:
    # § 30 with domstolloven § 149. Saturday 14 November: Saturday 5 December, so Monday the 7th.
    assert _conclude(received="2026-11-14").dates == (("complain_by", date(2026, 12, 7)),)


def test_easter_moves_to_the_tuesday() -> None:
    # Thursday 4 March 2027: 25 March is Maundy Thursday; then Good Friday, Saturday, Easter Sunday and Monday.
    result = _conclude(received="2027-03-04", today=date(2027, 3, 10))
    assert result.dates == (("complain_by", date(2027, 3, 30)),)


def test_six_weeks_for_money_from_the_state() -> None:
    # folketrygdloven § 21-12: six weeks. Tuesday 10 November: 17, 24, 1, 8, 15, Tuesday 22 December.
    result = _conclude("state")
    assert _values(result, "deadline-six")["deadline"] == date(2026, 12, 22)
    assert "after" not in _keys(result), "Trygderetten comes next, not the end of the road"


def test_who_does_not_know_keeps_to_the_shortest_time() -> None:
    result = _conclude(UNKNOWN)
    assert _values(result, "deadline-unsure")["deadline"] == date(2026, 12, 1)
    assert _values(result, "deadline-unsure")["six"] == date(2026, 12, 22)
    assert result.dates == (("complain_by", date(2026, 12, 1)),)


@pytest.mark.parametrize(("what", "received"), [("social", "2026-11-05"), ("state", "2026-10-15")])
def test_the_last_day_is_still_in_time(what: str, received: str) -> None:
    # Thursday 5 November and three weeks, Thursday 15 October and six weeks: both Thursday 26 November.
    result = _conclude(what, received)
    assert "today" in _keys(result)
    assert result.dates == (("complain_by", TODAY),)


def test_the_day_after_is_late() -> None:
    # Wednesday 4 November and three weeks: Wednesday 25 November, yesterday.
    result = _conclude(received="2026-11-04")
    assert _values(result, "late")["deadline"] == date(2026, 11, 25)
    assert result.dates == ()
    assert "forvaltningsloven § 31" in result.laws
    assert "reasons" not in _keys(result)
    assert result.letters, "a late complaint may still be heard"


def test_late_with_money_from_the_state() -> None:
    # Wednesday 14 October and six weeks: Wednesday 25 November.
    result = _conclude("state", "2026-10-14")
    assert _values(result, "late-six")["deadline"] == date(2026, 11, 25)
    assert result.letters


@pytest.mark.parametrize("what", MUNICIPAL)
def test_more_than_a_year_shuts_out_a_complaint(what: str) -> None:
    # § 31: not when more than one year has passed since the decision, which is never made after it arrives.
    over = _conclude(what, "2025-11-25")
    assert _keys(over) == ["too-late"]
    assert over.letters == () == over.dates
    assert "late" in _keys(_conclude(what, "2025-11-26")), "a year today is not more than a year"


def test_a_spoken_no_of_more_than_a_year_ago_is_still_asked_for_in_writing() -> None:
    # §§ 23 and 27: whether a spoken no was a decision that the year of § 31 runs from is not said for certain.
    over = _conclude(received="2025-11-25", answer="spoken")
    assert _keys(over) == ["too-late-spoken"]
    assert {"forvaltningsloven § 27", "forvaltningsloven § 31"} <= set(over.laws)


@pytest.mark.parametrize(
    ("what", "received", "first"),
    [
        ("social", "2026-11-04", "late"),
        ("bostotte", "2026-11-04", "late"),
        ("state", "2026-10-14", "late-six"),
        (UNKNOWN, "2026-10-20", "late-unsure"),
        (UNKNOWN, "2026-10-01", "late-both"),
    ],
)
def test_who_was_not_told_how_to_complain_may_say_so(what: str, received: str, first: str) -> None:
    # § 27 third paragraph: the notice tells of the right, the time and the body; § 31 a: not to blame.
    assert _keys(_conclude(what, received))[:2] == [first, "late-not-told"]
    assert "late-not-told" not in _keys(_conclude(what))


def test_more_than_a_year_and_still_in_need() -> None:
    assert _keys(_conclude(received="2025-01-10", stake="urgent")) == ["urgent", "too-late"]


@pytest.mark.parametrize("what", ["state", UNKNOWN])
def test_the_year_is_not_said_to_hold_where_it_is_not_known_to(what: str) -> None:
    assert _conclude(what, "2024-11-26").letters


def test_three_weeks_have_passed_but_perhaps_not_six() -> None:
    # Tuesday 20 October: three weeks to 10 November, six to 1 December.
    result = _conclude(UNKNOWN, "2026-10-20")
    assert _values(result, "late-unsure") == {
        "received": date(2026, 10, 20), "deadline": date(2026, 11, 10), "six": date(2026, 12, 1),
    }  # fmt: skip


def test_three_weeks_and_six_have_passed() -> None:
    # Thursday 1 October: three weeks to 22 October, six to 12 November.
    values = _values(_conclude(UNKNOWN, "2026-10-01"), "late-both")
    assert (values["deadline"], values["six"]) == (date(2026, 10, 22), date(2026, 11, 12))


@pytest.mark.parametrize(
    ("what", "section", "contact"),
    [
        ("social", "sosialtjenesteloven § 47", "statsforvalteren"),  # kan påklages til statsforvalteren
        ("help", "boligsosialloven § 7", "statsforvalteren"),  # statsforvalteren klageinstans
        ("flat", "forvaltningsloven § 28", "municipality"),  # kommunestyret or a klagenemnd of its own
        ("startlan", "forvaltningsloven § 28", "municipality"),
        ("bostotte", "forskrift 2012-10-31-1182 § 6", "husbanken"),
        ("state", "folketrygdloven § 21-12", "nav"),
    ],
)
def test_who_decides(what: str, section: str, contact: str) -> None:
    result = _conclude(what)
    assert what in _keys(result)
    assert result.laws[0] == section
    assert contact in result.contacts


@pytest.mark.parametrize("what", ["flat", "startlan", "bostotte", "state"])
def test_statsforvalteren_is_not_named_where_it_does_not_decide(what: str) -> None:
    assert "statsforvalteren" not in _conclude(what).contacts


def test_a_spoken_no_is_asked_for_in_writing_but_the_time_runs() -> None:
    # §§ 27 and 29: notice may be spoken, and the time runs from it.
    result = _conclude(answer="spoken")
    assert _keys(result)[:3] == ["deadline", "spoken", "social"]
    assert result.letters[0].values["spoken"] == 1
    assert {"forvaltningsloven § 23", "forvaltningsloven § 27"} <= set(result.laws)


def test_help_that_stops_can_be_asked_to_go_on() -> None:
    result = _conclude(stake="stops")
    assert "stops" in _keys(result)
    assert "forvaltningsloven § 42" in result.laws
    assert result.letters[0].values["postpone"] == 1


def test_urgent_need_comes_before_the_complaint() -> None:
    result = _conclude(stake="urgent")
    assert _keys(result)[0] == "urgent"
    assert "urgent-social" in _keys(result)
    assert result.guides == ("nowhere-tonight",)
    assert result.letters[0].values["urgent"] == 1
    # § 48 second paragraph is about social services only.
    assert "urgent-social" not in _keys(_conclude("bostotte", stake="urgent"))


@pytest.mark.parametrize("answer", ["letter", "silence"])
@pytest.mark.parametrize("what", KINDS)
def test_who_lacks_food_or_a_bed_calls_nav_first_whatever_was_refused(what: str, answer: str) -> None:
    contacts = _conclude(what, stake="urgent", answer=answer).contacts
    assert contacts[:2] == ("nav-office-finder", "legevakt")
    assert len(set(contacts)) == len(contacts)
    assert "legevakt" not in _conclude(what, answer=answer).contacts


@pytest.mark.parametrize("locale", ["nb", "en", "uk", "ar", "fa"])
def test_a_later_day_in_the_letter_is_looked_for_before_it_is_too_late(locale: str) -> None:
    """Health and care: four weeks (pasient- og brukerrettighetsloven § 7-5), told to who does not know the law."""
    text = REAL.guides["refusal"].texts[locale].parts
    assert "helse og omsorg" in text["unknown"].lower()
    # § 35 first paragraph a: the office may change its decision when that harms nobody it concerns.
    assert "forvaltningsloven § 35" in text["too-late"]
    assert "pasient- og brukerrettighetsloven § 7-5" in _conclude(UNKNOWN).laws


def test_a_complaint_over_money_from_the_state_may_be_helped_by_a_lawyer() -> None:
    # rettshjelploven § 11 second paragraph: "i klagesaker etter folketrygdloven § 21-12".
    assert "rettshjelploven § 11" in _conclude("state").laws
    assert "rettshjelploven § 11" not in _conclude("social").laws


def test_the_reasons_of_a_shared_out_good_are_asked_for_in_time() -> None:
    # § 24 second paragraph: within the time for complaining.
    assert _values(_conclude("flat"), "reasons-flat") == {"deadline": date(2026, 12, 1)}
    assert "reasons" in _keys(_conclude("help"))


@pytest.mark.parametrize("what", KINDS)
def test_no_answer_is_first_asked_for_in_writing(what: str) -> None:
    result = _conclude(what, answer="silence")
    assert _keys(result) == ["silence", "silence-social" if what == "social" else "silence-other"]
    assert result.letters == () == result.dates
    assert "forvaltningsloven § 11 a" in result.laws
    assert len(set(result.contacts)) == len(result.contacts)


def test_no_answer_in_need_or_when_help_stopped() -> None:
    assert _keys(_conclude(answer="silence", stake="urgent"))[0] == "urgent"
    assert "stops-silence" in _keys(_conclude(answer="silence", stake="stops"))


@pytest.mark.parametrize(
    ("what", "answer", "stake", "received"),
    list(
        product(
            KINDS,
            ("letter", "spoken", "silence"),
            ("urgent", "stops", "none"),
            ("2026-11-10", "2026-09-01", "2024-01-09"),
        )
    ),
)
def test_every_section_is_cited_by_an_article_of_the_result(what: str, answer: str, stake: str, received: str) -> None:
    result = _conclude(what, received, answer=answer, stake=stake)
    cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
    assert set(result.laws) <= cited, set(result.laws) - cited


@pytest.mark.parametrize("what", KINDS)
def test_the_letter_takes_what_the_answers_tell(what: str) -> None:
    letter = REAL.letters["complaint"]
    offer = _conclude(what, answer="spoken", stake="stops").letters[0]
    values = read_values(letter, {name: str(value) for name, value in offer.values.items()})
    assert not values.problems
    assert set(values.given) == {"received_on", "spoken", "postpone"} | ({what} if what != UNKNOWN else set())


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_the_letter_always_says_what_forvaltningsloven_32_asks_for(locale: str) -> None:
    """The decision and the change that is wanted; what only some ask for stands there only for them."""
    paragraphs = REAL.letters["complaint"].texts[locale].paragraphs
    always = " ".join(paragraph.text for paragraph in paragraphs if paragraph.only_if is None)
    assert "{received_on}" in always
    assert "{change}" in always
    assert "forvaltningsloven § 33" in always
    only = {paragraph.only_if: paragraph.text for paragraph in paragraphs if paragraph.only_if}
    assert "forvaltningsloven § 42" in only["postpone"]
    assert "forvaltningsloven § 31" in only["late"]
    assert "forvaltningsloven §§ 23" in only["spoken"]
