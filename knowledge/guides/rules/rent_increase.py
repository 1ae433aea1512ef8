"""Whether a higher rent is lawful, its first day, how high it may be, and what was paid too much.

By the consumer price index: husleieloven § 4-2. To the market level (gjengs leie): § 4-3. Claiming back: § 4-4. Energy
and water paid apart from the rent: § 4-5, with §§ 3-1, 3-4 and 3-7. Disputed rent: § 3-8. Terms worse than the law:
§ 1-2. Homes it does not apply to: § 11-3. Valuation panel: § 12-2. Notice after a refusal: §§ 9-5 and 9-8. The fee of the
tribunal: forskrift om Husleietvistutvalget § 18. Read 2026-07-28 and 2026-06-25.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part, Value
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.days import months_after, years_after
from knowledge.reckoning.rent import (
    excess_rent,
    highest_index_rent,
    index_rent_from,
    market_claim_from,
    market_rent_from,
)

_ADVISERS = ("husleietvistutvalget", "leieboerforeningen", "jussbuss")
_INDEX, _MARKET, _DISPUTED, _POWER = "index-adjustment", "market-rent", "disputed-rent", "electricity"
_EXEMPT = "husleieloven § 11-3"
_FEE = "forskrift om Husleietvistutvalget § 18"
_OBJECTING = ("husleieloven § 3-8", "husleieloven § 9-8", "husleieloven § 9-5", _FEE)


@dataclass(frozen=True, slots=True)
class _Rise:
    """What the landlord asks for, beside what the law allows; kroner a month."""

    old: int
    new: int
    paid: int  # how many times the new rent was paid
    starts: date
    first: date | None  # first day a new rent may apply; None where nothing lawful has set it going
    highest: int | None = None  # from that day on; None where it cannot be reckoned

    @property
    def is_early(self) -> bool:
        """Whether it is asked for before it may apply."""
        return self.first is None or self.starts < self.first

    @property
    def over(self) -> int:
        """Kroner a month above the highest lawful rent, 0 where that is not known."""
        return 0 if self.highest is None else excess_rent(self.new, self.highest)

    @property
    def is_unlawful(self) -> bool:
        """Whether something in it breaks the law for certain."""
        return self.is_early or self.over > 0

    def all_early(self, today: date) -> bool:
        """Whether every payment so far was for time before the first lawful day."""
        return self.first is None or (self.is_early and today < self.first)

    def each_too_much(self, today: date) -> int | None:
        """Kroner too much in each payment (§ 4-4); None where those before and after `first` differ."""
        if self.all_early(today):
            return excess_rent(self.new, self.old)
        return None if self.is_early else self.over


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one increase."""
    if answers["kind"] == "utilities":
        return Conclusion(
            (Part("utilities"),),
            (_POWER,),
            laws=("husleieloven § 4-5", "husleieloven § 3-4", "husleieloven § 3-1", "husleieloven § 3-7", _FEE),
            contacts=_ADVISERS,
        )
    old, new = _rents(answers)
    if new <= old:
        part = Part("not-more", {"rent": Decimal(old), "new_rent": Decimal(new)})
        return Conclusion((part,), (_INDEX,), laws=("husleieloven § 4-2",), contacts=_ADVISERS)
    return _market(answers, facts.today) if answers["kind"] == "market" else _index(answers, facts.today)


def _rents(answers: Answers) -> tuple[int, int]:
    """Whole kroner; øre are rounded so that no increase looks larger than it is."""
    return math.ceil(answers["rent"]), math.floor(answers["new_rent"])


def _day(answers: Answers, question: str) -> date | None:
    """A date that was given, None where it is not known or not asked for."""
    given = answers.get(question)
    return None if given in (None, UNKNOWN) else date.fromisoformat(str(given))


def _rise(answers: Answers, first: date | None, highest: int | None = None) -> _Rise:
    starts = date.fromisoformat(answers["starts_on"])
    return _Rise(*_rents(answers), int(answers["paid"]), starts, first, highest)


# By the consumer price index (§ 4-2).


