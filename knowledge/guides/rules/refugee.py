"""Settlement and moving for refugees: what an agreement gives, what is lost without one, and whom to ask before moving.

Introduction programme: integreringsloven §§ 3, 8, 9, 12 and 48; benefit: §§ 19 and 20; Norwegian: §§ 26, 30 and 37 d; no
complaint over the municipality given: § 46, but over the programme: § 47. Help with housing: boligsosialloven §§ 2, 3, 6 and 7. Help from Nav:
sosialtjenesteloven §§ 3 and 47, forskrift om sosiale tjenester for personer uten fast bopel §§ 2 and 3. Reporting the move:
folkeregisterloven § 6-1. Bostøtte: bustøttelova § 2. Complaint: forvaltningsloven § 29. Tenancy: husleieloven §§ 1-1 and
3-5. Violence: krisesenterlova § 2. Interpreter: tolkeloven § 6. Permits: utlendingsloven §§ 34 and 95. That the grant
usually lasts five years, and the order of self-settlement, are practice of IMDi (read 2026-11-23).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from knowledge.guides.conclusion import Conclusion, Facts, Part
from knowledge.guides.guide import UNKNOWN, Answers

_BENEFIT = "introduction-benefit-month"
_MOVING, _PROGRAMME, _NORWEGIAN, _SELF = (
    "moving-municipality", "introduction-programme", "norwegian-training", "self-settlement"
)  # fmt: skip
_COLLECTIVE, _REFUGEES = "ukrainians-collective-protection", "refugees"
_NO_AGREEMENT_NEEDED = ("family", "own")  # integreringsloven § 8 second paragraph with § 9 f and g


def _int(*sections: str) -> tuple[str, ...]:
    return tuple(f"integreringsloven § {section}" for section in sections)


def _nav(section: str) -> str:
    return f"forskrift om sosiale tjenester for personer uten fast bopel § {section}"


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one person."""
    permit = answers["permit"]
    if permit == "waiting":
        return _waiting()
    if answers["where"] == "settled":
        return _settled(answers)
    if permit in _NO_AGREEMENT_NEEDED:
        return _without_imdi(permit, facts)
    return _unsettled(answers, facts)


def _waiting() -> Conclusion:
    """No permit yet: utlendingsloven § 95, and what is left of the two acts (§ 2 of each)."""
    return Conclusion(
        (Part("waiting"),),
        ("waiting-in-reception", "settlement"),
        laws=("utlendingsloven § 95", _nav("2"), "boligsosialloven § 2"),
        contacts=("udi", "noas"),
        guides=("nowhere-tonight",),
    )


# A permit, but not settled by agreement.


def _unsettled(answers: Answers, facts: Facts) -> Conclusion:
    permit, plan = answers["permit"], answers["plan"]
    first = "settlement" if plan == "wait" else _SELF
    return Conclusion(
        (
            *map(Part, _first_steps(answers)),
            Part("with-agreement"),
            _benefit(facts),
            Part("without-agreement"),
            Part(_norwegian(permit)),
            *map(Part, _collective(permit)),
            Part("interpreter"),
        ),
        (
            first,
            *(("settlement",) if first != "settlement" else ()),
            _PROGRAMME,
            _NORWEGIAN,
            *((_REFUGEES,) if plan == "signed" else ()),
            *_permit_article(permit),
        ),
        laws=(
            *_int("8", "9", "12", "19", "20", "26"),
            "boligsosialloven § 3",
            _nav("2"),
            *_plan_laws(answers),
            *_permit_laws(permit),
            "tolkeloven § 6",
        ),
        contacts=(
            "imdi",
            "municipality",
            *(("nav-office-finder", "jussbuss") if plan == "signed" else ()),
            *_permit_contacts(permit),
        ),
        guides=(*(("nowhere-tonight", "refusal") if plan == "signed" else ()), "which-office"),
    )


def _plan_laws(answers: Answers) -> tuple[str, ...]:
    if answers["plan"] == "signed":
        return "forvaltningsloven § 29", "sosialtjenesteloven § 47", "boligsosialloven § 7", *_int("47")
    if answers["plan"] == "wait" or answers["offer"] == "yes":
        return _int("46")
    return "husleieloven § 3-5", "folkeregisterloven § 6-1"


def _first_steps(answers: Answers) -> tuple[str, ...]:
    """What to do now, before what an agreement means."""
    plan = answers["plan"]
    if plan == "wait":
        return (f"wait-{answers['where']}", "offer-rules")
    if plan == "signed":
        return ("signed", "signed-nav", "complain")
    if answers["offer"] == "yes":
        return ("self-late",)
    return (*(("self-check",) if answers["offer"] == UNKNOWN else ()), "self", "self-letter")


def _benefit(facts: Facts) -> Part:
    """§ 20; no amount when the figure has run out."""
    figure = facts.figures[_BENEFIT]
    if not figure.is_current(facts.today):
        return Part("benefit-old")
    return Part("benefit", {"month": Decimal(str(figure.on(facts.today).value))})


def _norwegian(permit: str) -> str:
    """§ 26 second paragraph: with collective protection the right begins only with settlement by agreement."""
    return {"collective": "norwegian-collective", UNKNOWN: "norwegian-unknown"}.get(permit, "norwegian")


def _collective(permit: str) -> tuple[str, ...]:
    return ("collective",) if permit == "collective" else ()


def _permit_article(permit: str) -> tuple[str, ...]:
    return (_COLLECTIVE,) if permit == "collective" else ()


