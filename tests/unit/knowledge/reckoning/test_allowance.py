"""Housing allowance: amounts reckoned by hand with the rates of June 2026, and what must hold for all of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reckoning.allowance import Household, IncomeGroup, Place, Rates, estimate
from knowledge.settings import PROJECT_DIR
from knowledge.yaml_file import read_mapping

CONSTANTS = {
    name: Decimal(str(row["value"]))
    for name, row in read_mapping(PROJECT_DIR / "knowledge" / "content" / "constants.yaml").items()
    if name.startswith("bostotte-")
}
# Written out, so that the sums in comments stay true when the rates of constants.yaml are next changed.
RATES = Rates(
    covered_percent=Decimal("73.7"),
    ceilings=tuple(map(Decimal, (92234, 113774, 125977, 138182, 150385))),
    heating=Decimal(7631),
    least_own_share=Decimal(26576),
    first_limit=Decimal(137462),
    first_percent=Decimal("16.44"),
    second_limit=Decimal(245278),
    second_percent=Decimal("63.56"),
    wealth_exempt=Decimal(344231),
    wealth_percent=Decimal(65),
    smallest_a_month=Decimal(63),
)
KRONER = st.decimals(0, 2_000_000, places=2)


def alone(income: int | Decimal, wealth: int | Decimal = 0) -> Household:
    return Household(adults=1, children=0, income=Decimal(income), wealth=Decimal(wealth))


def test_without_income_only_the_least_own_share_is_taken() -> None:
    # 5 000 x 12 = 60 000; (60 000 - 26 576) x 0.737 = 24 633.488 a year; / 12 = 2 052.79
    found = estimate(alone(0), Decimal(5000), pays_heating=False, rates=RATES)
    assert (found.approved_cost, found.own_share, found.a_month) == (60000, 26576, 2052)


def test_income_above_the_first_limit_raises_the_own_share() -> None:
    # 12 000 x 12 + 7 631 = 151 631, above the ceiling 92 234.
    # 26 576 + (240 000 - 137 462) x 0.1644 = 26 576 + 16 857.2472 = 43 433.2472
    # (92 234 - 43 433.2472) x 0.737 = 35 966.1548 a year; / 12 = 2 997.18
    found = estimate(alone(240000), Decimal(12000), pays_heating=True, rates=RATES)
    assert (found.approved_cost, found.own_share, found.a_month) == (92234, Decimal("43433.2472"), 2997)


def test_the_income_of_a_family_is_divided_by_its_weight() -> None:
    # 1 + 0.13 + 2 x 0.15 = 1.43; 400 400 / 1.43 = 280 000. Ceiling for four 138 182, cost 9 000 x 12 = 108 000.
    # 26 576 + 142 538 x 0.1644 + 34 722 x 0.6356 = 26 576 + 23 433.2472 + 22 069.3032 = 72 078.5504
    # (108 000 - 72 078.5504) x 0.737 = 26 474.1084 a year; / 12 = 2 206.18
    family = Household(adults=2, children=2, income=Decimal(400400))
    found = estimate(family, Decimal(9000), pays_heating=False, rates=RATES)
    assert (found.converted_income, found.own_share, found.a_month) == (280000, Decimal("72078.5504"), 2206)


def test_wealth_above_the_exempt_sum_counts_as_income() -> None:
    # (444 231 - 344 231) x 0.65 = 65 000
    found = estimate(alone(100000, 444231), Decimal(7000), pays_heating=False, rates=RATES)
    assert found.converted_income == 165000
    # 26 576 + (165 000 - 137 462) x 0.1644 = 31 103.2472; (84 000 - 31 103.2472) x 0.737 / 12 = 3 248.74
    assert found.a_month == 3248


def test_heating_counts_only_when_no_part_of_it_is_in_the_rent() -> None:
    # 60 000 + 7 631 = 67 631; (67 631 - 26 576) x 0.737 / 12 = 2 521.46
    assert estimate(alone(0), Decimal(5000), pays_heating=True, rates=RATES).a_month == 2521


def test_less_than_the_smallest_payment_is_not_paid() -> None:
    # 63 x 12 / 0.737 = 1 025.78 above the own share of 26 576: cost 27 601.78 a year, 2 300.15 a month.
    assert estimate(alone(0), Decimal("2300.15"), pays_heating=False, rates=RATES).a_month == 63
    assert estimate(alone(0), Decimal(2300), pays_heating=False, rates=RATES).a_month == 0  # 62.99
    assert estimate(alone(0), Decimal(1000), pays_heating=False, rates=RATES).a_month == 0  # cost below the own share


def test_five_persons_and_more_have_one_ceiling() -> None:
    five, seven = (Household(adults=1, children=children, income=Decimal(0)) for children in (4, 6))
    for household in (five, seven):
        assert estimate(household, Decimal(20000), pays_heating=True, rates=RATES).approved_cost == 150385


@pytest.mark.parametrize(
    ("adults", "children", "weight"),
    [(1, 0, "1"), (2, 0, "1.13"), (1, 1, "1.15"), (3, 2, "1.56"), (0, 2, "1.15")],  # a parent under 18 comes first
)
def test_the_weight_of_a_household(adults: int, children: int, weight: str) -> None:
    assert Household(adults=adults, children=children, income=Decimal(0)).weight == Decimal(weight)


def test_a_tenants_rates_come_from_constants_yaml() -> None:
    assert Rates.of_tenant(CONSTANTS) == RATES


def test_place_group_and_adapted_home_change_the_rates() -> None:
    rates = Rates.of_tenant(CONSTANTS, place=Place.OSLO, group=IncomeGroup.PENSIONER, adapted_home=True)
    assert rates.ceilings[0] == 92234 + 27982 + 5724
    assert (rates.first_limit, rates.second_limit) == (148275, 256613)
    young = Rates.of_tenant(CONSTANTS, group=IncomeGroup.YOUNG_DISABLED)
    assert (young.first_limit, young.second_limit) == (137462, 295795)


@pytest.mark.parametrize("place", Place)
def test_the_income_from_which_one_person_gets_nothing_is_the_published_one(place: Place) -> None:
    """constants.yaml has it from another reckoning, for Oslo the same as Husbanken's own."""
    rates, limit = Rates.of_tenant(CONSTANTS, place=place), CONSTANTS[f"bostotte-income-limit-{place.value}"]
    below, above = (
        estimate(alone((limit + change) * 12), Decimal(50000), pays_heating=True, rates=rates) for change in (-1, 1)
    )
    assert below.a_month == 63
    assert above.a_month == 0


