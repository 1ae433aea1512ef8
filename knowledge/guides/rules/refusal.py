"""Nav or the municipality said no: who decides the complaint, until when, and what to do where there is no decision.

Who decides: sosialtjenesteloven §§ 47 and 48, boligsosialloven § 7, forvaltningsloven § 28 second paragraph (municipal
flat, startlån), forskrift 2012-10-31-1182 § 6 (bostøtte), folketrygdloven § 21-12; of what has no answer of its own:
pasient- og brukerrettighetsloven §§ 7-2 and 7-5, integreringsloven § 47, barnevernsloven § 12-9. Time: forvaltningsloven
§§ 29 to 31; changed without a complaint: § 35. How: §§ 11, 12, 18, 24, 27, 32, 33 and 36. Postponement: § 42. Bostøtte
meanwhile: forskrift om bustøtte § 9. A lawyer's advice: rettshjelploven § 11. No answer: §§ 2, 11 a and 23,
sosialtjenesteloven § 9, sivilombudsloven §§ 7 to 9. Urgent need: sosialtjenesteloven §§ 18 and 27. Read 2026-04-13 and
later, see the articles; folketrygdloven, sivilombudsloven and the regulations through the fact sheets of 2026-11-23.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part, Value
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.complaints import Complaint, complaint_deadline, late_complaint_limit

_NAV, _DESK, _WAITING = "nav-complaint", "turned-away-at-the-desk", "case-processing-time"
_HOUSING_HELP, _COUNTY, _TONIGHT = "housing-help", "statsforvalteren", "nowhere-to-sleep"
_TONIGHT_CONTACTS = ("nav-office-finder", "legevakt")  # Nav first, and who knows the municipality's duty phone


def _fvl(*sections: str) -> tuple[str, ...]:
    return tuple(f"forvaltningsloven § {section}" for section in sections)


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is known of one kind of decision; its laws are cited by its articles."""

    complaint: Complaint
    articles: tuple[str, ...]
    laws: tuple[str, ...]
    contacts: tuple[str, ...]
    guides: tuple[str, ...] = ()


