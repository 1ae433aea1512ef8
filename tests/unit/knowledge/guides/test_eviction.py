"""Each stage of an eviction: what comes next, the dates reckoned by hand from the sections, what stops it, the letters."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest

from tests.unit.knowledge.guides.eviction_cases import GROUNDS, REAL, concluded, keys_of, letters_of


def test_one_who_does_not_know_the_letter_goes_on_to_the_guide_about_letters() -> None:
    result = concluded("unknown")
    assert keys_of(result) == ["unsure"]
    assert result.guides == ("letter",)


def test_owing_rent_without_a_warning() -> None:
    result = concluded("arrears")
    assert keys_of(result) == ["arrears", "arrears-steps"]
    assert letters_of(result) == {"payment-plan": {}, "nav-arrears": {}}
    assert result.contacts[0] == "nav-debt-line"


def test_a_notice_is_not_an_eviction() -> None:
    result = concluded("notice")
    assert keys_of(result) == ["notice"]
    assert result.guides == ("landlord-notice",)


def test_the_landlord_alone_puts_nobody_out() -> None:
    result = concluded("lockout")
    assert keys_of(result) == ["lockout", "lockout-steps"]
    assert result.contacts[0] == "police-emergency"
    assert "tvangsfullbyrdelsesloven § 13-11" in result.laws
    assert result.guides == ("nowhere-tonight",)


def test_two_weeks_must_pass_after_the_warning() -> None:
    # § 4-18: sent on Monday 16 November; two weeks end on Monday 30 November; from Tuesday 1 December it can be asked for.
    result = concluded("warning", "rent", sent_on="2026-11-16")
    assert keys_of(result) == ["warning", "ground-rent", "warning-steps"]
    values = result.parts[0].values
    assert (values["sent"], values["last"], values["first"]) == (
        date(2026, 11, 16),
        date(2026, 11, 30),
        date(2026, 12, 1),
    )
    assert result.dates == (("pay_by", date(2026, 11, 30)),)
    assert letters_of(result) == {"payment-plan": {}, "nav-arrears": {"deadline": date(2026, 11, 30)}}


def test_the_two_weeks_do_not_move_for_a_day_off() -> None:
    # Sent on Saturday 14 November: two weeks end on Saturday 28 November; § 4-18 has no word about days off.
    values = concluded("warning", "rent", sent_on="2026-11-14").parts[0].values
    assert values["first"] == date(2026, 11, 29)


def test_when_the_two_weeks_are_over_the_petition_can_come_any_day() -> None:
    # Sent on 11 November: two weeks end on the 25th; today, the 26th, is the first day.
    result = concluded("warning", "rent", sent_on="2026-11-11")
    assert keys_of(result)[0] == "warning-over"
    # § 4-19: within one year of 26 November 2026; 26 November 2027 is a Friday.
    assert result.parts[0].values["year"] == date(2027, 11, 26)
    assert result.dates == ()
    assert letters_of(result)["nav-arrears"] == {}


def test_a_warning_is_too_old_after_a_year() -> None:
    # Sent on 10 November 2025: possible from 25 November 2025, so until 25 November 2026, yesterday.
    assert keys_of(concluded("warning", "rent", sent_on="2025-11-10"))[0] == "warning-old"
    # A day later: until 26 November 2026, today.
    assert keys_of(concluded("warning", "rent", sent_on="2025-11-11"))[0] == "warning-over"


def test_a_warning_whose_day_is_not_known() -> None:
    result = concluded("warning", "rent", sent_on="unknown")
    assert keys_of(result)[0] == "warning-undated"
    assert result.dates == ()


def test_a_judgment_needs_no_two_weeks() -> None:
    result = concluded("warning", "judgment")
    assert keys_of(result) == ["warning-judgment", "ground-judgment", "warning-steps"]
    assert result.dates == ()
    assert set(letters_of(result)) == {"nav-arrears"}
    # Forskrift om Husleietvistutvalget § 15: a month to take a decision of HTU to court.
    assert "forskrift om Husleietvistutvalget § 15" in result.laws


@pytest.mark.parametrize(
    ("ground", "more", "parts"),
    [
        ("rent", {"clause": "yes"}, ["ground-rent"]),
        ("rent", {"clause": "no"}, ["ground-rent", "clause-missing"]),
        ("rent", {"clause": "unknown"}, ["ground-rent", "clause-unsure"]),
        ("term", {"clause": "no"}, ["ground-term", "clause-missing"]),
        ("notice", {"protested": "yes"}, ["ground-notice", "protested"]),
        ("notice", {"protested": "no"}, ["ground-notice", "not-protested"]),
        ("rescission", {}, ["ground-rescission"]),
        ("judgment", {}, ["ground-judgment"]),
        ("unknown", {}, ["ground-unknown"]),
    ],
)
def test_what_stops_it_depends_on_the_ground(ground: str, more: dict[str, str], parts: list[str]) -> None:
    shown = keys_of(concluded("warning", ground, sent_on="2026-11-20", **more))
    assert shown[1:-1] == parts


def test_a_petition_is_answered_within_two_weeks() -> None:
    # § 13-6: got on Tuesday 24 November; two weeks end on Tuesday 8 December.
    result = concluded("petition", "rent", received_on="2026-11-24", clause="no")
    assert keys_of(result) == [
        "petition",
        "ground-rent",
        "clause-missing",
        "postponement",
        "petition-costs",
        "petition-steps",
    ]
    deadline = date(2026, 12, 8)
    assert result.parts[0].values == {"received": date(2026, 11, 24), "deadline": deadline}
    assert result.dates == (("answer_by", deadline),)
    assert letters_of(result) == {
        "answer-to-petition": {"answer_by": deadline, "received_on": date(2026, 11, 24), "no_clause": "yes"},
        "payment-plan": {},
        "nav-arrears": {"deadline": deadline},
    }


def test_the_last_day_to_answer_moves_past_a_weekend() -> None:
    # Got on Saturday 14 November: Saturday 28 November, so Monday 30 November (§ 2-7 and domstolloven § 149).
    assert concluded("petition", "rent", received_on="2026-11-14").dates == (("answer_by", date(2026, 11, 30)),)


def test_the_last_day_to_answer_is_today() -> None:
    # Got on Thursday 12 November: Thursday 26 November.
    result = concluded("petition", "rent", received_on="2026-11-12")
    assert keys_of(result)[:2] == ["petition", "petition-today"]


def test_the_time_to_answer_is_over() -> None:
    # Got on Wednesday 11 November: Wednesday 25 November, yesterday.
    result = concluded("petition", "rent", received_on="2026-11-11")
    assert keys_of(result)[0] == "petition-passed"
    assert result.dates == ()
    assert letters_of(result)["answer-to-petition"] == {"received_on": date(2026, 11, 11)}


def test_a_petition_whose_day_is_not_known_can_still_be_answered() -> None:
    result = concluded("petition", "notice", received_on="unknown")
    assert keys_of(result)[0] == "petition-undated"
    assert letters_of(result) == {"answer-to-petition": {}}


def test_no_postponement_is_asked_for_against_a_judgment() -> None:
    # § 5-11: only against the special grounds.
    for stage, more in (
        ("petition", {"received_on": "2026-11-24"}),
        ("decision", {}),
        ("date", {"day_on": "2026-12-10"}),
    ):
        assert "postponement" not in keys_of(concluded(stage, "judgment", **more))
        assert "postponement" in keys_of(concluded(stage, "rescission", **more))


@pytest.mark.parametrize(
    ("ground", "part"),
    [
        ("rent", "complaint-stops"),  # § 5-16: grounds a and b
        ("term", "complaint-stops"),
        ("notice", "complaint-may"),
        ("judgment", "complaint-may"),
        ("rescission", "appeal"),  # § 13-3: the court
        ("unknown", "complaint-unsure"),
    ],
)
def test_whether_a_complaint_stops_it(ground: str, part: str) -> None:
    assert keys_of(concluded("decision", ground))[:2] == ["decision", part]
    assert part in keys_of(concluded("date", ground, day_on="2026-12-10"))


def test_a_day_is_set() -> None:
    # From Thursday 26 November to Thursday 10 December there are fourteen days.
    day = date(2026, 12, 10)
    result = concluded("date", "rent", day_on=day.isoformat())
    assert keys_of(result)[0] == "date-set"
    assert result.parts[0].values == {"day": day, "days": 14}
    assert result.dates == (("eviction_on", day),)
    assert letters_of(result) == {
        "enforcement-complaint": {"over_eviction": "yes", "stop": "yes", "eviction_on": day},
        "payment-plan": {},
        "nav-arrears": {"eviction_on": day},
    }
    assert result.contacts[:2] == ("namsfogden", "nav")
    assert result.guides == ("nowhere-tonight",)


def test_the_day_is_tomorrow_or_today() -> None:
    assert keys_of(concluded("date", "rent", day_on="2026-11-27"))[0] == "date-tomorrow"
    assert keys_of(concluded("date", "rent", day_on="2026-11-26"))[0] == "date-today"


@pytest.mark.parametrize(
    ("told_on", "part", "dates"),
    [
        # § 13-11: told on Friday 20 November; two weeks end on Friday 4 December.
        ("2026-11-20", "belongings", (("belongings_by", date(2026, 12, 4)),)),
        # Told on Thursday 12 November: today is the last day.
        ("2026-11-12", "belongings", (("belongings_by", date(2026, 11, 26)),)),
        ("2026-11-11", "belongings-passed", ()),
        ("unknown", "belongings-untold", ()),
    ],
)
def test_belongings_after_the_eviction(told_on: str, part: str, dates: tuple[Any, ...]) -> None:
    result = concluded("out", told_on=told_on)
    assert keys_of(result) == ["out", part, "out-steps", "out-owed"]
    assert result.dates == dates
    assert result.contacts[0] == "nav"


def test_every_section_that_is_cited_stands_in_an_article_shown_with_the_result() -> None:
    more = {
        "warning": {"sent_on": "2026-11-20"},
        "petition": {"received_on": "2026-11-20"},
        "date": {"day_on": "2026-12-10"},
    }
    results = [concluded(stage) for stage in ("unknown", "arrears", "notice", "lockout")]
    results += [
        concluded(stage, ground, **more.get(stage, {}))
        for stage, ground in product(("warning", "petition", "decision", "date"), GROUNDS)
    ]
    for result in [*results, concluded("out", told_on="unknown")]:
        cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
        assert set(result.laws) <= cited, set(result.laws) - cited


def test_letters_are_about_rent_only_where_it_can_be() -> None:
    def about_rent(ground: str) -> set[str]:
        return set(letters_of(concluded("decision", ground))) - {"enforcement-complaint"}

    for ground in ("term", "notice"):
        assert about_rent(ground) == set()
    # A plan admits how much is owed, which a landlord who rescinds has to show (§ 9-9): only the application to Nav.
    for ground in ("rescission", "judgment"):
        assert about_rent(ground) == {"nav-arrears"}
    assert about_rent("unknown") == {"payment-plan", "nav-arrears"}


def test_a_protest_is_no_promise_to_a_lodger() -> None:
    """§ 9-8 third paragraph: the rules on protest do not apply to a room without an end date."""
    parts = REAL.guides["eviction"].texts["nb"].parts
    assert "Gjelder reglene om protest for deg" in parts["protested"]
    assert "rom" in parts["ground-notice"]
