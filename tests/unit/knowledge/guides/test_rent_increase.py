"""The guide about a higher rent: every date and amount reckoned by hand from husleieloven §§ 4-2, 4-3 and 4-4."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts, Value
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.rent_increase import conclude

TODAY = date(2026, 11, 26)
FACTS: Facts = SimpleNamespace(today=TODAY, figures={}, municipalities=None)  # type: ignore[assignment]

# In writing on 20 October; one month later is 20 November 2026, one year after 1 November 2025 is 1 November 2026:
# from 20 November at the earliest. 12 000 x 134.7 / 130.4 = 1 616 400 / 130.4 = 12 395.71: at most 12 395.
LAWFUL: dict[str, Any] = {
    "kind": "index",
    "form": "written",
    "noticed_on": "2026-10-20",
    "since": "2025-11-01",
    "starts_on": "2026-12-01",
    "rent": 12000,
    "new_rent": 12395,
    "figures": "have",
    "old_index": 130.4,
    "new_index": 134.7,
    "paid": 0,
}
SPOKEN = {key: value for key, value in LAWFUL.items() if key != "noticed_on"} | {"form": "spoken"}
WITHOUT_FIGURES = {key: value for key, value in LAWFUL.items() if not key.endswith("_index")} | {"figures": "not"}
# The lease began on 1 January 2024: two years and six months are over on 1 July 2026. The claim came on 10 July; six
# months later is 10 January 2027, one year after 1 March 2026 is 1 March 2027: from 1 March 2027 at the earliest.
MARKET: dict[str, Any] = {
    "kind": "market",
    "form": "written",
    "noticed_on": "2026-07-10",
    "started_on": "2024-01-01",
    "since": "2026-03-01",
    "starts_on": "2027-03-01",
    "rent": 12000,
    "new_rent": 15000,
    "paid": 0,
}


def _concluded(answers: dict[str, Any], **changed: Any) -> Conclusion:
    return conclude(answers | changed, FACTS)


def _parts(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def _values(conclusion: Conclusion, key: str) -> dict[str, Value]:
    return next(dict(part.values) for part in conclusion.parts if part.key == key)


def _letter(conclusion: Conclusion) -> dict[str, Value]:
    (offer,) = conclusion.letters
    assert offer.letter == "rent-objection"
    return dict(offer.values)


def test_a_rise_with_the_index_in_writing_and_in_time_is_lawful() -> None:
    found = _concluded(LAWFUL)
    assert _parts(found) == ["lawful", "in-time", "reckoned", "highest", "within", "steps-pay", "exceptions"]
    assert _values(found, "reckoned") == {
        "noticed": date(2026, 10, 20),
        "month": date(2026, 11, 20),
        "since": date(2025, 11, 1),
        "year": date(2026, 11, 1),
        "first": date(2026, 11, 20),
    }
    assert _values(found, "highest")["highest"] == Decimal(12395)
    assert _values(found, "steps-pay") == {"starts": date(2026, 12, 1)}
    assert found.letters == ()
    assert found.dates == ()
    assert found.laws == ("husleieloven § 4-2", "husleieloven § 11-3")


def test_a_krone_above_the_index_is_too_much() -> None:
    # 12 396 - 12 395 = 1, in three payments 3.
    found = _concluded(LAWFUL, new_rent=12396, paid=3)
    assert _parts(found) == ["unlawful", "in-time", "reckoned", "highest", "over", "claim", "claim-terms", "steps-object",
                             "exceptions"]  # fmt: skip
    assert _values(found, "over") == {"new_rent": Decimal(12396), "over": Decimal(1)}
    assert _values(found, "claim") == {"paid": 3, "each": Decimal(1), "total": Decimal(3)}
    assert {"husleieloven § 4-4", "husleieloven § 3-8"} <= set(found.laws)
    assert _letter(found) == {
        "old_rent": 12000,
        "new_rent": 12396,
        "received_on": date(2026, 10, 20),
        "highest_rent": 12395,
        "claim": 3,
    }
    assert found.guides == ("landlord-notice",)


def test_ore_never_make_a_rise_look_larger() -> None:
    # 12 000.40 counts as 12 001: 12 001 x 134.7 / 130.4 = 12 396.74; 12 396.90 counts as 12 396.
    found = _concluded(LAWFUL, rent=12000.40, new_rent=12396.90)
    assert "lawful" in _parts(found)
    assert _values(found, "highest")["highest"] == Decimal(12396)


def test_too_early_for_the_month() -> None:
    # 10 November + 1 month = 10 December 2026; asked for from 1 December.
    found = _concluded(LAWFUL, noticed_on="2026-11-10")
    assert _parts(found)[:3] == ["unlawful", "early", "reckoned"]
    assert _values(found, "early") == {"starts": date(2026, 12, 1), "first": date(2026, 12, 10)}
    assert found.dates == (("new_rent", date(2026, 12, 10)),)
    assert _letter(found)["first_day"] == date(2026, 12, 10)
    assert "highest_rent" not in _letter(found)


def test_too_early_for_the_year_is_claimed_back_whole_while_the_day_is_still_to_come() -> None:
    # 15 March 2026 + 1 year = 15 March 2027, later than 20 November 2026. Nothing above 12 000 was lawful until then:
    # (12 395 - 12 000) x 2 = 790.
    found = _concluded(LAWFUL, since="2026-03-15", starts_on="2026-10-01", paid=2)
    assert _values(found, "early")["first"] == date(2027, 3, 15)
    assert _values(found, "claim") == {"paid": 2, "each": Decimal(395), "total": Decimal(790)}
    assert _letter(found)["claim"] == 790


def test_payments_before_and_after_the_first_day_are_told_apart() -> None:
    # 15 June + 1 month = 15 July; 1 August 2025 + 1 year = 1 August 2026: asked for from 1 July, lawful from 1 August.
    # 10 000 x 103 / 100 = 10 300: before that 11 000 - 10 000 = 1 000 too much, after it 11 000 - 10 300 = 700.
    early: dict[str, Any] = {
        **LAWFUL,
        "noticed_on": "2026-06-15",
        "since": "2025-08-01",
        "starts_on": "2026-07-01",
        "rent": 10000,
        "new_rent": 11000,
        "old_index": 100,
        "new_index": 103,
        "paid": 5,
    }
    found = _concluded(early)
    assert "claim" not in _parts(found)
    assert _values(found, "claim-before") == {"first": date(2026, 8, 1), "each": Decimal(1000)}
    assert _values(found, "claim-after") == {"first": date(2026, 8, 1), "each": Decimal(700)}
    assert "claim" not in _letter(found)
    assert found.dates == ()
    lawful_after = _concluded(early, new_rent=10300)
    assert _values(lawful_after, "claim-before")["each"] == Decimal(300)
    assert "claim-after" not in _parts(lawful_after)


def test_words_alone_raise_nothing() -> None:
    # Written today, 26 November + 1 month = 26 December 2026, later than 1 November 2026. (12 395 - 12 000) x 4 = 1 580.
    found = _concluded(SPOKEN, paid=4)
    assert _parts(found)[:3] == ["unlawful", "spoken", "spoken-date"]
    assert _values(found, "spoken-date") == {"earliest": date(2026, 12, 26)}
    assert _values(found, "claim")["total"] == Decimal(1580)
    assert _letter(found) == {"old_rent": 12000, "new_rent": 12395, "spoken": "1", "claim": 1580}
    assert "spoken-date" not in _parts(_concluded(SPOKEN, since=UNKNOWN))


def test_without_the_figures_no_amount_is_told() -> None:
    found = _concluded(WITHOUT_FIGURES, paid=2)
    assert _parts(found) == ["unsure", "in-time", "reckoned", "index-missing", "steps-check", "exceptions"]
    assert _letter(found) == {"old_rent": 12000, "new_rent": 12395, "received_on": date(2026, 10, 20)}


def test_a_fallen_index_is_told_without_an_amount() -> None:
    found = _concluded(LAWFUL, old_index=134.7, new_index=130.4, paid=2)
    assert _parts(found) == ["unsure", "in-time", "reckoned", "index-fallen", "steps-check", "exceptions"]
    assert _values(found, "index-fallen") == {"old_index": 134.7, "new_index": 130.4}
    assert set(_letter(found)) == {"old_rent", "new_rent", "received_on"}


def test_an_index_that_stands_still_leaves_the_rent_as_it_is() -> None:
    # 12 000 x 130.4 / 130.4 = 12 000; 12 395 - 12 000 = 395.
    found = _concluded(LAWFUL, new_index=130.4)
    assert _values(found, "over")["over"] == Decimal(395)


def test_not_knowing_when_the_rent_was_set_leaves_the_year_open() -> None:
    found = _concluded(LAWFUL, since=UNKNOWN)
    assert _parts(found)[:3] == ["unsure", "reckoned-month", "highest"]
    assert _values(found, "reckoned-month") == {"noticed": date(2026, 10, 20), "first": date(2026, 11, 20)}
    # 10 November + 1 month = 10 December: the month alone makes 1 December too early.
    early = _concluded(LAWFUL, since=UNKNOWN, noticed_on="2026-11-10")
    assert _parts(early)[:3] == ["unlawful", "early", "reckoned-month"]
    assert early.dates == ()  # the year may end later


@pytest.mark.parametrize("kind", ["other", UNKNOWN])
def test_another_reason_is_measured_by_the_index(kind: str) -> None:
    found = _concluded(LAWFUL, kind=kind)
    assert _parts(found)[:2] == ["other", "lawful"]
    assert "husleieloven § 1-2" in found.laws
    assert "husleieloven § 1-2" not in _concluded(LAWFUL).laws


def test_a_rent_that_is_not_higher_is_no_rise() -> None:
    for kind in (LAWFUL, MARKET):
        found = _concluded(kind, new_rent=12000)
        assert _parts(found) == ["not-more"]
        assert found.contacts


def test_energy_and_water_follow_rules_of_their_own() -> None:
    found = conclude({"kind": "utilities"}, FACTS)
    assert _parts(found) == ["utilities"]
    assert found.articles == ("electricity",)
    assert {"husleieloven § 4-5", "husleieloven § 3-4", "forskrift om Husleietvistutvalget § 18"} <= set(found.laws)


def test_a_claim_for_market_rent_in_time_leaves_the_amount_open() -> None:
    found = _concluded(MARKET, paid=2)
    assert _parts(found) == ["market-open", "in-time", "reckoned-market", "market-level", "steps-market", "exceptions"]
    assert _values(found, "reckoned-market") == {
        "claimed": date(2026, 7, 10),
        "half": date(2027, 1, 10),
        "since": date(2026, 3, 1),
        "year": date(2027, 3, 1),
        "first": date(2027, 3, 1),
    }
    assert _letter(found) == {"old_rent": 12000, "new_rent": 15000, "received_on": date(2026, 7, 10)}
    assert found.dates == (("new_rent", date(2027, 3, 1)),)


def test_market_rent_before_the_six_months_or_the_year_is_too_early() -> None:
    # 1 February 2027 is after the six months (10 January) and before the year (1 March). (15 000 - 12 000) x 1 = 3 000.
    found = _concluded(MARKET, starts_on="2027-02-01", paid=1)
    assert _parts(found)[:3] == ["unlawful", "early", "reckoned-market"]
    assert _values(found, "claim")["total"] == Decimal(3000)
    assert _letter(found)["first_day"] == date(2027, 3, 1)


def test_a_claim_for_market_rent_before_two_and_a_half_years_sets_nothing_going() -> None:
    # 9 July came after 1 July 2026, 30 June before it. A new claim on 1 July + 6 months = 1 January 2027; the year ends
    # on 1 March 2027, which is later. (15 000 - 12 000) x 2 = 6 000.
    found = _concluded(MARKET, noticed_on="2026-06-30", paid=2)
    assert _parts(found)[:2] == ["unlawful", "claim-too-early"]
    assert _values(found, "claim-too-early") == {
        "claimed": date(2026, 6, 30),
        "started": date(2024, 1, 1),
        "possible": date(2026, 7, 1),
        "earliest": date(2027, 3, 1),
    }
    assert _values(found, "claim")["total"] == Decimal(6000)
    assert _letter(found)["claim_from"] == date(2026, 7, 1)
    assert found.dates == ()


def test_market_rent_without_the_last_change_leaves_the_year_open() -> None:
    # 10 July 2026 + 6 months = 10 January 2027, before 1 March 2027; whether a year has passed by then nobody knows.
    found = _concluded(MARKET, since=UNKNOWN)
    assert _parts(found) == ["unsure", "reckoned-half", "market-level", "steps-market", "exceptions"]
    assert found.guides == ()
    assert found.dates == ()
    assert _values(found, "reckoned-half") == {"claimed": date(2026, 7, 10), "half": date(2027, 1, 10)}
    # From 1 January 2027 it is too early for the six months alone.
    early = _concluded(MARKET, since=UNKNOWN, starts_on="2027-01-01")
    assert _parts(early)[:3] == ["unlawful", "early", "reckoned-half"]
    assert _values(early, "early")["first"] == date(2027, 1, 10)


def test_market_rent_that_was_only_spoken_of() -> None:
    spoken = {key: value for key, value in MARKET.items() if key not in ("noticed_on", "started_on")}
    found = _concluded(spoken, form="spoken")
    assert _parts(found)[:3] == ["unlawful", "spoken", "spoken-market"]
    assert _letter(found)["spoken"] == "1"
