"""Under 25: not safe or thrown out at home, renting before and after 18, and help from child welfare after 18.

Child welfare: barnevernsloven §§ 1-4, 3-1, 4-1, 4-2 and 15-3; aftercare: §§ 3-6, 12-9 and 15-10. Parents: barnelova
§§ 30, 31, 66 and 68. Signing before 18: vergemålsloven §§ 9 and 13 to 18. From 18: sosialtjenesteloven §§ 18, 20 a, 27
and 47, boligsosialloven §§ 6 and 7, husleieloven §§ 1-1, 1-4, 3-5, 3-7, 9-5 and 9-6, bustøttelova §§ 3 and 5. Violence:
krisesenterlova § 2. Complaint and answer: forvaltningsloven §§ 11 a, 29, 31 and 42. barnelova through the fact sheets
(read 2026-04-13).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part, Value
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.complaints import Complaint, complaint_deadline, late_complaint_limit

_HOME, _UNDER_18, _AFTERCARE, _YOUTH = "unwanted-at-parents", "under-18-renting", "aftercare", "youth-18-25"
_CHILD_WELFARE, _IN_DANGER, _COUNTY = "child-welfare", "child-in-danger", "statsforvalteren"
_CHILD_LAWS = ("barnevernsloven § 4-1", "barnevernsloven § 15-3", "barnevernsloven § 1-4", "barnevernsloven § 4-2")
_CHILD_CONTACTS = ("police-emergency", "child-alarm", "barnevernvakt", "ung-rettshjelp")
_COMPLAINING = ("barnevernsloven § 12-9", "forvaltningsloven § 29")
_SIGNING = ("vergemålsloven § 9", "vergemålsloven § 13")


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one young person."""
    is_minor, what = answers["age"] == "minor", answers["what"]
    if what == "care":
        return _care_minor() if is_minor else _care(answers, facts.today)
    if what == "rent":
        return _rent_minor(answers) if is_minor else _rent()
    if is_minor:
        return _home_minor(what, has_bed=answers.get("bed") == "yes")
    return _unsafe() if what == "unsafe" else _out(has_bed=answers["bed"] == "yes")


# At home.


def _home_minor(what: str, *, has_bed: bool) -> Conclusion:
    """Not safe, or out: child welfare first (barnevernsloven § 4-1)."""
    first = "unsafe-minor" if what == "unsafe" else "out-minor" if has_bed else "out-minor-tonight"
    is_calm = first == "out-minor"
    duty = ("barnelova § 30", "barnelova § 31", "barnelova § 66", *_SIGNING) if is_calm else ()
    return Conclusion(
        (Part(first), Part("child-welfare"), Part("consent"), *((Part("parents-duty"),) if is_calm else ())),
        (*((_HOME,) if is_calm else (_IN_DANGER,)), _CHILD_WELFARE, *((_UNDER_18,) if is_calm else (_HOME,))),
        laws=(*_CHILD_LAWS, *duty),
        contacts=_CHILD_CONTACTS,
        guides=("nowhere-tonight",) if first == "out-minor-tonight" else (),
    )


def _unsafe() -> Conclusion:
    return Conclusion(
        (Part("unsafe-adult"), Part("unsafe-adult-nav"), Part("aftercare-too")),
        ("violence", "crisis-centre", _HOME, _AFTERCARE),
        laws=("krisesenterlova § 2", "sosialtjenesteloven § 27", "barnevernsloven § 3-6"),
        contacts=("police-emergency", "violence-line", "crisis-centre", "nav-office-finder"),
        guides=("nowhere-tonight",),
    )


def _out(*, has_bed: bool) -> Conclusion:
    """Thrown out after 18: Nav tonight, the municipality for a home, money meanwhile."""
    return Conclusion(
        (
            *(() if has_bed else (Part("out-adult-tonight"),)),
            Part("out-adult"),
            Part("money-adult"),
            Part("aftercare-too"),
            Part("complain"),
        ),
        (_HOME, _YOUTH, _AFTERCARE),
        laws=(
            *(() if has_bed else ("sosialtjenesteloven § 27",)),
            "boligsosialloven § 6",
            "boligsosialloven § 7",
            "sosialtjenesteloven § 18",
            "sosialtjenesteloven § 20 a",
            "barnelova § 68",
            "husleieloven § 1-1",
            "husleieloven § 9-6",
            "barnevernsloven § 3-6",
            "forvaltningsloven § 29",
            "sosialtjenesteloven § 47",
        ),
        contacts=("nav-office-finder", "nav", *(() if has_bed else ("legevakt",)), "municipality", "ung-rettshjelp"),
        guides=(*(() if has_bed else ("nowhere-tonight",)), "refusal", "which-office"),
    )


# Renting.


