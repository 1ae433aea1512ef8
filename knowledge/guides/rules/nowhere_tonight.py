"""Nowhere to sleep tonight: where to go now, what to say and show there, and what to do after a no.

The duty: sosialtjenesteloven § 27, towards everyone in the municipality (§§ 2 and 3), sound (§ 4), in acute need (§ 16),
with money to live on (§ 18). Who has less of it: forskrift om sosiale tjenester for personer uten fast bopel §§ 1 to 4.
A no: sosialtjenesteloven §§ 9, 41, 47 and 48, forvaltningsloven §§ 11, 24, 27, 29 and 32. Interpreter: tolkeloven § 6.
Violence: krisesenterlova §§ 2, 3 and 5. Children: barnevernsloven §§ 1-4, 4-1, 4-2, 5-1 and 15-3. Locked out by a landlord:
tvangsfullbyrdelsesloven § 13-11.
sosialtjenesteloven read 2026-07-28, the others 2026-04-13.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part
from knowledge.guides.guide import Answers

_TONIGHT, _TURNED_AWAY, _CHILD_WELFARE = "nowhere-to-sleep", "turned-away-at-the-desk", "child-welfare"
_LOCKED_OUT = "unlawful-lockout"
_LIMITS = tuple(
    f"forskrift om sosiale tjenester for personer uten fast bopel § {n}" for n in ("1", "1 a", "2", "3", "4")
)
_ONLY_NAMSFOGD = "tvangsfullbyrdelsesloven § 13-11"
_DUTY = (
    "sosialtjenesteloven § 27",
    "sosialtjenesteloven § 3",
    "sosialtjenesteloven § 4",
    "sosialtjenesteloven § 16",
    "sosialtjenesteloven § 18",
    "tolkeloven § 6",
)
_REFUSAL = (
    "sosialtjenesteloven § 41",
    "sosialtjenesteloven § 47",
    "sosialtjenesteloven § 48",
    "sosialtjenesteloven § 9",
    "forvaltningsloven § 27",
    "forvaltningsloven § 24",
    "forvaltningsloven § 29",
    "forvaltningsloven § 32",
    "forvaltningsloven § 11",
)


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one night."""
    if answers["who"] == "violence":
        return _violence()
    if answers["who"] == "minor":
        return _minor()
    return _adult(answers["who"] == "children", answers["open"], answers["refused"] == "yes")


def _adult(has_children: bool, nav_open: str, refused: bool) -> Conclusion:
    return Conclusion(
        tuple(Part(key) for key in _adult_parts(has_children, nav_open, refused)),
        (
            _TONIGHT,
            *((_TURNED_AWAY,) if refused else ()),
            *((_CHILD_WELFARE,) if has_children else ()),
            _LOCKED_OUT,
        ),
        laws=_laws(has_children, refused),
        contacts=_contacts(has_children, nav_open, refused),
        # Nothing is told of the day of the no: it may have been spoken today or have come by letter last week.
        letters=(LetterOffer("complaint", {"social": 1, "urgent": 1}),) if refused else (),
        guides=(*(("refusal",) if refused else ()), "eviction"),
    )


def _adult_parts(has_children: bool, nav_open: str, refused: bool) -> Iterator[str]:
    """Where to go and what to show come before the reasons: the person may read no further."""
    yield "danger"
    if nav_open != "no":
        yield "again" if refused else "open"
    if nav_open != "yes":
        yield "closed"
    yield "-".join(("card", *(("refused",) if refused else ()), *(("children",) if has_children else ())))
    if has_children:
        yield "children"
    if refused:
        yield "replies"
        yield "refused"
    else:
        yield "duty"
    yield "other-rules"
    yield "locked-out"


def _laws(has_children: bool, refused: bool) -> tuple[str, ...]:
    children = ("barnevernsloven § 15-3", "barnevernsloven § 5-1") if has_children else ()
    return (*_DUTY, *(_REFUSAL if refused else ()), *children, "sosialtjenesteloven § 2", *_LIMITS, _ONLY_NAMSFOGD)


def _contacts(has_children: bool, nav_open: str, refused: bool) -> tuple[str, ...]:
    return (
        *(("legevakt", "nav-office-finder") if nav_open == "no" else ("nav-office-finder", "nav", "legevakt")),
        *(("barnevernvakt",) if has_children else ()),
        *(("statsforvalteren", "jussbuss") if refused else ()),
        "police-emergency",
    )


def _violence() -> Conclusion:
    return Conclusion(
        (Part("violence"), Part("card-violence"), Part("violence-nav")),
        ("violence", "crisis-centre", _TONIGHT),
        laws=("krisesenterlova § 2", "krisesenterlova § 3", "krisesenterlova § 5", "sosialtjenesteloven § 27"),
        contacts=("police-emergency", "crisis-centre", "violence-line", "child-alarm", "nav-office-finder", "legevakt"),
    )


def _minor() -> Conclusion:
    return Conclusion(
        (Part("minor"), Part("card-minor"), Part("minor-consent")),
        ("child-in-danger", _CHILD_WELFARE),
        laws=(
            "barnevernsloven § 4-1",
            "barnevernsloven § 1-4",
            "barnevernsloven § 15-3",
            "barnevernsloven § 4-2",
        ),
        contacts=("police-emergency", "child-alarm", "barnevernvakt", "ung-rettshjelp"),
    )
