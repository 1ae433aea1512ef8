"""Housing allowance: every way out, each amount worked from forskrift om bustøtte with the rates of June 2026."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from knowledge.figures import Figure, read_figures
from knowledge.guides.conclusion import Conclusion, Facts, Part
from knowledge.guides.guide import UNKNOWN
from knowledge.guides.rules.housing_allowance import _PLACES, conclude
from knowledge.reckoning.allowance import Place
from knowledge.settings import Settings
from tests.unit.real import PLACES

CONTENT = Settings().content_dir
TODAY = date(2026, 12, 2)
RATES = {
    "coverage-percent": 73.7,
    "own-share-min": 26576,
    "own-share-first-percent": 16.44,
    "own-share-second-percent": 63.56,
    "ceiling-1": 92234,
    "ceiling-2": 113774,
    "ceiling-3": 125977,
    "ceiling-4": 138182,
    "ceiling-5": 150385,
    "ceiling-supplement-oslo": 27982,
    "ceiling-supplement-bergen-group": 19079,
    "ceiling-supplement-kristiansand-group": 12720,
    "income-limit-lower": 137462,
    "income-limit-upper": 245278,
    "income-limit-upper-young-disabled": 295795,
    "income-limit-lower-pensioner": 148275,
    "income-limit-upper-pensioner": 256613,
    "heating-supplement": 7631,
    "wealth-limit-tenant": 344231,
    "wealth-counted-percent": 65,
    "smallest-payment": 63,
}
OSLO, BERGEN, KRISTIANSAND, DRAMMEN = "0301", "4601", "4204", "3301"
ALONE = {"who": "no", "home": "own", "place": OSLO, "rent": 12000, "adults": 1, "children": 0, "group": "no",
         "income": 18000, "wealth": "no"}  # fmt: skip


def _figures(last_day: date = date(2026, 12, 31)) -> Mapping[str, Figure]:
    """The rates as if constants.yaml had them, so that the sums below stay true when it changes."""
    return {
        f"bostotte-{name}": Figure(
            f"bostotte-{name}", value, "NOK", date(2026, 6, 1), last_day, "", date(2026, 7, 28), "high"
        )
        for name, value in RATES.items()
    }


def _conclude(today: date = TODAY, **answers: Any) -> Conclusion:
    return conclude({**ALONE, **answers}, Facts(today, _figures(), PLACES))


def _part(conclusion: Conclusion, key: str) -> Part:
    return next(part for part in conclusion.parts if part.key == key)


def _keys(conclusion: Conclusion) -> list[str]:
    return [part.key for part in conclusion.parts]


def test_one_person_with_a_rent_above_the_ceiling() -> None:
    # Oslo: 92 234 + 27 982 = 120 216, below 12 x 12 000 = 144 000. Income 12 x 18 000 = 216 000.
    # Own share 26 576 + (216 000 - 137 462) x 0.1644 = 26 576 + 12 911.65 = 39 487.65
    # (120 216 - 39 487.65) x 0.737 = 59 496.80 a year; / 12 = 4 958.07
    found = _conclude()
    assert _keys(found) == [
        "likely", "cost-ceiling", "income-alone", "share-first", "sum", "adapted", "varies",
        "apply", "apply-dates", "steps",
    ]  # fmt: skip
    assert _part(found, "likely").values["a_month"] == 4958
    assert _part(found, "cost-ceiling").values["ceiling"] == 120216
    assert _part(found, "cost-ceiling").values["place"] == "Oslo"
    assert _part(found, "income-alone").values["income"] == 216000
    assert _part(found, "share-first").values["share"] == 39488
    assert found.contacts[0] == "municipality"


def test_a_family_below_the_ceiling_is_told_what_heating_changes() -> None:
    # 1 + 0.13 + 2 x 0.15 = 1.43; 396 000 / 1.43 = 276 923.08. Cost 108 000, ceiling for four 138 182.
    # 26 576 + 139 461.08 x 0.1644 + 31 645.08 x 0.6356 = 26 576 + 22 927.40 + 20 113.61 = 69 617.01
    # (108 000 - 69 617.01) x 0.737 / 12 = 2 357.36; with 7 631 more: (115 631 - 69 617.01) x 0.737 / 12 = 2 826.03
    found = _conclude(place=DRAMMEN, rent=9000, adults=2, children=2, income=33000)
    assert _keys(found)[:6] == ["likely", "cost", "income-shared", "share-second", "sum", "heating"]
    assert _part(found, "likely").values["a_month"] == 2357
    assert _part(found, "heating").values["more"] == 2826
    assert _part(found, "cost").values["cost"] == 108000
    assert _part(found, "cost").values["persons"] == 4
    assert _part(found, "income-shared").values["converted"] == 276923
    assert _part(found, "share-second").values["share"] == 69617


def test_the_least_share_where_the_income_is_low() -> None:
    # 5 000 x 12 = 60 000; (60 000 - 26 576) x 0.737 / 12 = 2 052.79
    found = _conclude(place=DRAMMEN, rent=5000, income=8000)
    assert _part(found, "likely").values["a_month"] == 2052
    assert _part(found, "share-least").values["share"] == 26576


@pytest.mark.parametrize(
    ("group", "a_month"),
    [
        # 300 000 a year: 26 576 + 162 538 x 0.1644 + 54 722 x 0.6356 = 88 078.55; (120 216 - it) x 0.737 / 12 = 1 973.77
        ("no", 1973),
        # second limit 295 795: 26 576 + 26 721.25 + 4 205 x 0.6356 = 55 969.95; (120 216 - it) x 0.737 / 12 = 3 945.78
        ("young-disabled", 3945),
        # limits 148 275 and 256 613: 26 576 + 24 943.59 + 27 576.78 = 79 096.37; (120 216 - it) x 0.737 / 12 = 2 525.43
        ("pensioner", 2525),
    ],
)
def test_some_may_have_a_higher_income(group: str, a_month: int) -> None:
    found = _conclude(group=group, income=25000)
    assert _part(found, "likely").values["a_month"] == a_month
    assert ("forskrift om bustøtte § 4" in found.laws) == (group == "pensioner") == ("older-people" in found.articles)


def test_wealth_above_the_limit_counts_as_income() -> None:
    # 120 000 + (444 231 - 344 231) x 0.65 = 185 000; 26 576 + 47 538 x 0.1644 = 34 391.25
    # (84 000 - 34 391.25) x 0.737 / 12 = 3 046.80
    found = _conclude(place=DRAMMEN, rent=7000, income=10000, wealth="yes", wealth_amount=444231)
    assert _part(found, "likely").values["a_month"] == 3046
    assert _part(found, "income-wealth").values["converted"] == 185000


def test_wealth_below_the_limit_changes_nothing() -> None:
    assert "income-alone" in _keys(_conclude(wealth="yes", wealth_amount=1000))


def test_a_shared_home_for_health_reasons_is_reckoned_for_one_and_must_be_approved() -> None:
    # Kristiansand 92 234 + 12 720 = 104 954, below 108 000. 26 576 + (144 000 - 137 462) x 0.1644 = 27 650.85
    # (104 954 - 27 650.85) x 0.737 / 12 = 4 747.70
    answers = {**ALONE, "home": "care", "place": KRISTIANSAND, "rent": 9000, "income": 12000}
    found = conclude({k: v for k, v in answers.items() if k not in ("adults", "children")},
                     Facts(TODAY, _figures(), PLACES))  # fmt: skip
    assert _keys(found)[:2] == ["unsure", "care"]
    assert _part(found, "unsure").values["a_month"] == 4747


@pytest.mark.parametrize(
    ("answers", "part"),
    [
        ({"who": UNKNOWN}, "who-unknown"),
        ({"home": UNKNOWN}, "home-unknown"),
        ({"wealth": UNKNOWN}, "wealth-unknown"),
    ],
)
def test_what_is_not_known_leaves_it_open(answers: dict[str, str], part: str) -> None:
    found = _conclude(**answers)
    assert _keys(found)[:2] == ["unsure", part]
    assert _part(found, "unsure").values["a_month"] == 4958


def test_without_the_income_only_the_most_is_told() -> None:
    # Bergen 92 234 + 19 079 = 111 313, below 120 000; (111 313 - 26 576) x 0.737 / 12 = 5 204.26
    found = _conclude(place=BERGEN, rent=10000, income=UNKNOWN)
    assert _keys(found)[:4] == ["income-unknown", "most", "adapted", "varies"]  # an adapted home may raise the ceiling
    assert _part(found, "income-unknown").values["most"] == 5204
    assert _part(found, "most").values["most_cost"] == 111313
    assert "adapted" not in _keys(_conclude(place=BERGEN, rent=5000, income=UNKNOWN))


@pytest.mark.parametrize("place", [OSLO, "0301-4"])
def test_a_district_of_oslo_has_the_ceiling_of_oslo(place: str) -> None:
    # Pensioner alone, 252 000 a year; (400 000 - 344 231) x 0.65 = 36 249.85 more: 288 249.85.
    # 26 576 + 139 974.85 x 0.1644 + 31 636.85 x 0.6356 = 26 576 + 23 011.87 + 20 108.38 = 69 696.25
    # Ceiling 92 234 + 27 982 = 120 216, below 126 000; (120 216 - 69 696.25) x 0.737 / 12 = 3 102.75
    found = _conclude(place=place, rent=10500, income=21000, group="pensioner", wealth="yes", wealth_amount=400000)
    assert _part(found, "likely").values["a_month"] == 3102
    assert _part(found, "cost-ceiling").values["place"] == "Oslo"


def test_a_parent_alone_in_sandnes() -> None:
    # 288 000 / (1 + 2 x 0.15) = 221 538.46; 26 576 + 84 076.46 x 0.1644 = 40 398.17
    # Ceiling 125 977 + 12 720 = 138 697, cost 138 000: (138 000 - 40 398.17) x 0.737 / 12 = 5 994.38
    # With heating the ceiling stops it: (138 697 - 40 398.17) x 0.737 / 12 = 6 037.19
    found = _conclude(place="1108", rent=11500, children=2, income=24000)
    assert _part(found, "likely").values["a_month"] == 5994
    assert _part(found, "heating").values["more"] == 6037


def test_a_couple_in_tromso() -> None:
    # 360 000 / 1.13 = 318 584.07; 26 576 + 181 122.07 x 0.1644 + 73 306.07 x 0.6356 = 102 945.81
    # (108 000 - 102 945.81) x 0.737 / 12 = 310.41; with 7 631 more 779.08
    found = _conclude(place="5501", rent=9000, adults=2, income=30000)
    assert _part(found, "likely").values["a_month"] == 310
    assert _part(found, "heating").values["more"] == 779


def test_too_high_an_income() -> None:
    # Above about 28 241 a month one person in Oslo gets nothing (constants.yaml, bostotte-income-limit-oslo).
    found = _conclude(income=29000, who=UNKNOWN)
    assert _keys(found)[:6] == [
        "unlikely-income", "cost-ceiling", "income-alone", "share-second", "sum-nothing", "adapted",
    ]  # fmt: skip
    assert "retry" in _keys(found)
    assert "nav" in found.contacts
    assert "sosialtjenesteloven § 18" in found.laws


@pytest.mark.parametrize("income", [0, UNKNOWN])
def test_too_low_a_cost(income: Any) -> None:
    # 12 000 + 7 631 = 19 631 a year, below the least share of 26 576
    found = _conclude(place=DRAMMEN, rent=1000, income=income)
    assert _keys(found)[:3] == ["unlikely-cost", "cost", "doubt"]
    assert _part(found, "unlikely-cost").values["least"] == 26576


def test_heating_may_decide() -> None:
    # (27 000 - 26 576) x 0.737 / 12 = 26.04, below 63; with heating (34 631 - 26 576) x 0.737 / 12 = 494.71
    found = _conclude(place=DRAMMEN, rent=2250, income=0)
    assert _keys(found)[:5] == ["heating-decides", "cost", "income-alone", "share-least", "sum-nothing"]
    assert _part(found, "heating-decides").values["more"] == 494
    assert "heating" not in _keys(found)


@pytest.mark.parametrize(
    ("answers", "part", "law"),
    [
        ({"who": "student"}, "student", "bustøttelova § 4"),
        ({"who": "service"}, "service", "bustøttelova § 4"),
        ({"who": "unregistered"}, "unregistered", "bustøttelova § 2"),
        ({"home": "shared"}, "shared", "bustøttelova § 5"),
        ({"home": "institution"}, "institution", "bustøttelova § 4"),
        ({"home": "guest"}, "guest", "bustøttelova § 3"),
    ],
)
def test_who_has_no_right_is_told_so_without_more_questions(answers: dict[str, str], part: str, law: str) -> None:
    found = conclude({"who": "no", **answers}, Facts(TODAY, {}, PLACES))
    assert _keys(found) == [part, "doubt"]
    assert found.laws[0] == law
    assert not found.dates


@pytest.mark.parametrize(
    ("answers", "parts", "guide"),
    [
        ({"who": "minor"}, ["minor", "apply", "apply-dates", "steps"], "refusal"),
        ({"who": "no", "home": "owned"}, ["owned", "apply", "apply-dates", "steps-owned"], "loans-and-grants"),
    ],
)
def test_who_may_have_a_right_but_gets_no_estimate(answers: dict[str, str], parts: list[str], guide: str) -> None:
    found = conclude(answers, Facts(TODAY, {}, PLACES))
    assert _keys(found) == parts
    assert found.guides == (guide,)


@pytest.mark.parametrize(
    ("today", "key", "deadline", "payout", "complete"),
    [
        # The 25th of the month, paid on the 20th of the next (§ 13), put right within a month (§ 9).
        (date(2026, 11, 1), "apply", date(2026, 11, 25), date(2026, 12, 20), date(2026, 12, 25)),
        (date(2026, 11, 24), "apply", date(2026, 11, 25), date(2026, 12, 20), date(2026, 12, 25)),
        (date(2026, 11, 25), "apply-today", date(2026, 11, 25), date(2026, 12, 20), date(2026, 12, 25)),
        # Christmas Day: Husbanken's date is not moved.
        (date(2026, 11, 26), "apply-next", date(2026, 12, 25), date(2027, 1, 20), date(2027, 1, 25)),
        (date(2026, 12, 31), "apply-next", date(2027, 1, 25), date(2027, 2, 20), date(2027, 2, 25)),
    ],
)
def test_the_next_day_to_apply(today: date, key: str, deadline: date, payout: date, complete: date) -> None:
    found = _conclude(today)
    assert found.dates == (("apply_by", deadline),)
    assert _part(found, key).values == ({} if key == "apply-today" else {"deadline": deadline})
    assert _part(found, "apply-dates").values == {"payout": payout, "complete": complete}


def test_a_payout_in_a_weekend_often_comes_earlier() -> None:
    # 20 December 2026 is a Sunday, 20 January 2027 a Wednesday (deadlines.yaml, bostotte-payout-20th).
    assert "payout-weekend" in _keys(_conclude(date(2026, 11, 25)))
    assert "payout-weekend" not in _keys(_conclude(date(2026, 11, 26)))


@pytest.mark.parametrize(
    ("today", "last_day"),
    [
        (date(2027, 1, 3), date(2026, 12, 31)),  # run out
        (date(2026, 12, 27), date(2026, 12, 31)),  # run out by January, the month that can be applied for
        (date(2026, 5, 3), date(2026, 12, 31)),  # not yet in force
    ],
)
def test_no_amount_without_rates_for_the_month(today: date, last_day: date) -> None:
    found = conclude(ALONE, Facts(today, _figures(last_day), PLACES))
    assert _keys(found)[0] == "rates-over"
    assert not any(isinstance(value, Decimal) for part in found.parts for value in part.values.values())


@pytest.mark.parametrize(
    ("today", "exempt"),
    [
        (date(2026, 12, 25), 344231),  # the last day to apply for December
        (date(2026, 12, 26), 400000),  # January is applied for
        (date(2027, 1, 1), 400000),
    ],
)
def test_the_rates_are_those_of_the_month_that_is_applied_for(today: date, exempt: int) -> None:
    def with_next_year(figure: Figure) -> Figure:
        return replace(figure, next=(replace(figure, valid_from=date(2027, 1, 1), valid_to=date(2027, 12, 31)),))

    figures = {name: with_next_year(figure) for name, figure in _figures().items()}
    limit = figures["bostotte-wealth-limit-tenant"]
    figures[limit.id] = replace(limit, next=(replace(limit.next[0], value=400000),))
    found = conclude({**ALONE, "wealth": UNKNOWN}, Facts(today, figures, PLACES))
    assert _part(found, "wealth-unknown").values == {"exempt": exempt}


def test_no_amount_when_one_rate_is_missing() -> None:
    figures = {name: figure for name, figure in _figures().items() if name != "bostotte-smallest-payment"}
    assert _keys(conclude(ALONE, Facts(TODAY, figures, PLACES)))[0] == "rates-over"


def test_constants_yaml_has_every_rate() -> None:
    assert {f"bostotte-{name}" for name in RATES} <= set(read_figures(CONTENT / "constants.yaml"))


def test_an_unknown_municipality_number_has_the_ordinary_ceiling() -> None:
    assert _part(_conclude(place="9999"), "cost-ceiling").values["ceiling"] == 92234


def test_the_municipalities_with_a_higher_ceiling() -> None:
    """Forskrift om bustøtte § 3 second paragraph names them."""
    named = {
        Place.OSLO: {"Oslo"},
        Place.BERGEN_GROUP: {"Bergen", "Trondheim - Tråante", "Tromsø", "Stavanger", "Bærum"},
        Place.KRISTIANSAND_GROUP: {"Kristiansand", "Lillestrøm", "Frogn", "Lørenskog", "Nordre Follo", "Asker",
                                   "Nesodden", "Sola", "Sandnes"},
    }  # fmt: skip
    for place, names in named.items():
        numbers = [number for number, group in _PLACES.items() if group is place]
        assert {found.name for number in numbers if (found := PLACES.by_number(number))} == names
