"""The guide about giving notice: every date reckoned by hand from husleieloven §§ 9-2 and 9-6."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts, Value
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.moving_out import conclude

TODAY = date(2026, 11, 26)
FACTS: Facts = SimpleNamespace(today=TODAY, figures={}, municipalities=None)  # type: ignore[assignment]
LISTS = ["handover", "deposit", "claims"]

# 2 December 2026 + 3 months = 2 March 2027; to the end of the month: 31 March 2027.
OPEN: dict[str, Any] = {"home": "whole", "term": "open", "lock": "no", "agreed": "none", "given_on": "2026-12-02"}
FIXED = {key: value for key, value in OPEN.items() if key != "lock"} | {"term": "fixed-agreed", "end_on": "2028-05-31"}


def _concluded(answers: dict[str, Any], **changed: Any) -> Conclusion:
    return conclude(answers | changed, FACTS)


def _parts(conclusion: Conclusion) -> list[str]:
    keys = [part.key for part in conclusion.parts]
    assert keys[-3:] == LISTS
    return keys[:-3]


def _values(conclusion: Conclusion, key: str) -> dict[str, Value]:
    return next(dict(part.values) for part in conclusion.parts if part.key == key)


def _last_day(conclusion: Conclusion) -> Value:
    (offer,) = conclusion.letters
    assert offer.letter == "tenant-notice"
    return offer.values["last_day"]


def test_three_months_to_the_end_of_a_month() -> None:
    found = _concluded(OPEN)
    assert _parts(found) == ["may", "spouse", "last-day", "end-law", "sooner", "latest", "write"]
    assert _values(found, "end-law") == {
        "given": date(2026, 12, 2),
        "months": 3,
        "passed": date(2027, 3, 2),
        "end": date(2027, 3, 31),
    }
    assert _last_day(found) == date(2027, 3, 31)
    assert found.dates == (("lease_ends", date(2027, 3, 31)),)
    assert found.guides == ("deposit",)


def test_a_few_days_sooner_save_a_month_and_a_few_later_cost_none() -> None:
    # For 28 February 2027 the landlord must have it on 30 November: 30 November + 3 months = 28 February (no 30th).
    # For 31 March the last day is 31 December: 31 December + 3 months = 31 March.
    found = _concluded(OPEN)
    assert _values(found, "sooner") == {"by": date(2026, 11, 30), "end": date(2027, 2, 28)}
    assert _values(found, "latest") == {"latest": date(2026, 12, 31), "end": date(2027, 3, 31)}
    # Today, 26 November: the day for 31 January would have been 31 October.
    assert "sooner" not in _parts(_concluded(OPEN, given_on="2026-11-26"))


def test_a_room_in_another_persons_home_has_one_month_from_the_day() -> None:
    # 2 December 2026 + 1 month = 2 January 2027, a Saturday: the end of a lease does not move.
    found = _concluded(OPEN, home="room")
    assert _parts(found) == ["may", "spouse", "last-day", "end-room", "write"]
    assert _last_day(found) == date(2027, 1, 2)


@pytest.mark.parametrize(
    ("agreed", "months", "end"),
    [
        ("month-end", 1, date(2027, 1, 31)),  # 2 January, to the end of January
        ("month-end", 2, date(2027, 2, 28)),  # 2 February, to the end of February
        ("from-day", 2, date(2027, 2, 2)),
        ("from-day", 1.5, date(2027, 2, 2)),  # counted as two, so that the day is never too early
    ],
)
def test_the_contract_may_give_another_period(agreed: str, months: float, end: date) -> None:
    for home in ("whole", "room"):
        found = _concluded(OPEN, home=home, agreed=agreed, months=months)
        assert f"end-{agreed}" in _parts(found)  # "end-month-end" or "end-from-day"
        assert _last_day(found) == end


def test_what_is_not_known_is_reckoned_by_the_law_with_a_warning() -> None:
    found = _concluded(OPEN, home=UNKNOWN, term=UNKNOWN, lock=UNKNOWN, agreed=UNKNOWN)
    assert _parts(found)[:6] == ["term-unsure", "home-unsure", "lock-unsure", "spouse", "last-day", "end-law"]
    assert {"husleieloven § 9-2", "husleieloven § 11-4"} <= set(found.laws)


def test_a_notice_that_was_given_is_to_be_confirmed() -> None:
    # 15 September + 3 months = 15 December; to the end of the month: 31 December 2026.
    found = _concluded(OPEN, given_on="2026-09-15")
    assert _parts(found) == ["may", "spouse", "last-day", "end-law", "confirm"]
    assert _values(found, "last-day") == {"end": date(2026, 12, 31)}
    assert found.letters == ()
    assert found.dates == (("lease_ends", date(2026, 12, 31)),)


def test_a_lease_that_has_ended() -> None:
    # 3 July + 3 months = 3 October; to the end of the month: 31 October 2026.
    found = _concluded(OPEN, given_on="2026-07-03")
    assert _parts(found)[-1] == "ended"
    assert _values(found, "last-day") == {"end": date(2026, 10, 31)}
    assert found.letters == ()
    assert found.dates == ()


@pytest.mark.parametrize(("term", "part"), [("fixed-agreed", "may-agreed"), ("fixed-silent", "may-silent")])
def test_an_end_date_that_does_not_bind_the_tenant(term: str, part: str) -> None:
    found = _concluded(FIXED, term=term)
    assert _parts(found)[0] == part
    assert _last_day(found) == date(2027, 3, 31)
    assert "husleieloven § 9-2" in found.laws


@pytest.mark.parametrize("end_on", ["2027-02-15", "2027-03-31"])
def test_an_end_date_before_the_notice_would_end_it(end_on: str) -> None:
    found = _concluded(FIXED, end_on=end_on)
    assert _parts(found) == ["may-agreed", "ends-by-itself", "end-law"]
    assert _values(found, "ends-by-itself") == {"end": date.fromisoformat(end_on)}
    assert found.letters == ()
    assert found.dates == (("lease_ends", date.fromisoformat(end_on)),)


def test_a_fixed_term_cannot_be_ended_by_notice() -> None:
    found = conclude({"home": "whole", "term": "fixed", "end_on": "2028-05-31"}, FACTS)
    assert _parts(found) == ["fixed", "ways-out-fixed"]
    assert found.letters == ()
    assert found.dates == (("lease_ends", date(2028, 5, 31)),)
    assert {"husleieloven § 7-5", "husleieloven § 9-3", "husleieloven § 5-8"} <= set(found.laws)


@pytest.mark.parametrize(
    ("ended_on", "by"),
    [
        ("2026-10-31", date(2027, 2, 1)),  # + 3 months = 31 January 2027, a Sunday: Monday 1 February
        ("2026-06-30", date(2026, 9, 30)),  # a Wednesday, long past: the lease may have become open
    ],
)
def test_an_end_date_that_has_passed(ended_on: str, by: date) -> None:
    found = conclude({"home": "whole", "term": "over", "ended_on": ended_on}, FACTS)
    assert _parts(found) == ["term-over"]
    assert _values(found, "term-over") == {"ended": date.fromisoformat(ended_on), "by": by}
    assert {"husleieloven § 9-2", "husleieloven § 10-3"} <= set(found.laws)
    assert found.letters == ()
    assert found.dates == ()


def test_a_spouse_must_consent_to_a_notice() -> None:
    for answers in (OPEN, OPEN | {"lock": "yes"}, FIXED):
        found = _concluded(answers)
        assert "spouse" in _parts(found)
        assert {"ekteskapsloven § 32", "ekteskapsloven § 34"} <= set(found.laws)
        assert "break-up" in found.articles


def test_a_lock_in_gives_no_last_day() -> None:
    found = _concluded(OPEN, lock="yes")
    assert _parts(found) == ["locked", "locked-end", "end-law", "spouse", "ways-out-locked"]
    assert _values(found, "locked-end") == {"end": date(2027, 3, 31)}
    (offer,) = found.letters
    assert offer.values == {}
    assert found.dates == ()
    assert "term-unsure" in _parts(_concluded(OPEN, lock="yes", term=UNKNOWN))
    assert _concluded(OPEN, lock="yes", given_on="2026-11-25").letters == ()


def test_the_landlords_own_home_has_no_clear_rule() -> None:
    found = conclude({"home": "own-home"}, FACTS)
    assert _parts(found) == ["own-home"]
    assert found.articles[0] == "letting-own-home"
    assert found.letters == ()