def _rent_minor(answers: Answers) -> Conclusion:
    if answers["signed"] == "yes":
        return Conclusion(
            (Part("signed-alone"),),
            (_UNDER_18,),
            laws=(*_SIGNING, "vergemålsloven § 14", "vergemålsloven § 15"),
            contacts=("ung-rettshjelp", "statsforvalteren"),
        )
    parents = answers["parents"]
    return Conclusion(
        (
            Part("rent-minor"),
            Part(f"rent-{parents}"),
            *((Part("child-welfare"), Part("consent")) if parents == "none" else ()),
        ),
        (_UNDER_18, *((_CHILD_WELFARE,) if parents == "none" else ())),
        laws=(*_SIGNING, "vergemålsloven § 16", *_PARENTS_LAWS[parents]),
        contacts=_PARENTS_CONTACTS[parents],
    )


_PARENTS_LAWS = {
    "agree": ("vergemålsloven § 18", "husleieloven § 1-4", "husleieloven § 3-5", "bustøttelova § 3"),
    "against": ("barnelova § 30", "barnelova § 31", "vergemålsloven § 17", "vergemålsloven § 18"),
    "none": ("barnevernsloven § 3-1", *_CHILD_LAWS),
}
_PARENTS_CONTACTS = {
    "agree": ("ung-rettshjelp", "husleietvistutvalget"),
    "against": ("ung-rettshjelp", "statsforvalteren", "child-alarm"),
    "none": ("child-alarm", "barnevernvakt", "statsforvalteren", "ung-rettshjelp"),
}


def _rent() -> Conclusion:
    """From 18 one rents in one's own name (vergemålsloven § 9)."""
    return Conclusion(
        (Part("rent-adult"),),
        (_YOUTH,),
        laws=(
            "vergemålsloven § 9",
            *(f"husleieloven § {section}" for section in ("1-4", "3-5", "3-7", "9-5", "9-6")),
            "bustøttelova § 3",
            "bustøttelova § 5",
        ),
        contacts=("ung-rettshjelp", "nav-office-finder", "husleietvistutvalget", "jussbuss"),
        guides=("deposit", "housing-allowance", "landlord-notice"),
    )


# Help from child welfare after 18.


def _care_minor() -> Conclusion:
    return Conclusion(
        (Part("care-minor"), Part("care-right"), Part("care-home-minor")),
        (_AFTERCARE, _CHILD_WELFARE, _UNDER_18),
        laws=("barnevernsloven § 3-6", "barnevernsloven § 15-10", "barnevernsloven § 3-1", *_COMPLAINING, *_SIGNING),
        contacts=("municipality", "child-alarm", "ung-rettshjelp", "statsforvalteren"),
    )


def _care(answers: Answers, today: date) -> Conclusion:
    state, received = answers["help"], _received(answers)
    is_late = received is not None and today > complaint_deadline(Complaint.AFTERCARE, received)
    can_complain = state == "refused" and not (received and today > late_complaint_limit(received))
    return Conclusion(
        (
            *(_refused(received, today) if state == "refused" else (Part(f"care-{state}"),)),
            *((Part("care-complain"),) if can_complain else ()),
            Part("care-right"),
            Part("care-home"),
        ),
        (
            _AFTERCARE,
            _YOUTH,
            *(("housing-help",) if is_late else ()),
            *((_COUNTY,) if state == "now" or can_complain else ()),
        ),
        laws=(
            "barnevernsloven § 3-6",
            "barnevernsloven § 15-10",
            *(_COMPLAINING if state != "ended" else ("forvaltningsloven § 11 a",)),
            *(("forvaltningsloven § 31",) if is_late else ()),
            *(("forvaltningsloven § 42",) if state == "now" or can_complain else ()),
            "barnevernsloven § 3-1",
            "boligsosialloven § 6",
            "sosialtjenesteloven § 18",
            "sosialtjenesteloven § 27",
        ),
        contacts=("municipality", "ung-rettshjelp", "statsforvalteren", "nav"),
        letters=(LetterOffer("complaint", _known(received)),) if can_complain else (),
        dates=(("complain_by", complaint_deadline(Complaint.AFTERCARE, received)),) if received and not is_late else (),
        guides=("which-office",),
    )


def _received(answers: Answers) -> date | None:
    given = answers.get("received_on")
    return None if given in (None, UNKNOWN) else date.fromisoformat(str(given))


def _known(received: date | None) -> dict[str, Value]:
    return {} if received is None else {"received_on": received}


def _refused(received: date | None, today: date) -> Iterator[Part]:
    """The last day and how it is reckoned, or what is left when it has passed (forvaltningsloven §§ 29 to 31)."""
    if received is None:
        yield Part("care-unsure")
        return
    deadline = complaint_deadline(Complaint.AFTERCARE, received)
    values: dict[str, Value] = {"received": received, "deadline": deadline}
    if today > late_complaint_limit(received):
        yield Part("care-over", {"received": received})
    elif today > deadline:
        yield Part("care-late", values)
    else:
        yield Part("care-deadline", values)
        if today == deadline:
            yield Part("care-today")