@given(KRONER, KRONER, KRONER, st.integers(0, 6), st.integers(0, 6), st.booleans())
def test_the_allowance_is_never_negative_nor_above_its_share_of_the_ceiling(
    income: Decimal, wealth: Decimal, cost: Decimal, more_adults: int, children: int, pays_heating: bool
) -> None:
    household = Household(adults=1 + more_adults, children=children, income=income, wealth=wealth)
    found = estimate(household, cost, pays_heating=pays_heating, rates=RATES)
    assert found.a_month == 0 or found.a_month >= RATES.smallest_a_month
    assert found.a_month * 12 <= (RATES.ceilings[-1] - RATES.least_own_share) * RATES.covered_percent / 100


@given(KRONER, KRONER, KRONER, KRONER)
def test_more_income_or_wealth_never_gives_more_and_a_higher_cost_never_less(
    income: Decimal, wealth: Decimal, cost: Decimal, more: Decimal
) -> None:
    def a_month(household: Household, cost: Decimal) -> int:
        return estimate(household, cost, pays_heating=False, rates=RATES).a_month

    found = a_month(alone(income, wealth), cost)
    assert a_month(alone(income + more, wealth), cost) <= found
    assert a_month(alone(income, wealth + more), cost) <= found
    assert a_month(alone(income, wealth), cost + more) >= found


@pytest.mark.parametrize(("adults", "children", "income"), [(0, 0, 1), (-1, 2, 1), (1, -1, 1), (2, -1, 1), (1, 0, -1)])
def test_a_household_that_cannot_be_is_refused(adults: int, children: int, income: int) -> None:
    with pytest.raises(ValueError, match="one person or more"):
        Household(adults=adults, children=children, income=Decimal(income))


def test_a_negative_cost_is_refused() -> None:
    with pytest.raises(ValueError, match="zero or more"):
        estimate(alone(0), Decimal(-1), pays_heating=False, rates=RATES)
