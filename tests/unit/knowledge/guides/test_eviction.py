"""Each stage of an eviction: what comes next, the dates reckoned by hand from the sections, what stops it, the letters."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.rules.eviction import conclude
from knowledge.letters.values import read_values
from knowledge.library import Library
from knowledge.municipalities import Municipalities
from knowledge.settings import Settings

REAL = Library.read(Settings().content_dir)
PLACES = Municipalities.read(Settings().content_dir / "municipalities.csv")
TODAY = date(2026, 11, 26)  # a Thursday
GROUNDS = ("rent", "term", "notice", "rescission", "judgment", "unknown")


def _concluded(stage: str, ground: str | None = None, **more: Any) -> Conclusion:
    answers = {"stage": stage, **({"ground": ground} if ground else {}), **more}
    if ground in ("rent", "term"):
        answers.setdefault("clause", "yes")
    if ground == "notice":
        answers.setdefault("protested", "no")
    return conclude(answers, Facts(TODAY, REAL.figures, PLACES))


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def _letters(conclusion: Conclusion) -> dict[str, dict[str, Any]]:
    return {offer.letter: dict(offer.values) for offer in conclusion.letters}


def test_one_who_does_not_know_the_letter_goes_on_to_the_guide_about_letters() -> None:
    result = _concluded("unknown")
    assert _keys(result) == ["unsure"]
    assert result.guides == ("letter",)


def test_owing_rent_without_a_warning() -> None:
    result = _concluded("arrears")
    assert _keys(result) == ["arrears", "arrears-steps"]
    assert _letters(result) == {"payment-plan": {}, "nav-arrears": {}}
    assert result.contacts[0] == "nav-debt-line"


def test_a_notice_is_not_an_eviction() -> None:
    result = _concluded("notice")
    assert _keys(result) == ["notice"]
    assert result.guides == ("landlord-notice",)


def test_the_landlord_alone_puts_nobody_out() -> None:
    result = _concluded("lockout")
    assert _keys(result) == ["lockout", "lockout-steps"]
    assert result.contacts[0] == "police-emergency"
    assert "tvangsfullbyrdelsesloven § 13-11" in result.laws
    assert result.guides == ("nowhere-tonight",)


def test_two_weeks_must_pass_after_the_warning() -> None:
    # § 4-18: sent on Monday 16 November; two weeks end on Monday 30 November; from Tuesday 1 December it can be asked for.
    result = _concluded("warning", "rent", sent_on="2026-11-16")
    assert _keys(result) == ["warning", "ground-rent", "warning-steps"]
    values = result.parts[0].values
    assert (values["sent"], values["last"], values["first"]) == (
        date(2026, 11, 16),
        date(2026, 11, 30),
        date(2026, 12, 1),
    )
    assert result.dates == (("pay_by", date(2026, 11, 30)),)
    assert _letters(result) == {"payment-plan": {}, "nav-arrears": {"deadline": date(2026, 11, 30)}}


def test_the_two_weeks_do_not_move_for_a_day_off() -> None:
    # Sent on Saturday 14 November: two weeks end on Saturday 28 November; § 4-18 has no word about days off.
    values = _concluded("warning", "rent", sent_on="2026-11-14").parts[0].values
    assert values["first"] == date(2026, 11, 29)


def test_when_the_two_weeks_are_over_the_petition_can_come_any_day() -> None:
    # Sent on 11 November: two weeks end on the 25th; today, the 26th, is the first day.
    result = _concluded("warning", "rent", sent_on="2026-11-11")
    assert _keys(result)[0] == "warning-over"
    # § 4-19: within one year of 26 November 2026; 26 November 2027 is a Friday.
    assert result.parts[0].values["year"] == date(2027, 11, 26)
    assert result.dates == ()
    assert _letters(result)["nav-arrears"] == {}


def test_a_warning_is_too_old_after_a_year() -> None:
    # Sent on 10 November 2025: possible from 25 November 2025, so until 25 November 2026, yesterday.
    assert _keys(_concluded("warning", "rent", sent_on="2025-11-10"))[0] == "warning-old"
    # A day later: until 26 November 2026, today.
    assert _keys(_concluded("warning", "rent", sent_on="2025-11-11"))[0] == "warning-over"


def test_a_warning_whose_day_is_not_known() -> None:
    result = _concluded("warning", "rent", sent_on="unknown")
    assert _keys(result)[0] == "warning-undated"
    assert result.dates == ()


def test_a_judgment_needs_no_two_weeks() -> None:
    result = _concluded("warning", "judgment")
    assert _keys(result) == ["warning-judgment", "ground-judgment", "warning-steps"]
    assert result.dates == ()
    assert set(_letters(result)) == {"nav-arrears"}
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
    shown = _keys(_concluded("warning", ground, sent_on="2026-11-20", **more))
    assert shown[1:-1] == parts


def test_a_petition_is_answered_within_two_weeks() -> None:
    # § 13-6: got on Tuesday 24 November; two weeks end on Tuesday 8 December.
    result = _concluded("petition", "rent", received_on="2026-11-24", clause="no")
    assert _keys(result) == [
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
    assert _letters(result) == {
        "answer-to-petition": {"answer_by": deadline, "received_on": date(2026, 11, 24), "no_clause": "yes"},
        "payment-plan": {},
        "nav-arrears": {"deadline": deadline},
    }


def test_the_last_day_to_answer_moves_past_a_weekend() -> None:
    # Got on Saturday 14 November: Saturday 28 November, so Monday 30 November (§ 2-7 and domstolloven § 149).
    assert _concluded("petition", "rent", received_on="2026-11-14").dates == (("answer_by", date(2026, 11, 30)),)


def test_the_last_day_to_answer_is_today() -> None:
    # Got on Thursday 12 November: Thursday 26 November.
    result = _concluded("petition", "rent", received_on="2026-11-12")
    assert _keys(result)[:2] == ["petition", "petition-today"]


def test_the_time_to_answer_is_over() -> None:
    # Got on Wednesday 11 November: Wednesday 25 November, yesterday.
    result = _concluded("petition", "rent", received_on="2026-11-11")
    assert _keys(result)[0] == "petition-passed"
    assert result.dates == ()
    assert _letters(result)["answer-to-petition"] == {"received_on": date(2026, 11, 11)}


def test_a_petition_whose_day_is_not_known_can_still_be_answered() -> None:
    result = _concluded("petition", "notice", received_on="unknown")
    assert _keys(result)[0] == "petition-undated"
    assert _letters(result) == {"answer-to-petition": {}}


def test_no_postponement_is_asked_for_against_a_judgment() -> None:
    # § 5-11: only against the special grounds.
    for stage, more in (
        ("petition", {"received_on": "2026-11-24"}),
        ("decision", {}),
        ("date", {"day_on": "2026-12-10"}),
    ):
        assert "postponement" not in _keys(_concluded(stage, "judgment", **more))
        assert "postponement" in _keys(_concluded(stage, "rescission", **more))


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
    assert _keys(_concluded("decision", ground))[:2] == ["decision", part]
    assert part in _keys(_concluded("date", ground, day_on="2026-12-10"))


def test_a_day_is_set() -> None:
    # From Thursday 26 November to Thursday 10 December there are fourteen days.
    day = date(2026, 12, 10)
    result = _concluded("date", "rent", day_on=day.isoformat())
    assert _keys(result)[0] == "date-set"
    assert result.parts[0].values == {"day": day, "days": 14}
    assert result.dates == (("eviction_on", day),)
    assert _letters(result) == {
        "enforcement-complaint": {"over_eviction": "yes", "stop": "yes", "eviction_on": day},
        "payment-plan": {},
        "nav-arrears": {"eviction_on": day},
    }
    assert result.contacts[:2] == ("namsfogden", "nav")
    assert result.guides == ("nowhere-tonight",)


def test_the_day_is_tomorrow_or_today() -> None:
    assert _keys(_concluded("date", "rent", day_on="2026-11-27"))[0] == "date-tomorrow"
    assert _keys(_concluded("date", "rent", day_on="2026-11-26"))[0] == "date-today"


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
    result = _concluded("out", told_on=told_on)
    assert _keys(result) == ["out", part, "out-steps", "out-owed"]
    assert result.dates == dates
    assert result.contacts[0] == "nav"


def test_every_section_that_is_cited_stands_in_an_article_shown_with_the_result() -> None:
    more = {
        "warning": {"sent_on": "2026-11-20"},
        "petition": {"received_on": "2026-11-20"},
        "date": {"day_on": "2026-12-10"},
    }
    results = [_concluded(stage) for stage in ("unknown", "arrears", "notice", "lockout")]
    results += [
        _concluded(stage, ground, **more.get(stage, {}))
        for stage, ground in product(("warning", "petition", "decision", "date"), GROUNDS)
    ]
    for result in [*results, _concluded("out", told_on="unknown")]:
        cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
        assert set(result.laws) <= cited, set(result.laws) - cited


def test_letters_are_about_rent_only_where_it_can_be() -> None:
    def about_rent(ground: str) -> set[str]:
        return set(_letters(_concluded("decision", ground))) - {"enforcement-complaint"}

    for ground in ("term", "notice"):
        assert about_rent(ground) == set()
    # A plan admits how much is owed, which a landlord who rescinds has to show (§ 9-9): only the application to Nav.
    for ground in ("rescission", "judgment"):
        assert about_rent(ground) == {"nav-arrears"}
    assert about_rent("unknown") == {"payment-plan", "nav-arrears"}


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_complaint_over_the_namsfogd_is_offered_where_the_namsfogd_may_have_decided(ground: str) -> None:
    """§ 13-3: rescission goes to the court, whose decisions are appealed (§ 2-12)."""
    for stage, more in (("decision", {}), ("date", {"day_on": "2026-12-10"})):
        first = next(iter(_letters(_concluded(stage, ground, **more))))
        assert (first == "enforcement-complaint") == (ground != "rescission")


def test_a_complaint_says_what_the_answers_tell() -> None:
    """The letter says itself that over ground a or b it stops the eviction (§ 5-16): nobody has to know the letter."""
    asked = {"over_eviction": "yes", "stop": "yes"}
    for ground in ("rent", "term", "notice", "judgment", "unknown"):
        assert _letters(_concluded("decision", ground))["enforcement-complaint"] == asked
    without = _letters(_concluded("decision", "rent", clause="no"))["enforcement-complaint"]
    assert without == {**asked, "no_clause": "yes"}


def test_who_is_out_can_still_complain_over_the_costs() -> None:
    """§ 5-16 third paragraph: nothing is filled in, for over the eviction itself it is too late."""
    assert _letters(_concluded("out", told_on="unknown")) == {"enforcement-complaint": {}}


def test_the_complaint_takes_what_the_answers_tell() -> None:
    letter = REAL.letters["enforcement-complaint"]
    offered = _letters(_concluded("date", "rent", clause="no", day_on="2026-12-10"))["enforcement-complaint"]
    values = read_values(letter, {name: str(value) for name, value in offered.items()})
    assert not values.problems
    assert set(values.given) == {"over_eviction", "stop", "no_clause", "eviction_on"}


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_the_complaint_asks_for_what_the_act_lets_a_person_ask_for(locale: str) -> None:
    """Changed, stopped meanwhile, sent on at once (§ 5-16), postponed by the court (§ 6-5), copies (§ 5-20)."""
    text = REAL.letters["enforcement-complaint"].texts[locale]
    always = " ".join(paragraph.text for paragraph in text.paragraphs if paragraph.only_if is None)
    assert "tvangsfullbyrdelsesloven § 5-16" in always
    only = {paragraph.only_if: paragraph.text for paragraph in text.paragraphs if paragraph.only_if}
    sections = {
        **dict.fromkeys(("household", "stop", "send_on"), "§ 5-16"),
        "costs": "§§ 3-1",
        "circumstances": "§ 5-10",
        "papers": "§ 5-20",
        "paid_all": "§§ 13-2",
        "no_clause": "§ 13-2",
    }
    for condition, section in sections.items():
        assert f"tvangsfullbyrdelsesloven {section}" in only[condition], condition
    assert "tvangsfullbyrdelsesloven § 6-5" in only["stop"]
    stops = [paragraph.text for paragraph in text.paragraphs if paragraph.only_if == "over_eviction"][1]
    assert "tvangsfullbyrdelsesloven § 13-2" in stops  # only on its letters a and b, and not where decided otherwise
    assert "tvangsfullbyrdelsesloven § 5-16" in stops


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_beside_the_complaint_stand_its_time_limits_its_price_and_what_it_does_not_stop(locale: str) -> None:
    first, when, stops, signed, upheld, price, *_ = REAL.letters["enforcement-complaint"].texts[locale].advice
    assert "tvangsfullbyrdelsesloven § 2-12" in first  # the court's decisions are appealed
    assert all("tvangsfullbyrdelsesloven § 5-16" in line for line in (first, when, stops, signed, upheld))
    assert "{{complaint-over-namsfogd-fee}}" in price
    assert "rettsgebyrloven § 15" in price
    assert "tvangsfullbyrdelsesloven § 3-3" in price


def test_the_complaint_can_be_filled_in_on_a_telephone() -> None:
    """Twenty-eight fields were too many: nobody is asked twice, or for what the office knows."""
    fields = REAL.letters["enforcement-complaint"].fields
    assert len(fields) <= 23
    assert sum(field.kind == "multiline" and field.id not in ("address", "authority_address") for field in fields) <= 5


def test_no_complaint_before_anything_is_decided() -> None:
    for stage, more in (("warning", {"sent_on": "2026-11-20"}), ("petition", {"received_on": "2026-11-20"})):
        assert "enforcement-complaint" not in _letters(_concluded(stage, "rent", **more))


def test_a_protest_is_no_promise_to_a_lodger() -> None:
    """§ 9-8 third paragraph: the rules on protest do not apply to a room without an end date."""
    parts = REAL.guides["eviction"].texts["nb"].parts
    assert "Gjelder reglene om protest for deg" in parts["protested"]
    assert "rom" in parts["ground-notice"]
