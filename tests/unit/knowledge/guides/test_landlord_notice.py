"""Notice from a landlord: form and ground, the days reckoned by hand from the sections, and nobody told that they are safe
where the Act does not protect them."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.landlord_notice import conclude
from knowledge.municipalities import Municipalities
from tests.unit.real import REAL

GUIDE = REAL.guides["landlord-notice"]
TODAY = date(2026, 11, 26)  # a Thursday
# Received on Tuesday 10 November 2026: § 9-8 one month, Thursday 10 December; the landlord three months more, 10 March 2027, a
# Wednesday; § 9-6 three months to the end of a month: 10 February 2027, so 28 February 2027.
RECEIVED, DEADLINE, LANDLORD, END = "2026-11-10", date(2026, 12, 10), date(2027, 3, 10), date(2027, 2, 28)
_WHOLE = {"home": "whole", "term": "open", "reason": "own-use", "tells": "all", "protested": "no"}
_STAYING = ("after-protest", "protested", "steps", "steps-protested")  # parts that tell people to stay


def _concluded(**answers: Any) -> Conclusion:
    given = {"what": "notice", "received_on": RECEIVED, **_WHOLE, **answers}
    return conclude(given, Facts(TODAY, {}, Municipalities([])))


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def _values(conclusion: Conclusion, key: str) -> dict[str, Any]:
    return next(dict(part.values) for part in conclusion.parts if part.key == key)


def test_in_time_the_deadline_and_the_landlords_come_with_a_letter() -> None:
    result = _concluded()
    assert _keys(result) == ["form-good", "ground-own-use", "deadline", "after-protest", "end", "steps"]
    assert _values(result, "deadline")["deadline"] == DEADLINE
    assert _values(result, "after-protest")["landlord"] == LANDLORD
    assert _values(result, "end") == {"end": END}
    assert result.dates == (("protest_by", DEADLINE), ("landlord_by", LANDLORD))
    assert [(offer.letter, dict(offer.values)) for offer in result.letters] == [
        ("protest", {"received_on": date(2026, 11, 10), "protest_by": DEADLINE})
    ]
    assert {"forskrift om Husleietvistutvalget § 14", "husleieloven § 7-7"} <= set(result.laws)


def test_the_last_day_is_today() -> None:
    # Received on Monday 26 October: one month, Thursday 26 November.
    assert _keys(_concluded(received_on="2026-10-26"))[2:5] == ["deadline", "deadline-today", "after-protest"]


def test_the_last_day_moves_past_a_weekend() -> None:
    # Received on Wednesday 28 October: Saturday 28 November, so Monday 30 November (§ 1-6). February has no 30th, so the
    # landlord's three months end on Sunday 28 February 2027 (domstolloven § 148), and that moves to Monday 1 March.
    result = _concluded(received_on="2026-10-28")
    assert _values(result, "deadline")["deadline"] == date(2026, 11, 30)
    assert _values(result, "after-protest")["landlord"] == date(2027, 3, 1)


def test_too_late_says_when_the_lease_ends_and_goes_on_to_eviction() -> None:
    # Received on Sunday 25 October: 25 November, yesterday. Three months: 25 January, so 31 January 2027.
    result = _concluded(received_on="2026-10-25")
    assert _keys(result) == ["form-good", "ground-own-use", "deadline-passed", "end", "steps-late"]
    assert _values(result, "end") == {"end": date(2027, 1, 31)}
    assert result.dates == (("lease_ends", date(2027, 1, 31)),)
    # The day may be wrong: a letter without days, since it may still be in time.
    assert [(offer.letter, dict(offer.values)) for offer in result.letters] == [("protest", {})]
    assert result.guides == ("eviction",)
    assert "tvangsfullbyrdelsesloven § 13-2" in result.laws


def test_long_ago_the_notice_period_is_over_too() -> None:
    # Received on 10 June: one month 10 July; three months 10 September, so 30 September.
    result = _concluded(received_on="2026-06-10")
    assert _keys(result)[2:] == ["deadline-passed", "end-past", "steps-late"]
    assert _values(result, "end-past") == {"end": date(2026, 9, 30)}
    assert result.dates == ()


def test_protested_in_time_with_time_left_to_send_a_letter_too() -> None:
    result = _concluded(protested="yes", protested_on="2026-11-20")
    assert _keys(result)[2:] == ["protested", "protested-again", "steps-protested"]
    assert result.dates == (("landlord_by", LANDLORD),)
    assert result.letters == ()


def test_protested_in_time_and_the_month_is_over() -> None:
    # Received on 1 October: Sunday 1 November, so Monday 2 November; the landlord: 2 February 2027, a Tuesday.
    result = _concluded(received_on="2026-10-01", protested="yes", protested_on="2026-11-02")
    assert _keys(result)[2:] == ["protested", "steps-protested"]
    assert _values(result, "protested")["landlord"] == date(2027, 2, 2)


def test_the_landlord_was_too_late() -> None:
    # Received on 1 July 2026: Saturday 1 August, so Monday 3 August; the landlord: 3 November.
    result = _concluded(received_on="2026-07-01", protested="yes", protested_on="2026-07-10")
    assert _keys(result)[2:] == ["protested-lapsed", "steps-protested"]
    assert _values(result, "protested-lapsed")["landlord"] == date(2026, 11, 3)
    assert result.dates == ()


def test_protested_too_late() -> None:
    # 1 October: until Monday 2 November; sent on the 3rd. The lease: 1 January 2027, so 31 January.
    result = _concluded(received_on="2026-10-01", protested="yes", protested_on="2026-11-03")
    assert _keys(result)[2:] == ["protested-late", "end", "steps-late"]
    assert result.dates == (("lease_ends", date(2027, 1, 31)),)


def test_a_protest_before_the_notice_is_not_counted_on() -> None:
    result = _concluded(protested="yes", protested_on="2026-11-09")
    assert _keys(result)[2:] == ["protested-early", "deadline", "after-protest", "end", "steps"]
    assert result.letters


@pytest.mark.parametrize(
    ("reason", "tells", "parts"),
    [
        ("none", "all", ["invalid-reason"]),
        ("none", "part", ["invalid-reason", "invalid-tells"]),
        ("none", UNKNOWN, ["invalid-reason"]),
        ("sale", "part", ["invalid-tells", "ground-sale"]),
        ("other", UNKNOWN, ["form-unsure", "ground-other"]),
        ("building", "all", ["form-good", "ground-building"]),
        ("breach", "all", ["form-good", "ground-breach"]),
    ],
)
def test_form_and_ground(reason: str, tells: str, parts: list[str]) -> None:
    shown = _keys(_concluded(reason=reason, tells=tells))
    assert shown[: shown.index("deadline")] == parts


def test_an_end_date_ends_the_lease_whatever_the_protest() -> None:
    # § 9-2: it ends without notice, so no end is reckoned from § 9-6.
    fixed = _concluded(term="fixed")
    assert "fixed" in _keys(fixed)
    assert not {"end", "end-past"} & set(_keys(fixed))
    assert {"husleieloven § 9-2", "husleieloven § 9-3"} <= set(fixed.laws)
    assert "term-unsure" in _keys(_concluded(term=UNKNOWN))
    assert "fixed-term" in fixed.articles


def test_who_does_not_know_what_the_letter_is_hears_of_the_shorter_times() -> None:
    result = _concluded(what=UNKNOWN)
    assert _keys(result)[0] == "what-unsure"
    assert result.guides == ("letter",)
    assert {"husleieloven § 9-9", "tvangsfullbyrdelsesloven § 4-18"} <= set(result.laws)


def test_who_does_not_know_what_they_rent_is_told_that_the_rules_may_be_others() -> None:
    assert _keys(_concluded(home=UNKNOWN))[0] == "home-unsure"


def test_a_room_without_an_end_date() -> None:
    # § 9-6 second paragraph: received on 10 November, one month: 10 December.
    result = _concluded(home="room")
    assert _keys(result) == ["room", "room-end", "room-steps"]
    assert _values(result, "room-end")["end"] == date(2026, 12, 10)
    assert result.dates == (("lease_ends", date(2026, 12, 10)),)
    assert [offer.letter for offer in result.letters] == ["protest"], "for those in doubt"
    assert result.guides == ("nowhere-tonight",)


def test_a_room_whose_month_is_over_is_given_no_day_that_has_passed() -> None:
    result = _concluded(home="room", received_on="2026-10-01")
    assert _keys(result) == ["room", "room-over", "room-steps-late"]
    assert result.dates == ()
    assert [dict(offer.values) for offer in result.letters] == [{}]
    assert result.guides == ("nowhere-tonight", "eviction")
    assert "husleieloven § 10-3" in result.laws


def test_the_last_day_of_a_room_is_still_part_of_the_lease() -> None:
    # Received on 26 October: one month, 26 November, today. Received on the 25th: yesterday.
    assert _keys(_concluded(home="room", received_on="2026-10-26"))[1:] == ["room-end", "room-steps"]
    assert _keys(_concluded(home="room", received_on="2026-10-25"))[1:] == ["room-over", "room-steps-late"]


def test_the_weaker_rules_for_a_room_are_for_leases_without_an_end_date() -> None:
    # §§ 9-5, 9-7 and 9-8: "tidsubestemt leieavtale om enkelt beboelsesrom".
    result = _concluded(home="room", term="fixed")
    assert _keys(result) == ["room-fixed", "fixed", "deadline", "after-protest", "steps"]
    assert result.letters
    late = _concluded(home="room", term="fixed", received_on="2026-10-01")
    assert _keys(late) == ["room-fixed", "fixed", "room-fixed-passed", "steps-late"]
    assert "room-term-unsure" in _keys(_concluded(home="room", term=UNKNOWN))


@pytest.mark.parametrize("term", ["open", "fixed", UNKNOWN])
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"received_on": "2026-10-01"},
        {"protested": "yes", "protested_on": "2026-11-20"},
        {"protested": "yes", "protested_on": "2026-11-01"},
        {"received_on": "2026-07-01", "protested": "yes", "protested_on": "2026-07-10"},
        {"received_on": "2026-07-01", "protested": "yes", "protested_on": "2026-09-10"},
    ],
)
def test_nobody_in_special_housing_is_told_that_they_can_stay(term: str, more: dict[str, str]) -> None:
    # § 11-4: of chapter 9 only § 9-10 applies; §§ 11-2 and 11-3: the lease may lapse without notice.
    result = _concluded(home="special", term=term, **more)
    assert not set(_STAYING) & set(_keys(result))
    assert "term-unsure" not in _keys(result), "before the end date §§ 9-2 and 9-5 may not protect them"
    assert _keys(result)[:1] == ["special"]
    assert "special-steps" in _keys(result)
    assert {"husleieloven § 11-2", "husleieloven § 11-3", "husleieloven § 11-4"} <= set(result.laws)
    assert "letting-own-home" in result.articles


def test_special_housing_still_has_its_month() -> None:
    result = _concluded(home="special")
    assert _keys(result) == ["special", "special-time", "special-deadline", "special-steps"]
    assert result.letters
    assert _keys(_concluded(home="special", received_on="2026-10-26"))[3] == "deadline-today"
    assert "special-passed" in _keys(_concluded(home="special", received_on="2026-10-01"))
    protested = _concluded(home="special", term="fixed", protested="yes", protested_on="2026-11-20")
    assert _keys(protested) == ["special", "special-fixed", "special-protested", "protested-again", "special-steps"]
    late = _concluded(home="special", received_on="2026-07-01", protested="yes", protested_on="2026-09-10")
    assert "protested-late" in _keys(late)


@pytest.mark.parametrize(
    ("home", "parts"),
    [
        ("whole", ["spoken"]),
        ("room", ["spoken-room"]),
        ("special", ["spoken-special", "spoken-steps"]),
        (UNKNOWN, ["spoken-unsure", "spoken-steps"]),
    ],
)
def test_spoken_notice_is_only_void_where_the_ordinary_rules_apply(home: str, parts: list[str]) -> None:
    result = conclude({"what": "spoken", "home": home}, Facts(TODAY, {}, Municipalities([])))
    assert _keys(result) == parts


@pytest.mark.parametrize(("home", "differs"), [("whole", False), ("room", False), ("special", True), (UNKNOWN, True)])
def test_rescission_has_no_month(home: str, differs: bool) -> None:
    result = conclude({"what": "rescission", "home": home}, Facts(TODAY, {}, Municipalities([])))
    assert _keys(result) == ["rescission", *(["rescission-special"] if differs else [])]
    assert result.articles[0] == "termination-for-breach"
    assert result.guides == ("eviction",)


def test_every_section_that_is_cited_stands_in_an_article_shown_with_the_result() -> None:
    facts = Facts(TODAY, {}, Municipalities([]))
    results = [
        conclude({"what": what, "home": home}, facts)
        for what, home in product(("rescission", "spoken"), ("whole", "room", "special", UNKNOWN))
    ]
    results += [
        _concluded(what=what, home=home, term=term, reason=reason, received_on=received)
        for what, home, term, reason, received in product(
            ("notice", UNKNOWN),
            ("whole", "room", "special", UNKNOWN),
            ("open", "fixed", UNKNOWN),
            ("own-use", "sale", "other", "none"),
            (RECEIVED, "2026-10-01"),
        )
    ]
    for result in results:
        cited = {law.ref for article in result.articles for law in REAL.articles[article].laws}
        assert set(result.laws) <= cited, set(result.laws) - cited


def test_advice_to_protest_in_time_is_only_given_with_the_day() -> None:
    """A text that is shown after the last day must not say that a protest can still be made in time."""
    always = [key for key in GUIDE.texts["nb"].parts if key.startswith(("ground-", "invalid-", "form-"))]
    for key in always:
        assert "rotester" not in GUIDE.texts["nb"].parts[key].replace("Har du protestert i tide", ""), key
