"""Startlån and municipal grants: likely within the target group, unlikely or cannot say, what to bring and where to apply.

Startlån: forskrift om lån fra Husbanken § 5-1 (aim), § 5-2 (a bank's no, which is never waived, and being able to pay),
§ 5-3 (uses) and § 5-4 (lasting trouble and saving, and the four cases where the municipality may look away from them);
trouble with paying one: § 8-8; a forced sale: tvangsfullbyrdelsesloven § 11-7. Grants: bustøttelova §§ 14 and 15. Help
for the disadvantaged: boligsosialloven §§ 6 and 7, sosialtjenesteloven §§ 17 and 18. A tenant who needs to adapt the
home: husleieloven § 5-4, helse- og omsorgstjenesteloven § 3-2. No answer and a no: forvaltningsloven §§ 11 a, 28 and 29.
Read 2026-07-28 and 2026-04-13.

Nobody has a right to any of it, so the best result is "likely".
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.guides.conclusion import Conclusion, Facts, Part
from knowledge.guides.guide import UNKNOWN, Answers

_STARTLAN, _BUYING, _ADAPTING = "startlan", "establishment-grant", "adaptation-grant"
_RENT_TO_OWN, _TROUBLE, _SUPPORT = "rent-to-own", "startlan-payment-problems", "financial-support"
_COMPLAINING = ("forvaltningsloven § 11 a", "forvaltningsloven § 29", "forvaltningsloven § 28")
_OTHER_WAYS = {"unlikely-pay": ("rent-to-own",), "unlikely-group": ("rent-to-own", "first-home")}  # to a first home


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one plan."""
    if answers["plan"] == "rent":
        return _rent()
    return _adapt() if answers["plan"] == "adapt" else _loan(answers)


def _loans(*sections: str) -> tuple[str, ...]:
    return tuple(f"forskrift om lån fra Husbanken § {section}" for section in sections)


def _rent() -> Conclusion:
    """Rent and deposit are none of the uses of § 5-3."""
    return Conclusion(
        (Part("rent"),),
        (_STARTLAN, _SUPPORT),
        laws=(*_loans("5-3"), "sosialtjenesteloven § 18"),
        contacts=("nav-office-finder", "nav", "municipality"),
        guides=("housing-allowance", "deposit"),
    )


def _adapt() -> Conclusion:
    """The grant of bustøttelova § 15, which asks for no bank's answer, and startlån for the rest."""
    return Conclusion(
        (Part("adapt"), Part("adapt-steps"), Part("answer")),
        (_ADAPTING, _STARTLAN),
        laws=("bustøttelova § 15", *_loans("5-2", "5-3"), "husleieloven § 5-4", "helse- og omsorgstjenesteloven § 3-2",
              *_COMPLAINING),
        contacts=("municipality", "hjelpemiddelsentral", "husbanken"),
        guides=("refusal",),
    )  # fmt: skip


def _loan(answers: Answers) -> Conclusion:
    plan, verdict = answers["plan"], _verdict(answers)
    is_unlikely = verdict[0].startswith("unlikely")
    return Conclusion(
        tuple(map(Part, (*verdict, *_grant(plan, verdict[0]), *_steps(plan, verdict[0]), "answer"))),
        tuple(_articles(plan, is_unlikely)),
        laws=(
            *_loans("5-2", "5-4", "5-3", "5-1"),
            *(_loans("8-8") if plan == "stay" else ()),
            "bustøttelova § 14",
            *(("boligsosialloven § 6",) if is_unlikely else ()),
            *(("sosialtjenesteloven § 17", "tvangsfullbyrdelsesloven § 11-7") if plan == "stay" else ()),
            *_COMPLAINING,
        ),
        contacts=("municipality", "husbanken", *(("nav-debt-line",) if plan == "stay" or is_unlikely else ())),
        guides=("refusal", *(("housing-allowance",) if plan == "stay" or is_unlikely else ())),
    )


def _verdict(answers: Answers) -> tuple[str, ...]:
    """The part that comes first, with why or with what is missing (§§ 5-2 and 5-4)."""
    if answers["bank"] == "enough":
        return ("unlikely-bank",)
    if answers["pay"] == "no":
        return ("unlikely-pay",)
    group = _target_group(answers)
    if group.startswith("outside"):
        return ("unlikely-group", group)
    missing = tuple(_missing(answers, group))
    return ("unsure" if missing else "likely", *missing, *(() if group == "missing-group" else (group,)))


def _target_group(answers: Answers) -> str:
    """In which way the person is within § 5-4 or outside it, as a part; `missing-group` where that is not known."""
    if answers["plan"] == "stay":
        return "within-stay"
    if answers["situation"] != "no":
        return f"within-{answers['situation']}"
    if answers["lasting"] == "no":
        return "outside-lasting"
    if answers["saved"] == "no":
        return "outside-saved"
    return "missing-group" if UNKNOWN in (answers["lasting"], answers["saved"]) else "within-lasting"


def _missing(answers: Answers, group: str) -> Iterator[str]:
    if answers["bank"] == "not-asked":
        yield "missing-bank"
    if answers["pay"] == UNKNOWN:
        yield "missing-pay"
    if group == "missing-group":
        yield group


def _grant(plan: str, verdict: str) -> Iterator[str]:
    """The grant of bustøttelova § 14; none is spoken of where a bank already lends enough."""
    if verdict != "unlikely-bank":
        yield f"grant-{plan}"


def _steps(plan: str, verdict: str) -> Iterator[str]:
    is_unlikely = verdict.startswith("unlikely")
    if is_unlikely:
        yield "help"
    if plan == "buy":
        yield from _OTHER_WAYS.get(verdict, ())
    yield "steps-doubt" if is_unlikely else "steps"
    if plan == "buy":
        yield "bid"
    if plan == "stay":
        yield "debt"


def _articles(plan: str, is_unlikely: bool) -> Iterator[str]:
    yield _STARTLAN
    yield _BUYING
    if plan == "stay":
        yield _TROUBLE
    elif is_unlikely and plan == "buy":
        yield _RENT_TO_OWN