_FROM_MUNICIPALITY = (*_fvl("28", "29", "32", "33", "24", "11", "12"), "sivilombudsloven § 9")
_KINDS = {
    "social": _Kind(
        Complaint.NAV,
        (_NAV,),
        ("sosialtjenesteloven § 47", *_fvl("29", "30", "32", "33", "24", "27", "11", "12", "18", "28", "36"),
         "sivilombudsloven § 9"),
        ("nav-office-finder", "statsforvalteren", "jussbuss"),
    ),
    "flat": _Kind(
        Complaint.MUNICIPAL_FLAT,
        ("municipal-housing-application", _HOUSING_HELP, _COUNTY),
        (*_FROM_MUNICIPALITY, "forvaltningsloven § 27", "boligsosialloven § 6", "boligsosialloven § 7"),
        ("municipality", "jussbuss", "sivilombudet"),
    ),
    "help": _Kind(
        Complaint.HOUSING_HELP,
        (_HOUSING_HELP, _COUNTY),
        ("boligsosialloven § 7", "boligsosialloven § 6", *_FROM_MUNICIPALITY),
        ("municipality", "statsforvalteren", "jussbuss"),
    ),
    "bostotte": _Kind(
        Complaint.BOSTOTTE,
        ("bostotte-complaint",),
        ("forskrift 2012-10-31-1182 § 6", *_fvl("29", "30", "32", "24", "11", "12", "18", "36"),
         "forskrift om bustøtte § 9", "sivilombudsloven § 9"),
        ("municipality", "husbanken", "jussbuss"),
        ("housing-allowance",),
    ),
    "startlan": _Kind(
        Complaint.STARTLAN,
        ("startlan", _HOUSING_HELP, _COUNTY),
        _FROM_MUNICIPALITY,
        ("municipality", "jussbuss", "sivilombudet"),
        ("loans-and-grants",),
    ),
    "state": _Kind(
        Complaint.NAV_STATE,
        (_NAV, "free-legal-aid"),
        ("folketrygdloven § 21-12", *_fvl("18", "27"), "rettshjelploven § 11"),
        ("nav", "jussbuss"),
    ),
    UNKNOWN: _Kind(
        Complaint.NAV,  # three weeks, the shortest time that Nav and the municipality give
        (_NAV, _COUNTY),
        (*_fvl("29", "30", "27", "32", "28", "24", "11", "12", "18", "36"), "sosialtjenesteloven § 47",
         "boligsosialloven § 7", "folketrygdloven § 21-12", "pasient- og brukerrettighetsloven § 7-2",
         "pasient- og brukerrettighetsloven § 7-5", "integreringsloven § 47", "barnevernsloven § 12-9",
         "sivilombudsloven § 9"),
        ("nav", "municipality", "jussbuss"),
    ),
}  # fmt: skip


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one refusal, or for an application that nobody answers."""
    if answers["answer"] == "silence":
        return _silence(answers)
    kind, received = _KINDS[answers["what"]], date.fromisoformat(answers["received_on"])
    deadline = complaint_deadline(kind.complaint, received)
    is_urgent, is_over = answers["stake"] == "urgent", _is_over(answers["what"], received, facts.today)
    return Conclusion(
        (*((Part("urgent"),) if is_urgent else ()), *_parts(answers, received, facts.today)),
        (*kind.articles, *_more_articles(answers)),
        laws=_laws_of_the_past(answers) if is_over else _laws(answers, late=facts.today > deadline),
        contacts=_contacts(answers),
        letters=() if is_over else (LetterOffer("complaint", _known(answers, received)),),
        dates=(("complain_by", deadline),) if facts.today <= deadline else (),
        guides=(*(("nowhere-tonight",) if is_urgent else ()), *kind.guides),
    )


def _parts(answers: Answers, received: date, today: date) -> Iterator[Part]:
    """The day first, then to whom, then how."""
    what, stake = answers["what"], answers["stake"]
    deadline = complaint_deadline(_KINDS[what].complaint, received)
    is_spoken = answers["answer"] == "spoken"
    if _is_over(what, received, today):
        yield Part("too-late-spoken" if is_spoken else "too-late", {"received": received})
        return
    yield _time(what, received, today)
    if today > deadline:
        yield Part("late-not-told")
    if today == deadline:
        yield Part("today")
    if is_spoken:
        yield Part("spoken")
    yield Part(what)
    yield from _meanwhile(what, stake)
    yield Part("steps-state" if what == "state" else "steps")
    if what != "state":
        if today <= deadline:
            yield Part("reasons-flat", {"deadline": deadline}) if what == "flat" else Part("reasons")
        yield Part("after")


def _time(what: str, received: date, today: date) -> Part:
    """The last day and how it is reckoned, or what is left when it has passed."""
    if what == UNKNOWN:
        return _time_unsure(received, today)
    deadline = complaint_deadline(_KINDS[what].complaint, received)
    values = {"received": received, "deadline": deadline}
    if what == "state":
        return Part("deadline-six" if today <= deadline else "late-six", values)
    return Part("deadline" if today <= deadline else "late", values)


def _time_unsure(received: date, today: date) -> Part:
    """Three weeks to be safe, six where the letter names folketrygdloven."""
    three, six = complaint_deadline(Complaint.NAV, received), complaint_deadline(Complaint.NAV_STATE, received)
    values = {"received": received, "deadline": three, "six": six}
    if today <= three:
        return Part("deadline-unsure", values)
    return Part("late-unsure" if today <= six else "late-both", values)


def _is_over(what: str, received: date, today: date) -> bool:
    """Whether forvaltningsloven § 31 shuts out even a late complaint: a decision is never made after it arrives."""
    return what not in ("state", UNKNOWN) and today > late_complaint_limit(received)


def _meanwhile(what: str, stake: str) -> Iterator[Part]:
    if stake == "stops":
        yield Part("stops")
    if stake == "urgent" and what == "social":
        yield Part("urgent-social")


def _more_articles(answers: Answers) -> tuple[str, ...]:
    return (
        *((_DESK,) if answers["answer"] == "spoken" else ()),
        *((_TONIGHT,) if answers["stake"] == "urgent" else ()),
    )


def _laws(answers: Answers, *, late: bool) -> tuple[str, ...]:
    what = answers["what"]
    return (
        *_KINDS[what].laws,
        *(_fvl("31") if late and what != "state" else ()),
        *(_fvl("23", "27") if answers["answer"] == "spoken" else ()),
        *(_fvl("42") if answers["stake"] == "stops" else ()),
        *(("sosialtjenesteloven § 48",) if answers["stake"] == "urgent" and what == "social" else ()),
        *_urgent_laws(answers["stake"]),
    )


def _laws_of_the_past(answers: Answers) -> tuple[str, ...]:
    spoken = ("23", "27") if answers["answer"] == "spoken" else ()
    return (*_fvl("31", *spoken), *_urgent_laws(answers["stake"]))


def _contacts(answers: Answers) -> tuple[str, ...]:
    first = _TONIGHT_CONTACTS if answers["stake"] == "urgent" else ()
    return tuple(dict.fromkeys((*first, *_KINDS[answers["what"]].contacts)))


def _urgent_laws(stake: str) -> tuple[str, ...]:
    return ("sosialtjenesteloven § 27", "sosialtjenesteloven § 18") if stake == "urgent" else ()


def _known(answers: Answers, received: date) -> dict[str, Value]:
    """What the answers already tell the letter; the kind of decision is a flag of the same name."""
    flags = {answers["what"]: answers["what"] != UNKNOWN, "spoken": answers["answer"] == "spoken",
             "urgent": answers["stake"] == "urgent", "postpone": answers["stake"] == "stops"}  # fmt: skip
    return {"received_on": received, **{name: 1 for name, given in flags.items() if given}}


def _silence(answers: Answers) -> Conclusion:
    """No answer yet: how to get one in writing."""
    what, stake = answers["what"], answers["stake"]
    is_social = what == "social"
    watch = ("sosialtjenesteloven § 9",) if is_social else ("sivilombudsloven § 7", "sivilombudsloven § 8")
    keys = (
        *(("urgent",) if stake == "urgent" else ()),
        "silence",
        *(("stops-silence",) if stake == "stops" else ()),
        "silence-social" if is_social else "silence-other",
    )
    return Conclusion(
        tuple(map(Part, keys)),
        (_WAITING, _DESK, *((_TONIGHT,) if stake == "urgent" else ())),
        laws=(*_fvl("11 a", "23", "27", "2"), *watch, *_urgent_laws(stake)),
        contacts=tuple(dict.fromkeys((*_contacts(answers), *(() if is_social else ("sivilombudet",))))),
        guides=("nowhere-tonight",) if stake == "urgent" else (),
    )
