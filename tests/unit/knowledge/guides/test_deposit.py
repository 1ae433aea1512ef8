"""The deposit guide: every branch, with amounts and dates worked by hand from husleieloven §§ 3-5 to 3-7."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from knowledge.guides.conclusion import Conclusion, Facts
from knowledge.guides.rules.deposit import conclude
from tests.unit.real import PLACES, REAL

TODAY = date(2026, 11, 26)
FACTS = Facts(TODAY, REAL.figures, PLACES)


def result(today: date = TODAY, **answers: Any) -> Conclusion:
    conclusion = conclude(answers, Facts(today, FACTS.figures, FACTS.municipalities))
    cited = {law.ref for article in conclusion.articles for law in REAL.articles[article].laws}
    assert set(conclusion.laws) <= cited, set(conclusion.laws) - cited
    return conclusion


def keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def values(conclusion: Conclusion, key: str) -> dict[str, Any]:
    return dict(next(part.values for part in conclusion.parts if part.key == key))


def test_six_months_rent_in_the_right_place_is_fine() -> None:
    # 6 x 12 000 = 72 000: exactly the limit
    found = result(stage="renting", where="account", rent=12000, deposit=72000, guarantee=0)
    assert keys(found) == ["renting-account", "sum-fine", "steps-good"]
    assert values(found, "sum-fine") == {
        "rent": Decimal(12000),
        "highest": Decimal(72000),
        "security": Decimal(72000),
        "excess": Decimal(0),
    }
    assert not found.letters
    assert not found.dates
    assert "husleieloven § 11-2" in found.laws  # interest in student housing


def test_too_much_is_claimed_back_with_interest() -> None:
    # 6 x 10 000 = 60 000; 65 000 is 5 000 more
    found = result(stage="renting", where="account", rent=10000, deposit=65000, guarantee=0)
    assert keys(found) == ["renting-account", "sum-over", "consent", "interest", "steps-claim"]
    assert values(found, "sum-over")["excess"] == Decimal(5000)
    (letter,) = found.letters
    assert letter.letter == "deposit-excess"
    assert letter.values == {
        "rent": Decimal(10000),
        "highest": Decimal(60000),
        "security": Decimal(65000),
        "excess": Decimal(5000),
        "on_account": 1,
    }


def test_deposit_and_guarantee_count_together() -> None:
    # 6 x 10 000 = 60 000; 40 000 + 30 000 = 70 000 is 10 000 more
    found = result(stage="renting", where="account", rent=10000, deposit=40000, guarantee=30000)
    assert "sum-over-guarantee" in keys(found)
    assert values(found, "sum-over-guarantee")["excess"] == Decimal(10000)
    assert found.letters[0].values["has_guarantee"] == 1
    assert found.articles == ("deposit", "guarantee")


def test_nothing_is_paid_back_with_interest_when_there_is_only_a_guarantee() -> None:
    # 6 x 8 000 = 48 000; 50 000 is 2 000 more
    found = result(stage="renting", where="guarantee", rent=8000, guarantee=50000)
    assert keys(found) == ["renting-guarantee", "sum-over-guarantee", "steps-claim"]
    assert values(found, "sum-over-guarantee")["excess"] == Decimal(2000)
    assert found.articles[0] == "guarantee"


def test_a_guarantee_within_the_limit_is_fine() -> None:
    found = result(stage="renting", where="guarantee", rent=8000, guarantee=48000)
    assert keys(found) == ["renting-guarantee", "sum-fine", "steps-good"]


def test_money_with_the_landlord_is_claimed_though_the_sum_is_fine() -> None:
    found = result(stage="renting", where="landlord", rent=10000, deposit=30000, guarantee=0)
    assert keys(found) == ["renting-landlord", "sum-fine", "interest", "steps-claim"]
    assert values(found, "renting-landlord") == {"deposit": Decimal(30000)}
    (letter,) = found.letters
    assert (letter.letter, letter.values) == ("deposit-account", {"paid": Decimal(30000), "account_instead": 1})
    assert {"husleieloven § 1-2", "husleieloven § 3-7", "husleieloven § 11-1"} <= set(found.laws)


def test_money_with_the_landlord_that_is_too_much_is_claimed_once() -> None:
    # 6 x 10 000 = 60 000; 70 000 is 10 000 more, and all of the 70 000 is claimed back already.
    found = result(stage="renting", where="landlord", rent=10000, deposit=70000, guarantee=0)
    assert keys(found) == ["renting-landlord", "sum-over-landlord", "interest", "steps-claim"]
    assert values(found, "sum-over-landlord")["excess"] == Decimal(10000)
    (letter,) = found.letters
    assert (letter.letter, letter.values) == ("deposit-account", {"paid": Decimal(70000)})  # no account above the limit


def test_money_with_the_landlord_and_a_guarantee_too_high_together() -> None:
    # 6 x 10 000 = 60 000; 30 000 + 40 000 = 70 000 is 10 000 more
    found = result(stage="renting", where="landlord", rent=10000, deposit=30000, guarantee=40000)
    assert "sum-over-guarantee" in keys(found)
    assert [letter.letter for letter in found.letters] == ["deposit-account", "deposit-excess"]
    assert "account_instead" not in found.letters[0].values
    assert "on_account" not in found.letters[1].values


def test_an_unknown_place_says_how_to_find_it() -> None:
    found = result(stage="renting", where="unknown", rent=10000, deposit=30000, guarantee=0)
    assert keys(found) == ["renting-unknown", "sum-fine", "steps-unknown"]
    assert not found.letters
    assert "husleieloven § 3-7" in found.laws
    # 6 x 10 000 = 60 000; 61 000 is 1 000 more, wherever it is
    over = result(stage="renting", where="unknown", rent=10000, deposit=61000, guarantee=0)
    assert keys(over) == ["renting-unknown", "sum-over", "interest", "steps-claim"]
    assert over.laws.count("husleieloven § 3-7") == 1


def test_a_student_welfare_organisation_may_ask_for_three_months() -> None:
    # 3 x 6 000 = 18 000
    fine = result(stage="renting", where="student", rent=6000, deposit=18000)
    assert keys(fine) == ["renting-student", "student-fine", "steps-good"]
    assert values(fine, "student-fine")["highest"] == Decimal(18000)
    # 20 000 is 2 000 more than 18 000; the letter speaks of six months and does not fit
    over = result(stage="renting", where="student", rent=6000, deposit=20000)
    assert keys(over) == ["renting-student", "student-over", "interest", "steps-claim"]
    assert values(over, "student-over")["excess"] == Decimal(2000)
    assert not over.letters


@pytest.mark.parametrize(
    ("where", "part"),
    [
        ("account", "before-account"),
        ("unknown", "before-account"),
        ("landlord", "before-landlord"),
        ("guarantee", "before-guarantee"),
    ],
)
def test_before_paying_it_says_where_the_money_must_go(where: str, part: str) -> None:
    answers: dict[str, Any] = {"stage": "before", "where": where, "rent": 10000, "guarantee": 20000}
    if where != "guarantee":
        answers["deposit"] = 20000
    found = result(**answers)
    assert keys(found) == [part, "sum-fine", "steps-before"]
    assert "nav" in found.contacts
    assert not found.letters


def test_before_paying_too_much_is_turned_down_not_claimed_back() -> None:
    # 6 x 10 000 = 60 000; 50 000 + 20 000 is 10 000 more
    found = result(stage="before", where="account", rent=10000, deposit=50000, guarantee=20000)
    assert keys(found) == ["before-account", "sum-over-before", "steps-before"]
    assert values(found, "sum-over-before")["excess"] == Decimal(10000)
    # 3 x 5 000 = 15 000; 16 000 is 1 000 more
    student = result(stage="before", where="student", rent=5000, deposit=16000)
    assert keys(student) == ["before-student", "student-over-before", "steps-before"]
    assert values(student, "student-over-before")["excess"] == Decimal(1000)


def test_ore_never_make_a_claim_too_large() -> None:
    # Rent 10 000.40 counts as 10 001, 6 x 10 001 = 60 006; a deposit of 60 006.90 counts as 60 006: nothing too much.
    found = result(stage="renting", where="account", rent=10000.4, deposit=60006.9, guarantee=0)
    assert "sum-fine" in keys(found)


def test_after_the_lease_the_landlord_owes_what_was_paid() -> None:
    found = result(stage="ended", where="landlord", paid=36000)
    assert keys(found) == ["ended-landlord", "interest", "wear", "steps-ended-landlord"]
    assert values(found, "ended-landlord") == {"paid": Decimal(36000)}
    (letter,) = found.letters
    assert (letter.letter, letter.values) == ("deposit-account", {"paid": Decimal(36000)})
    assert {"husleieloven § 3-7", "husleieloven § 11-1", "husleieloven § 10-3"} <= set(found.laws)
    assert "forskrift om Husleietvistutvalget § 14" in found.laws  # a complaint interrupts limitation


@pytest.mark.parametrize("where", ["student", "guarantee", "unknown"])
def test_after_the_lease_without_an_own_account(where: str) -> None:
    found = result(stage="ended", where=where)
    assert keys(found) == [f"ended-{where}", "wear", f"steps-ended-{where}"]
    assert not found.letters


def test_the_bank_has_not_been_asked() -> None:
    # 26 November 2026 + 35 days = 31 December 2026, a Thursday
    found = result(stage="ended", where="account", bank="not-asked")
    assert keys(found) == ["bank-first", "steps-bank-first", "cleaning", "wear"]
    assert values(found, "bank-first")["deadline"] == date(2026, 12, 31)
    assert [letter.letter for letter in found.letters] == ["deposit-bank"]
    assert found.letters[0].values == {}
    assert not found.dates


def test_the_landlords_five_weeks_run_until_a_working_day() -> None:
    # 20 November 2026 (Friday) + 35 days = 25 December, a public holiday; 26 is one too (Saturday), 27 Sunday: Monday 28.
    found = result(stage="ended", where="account", bank="asked", warned_on="2026-11-20")
    assert keys(found) == ["asked-runs", "steps-asked-runs", "cleaning", "wear"]
    assert values(found, "asked-runs") == {"sent": date(2026, 11, 20), "deadline": date(2026, 12, 28)}
    assert found.dates == (("bank_by", date(2026, 12, 28)),)
    assert not found.letters


def test_the_last_of_the_five_weeks_still_runs() -> None:
    # 22 October 2026 + 35 days = 26 November 2026, today
    found = result(stage="ended", where="account", bank="asked", warned_on="2026-10-22")
    assert "asked-runs" in keys(found)


def test_after_the_five_weeks_the_bank_must_pay() -> None:
    # 21 October 2026 + 35 days = 25 November 2026, a Wednesday, yesterday
    found = result(stage="ended", where="account", bank="asked", warned_on="2026-10-21")
    assert keys(found) == ["asked-over", "steps-asked-over", "cleaning", "wear"]
    (letter,) = found.letters
    assert letter.letter == "deposit-bank"
    assert letter.values == {"warned_on": date(2026, 10, 21), "bank_by": date(2026, 11, 25)}
    assert not found.dates


def test_without_the_day_of_the_warning_there_is_no_date() -> None:
    found = result(stage="ended", where="account", bank="asked", warned_on="unknown")
    assert keys(found) == ["asked-day-unknown", "steps-asked-day-unknown", "cleaning", "wear"]
    assert [letter.letter for letter in found.letters] == ["deposit-bank"]
    claimed = result(stage="ended", where="account", bank="claimed", warned_on="unknown")
    assert keys(claimed) == ["claimed-day-unknown", "steps-claimed"]
    assert not found.dates
    assert not claimed.dates


def test_the_tenant_shows_a_case_within_five_weeks() -> None:
    # 10 November 2026 + 35 days = 15 December 2026, a Tuesday
    found = result(stage="ended", where="account", bank="claimed", warned_on="2026-11-10")
    assert keys(found) == ["claimed-runs", "steps-claimed"]
    assert values(found, "claimed-runs")["deadline"] == date(2026, 12, 15)
    assert found.dates == (("case_by", date(2026, 12, 15)),)
    assert {"forskrift om Husleietvistutvalget § 14", "forskrift om Husleietvistutvalget § 18"} <= set(found.laws)


def test_the_last_day_to_show_a_case_is_named() -> None:
    # 22 October 2026 + 35 days = 26 November 2026, today
    found = result(stage="ended", where="account", bank="claimed", warned_on="2026-10-22")
    assert keys(found) == ["claimed-runs", "claimed-today", "steps-claimed"]


def test_a_case_too_late_does_not_stop_the_bank() -> None:
    # 1 October 2026 + 35 days = 5 November 2026, a Thursday
    found = result(stage="ended", where="account", bank="claimed", warned_on="2026-10-01")
    assert keys(found) == ["claimed-over", "steps-claimed-over"]
    assert values(found, "claimed-over") == {"sent": date(2026, 10, 1), "deadline": date(2026, 11, 5)}
    assert not found.dates
    assert not found.letters