def _index(answers: Answers, today: date) -> Conclusion:
    since, noticed = _day(answers, "since"), _day(answers, "noticed_on")
    rise = _rise(answers, None if noticed is None else _index_first(since, noticed), _highest(answers))
    verdict = _verdict(rise, since)
    timing = _spoken(since, today) if noticed is None else _timing(rise, since, noticed)
    is_other = answers["kind"] != "index"
    parts = (
        *((Part("other"),) if is_other else ()),
        Part(verdict),
        *timing,
        *_amount(answers, rise),
        *_claims(rise, today),
        Part(_STEPS[verdict], {"starts": rise.starts}),
        Part("exceptions"),
    )
    return Conclusion(
        parts,
        (_INDEX,) if verdict == "lawful" else (_INDEX, _DISPUTED),
        laws=(
            "husleieloven § 4-2",
            *(("husleieloven § 1-2",) if is_other else ()),
            *_more_laws(rise, verdict),
            _EXEMPT,
        ),
        contacts=_ADVISERS,
        letters=() if verdict == "lawful" else (_letter(rise, noticed, today),),
        dates=_dates(rise, since, today),
        guides=_ONWARD[verdict],
    )


_STEPS = {"unlawful": "steps-object", "lawful": "steps-pay", "unsure": "steps-check"}
_ONWARD = {
    "unlawful": ("landlord-notice",),
    "lawful": ("housing-allowance",),
    "unsure": (),
    "market-open": ("landlord-notice",),
}


def _index_first(since: date | None, noticed: date) -> date:
    """§ 4-2 b and c; the month alone where it is not known since when the old rent applied."""
    return months_after(noticed, 1) if since is None else index_rent_from(since, noticed)


def _highest(answers: Answers) -> int | None:
    """§ 4-2 a: the most the rent may be; None without the figures, or with ones that have fallen.

    Figures that fall are more often read in two tables with different base years than right: nothing rests on them.
    """
    if answers["figures"] != "have" or _has_fallen(answers):
        return None
    old, _ = _rents(answers)
    old_index, new_index = (Decimal(str(answers[key])) for key in ("old_index", "new_index"))
    return highest_index_rent(old, old_index=old_index, new_index=new_index)


def _has_fallen(answers: Answers) -> bool:
    return answers["figures"] == "have" and bool(answers["new_index"] < answers["old_index"])


def _verdict(rise: _Rise, since: date | None) -> str:
    if rise.is_unlawful:
        return "unlawful"
    return "unsure" if since is None or rise.highest is None else "lawful"


def _spoken(since: date | None, today: date) -> Iterator[Part]:
    yield Part("spoken")
    if since:
        yield Part("spoken-date", {"earliest": index_rent_from(since, today)})


def _timing(rise: _Rise, since: date | None, noticed: date) -> Iterator[Part]:
    first = _index_first(since, noticed)
    if rise.is_early:
        yield Part("early", {"starts": rise.starts, "first": first})
    elif since:
        yield Part("in-time", {"starts": rise.starts, "first": first})
    if since is None:
        yield Part("reckoned-month", {"noticed": noticed, "first": first})
        return
    yield Part(
        "reckoned",
        {
            "noticed": noticed,
            "month": months_after(noticed, 1),
            "since": since,
            "year": years_after(since, 1),
            "first": first,
        },
    )


def _amount(answers: Answers, rise: _Rise) -> Iterator[Part]:
    if answers["figures"] != "have":
        yield Part("index-missing")
        return
    indices = {key: answers[key] for key in ("old_index", "new_index")}
    if rise.highest is None:
        yield Part("index-fallen", indices)
        return
    yield Part("highest", {"highest": Decimal(rise.highest), "rent": Decimal(rise.old), **indices})
    if rise.over:
        yield Part("over", {"new_rent": Decimal(rise.new), "over": Decimal(rise.over)})
    else:
        yield Part("within", {"new_rent": Decimal(rise.new)})


# To the market level (§ 4-3).


