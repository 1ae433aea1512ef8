"""Under 25: who must help, by age and by what has happened; under 18 it is child welfare and never Nav alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.guide_file import read_guide
from knowledge.guides.rules.young import conclude
from knowledge.municipalities import Municipalities
from knowledge.settings import Settings
from tests.unit.real import REAL

CONTENT = Settings().content_dir
GUIDE = read_guide(CONTENT / "guides" / "young", REAL.languages)
TODAY = date(2026, 11, 26)  # a Thursday
FACTS = Facts(TODAY, {}, Municipalities([]))
_RECEIVED = ("2026-11-20", "2026-11-05", "2026-10-01", "2025-11-25", UNKNOWN)


def _ways(answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    question = GUIDE.next_question(answers)
    if question is None:
        yield answers
        return
    for value in question.options or _RECEIVED:
        yield from _ways({**answers, question.id: value})


EVERY_WAY = list(_ways({}))


def _result(age: str, what: str, **more: str) -> Conclusion:
    return conclude({"age": age, "what": what, **more}, FACTS)


def _refused(received_on: str, today: date = TODAY) -> Conclusion:
    answers = {"age": "adult", "what": "care", "help": "refused", "received_on": received_on}
    return conclude(answers, Facts(today, {}, Municipalities([])))


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def test_a_child_that_is_not_safe_calls_first() -> None:
    result = _result("minor", "unsafe")
    assert _keys(result) == ["unsafe-minor", "child-welfare", "consent"]
    assert result.contacts == ("police-emergency", "child-alarm", "barnevernvakt", "ung-rettshjelp")
    # § 4-1: straks; § 15-3: tilgjengelig til enhver tid; § 1-4: uten at foreldrene informeres; § 4-2: fare for barnet.
    assert result.laws == tuple(f"barnevernsloven § {section}" for section in ("4-1", "15-3", "1-4", "4-2"))


def test_an_adult_that_is_not_safe_is_shown_the_crisis_centre_and_nav() -> None:
    result = _result("adult", "unsafe")
    assert _keys(result) == ["unsafe-adult", "unsafe-adult-nav", "aftercare-too"]
    assert "child-alarm" not in result.contacts
    assert result.laws[0] == "krisesenterlova § 2"


def test_a_child_without_a_bed_goes_to_child_welfare_tonight() -> None:
    result = _result("minor", "out", bed="no")
    assert _keys(result) == ["out-minor-tonight", "child-welfare", "consent"]
    assert result.guides == ("nowhere-tonight",)


def test_a_child_with_a_bed_is_told_what_the_parents_owe() -> None:
    result = _result("minor", "out", bed="yes")
    assert _keys(result) == ["out-minor", "child-welfare", "consent", "parents-duty"]
    assert {"barnelova § 30", "barnelova § 31", "barnelova § 66"} <= set(result.laws)


def test_no_child_is_sent_to_nav_alone() -> None:
    for answers in EVERY_WAY:
        if answers["age"] == "minor":
            assert not {"nav", "nav-office-finder"} & set(conclude(answers, FACTS).contacts), answers


@pytest.mark.parametrize(("bed", "is_tonight"), [("no", True), ("yes", False)])
def test_an_adult_thrown_out_goes_to_nav_and_the_municipality(bed: str, is_tonight: bool) -> None:
    result = _result("adult", "out", bed=bed)
    assert _keys(result)[-4:] == ["out-adult", "money-adult", "aftercare-too", "complain"]
    assert ("out-adult-tonight" in _keys(result)) == is_tonight
    assert ("sosialtjenesteloven § 27" in result.laws) == is_tonight
    assert ("nowhere-tonight" in result.guides) == is_tonight


def test_a_lease_signed_alone_does_not_bind_as_it_stands() -> None:
    # vergemålsloven § 13: "unntatt å inngå avtale om leie av husrom"; § 14: approval; § 15: giving back.
    result = _result("minor", "rent", signed="yes")
    assert _keys(result) == ["signed-alone"]
    assert result.contacts[0] == "ung-rettshjelp"
    assert {"vergemålsloven § 13", "vergemålsloven § 14", "vergemålsloven § 15"} <= set(result.laws)


@pytest.mark.parametrize(
    ("parents", "more", "law"),
    [
        ("agree", [], "vergemålsloven § 18"),
        ("against", [], "vergemålsloven § 17"),
        ("none", ["child-welfare", "consent"], "barnevernsloven § 3-1"),
    ],
)
def test_renting_before_18_goes_through_the_parents(parents: str, more: list[str], law: str) -> None:
    result = _result("minor", "rent", signed="no", parents=parents)
    assert _keys(result) == ["rent-minor", f"rent-{parents}", *more]
    assert law in result.laws


def test_from_18_one_rents_in_ones_own_name() -> None:
    result = _result("adult", "rent")
    assert _keys(result) == ["rent-adult"]
    assert "vergemålsloven § 9" in result.laws


def test_before_18_aftercare_is_asked_for_in_time() -> None:
    result = _result("minor", "care")
    assert _keys(result) == ["care-minor", "care-right", "care-home-minor"]
    # barnevernsloven § 3-6: to go on, to change or to end is an enkeltvedtak, and § 12-9 lets it be complained over.
    assert {"barnevernsloven § 12-9", "forvaltningsloven § 29"} <= set(result.laws)


@pytest.mark.parametrize("help_now", ["now", "refused"])
def test_help_that_is_stopped_can_be_asked_to_go_on(help_now: str) -> None:
    more = {"received_on": "2026-11-20"} if help_now == "refused" else {}
    assert "forvaltningsloven § 42" in _result("adult", "care", help=help_now, **more).laws


@pytest.mark.parametrize("state", ["now", "ended"])
def test_aftercare_goes_on_or_begins_again(state: str) -> None:
    result = _result("adult", "care", help=state)
    assert _keys(result) == [f"care-{state}", "care-right", "care-home"]
    assert result.letters == ()
    assert result.dates == ()


def test_three_weeks_to_complain_over_a_refusal() -> None:
    # Friday 20 November 2026 + 21 days = Friday 11 December, a working day (forvaltningsloven §§ 29 and 30).
    result = _refused("2026-11-20")
    assert _keys(result) == ["care-deadline", "care-complain", "care-right", "care-home"]
    assert result.parts[0].values == {"received": date(2026, 11, 20), "deadline": date(2026, 12, 11)}
    assert result.dates == (("complain_by", date(2026, 12, 11)),)
    assert [(offer.letter, dict(offer.values)) for offer in result.letters] == [
        ("complaint", {"received_on": date(2026, 11, 20)})
    ]


def test_the_last_day_moves_past_christmas() -> None:
    # Friday 4 December 2026 + 21 days = Friday 25 December; 26 is Boxing Day, 27 a Sunday: Monday 28 December.
    result = _refused("2026-12-04", date(2026, 12, 10))
    assert result.parts[0].values["deadline"] == date(2026, 12, 28)


def test_on_the_last_day_it_is_said() -> None:
    # Thursday 5 November 2026 + 21 days = Thursday 26 November, today.
    assert _keys(_refused("2026-11-05"))[:2] == ["care-deadline", "care-today"]


def test_a_late_complaint_may_still_be_heard_within_a_year() -> None:
    # Thursday 1 October 2026 + 21 days = Thursday 22 October: past; a year from then is 1 October 2027.
    result = _refused("2026-10-01")
    assert _keys(result)[:2] == ["care-late", "care-complain"]
    assert result.parts[0].values == {"received": date(2026, 10, 1), "deadline": date(2026, 10, 22)}
    assert "forvaltningsloven § 31" in result.laws
    assert result.dates == ()
    # § 31 first paragraph a and b: not to blame, or special reasons.
    assert "særlige grunner" in GUIDE.texts["nb"].parts["care-late"]


def test_after_a_year_one_asks_again() -> None:
    # A year after 25 November 2025 is 25 November 2026, yesterday (forvaltningsloven § 31).
    result = _refused("2025-11-25")
    assert _keys(result) == ["care-over", "care-right", "care-home"]
    assert result.letters == ()


def test_who_does_not_know_the_day_complains_at_once() -> None:
    result = _refused(UNKNOWN)
    assert _keys(result)[:2] == ["care-unsure", "care-complain"]
    assert [dict(offer.values) for offer in result.letters] == [{}]


@pytest.mark.parametrize("answers", EVERY_WAY, ids=lambda answers: "-".join(answers.values()))
def test_what_is_cited_is_cited_by_the_articles_of_the_result(answers: dict[str, Any]) -> None:
    result = conclude(answers, FACTS)
    cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
    assert set(result.laws) <= cited & set(GUIDE.laws), set(result.laws) - (cited & set(GUIDE.laws))
    assert set(result.articles) <= set(GUIDE.articles)
    assert set(result.contacts) <= set(REAL.contacts)
    assert result.contacts


def test_nobody_is_asked_more_than_four_things() -> None:
    assert max(map(len, EVERY_WAY)) == 4


def test_every_text_is_used() -> None:
    used = {key for answers in EVERY_WAY for key in _keys(conclude(answers, FACTS))}
    assert used == set(GUIDE.texts["nb"].parts)
