"""Deposit and guarantee: is it too much, is it in the right place, and how does it come back?

Highest sum: husleieloven §§ 3-5 and 3-6, for a student welfare organisation's joint account forskrift 2009-06-02-628
§ 1. Own account in the tenant's name, and the five weeks at the bank: § 3-5. No agreement on less: § 1-2. Paid against
the law: § 3-7. Interest in student housing: § 11-2; loans to public landlords: § 11-1. Claims after moving out: §§ 10-2
and 10-3. A case at the tribunal: § 12-5, forskrift om Husleietvistutvalget §§ 14 and 18. Read 2026-07-28 and 2026-06-25.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.deposit import (
    HIGHEST_MONTHS,
    STUDENT_MONTHS,
    bank_deadline,
    excess_security,
    highest_security,
)

_ADVISERS = ("husleietvistutvalget", "leieboerforeningen", "jussbuss")
_DEPOSIT, _RETURN, _GUARANTEE, _CLAIMS = "deposit", "deposit-return", "guarantee", "claims-after-move-out"
_PLACE, _TOGETHER, _UNLAWFUL, _TRIBUNAL = (
    "husleieloven § 3-5",
    "husleieloven § 3-6",
    "husleieloven § 3-7",
    "husleieloven § 12-5",
)
_CASE = "forskrift om Husleietvistutvalget § 14"  # an HTU case breaks the time limit for suing, and limitation
_FEE = "forskrift om Husleietvistutvalget § 18"  # to be paid before the case is taken up
_AFTERWARDS = ("husleieloven § 10-2", "husleieloven § 10-3")


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one deposit or guarantee."""
    if answers["stage"] != "ended":
        return _lease(answers)
    if answers["where"] == "account":
        return _at_the_bank(answers, facts.today)
    return _afterwards(answers)


@dataclass(frozen=True, slots=True)
class _Security:
    """What was asked for or given, in whole kroner, and the most that may be agreed."""

    rent: int
    deposit: int
    guarantee: int
    months: int

    @classmethod
    def of(cls, answers: Answers) -> _Security:
        """Øre are read in the landlord's favour, so that nobody claims back too much."""
        return cls(
            rent=ceil(answers["rent"]),
            deposit=int(answers.get("deposit", 0)),
            guarantee=int(answers.get("guarantee", 0)),
            months=STUDENT_MONTHS if answers["where"] == "student" else HIGHEST_MONTHS,
        )

    @property
    def excess(self) -> int:
        """Kroner above the highest sum (§§ 3-5 and 3-6)."""
        return excess_security(self.rent, deposit=self.deposit, guarantee=self.guarantee, months=self.months)

    @property
    def values(self) -> dict[str, Decimal]:
        """The reckoning, to be shown."""
        return {
            "rent": Decimal(self.rent),
            "highest": Decimal(highest_security(self.rent, months=self.months)),
            "security": Decimal(self.deposit + self.guarantee),
            "excess": Decimal(self.excess),
        }


def _lease(answers: Answers) -> Conclusion:
    """Before and during the lease: place and sum (§§ 3-5 to 3-7)."""
    security, where = _Security.of(answers), answers["where"]
    is_before = answers["stage"] == "before"
    claims = not is_before and (where == "landlord" or security.excess > 0)
    parts = [
        Part(_place_part(answers["stage"], where), {"deposit": Decimal(security.deposit)}),
        Part(_sum_part(security, where, is_before), security.values),
        *((Part("consent"),) if claims and where == "account" else ()),
        *((Part("interest"),) if claims and security.deposit else ()),
        Part(_steps(where, is_before=is_before, claims=claims)),
    ]
    has_guarantee = security.guarantee > 0 or where == "guarantee"
    return Conclusion(
        tuple(parts),
        (_GUARANTEE, _DEPOSIT) if where == "guarantee" else (_DEPOSIT, *((_GUARANTEE,) if has_guarantee else ())),
        laws=_laws(where, claims=claims),
        contacts=("husleietvistutvalget", "leieboerforeningen", "nav") if is_before else _ADVISERS,
        letters=() if is_before else tuple(_letters(where, security)),
    )


def _place_part(stage: str, where: str) -> str:
    if stage == "before":
        return f"before-{'account' if where == UNKNOWN else where}"
    return f"renting-{where}"


def _steps(where: str, *, is_before: bool, claims: bool) -> str:
    if is_before:
        return "steps-before"
    if claims:
        return "steps-claim"
    return "steps-unknown" if where == UNKNOWN else "steps-good"


