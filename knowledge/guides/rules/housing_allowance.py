"""Housing allowance: likely, unlikely or cannot say, an estimate with its reckoning, and until when to apply.

Who and which home: bustøttelova §§ 2 to 5. The estimate: § 6, forskrift om bustøtte §§ 1 to 7 and 13. The day to apply:
§ 9, where the date is Husbanken's own (deadlines.yaml, bostotte-application-25th), so that no rule of law moves it from
a Saturday, Sunday or holiday. The household on the 1st: § 10. Changes, later checks and complaints: §§ 11 and 14,
bustøttelova § 10, forvaltningsloven § 29. Acts read 2026-07-28 and 2026-04-13; the regulation in the version of
November 2025, its rates of 1 June 2026 from constants.yaml.

Heating counts only when no part of it is in the rent (§ 2). It is not asked about, since it changes nothing where the
rent is above the ceiling: elsewhere both amounts are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from knowledge.figures import Figure
from knowledge.guides.conclusion import Conclusion, Facts, Part, Value
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.allowance import Estimate, Household, IncomeGroup, Place, Rates, estimate
from knowledge.reckoning.days import months_after

_DEADLINE_DAY, _PAYOUT_DAY = 25, 20  # deadlines.yaml: bostotte-application-25th, bostotte-payout-20th
_MONTHS, _SATURDAY = 12, 5
_ALLOWANCE, _COMPLAINT, _COSTS, _PENSIONER = "bostotte", "bostotte-complaint", "housing-costs-too-high", "older-people"

# § 3 second paragraph, by municipality number.
_PLACES = {
    "0301": Place.OSLO,
    # Stavanger, Bærum, Bergen, Trondheim, Tromsø
    **dict.fromkeys(("1103", "3201", "4601", "5001", "5501"), Place.BERGEN_GROUP),
    # Sandnes, Sola, Asker, Lillestrøm, Nordre Follo, Nesodden, Frogn, Lørenskog, Kristiansand
    **dict.fromkeys(("1108", "1124", "3203", "3205", "3207", "3212", "3214", "3222", "4204"), Place.KRISTIANSAND_GROUP),
}
_AFTERWARDS = {"unlikely-income": "retry", "unlikely-cost": "doubt"}  # what follows an unlikely
_GROUPS = {"no": IncomeGroup.ORDINARY, "young-disabled": IncomeGroup.YOUNG_DISABLED, "pensioner": IncomeGroup.PENSIONER}


def _act(*sections: str) -> tuple[str, ...]:
    return tuple(f"bustøttelova § {section}" for section in sections)


def _regulation(*sections: str) -> tuple[str, ...]:
    return tuple(f"forskrift om bustøtte § {section}" for section in sections)


_APPLYING = (*_regulation("9", "10", "13", "11", "14"), *_act("10"), "forvaltningsloven § 29")
_RECKONED = (*_act("6"), *_regulation("1", "2", "3", "5", "6"))


@dataclass(frozen=True, slots=True)
class _Shut:
    """An answer after which there is nothing to reckon."""

    laws: tuple[str, ...]
    is_open: bool = False  # whether it may still be a yes: then how to apply is told


_SHUT = {
    "student": _Shut(_act("4")),
    "service": _Shut(_act("4")),
    "unregistered": _Shut((*_act("2"), *_regulation("10"))),
    "minor": _Shut(_act("3"), is_open=True),
    "shared": _Shut(_act("5")),
    "institution": _Shut(_act("4")),
    "guest": _Shut(_act("3")),
    "owned": _Shut((*_act("3", "5"), *_regulation("2", "6")), is_open=True),
}


@dataclass(frozen=True, slots=True)
class _Application:
    """The month that can be applied for, with its dates (forskrift om bustøtte §§ 9 and 13)."""

    today: date
    deadline: date

    @classmethod
    def on(cls, today: date) -> _Application:
        """That of this month until the 25th, then that of the next."""
        this_month = today.replace(day=_DEADLINE_DAY)
        return cls(today, this_month if today <= this_month else months_after(this_month, 1))

    @property
    def month(self) -> date:
        """The first of the month: what holds for the home and the household then counts (§ 10)."""
        return self.deadline.replace(day=1)

    def parts(self) -> Iterator[Part]:
        """Until when, and how it is reckoned."""
        if self.today == self.deadline:
            yield Part("apply-today")
        else:
            yield Part("apply" if self.month <= self.today else "apply-next", {"deadline": self.deadline})
        payout = months_after(self.deadline.replace(day=_PAYOUT_DAY), 1)
        yield Part("apply-dates", {"payout": payout, "complete": months_after(self.deadline, 1)})
        if payout.weekday() >= _SATURDAY:
            yield Part("payout-weekend")


@dataclass(frozen=True, slots=True)
class _Reckoning:
    """The estimate without heating and with it."""

    household: Household
    rent: Decimal  # kroner a month
    rates: Rates
    plain: Estimate
    heated: Estimate  # where all heating is paid beside the rent
    most: Estimate  # where there is neither income nor wealth

    @classmethod
    def of(cls, answers: Answers, rates: Rates) -> _Reckoning:
        """From the answers; an income that is not known counts as none, which gives the most there can be."""
        income = 0 if answers["income"] == UNKNOWN else answers["income"]
        # In a shared home for health or social reasons each is reckoned alone (bustøttelova § 5): 1 and 0.
        adults, children = int(answers.get("adults", 1)), int(answers.get("children", 0))
        household = Household(adults, children, _decimal(income) * _MONTHS, _decimal(answers.get("wealth_amount", 0)))
        rent = _decimal(answers["rent"])
        return cls(
            household,
            rent,
            rates,
            plain=estimate(household, rent, pays_heating=False, rates=rates),
            heated=estimate(household, rent, pays_heating=True, rates=rates),
            most=estimate(Household(adults, children, Decimal(0)), rent, pays_heating=True, rates=rates),
        )

    @property
    def ceiling(self) -> Decimal:
        """Kroner a year for a household of this size (§ 3)."""
        return self.rates.ceilings[min(self.household.persons, len(self.rates.ceilings)) - 1]


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one household and the month that it can apply for now."""
    application = _Application.on(facts.today)
    for key in (answers["who"], answers.get("home", "")):
        if key in _SHUT:
            return _shut(key, application)
    rates = _rates(answers, facts, application.month)
    if rates is None:
        return _result((Part("rates-over"),), answers, application)
    found = _Reckoning.of(answers, rates)
    verdict = _verdict(answers, found)
    is_unlikely = verdict in _AFTERWARDS
    place = facts.municipalities.by_key(answers["place"])
    parts = (
        Part(verdict, _amounts(found)),
        *(() if is_unlikely else _open_conditions(answers, found)),
        *_reckoned(verdict, found, place.name if place else answers["place"]),
        Part(_AFTERWARDS.get(verdict, "varies")),
    )
    return _result(parts, answers, application, unlikely=is_unlikely)