def _permit_contacts(permit: str) -> tuple[str, ...]:
    return ("udi", "noas") if permit == "collective" else ()


def _permit_laws(permit: str) -> tuple[str, ...]:
    """The sections on Norwegian training, and those that hold for collective protection alone."""
    return (*_int("37 d"), "utlendingsloven § 34") if permit == "collective" else _int("30")


def _without_imdi(permit: str, facts: Facts) -> Conclusion:
    """Family of refugees, and permits of one's own: the programme without an agreement (§ 8 second paragraph)."""
    is_own = permit == "own"
    return Conclusion(
        (Part(permit), Part("claim-programme"), _benefit(facts), Part("norwegian"), Part("interpreter")),
        (
            _PROGRAMME,
            "crisis-centre" if is_own else "family-reunification-housing",
            _MOVING,
            _NORWEGIAN,
            _REFUGEES,
        ),
        laws=(
            *_int("8", "9", "12", "48", "19", "20", "26", "30"),
            "boligsosialloven § 3",
            _nav("3"),
            *(("krisesenterlova § 2",) if is_own else ("boligsosialloven § 6",)),
            "tolkeloven § 6",
        ),
        contacts=("municipality", "statsforvalteren", *(("violence-line", "crisis-centre") if is_own else ("noas",))),
        guides=("which-office",),
    )


# Settled by agreement.


def _settled(answers: Answers) -> Conclusion:
    if answers["move"] == "fleeing":
        return _fleeing()
    return _moved(answers) if answers["move"] == "moved" else _want(answers)


def _is_agreed(answers: Answers) -> bool:
    return bool(answers["agreed"] == "yes")


def _grant_is_over(answers: Answers) -> bool:
    return answers.get("grant") == "no"


def _want(answers: Answers) -> Conclusion:
    permit = answers["permit"]
    return Conclusion(
        tuple(map(Part, _want_parts(answers))),
        (_MOVING, _PROGRAMME, _NORWEGIAN, _REFUGEES, *_permit_article(permit)),
        laws=(
            "boligsosialloven § 3",
            *(("sosialtjenesteloven § 3",) if _grant_is_over(answers) else (_nav("3"),)),
            *(() if answers["programme"] == "none" else _int("8", "9", "3", "19")),
            *_int("30"),
            *(("folkeregisterloven § 6-1",) if _is_agreed(answers) else ()),
            "bustøttelova § 2",
            "husleieloven § 1-1",
            *((*_int("37 d"), "utlendingsloven § 34") if permit == "collective" else ()),
            "tolkeloven § 6",
        ),
        contacts=("municipality", "nav-office-finder", "imdi", "jussbuss", *_permit_contacts(permit)),
        guides=("housing-allowance", "which-office"),
    )


def _want_parts(answers: Answers) -> Iterator[str]:
    """What to do, what is lost, what is kept, and what to ask."""
    is_agreed, permit = _is_agreed(answers), answers["permit"]
    if is_agreed:
        yield "want-agreed"
    elif _grant_is_over(answers):
        yield "grant-over"
    else:
        yield "want"
        yield "move-letter"
        yield "lose"
    yield _programme(answers["programme"], permit, is_agreed=is_agreed)
    yield "keep"
    yield "norwegian-move-collective" if permit == "collective" else "norwegian-move"
    yield from _collective(permit)
    if not is_agreed:
        yield "ask"
    yield "interpreter"


def _programme(state: str, permit: str, *, is_agreed: bool) -> str:
    if state == "none":
        return "programme-none"
    if is_agreed and state == "in":
        return "programme-agreed"
    if permit in _NO_AGREEMENT_NEEDED:
        return "programme-no-agreement"
    return "programme-waiting-agreed" if is_agreed else f"programme-{state}"


def _moved(answers: Answers) -> Conclusion:
    if _is_agreed(answers):
        steps: tuple[str, ...] = ("moved-agreed",)
    elif _grant_is_over(answers):
        steps = ("moved-grant-over",)
    else:
        needs_agreement = answers["permit"] not in _NO_AGREEMENT_NEEDED
        steps = ("moved", "moved-programme" if needs_agreement else "programme-no-agreement")
    return Conclusion(
        tuple(map(Part, (*steps, "complain", "interpreter"))),
        (_MOVING, _REFUGEES, "responsible-municipality", _PROGRAMME),
        laws=(
            "boligsosialloven § 3",
            *(("sosialtjenesteloven § 3",) if _grant_is_over(answers) else (_nav("3"),)),
            *(_int("8", "9") if "moved" in steps else ()),
            "forvaltningsloven § 29",
            "sosialtjenesteloven § 47",
            "boligsosialloven § 7",
            *_int("47"),
            *(() if _grant_is_over(answers) else ("folkeregisterloven § 6-1",)),
            "tolkeloven § 6",
        ),
        contacts=("nav-office-finder", "municipality", "statsforvalteren", "jussbuss"),
        guides=(*(("nowhere-tonight",) if "moved" in steps else ()), "refusal", "which-office"),
    )


def _fleeing() -> Conclusion:
    return Conclusion(
        (Part("fleeing"), Part("fleeing-nav"), Part("interpreter")),
        (_MOVING, "crisis-centre", _REFUGEES),
        laws=("krisesenterlova § 2", _nav("3"), "boligsosialloven § 3", "tolkeloven § 6"),
        contacts=("police-emergency", "violence-line", "child-alarm", "crisis-centre", "nav-office-finder"),
        guides=("nowhere-tonight",),
    )