def _sum_part(security: _Security, where: str, is_before: bool) -> str:
    kind = "student" if security.months == STUDENT_MONTHS else "sum"
    if security.excess == 0:
        return f"{kind}-fine"
    if is_before:
        return f"{kind}-over-before"
    if security.guarantee:
        return "sum-over-guarantee"
    # The whole deposit is claimed already: the excess is no second claim.
    return "sum-over-landlord" if where == "landlord" else f"{kind}-over"


def _letters(where: str, security: _Security) -> Iterator[LetterOffer]:
    is_with_landlord = where == "landlord"
    if is_with_landlord:
        # An account may not take more than the limit either: then only repayment is offered.
        instead = {} if security.excess else {"account_instead": 1}
        yield LetterOffer("deposit-account", {"paid": Decimal(security.deposit), **instead})
    if security.excess and security.months == HIGHEST_MONTHS and (security.guarantee or not is_with_landlord):
        ticked = (("on_account", where == "account"), ("has_guarantee", security.guarantee > 0))
        yield LetterOffer("deposit-excess", {**security.values, **{name: 1 for name, holds in ticked if holds}})


def _laws(where: str, *, claims: bool) -> tuple[str, ...]:
    more = {
        "landlord": ("husleieloven § 1-2", "husleieloven § 11-1"),
        "account": ("husleieloven § 11-2",),
        UNKNOWN: (_UNLAWFUL,),
    }.get(where, ())
    return tuple(dict.fromkeys((_PLACE, _TOGETHER, *((_UNLAWFUL, _TRIBUNAL) if claims else ()), *more)))


def _afterwards(answers: Answers) -> Conclusion:
    """The lease has ended and there is no account in the tenant's name, or nobody knows (§§ 3-5 to 3-7)."""
    where = answers["where"]
    is_unlawful = where == "landlord"
    paid = Decimal(int(answers.get("paid", 0)))
    interest = (Part("interest"),) if is_unlawful else ()
    parts = (Part(f"ended-{where}", {"paid": paid}), *interest, Part("wear"), Part(f"steps-ended-{where}"))
    own = {
        "landlord": (_PLACE, _UNLAWFUL, "husleieloven § 11-1", _CASE),
        "guarantee": (_TOGETHER,),
        UNKNOWN: (_PLACE, _UNLAWFUL),
    }.get(where, (_PLACE,))
    return Conclusion(
        parts,
        (_GUARANTEE if where == "guarantee" else _RETURN, *((_DEPOSIT,) if is_unlawful else ()), _CLAIMS),
        laws=(*own, *_AFTERWARDS, _TRIBUNAL),
        contacts=("husleietvistutvalget", "nav", "jussbuss") if where == "guarantee" else _ADVISERS,
        letters=(LetterOffer("deposit-account", {"paid": paid}),) if is_unlawful else (),
    )


def _at_the_bank(answers: Answers, today: date) -> Conclusion:
    """The lease has ended and the money is in the tenant's account: the ways out of it (§ 3-5 fourth to sixth paragraph)."""
    bank, warned = answers["bank"], answers.get("warned_on", UNKNOWN)
    sent = None if warned == UNKNOWN else date.fromisoformat(warned)
    stage = _bank_stage(bank, sent, today)
    # Before the bank has sent its warning, today shows when the five weeks would end at the earliest.
    reckoned = {"sent": sent or today, "deadline": bank_deadline(sent or today)}
    is_claimed = bank == "claimed"
    parts = [Part(stage, reckoned)]
    if is_claimed and sent and today == bank_deadline(sent):
        parts.append(Part("claimed-today"))
    parts.append(Part("steps-claimed" if is_claimed and stage != "claimed-over" else f"steps-{stage}", reckoned))
    if not is_claimed:
        parts += [Part("cleaning"), Part("wear")]
    return Conclusion(
        tuple(parts),
        (_RETURN, _CLAIMS),
        laws=(_PLACE, *((_CASE, _FEE) if is_claimed else _AFTERWARDS), _TRIBUNAL),
        contacts=_ADVISERS,
        letters=tuple(_bank_letters(stage, reckoned)),
        dates=(("case_by" if is_claimed else "bank_by", reckoned["deadline"]),) if stage.endswith("-runs") else (),
    )


def _bank_stage(bank: str, sent: date | None, today: date) -> str:
    """Where the procedure of § 3-5 stands, as the key of its part."""
    if bank == "not-asked":
        return "bank-first"
    if sent is None:
        return f"{bank}-day-unknown"
    return f"{bank}-{'over' if today > bank_deadline(sent) else 'runs'}"


def _bank_letters(stage: str, reckoned: dict[str, date]) -> Iterator[LetterOffer]:
    if stage in ("bank-first", "asked-day-unknown"):
        yield LetterOffer("deposit-bank")
    if stage == "asked-over":
        yield LetterOffer("deposit-bank", {"warned_on": reckoned["sent"], "bank_by": reckoned["deadline"]})