def _shut(key: str, application: _Application) -> Conclusion:
    """No right, or another reckoning than a tenant's (bustøttelova §§ 2 to 5)."""
    shut = _SHUT[key]
    if shut.is_open:
        return Conclusion(
            (Part(key), *application.parts(), Part("steps-owned" if key == "owned" else "steps")),
            (_ALLOWANCE, _COMPLAINT),
            laws=(*shut.laws, *_APPLYING),
            contacts=("municipality", "husbanken"),
            dates=(("apply_by", application.deadline),),
            guides=("loans-and-grants",) if key == "owned" else ("refusal",),
        )
    return Conclusion(
        (Part(key), Part("doubt")),
        (_ALLOWANCE, _COSTS),
        laws=(*shut.laws, "forvaltningsloven § 29", "sosialtjenesteloven § 18"),
        contacts=("municipality", "husbanken", "nav"),
        guides=("refusal",),
    )


def _result(
    parts: tuple[Part, ...], answers: Answers, application: _Application, *, unlikely: bool = False
) -> Conclusion:
    is_pensioner = answers["group"] == "pensioner"
    return Conclusion(
        (*parts, *application.parts(), Part("steps")),
        (_ALLOWANCE, _COSTS if unlikely else _COMPLAINT, *((_PENSIONER,) if is_pensioner else ())),
        laws=(
            *_act("2", "3", "4", "5"),
            *_RECKONED,
            *(_regulation("4") if is_pensioner else ()),
            *_APPLYING,
            *(("sosialtjenesteloven § 18",) if unlikely else ()),
        ),
        contacts=("municipality", "husbanken", *(("nav",) if unlikely else ())),
        dates=(("apply_by", application.deadline),),
        guides=("refusal",),
    )