def _market(answers: Answers, today: date) -> Conclusion:
    claimed, since, started = (_day(answers, key) for key in ("noticed_on", "since", "started_on"))
    first = None if claimed is None or started is None else _market_first(claimed, started, since)
    rise = _rise(answers, first)
    # Without the last change the year of the second paragraph is open, and nothing is said to be in time.
    verdict = "unlawful" if rise.is_unlawful else "unsure" if since is None else "market-open"
    parts = (
        Part(verdict),
        *_market_timing(rise, claimed, started, since),
        Part("market-level"),
        *_claims(rise, today),
        Part("steps-object" if verdict == "unlawful" else "steps-market"),
        Part("exceptions"),
    )
    return Conclusion(
        parts,
        (_MARKET, _INDEX, _DISPUTED),
        laws=("husleieloven § 4-3", "husleieloven § 12-2", *_more_laws(rise, verdict), _EXEMPT),
        contacts=_ADVISERS,
        letters=(_letter(rise, claimed, today, started),),
        dates=_dates(rise, since, today),
        guides=_ONWARD[verdict],
    )


def _market_first(claimed: date, started: date, since: date | None) -> date | None:
    """§ 4-3 second paragraph; None for a claim before the two years and six months of the first."""
    if claimed < market_claim_from(started):
        return None
    return market_rent_from(claimed, unchanged_since=started, last_change=since)


def _market_timing(rise: _Rise, claimed: date | None, started: date | None, since: date | None) -> Iterator[Part]:
    if claimed is None or started is None:
        yield Part("spoken")
        yield Part("spoken-market")
    elif rise.first is None:
        possible = market_claim_from(started)
        earliest = market_rent_from(possible, unchanged_since=started, last_change=since)
        values = {"claimed": claimed, "started": started, "possible": possible, "earliest": earliest}
        yield Part("claim-too-early", values)
    else:
        if rise.is_early or since:
            yield Part("early" if rise.is_early else "in-time", {"starts": rise.starts, "first": rise.first})
        yield _market_reckoned(rise.first, claimed, since)


def _market_reckoned(first: date, claimed: date, since: date | None) -> Part:
    half = {"claimed": claimed, "half": months_after(claimed, 6)}
    if since is None:
        return Part("reckoned-half", half)
    return Part("reckoned-market", {**half, "since": since, "year": years_after(since, 1), "first": first})


# What goes along with both.


def _claims(rise: _Rise, today: date) -> Iterator[Part]:
    """§ 4-4: what was paid too much, as one sum where every payment was too high by the same."""
    each = rise.each_too_much(today)
    if not rise.paid or each == 0:
        return
    if each is not None:
        total = each * rise.paid
        yield Part("claim", {"paid": rise.paid, "each": Decimal(each), "total": Decimal(total)})
    elif rise.first:
        before = excess_rent(rise.new, rise.old)
        yield Part("claim-before", {"first": rise.first, "each": Decimal(before)})
        if rise.over:
            yield Part("claim-after", {"first": rise.first, "each": Decimal(rise.over)})
    yield Part("claim-terms")


def _more_laws(rise: _Rise, verdict: str) -> tuple[str, ...]:
    claim = ("husleieloven § 4-4",) if rise.paid and rise.is_unlawful else ()
    return (*claim, *(() if verdict == "lawful" else _OBJECTING))


def _letter(rise: _Rise, noticed: date | None, today: date, started: date | None = None) -> LetterOffer:
    values: dict[str, Value] = {"old_rent": rise.old, "new_rent": rise.new}
    if noticed is None:
        values["spoken"] = "1"
    else:
        values["received_on"] = noticed
        values.update(_faults_of_time(rise, started))
    if rise.over and rise.highest is not None:
        values["highest_rent"] = rise.highest
    each = rise.each_too_much(today)
    if each and rise.paid:
        values["claim"] = each * rise.paid
    return LetterOffer("rent-objection", values)


def _faults_of_time(rise: _Rise, started: date | None) -> dict[str, Value]:
    if rise.first is None and started:
        return {"claim_from": market_claim_from(started)}
    return {"first_day": rise.first} if rise.first and rise.is_early else {}


def _dates(rise: _Rise, since: date | None, today: date) -> tuple[tuple[str, date], ...]:
    """The first lawful day while it is to come; without the last change it may be later than reckoned."""
    return (("new_rent", rise.first),) if since and rise.first and rise.first >= today else ()
