"""Something is wrong with the home: is it reported in time, what must the landlord do, and what can be claimed?

There at handover: husleieloven §§ 2-2, 2-6 and 2-8; come later: §§ 5-1, 5-3, 5-5, 5-7 and 5-8. Repair: § 2-10.
Lower rent: § 2-11. Cancelling: § 2-12. Compensation: § 2-13. Holding rent back: §§ 2-15 and 3-8. The municipality:
folkehelseloven §§ 7 a, 13 and 14. A roof for the night: sosialtjenesteloven § 27. Read 2026-07-28 and 2026-04-13.

No rate of rent reduction is in the Act, so none is reckoned. About two weeks is the rule of thumb of HTU for the
reasonable time of § 2-8 (deadlines.yaml, defect-complaint-two-weeks); it sorts cases and is never shown as a last day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part, Value
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.days import weeks_after
from knowledge.reckoning.rent import disputed_rent_deadline

_HEALTH = ("mould", "cold", "pests")
_RULE_OF_THUMB_WEEKS = 2
_MOULD, _LATER, _FIRST, _UPKEEP, _RENT, _DANGER = (
    "mould-and-damp",
    "defects-during-lease",
    "defects-at-takeover",
    "maintenance",
    "disputed-rent",
    "fire-or-acute-danger",
)


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one defect."""
    if answers["serious"] == "danger":
        return Conclusion(
            (Part("danger"), Part("danger-after")),
            (_DANGER, _LATER),
            laws=("husleieloven § 5-5", "husleieloven § 5-7", "sosialtjenesteloven § 27"),
            contacts=("fire", "ambulance", "husleietvistutvalget", "municipality"),
            letters=(LetterOffer("defect-complaint", {"urgent": 1}),),
            guides=("nowhere-tonight",),
        )
    return Conclusion(
        tuple(_parts(answers, facts.today)),
        tuple(_articles(answers)),
        laws=tuple(_laws(answers)),
        contacts=tuple(_contacts(answers)),
        letters=(LetterOffer("defect-complaint", _letter_values(answers)),),
        guides=tuple(_guides(answers)),
    )


def _is_mine(answers: Answers) -> bool:
    return str(answers.get("cause")) == "mine"


def _may_be_first(answers: Answers) -> bool:
    """Whether § 2-8 may apply: without knowing, the stricter rule is the safe one, but what the tenant did came later."""
    return str(answers["start"]) != "later" and not _is_mine(answers)


def _may_be_own_upkeep(answers: Answers) -> bool:
    """Whether it may be among the things that the tenant maintains (§ 5-3)."""
    return str(answers["what"]) == "broken" and str(answers["start"]) != "first"


def _parts(answers: Answers, today: date) -> Iterator[Part]:
    """What counts and what to do now first, the rest after."""
    is_mine = _is_mine(answers)
    if answers["serious"] == "unlivable":
        yield Part("unlivable")
    yield from _reported(answers, today)
    if _may_be_own_upkeep(answers):
        yield Part("upkeep")
    yield Part("repair-mine" if is_mine else "repair")
    if not is_mine:
        yield Part(_reduction(answers))
    yield Part("steps-told" if answers["told"] == "written" else "steps-write")
    yield Part("pay-mine") if is_mine else Part("pay", {"deadline": disputed_rent_deadline(today)})
    yield from _who_is_to_blame(answers)
    if answers["what"] in _HEALTH:
        yield Part("health")
    if not is_mine:
        yield Part("loss")
    if not is_mine and answers["serious"] != "small":
        yield Part("cancel")


def _reported(answers: Answers, today: date) -> Iterator[Part]:
    """§ 2-8 for what was there at handover, § 5-5 for what came later."""
    since, told = date.fromisoformat(answers["since"]), answers["told"]
    reported = None if told == "no" else date.fromisoformat(answers["told_on"])
    if reported:
        yield Part(f"told-{told}", {"told": reported})
    if not _may_be_first(answers):
        yield from () if reported else (Part("report-later"),)
        return
    if answers["start"] == UNKNOWN:
        yield Part("start-unknown")
    in_time = (reported or today) <= weeks_after(since, _RULE_OF_THUMB_WEEKS)
    values = {"since": since, "told": reported or today}
    yield Part(f"time-{'good' if in_time else 'late'}{'-told' if reported else ''}", values)


def _who_is_to_blame(answers: Answers) -> Iterator[Part]:
    if _may_be_first(answers):
        yield Part("known")
    if answers["what"] == "mould":
        yield Part("cause-mould")
    if answers.get("cause") == UNKNOWN:
        yield Part("cause-unknown")


def _reduction(answers: Answers) -> str:
    """§ 2-11; for what came later only if it is not trivial (§ 5-7)."""
    if answers["start"] == "first":
        return "reduction-first"
    return "reduction-small" if answers["serious"] == "small" else "reduction-later"


def _letter_values(answers: Answers) -> dict[str, Value]:
    values: dict[str, Value] = {"since": date.fromisoformat(answers["since"])}
    if answers["told"] != "no":
        values["told_on"] = date.fromisoformat(answers["told_on"])
    if not _is_mine(answers) and _reduction(answers) != "reduction-small":
        values["claim_reduction"] = 1
    return values


def _articles(answers: Answers) -> Iterator[str]:
    if answers["what"] in _HEALTH:
        yield _MOULD
    if answers["start"] != "first":
        yield _LATER
    if _may_be_first(answers):
        yield _FIRST
    if answers["what"] == "broken":
        yield _UPKEEP
    yield _RENT


def _laws(answers: Answers) -> Iterator[str]:
    if _may_be_first(answers):
        yield from ("husleieloven § 2-8", "husleieloven § 2-6")
    if answers["start"] != "first":
        yield from ("husleieloven § 5-5", "husleieloven § 5-7", "husleieloven § 5-8", "husleieloven § 5-3")
    yield "husleieloven § 2-10"
    if not _is_mine(answers):
        yield from ("husleieloven § 2-11", "husleieloven § 2-13", "husleieloven § 2-15", "husleieloven § 3-8")
        if answers["serious"] != "small":
            yield "husleieloven § 2-12"
    if answers["what"] in _HEALTH:
        yield from ("husleieloven § 2-2", "folkehelseloven § 7 a", "folkehelseloven § 13", "folkehelseloven § 14")
    if answers["what"] == "mould":
        yield "husleieloven § 5-1"


def _contacts(answers: Answers) -> Iterator[str]:
    if answers["serious"] == "unlivable":
        yield "nav"
    yield from ("husleietvistutvalget", "jussbuss", "leieboerforeningen")
    if answers["what"] in _HEALTH:
        yield "municipality"


def _guides(answers: Answers) -> Iterator[str]:
    if answers["serious"] == "unlivable":
        yield "nowhere-tonight"
    if answers["what"] in _HEALTH:
        yield "which-office"
