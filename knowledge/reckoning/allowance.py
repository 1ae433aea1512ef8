"""Housing allowance (bostøtte): an estimate from figures that the caller passes in.

Covered percent x (approved housing cost up to a ceiling - own share), both a year (bustøttelova § 6; forskrift om
bustøtte § 1). Only for homes whose cost is the rent, or the common costs and the loan (§ 2 first paragraph): the yearly
running costs that stand for other homes were not found for 2026.

The caller decides what counts as income (§ 5), capital income included: the words do not say whether all of it counts,
or only what lies above the exempt sum. The transitional rules of §§ 8 and 17 are left out. The regulation says nothing
of rounding: øre fall away, so that an estimate promises nothing that is not paid.

Source: forskrift 2012-11-29-1283 §§ 1-4, 6, 7 and 13, read in the version of November 2025; its rates of 1 June 2026
are in constants.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

_FIRST_WEIGHT, _ADULT_WEIGHT, _CHILD_WEIGHT = Decimal(1), Decimal("0.13"), Decimal("0.15")  # § 7
_LARGEST = 5  # § 3: five persons or more have one ceiling
_MONTHS = 12


class Place(str, Enum):
    """Which supplement to the ceiling a municipality has (§ 3 second paragraph), by its name in constants.yaml."""

    OSLO = "oslo"
    BERGEN_GROUP = "bergen-group"
    KRISTIANSAND_GROUP = "kristiansand-group"
    REST = "rest"


class IncomeGroup(str, Enum):
    """Whose income limits apply (§ 4 fourth and fifth paragraph)."""

    ORDINARY = "ordinary"
    YOUNG_DISABLED = "young-disabled"  # a member with lasting disability benefit as ung ufør
    PENSIONER = "pensioner"  # a member who is alone and has old-age pension


@dataclass(frozen=True, slots=True)
class Rates:
    """The figures of the regulation that apply to one household; kroner a year unless the name says otherwise."""

    covered_percent: Decimal  # § 1
    ceilings: tuple[Decimal, ...]  # § 3, for one, two, three, four, and five or more persons
    heating: Decimal  # § 2
    least_own_share: Decimal  # § 4
    first_limit: Decimal  # § 4 second paragraph, converted income
    first_percent: Decimal
    second_limit: Decimal  # § 4 third paragraph, converted income
    second_percent: Decimal
    wealth_exempt: Decimal  # § 6, kroner
    wealth_percent: Decimal
    smallest_a_month: Decimal  # § 13

    @classmethod
    def of_tenant(
        cls,
        constants: Mapping[str, Decimal],
        *,
        place: Place = Place.REST,
        group: IncomeGroup = IncomeGroup.ORDINARY,
        adapted_home: bool = False,
    ) -> Rates:
        """Those of a tenant from the values of constants.yaml (forskrift om bustøtte §§ 1-4, 6 and 13).

        `adapted_home`: very high cost because a disabled member needs a specially adapted home, where the ceiling may
        be raised (§ 3 third paragraph). Raises KeyError when a constant is missing.
        """
        figures = {name.removeprefix("bostotte-"): value for name, value in constants.items()}
        supplement = Decimal(0) if place is Place.REST else figures[f"ceiling-supplement-{place.value}"]
        if adapted_home:
            supplement += figures["ceiling-supplement-adapted-home"]
        lower, upper = _LIMITS[group]
        return cls(
            covered_percent=figures["coverage-percent"],
            ceilings=tuple(figures[f"ceiling-{persons}"] + supplement for persons in range(1, _LARGEST + 1)),
            heating=figures["heating-supplement"],
            least_own_share=figures["own-share-min"],
            first_limit=figures[lower],
            first_percent=figures["own-share-first-percent"],
            second_limit=figures[upper],
            second_percent=figures["own-share-second-percent"],
            wealth_exempt=figures["wealth-limit-tenant"],
            wealth_percent=figures["wealth-counted-percent"],
            smallest_a_month=figures["smallest-payment"],
        )


_LIMITS = {
    IncomeGroup.ORDINARY: ("income-limit-lower", "income-limit-upper"),
    IncomeGroup.YOUNG_DISABLED: ("income-limit-lower", "income-limit-upper-young-disabled"),
    IncomeGroup.PENSIONER: ("income-limit-lower-pensioner", "income-limit-upper-pensioner"),
}


@dataclass(frozen=True, slots=True)
class Household:
    """Who lives in the home on the first of the month (forskrift om bustøtte § 10), and what of theirs counts (§ 5).

    Raises ValueError when nobody lives there or a number is below zero.
    """

    adults: int  # 18 or older
    children: int
    income: Decimal  # gross kroner a year that count
    wealth: Decimal = Decimal(0)  # net kroner of all who count

    def __post_init__(self) -> None:
        if self.persons < 1 or min(self.adults, self.children) < 0 or self.income < 0:
            raise ValueError("A household has one person or more, and no number of persons or income below zero.")

    @property
    def persons(self) -> int:
        """How many live there."""
        return self.adults + self.children

    @property
    def weight(self) -> Decimal:
        """What the income is divided by: 1 for the first person, 0.13 for an adult, 0.15 for a child more (§ 7)."""
        more_adults, more_children = (self.adults - 1, self.children) if self.adults else (0, self.children - 1)
        return _FIRST_WEIGHT + _ADULT_WEIGHT * more_adults + _CHILD_WEIGHT * more_children


@dataclass(frozen=True, slots=True)
class Estimate:
    """The allowance with the steps to it, kroner a year save the last."""

    approved_cost: Decimal
    converted_income: Decimal
    own_share: Decimal
    a_month: int  # whole kroner; 0 when nothing is paid


def estimate(household: Household, cost_a_month: Decimal, *, pays_heating: bool, rates: Rates) -> Estimate:
    """What the household may get (forskrift om bustøtte §§ 1-4, 6, 7 and 13); Husbanken's own decision counts.

    `cost_a_month` is the rent; `pays_heating`: no part of the heating is in it (§ 2 third paragraph).
    """
    if cost_a_month < 0:
        raise ValueError(f"The housing cost is zero or more, not {cost_a_month}.")
    cost = cost_a_month * _MONTHS + (rates.heating if pays_heating else 0)
    approved = min(cost, rates.ceilings[min(household.persons, _LARGEST) - 1])
    income = _converted_income(household, rates)
    share = _own_share(income, rates)
    a_month = int(max(approved - share, Decimal(0)) * rates.covered_percent / 100 / _MONTHS)
    return Estimate(approved, income, share, a_month if a_month >= rates.smallest_a_month else 0)


def _converted_income(household: Household, rates: Rates) -> Decimal:
    """Income with the counted part of the wealth, divided by the weight of the household (§§ 6 and 7)."""
    counted = max(household.wealth - rates.wealth_exempt, Decimal(0)) * rates.wealth_percent / 100
    return (household.income + counted) / household.weight


def _own_share(income: Decimal, rates: Rates) -> Decimal:
    """The least share, and a part of converted income above each of the two limits (§ 4)."""
    above_first = max(income - rates.first_limit, Decimal(0))
    above_second = max(income - rates.second_limit, Decimal(0))
    return rates.least_own_share + (above_first * rates.first_percent + above_second * rates.second_percent) / 100