def _rates(answers: Answers, facts: Facts, month: date) -> Rates | None:
    """The rates of the month that is applied for; None where one of them is not known to hold then."""

    def holds(figure: Figure) -> bool:
        return figure.is_current(facts.today) and figure.is_current(month)

    current = {name: _decimal(figure.on(month).value) for name, figure in facts.figures.items() if holds(figure)}
    found = facts.municipalities.by_key(answers["place"])  # a district of Oslo has a key of its own
    place = _PLACES.get(found.number if found else answers["place"], Place.REST)
    try:
        return Rates.of_tenant(current, place=place, group=_GROUPS[answers["group"]])
    except KeyError:
        return None


def _verdict(answers: Answers, found: _Reckoning) -> str:
    """The key of the part that comes first."""
    if found.most.a_month == 0:
        return "unlikely-cost"
    if answers["income"] == UNKNOWN:
        return "income-unknown"
    if found.heated.a_month == 0:
        return "unlikely-income"
    if found.plain.a_month == 0:
        return "heating-decides"
    return "unsure" if any(_open_conditions(answers, found)) else "likely"


def _open_conditions(answers: Answers, found: _Reckoning) -> Iterator[Part]:
    """What must be found out before anything is sure."""
    if answers["who"] == UNKNOWN:
        yield Part("who-unknown")
    if answers["home"] == UNKNOWN:
        yield Part("home-unknown")
    if answers["home"] == "care":
        yield Part("care")
    if answers["wealth"] == UNKNOWN:
        yield Part("wealth-unknown", {"exempt": found.rates.wealth_exempt})


def _reckoned(verdict: str, found: _Reckoning, place: str) -> Iterator[Part]:
    """The steps of the estimate (forskrift om bustøtte §§ 1 to 4, 6, 7 and 13)."""
    amounts = _amounts(found)
    is_capped = found.plain.approved_cost == found.ceiling
    if verdict == "income-unknown":
        yield Part("most", amounts)
        if found.most.approved_cost == found.ceiling:
            yield Part("adapted")
        return
    yield Part("cost-ceiling" if is_capped else "cost", {**amounts, "place": place})
    if verdict == "unlikely-cost":
        return
    yield Part(_income(found), amounts)
    yield Part(_share(found), amounts)
    yield Part("sum" if found.plain.a_month else "sum-nothing", amounts)
    if is_capped:
        yield Part("adapted")
    elif found.heated.a_month > found.plain.a_month > 0:
        yield Part("heating", amounts)


def _income(found: _Reckoning) -> str:
    """With which words the income that counts is told (§§ 6 and 7)."""
    if found.household.wealth > found.rates.wealth_exempt:
        return "income-wealth"
    return "income-alone" if found.household.persons == 1 else "income-shared"


def _share(found: _Reckoning) -> str:
    """Which steps the own share has (§ 4)."""
    income = found.plain.converted_income
    if income > found.rates.second_limit:
        return "share-second"
    return "share-first" if income > found.rates.first_limit else "share-least"


def _amounts(found: _Reckoning) -> dict[str, Value]:
    """Every amount that a text may name."""
    rates = found.rates
    amounts = {
        "a_month": Decimal(found.plain.a_month),
        "more": Decimal(found.heated.a_month),
        "most": Decimal(found.most.a_month),
        "rent": found.rent,
        "cost": found.plain.approved_cost,
        "most_cost": found.most.approved_cost,
        "ceiling": found.ceiling,
        "income": found.household.income,
        "converted": found.plain.converted_income,
        "share": found.plain.own_share,
        "least": rates.least_own_share,
        "first": rates.first_limit,
        "second": rates.second_limit,
        "exempt": rates.wealth_exempt,
        "heating": rates.heating,
        "smallest": rates.smallest_a_month,
    }
    whole: dict[str, Value] = {name: value.quantize(Decimal(1), ROUND_HALF_UP) for name, value in amounts.items()}
    return {**whole, "persons": found.household.persons}


def _decimal(number: float) -> Decimal:
    return Decimal(str(number))
