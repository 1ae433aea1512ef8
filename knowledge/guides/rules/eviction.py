"""Where in an eviction a person is, what comes next, until when, and what stops it.

Warning: tvangsfullbyrdelsesloven §§ 4-18 and 4-19. Grounds, and when paying stops it: § 13-2. Petition and answer: §§ 13-6
and 5-6. Decision, complaint and appeal: §§ 13-7, 5-16, 2-12 and 6-5. Postponement: § 5-11 and husleieloven § 12-5. The
day: §§ 13-11, 13-12, 5-8 and 5-10. Landlords' self-help: §§ 13-3 and 13-11, husleieloven §§ 1-1 and 5-1. A decision of HTU:
forskrift om Husleietvistutvalget § 15. Money and a roof: sosialtjenesteloven §§ 17, 18, 19 and 27, boligsosialloven § 6.
Costs: rettsgebyrloven §§ 14 and 15. Read 2026-07-28.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.days import days_after
from knowledge.reckoning.eviction import answer_deadline, belongings_deadline, first_petition_day, last_petition_day

Dates = tuple[tuple[str, date], ...]

_ENFORCERS = ("namsfogden", "nav-office-finder", "nav-debt-line", "jussbuss")
_ADVICE_ON_DEBT = ("nav-debt-line", "nav-office-finder", "husleietvistutvalget", "jussbuss")
_HELP_FROM_NAV = ("sosialtjenesteloven § 17", "sosialtjenesteloven § 19")
_BY_CLAUSE = ("rent", "term")  # grounds that rest on a clause of the contract: § 13-2 third paragraph a and b


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for the stage the person is at."""
    return _STAGES[answers["stage"]](answers, facts.today)


def _unsure(_answers: Answers, _today: date) -> Conclusion:
    return Conclusion((Part("unsure"),), ("enforcement-authority",), contacts=_ENFORCERS, guides=("letter",))


def _arrears(_answers: Answers, _today: date) -> Conclusion:
    return Conclusion(
        (Part("arrears"), Part("arrears-steps")),
        ("late-rent", "nav-help-against-eviction"),
        laws=(*_tvfl("4-18", "13-2"), *_HELP_FROM_NAV, "sosialtjenesteloven § 18", "husleieloven § 3-8"),
        contacts=_ADVICE_ON_DEBT,
        letters=(LetterOffer("payment-plan"), LetterOffer("nav-arrears")),
    )


def _notice(_answers: Answers, _today: date) -> Conclusion:
    return Conclusion(
        (Part("notice"),),
        ("protest-against-notice", "unlawful-lockout"),
        laws=("husleieloven § 9-8", "husleieloven § 9-9", *_tvfl("13-2", "13-3")),
        contacts=("husleietvistutvalget", "leieboerforeningen", "jussbuss"),
        guides=("landlord-notice",),
    )


def _lockout(_answers: Answers, _today: date) -> Conclusion:
    return Conclusion(
        (Part("lockout"), Part("lockout-steps")),
        ("unlawful-lockout",),
        laws=(
            *_tvfl("13-11", "13-3"),
            "husleieloven § 5-1",
            "husleieloven § 1-1",
            "husleieloven § 9-8",
            "sosialtjenesteloven § 27",
        ),
        contacts=("police-emergency", "police", "nav", "husleietvistutvalget"),
        guides=("nowhere-tonight",),
    )


def _warning(answers: Answers, today: date) -> Conclusion:
    part, dates = _time_after_warning(answers, today)
    return Conclusion(
        (part, *_ground(answers), Part("warning-steps")),
        ("warning-14-days", "stopping-eviction", "petition-and-answer", *_articles_of_ground(answers)),
        laws=(*_tvfl("4-18", "4-19", "13-2", "13-6"), *_laws_of_ground(answers), *_HELP_FROM_NAV),
        contacts=_ADVICE_ON_DEBT,
        letters=_letters_on_rent(answers, dates),
        dates=dates,
    )


def _time_after_warning(answers: Answers, today: date) -> tuple[Part, Dates]:
    """Two weeks from the day it was sent; none for a judgment (§§ 4-18 and 4-19)."""
    if answers["ground"] == "judgment":
        return Part("warning-judgment"), ()
    if answers["sent_on"] == UNKNOWN:
        return Part("warning-undated"), ()
    sent = date.fromisoformat(answers["sent_on"])
    first = first_petition_day(sent)
    last, year = days_after(first, -1), last_petition_day(first)
    reckoned = {"sent": sent, "first": first, "last": last, "year": year}
    if today < first:
        return Part("warning", reckoned), (("pay_by", last),)
    return Part("warning-old" if today > year else "warning-over", reckoned), ()


def _petition(answers: Answers, today: date) -> Conclusion:
    parts, dates = _time_to_answer(answers, today)
    return Conclusion(
        (*parts, *_ground(answers), *_postponement(answers), Part("petition-costs"), Part("petition-steps")),
        (
            *("petition-and-answer", "stopping-eviction", "eviction-costs", "enforcement-authority"),
            *_articles_of_ground(answers),
        ),
        laws=(
            *_tvfl("13-6", "13-2", "13-7", "5-6"),
            *_laws_of_ground(answers),
            *_laws_of_postponement(answers),
            *_tvfl("3-1"),
            "rettsgebyrloven § 14",
            "tolkeloven § 6",
        ),
        contacts=_ENFORCERS,
        letters=(
            LetterOffer("answer-to-petition", {**dict(dates), **_known_to_answer(answers)}),
            *_letters_on_rent(answers, dates),
        ),
        dates=dates,
    )


def _time_to_answer(answers: Answers, today: date) -> tuple[tuple[Part, ...], Dates]:
    """Two weeks from the day the person was told (§ 13-6)."""
    if answers["received_on"] == UNKNOWN:
        return (Part("petition-undated"),), ()
    received = date.fromisoformat(answers["received_on"])
    deadline = answer_deadline(received)
    reckoned = {"received": received, "deadline": deadline}
    if today > deadline:
        return (Part("petition-passed", reckoned),), ()
    last_day = (Part("petition-today"),) if today == deadline else ()
    return (Part("petition", reckoned), *last_day), (("answer_by", deadline),)


def _decision(answers: Answers, _today: date) -> Conclusion:
    return Conclusion(
        (Part("decision"), _complaint(answers), *_ground(answers), *_postponement(answers), Part("decision-steps")),
        (
            "eviction-day",
            "eviction-complaint",
            "stopping-eviction",
            "petition-and-answer",
            *_articles_of_ground(answers),
        ),
        laws=(*_tvfl("13-7", "13-12"), *_laws_of_decision(answers)),
        contacts=_ENFORCERS,
        letters=(*_complaints(answers, ()), *_letters_on_rent(answers, ())),
    )


def _date_set(answers: Answers, today: date) -> Conclusion:
    day = date.fromisoformat(answers["day_on"])
    dates = (("eviction_on", day),)
    return Conclusion(
        (_days_left(day, today), *_ground(answers), _complaint(answers), *_postponement(answers), Part("date-steps")),
        (
            "eviction-day",
            "stopping-eviction",
            "eviction-complaint",
            "petition-and-answer",
            *_articles_of_ground(answers),
        ),
        laws=(
            *_tvfl("13-12", "13-11", "5-8", "5-10"),
            *_laws_of_decision(answers),
            "sosialtjenesteloven § 27",
        ),
        contacts=("namsfogden", "nav", "nav-office-finder", "jussbuss"),
        letters=(*_complaints(answers, dates), *_letters_on_rent(answers, dates)),
        dates=dates,
        guides=("nowhere-tonight",),
    )


def _days_left(day: date, today: date) -> Part:
    left = (day - today).days
    near = {0: "date-today", 1: "date-tomorrow"}
    return Part(near.get(left, "date-set"), {"day": day, "days": left})


def _out(answers: Answers, today: date) -> Conclusion:
    part, dates = _belongings(answers["told_on"], today)
    return Conclusion(
        (Part("out"), part, Part("out-steps"), Part("out-owed")),
        ("after-eviction", "eviction-costs"),
        laws=(
            "sosialtjenesteloven § 27",
            *_tvfl("13-11"),
            "sosialtjenesteloven § 18",
            "boligsosialloven § 6",
            *_tvfl("5-16"),
        ),
        contacts=("nav", "nav-office-finder", "municipality", "namsfogden"),
        letters=(LetterOffer("enforcement-complaint"),),  # over the costs: the month begins when the case has ended
        dates=dates,
        guides=("nowhere-tonight",),
    )


def _belongings(told_on: str, today: date) -> tuple[Part, Dates]:
    """Goods exempt from seizure are free for two weeks after the person was told where they are (§ 13-11)."""
    if told_on == UNKNOWN:
        return Part("belongings-untold"), ()
    told = date.fromisoformat(told_on)
    deadline = belongings_deadline(told)
    reckoned = {"told": told, "deadline": deadline}
    if today > deadline:
        return Part("belongings-passed", reckoned), ()
    return Part("belongings", reckoned), (("belongings_by", deadline),)


def _ground(answers: Answers) -> Iterator[Part]:
    """What stops a case on this ground (§ 13-2), and what may be wrong with it."""
    ground = answers["ground"]
    yield Part(f"ground-{ground}")
    if ground in _BY_CLAUSE and answers["clause"] != "yes":
        yield Part("clause-missing" if answers["clause"] == "no" else "clause-unsure")
    if ground == "notice":
        yield Part("protested" if answers["protested"] == "yes" else "not-protested")


def _complaint(answers: Answers) -> Part:
    """Whether a complaint stops the eviction (§ 5-16); the court decides on rescission, and there is an appeal (§ 2-12)."""
    special = {"rescission": "appeal", UNKNOWN: "complaint-unsure"}
    if answers["ground"] in _BY_CLAUSE:
        return Part("complaint-stops")
    return Part(special.get(answers["ground"], "complaint-may"))


def _postponement(answers: Answers) -> Iterator[Part]:
    """A case about the claim lets the tenant ask for it, but not against a judgment (§ 5-11)."""
    if answers["ground"] != "judgment":
        yield Part("postponement")


def _tvfl(*sections: str) -> tuple[str, ...]:
    return tuple(f"tvangsfullbyrdelsesloven § {section}" for section in sections)


def _laws_of_ground(answers: Answers) -> tuple[str, ...]:
    own = {
        "term": ("husleieloven § 9-2", "husleieloven § 9-3"),
        "notice": ("husleieloven § 9-7", "husleieloven § 9-8"),
        "rescission": ("husleieloven § 9-9", *_tvfl("13-3")),
        "judgment": (*_tvfl("4-2"), "forskrift om Husleietvistutvalget § 15"),
    }
    return own.get(answers["ground"], ())


def _articles_of_ground(answers: Answers) -> tuple[str, ...]:
    return ("dispute-tribunal",) if answers["ground"] == "judgment" else ()


def _laws_of_postponement(answers: Answers) -> tuple[str, ...]:
    return () if answers["ground"] == "judgment" else (*_tvfl("5-11"), "husleieloven § 12-5")


def _laws_of_decision(answers: Answers) -> tuple[str, ...]:
    return (
        *_tvfl("13-2", "5-16", "2-12", "6-5", "5-17"),
        *_laws_of_ground(answers),
        *_laws_of_postponement(answers),
        "rettsgebyrloven § 15",
        *_HELP_FROM_NAV,
    )


def _known_to_answer(answers: Answers) -> dict[str, date | str]:
    """What the answers fill in; "yes" ticks a box."""
    known: dict[str, date | str] = {}
    if answers["received_on"] != UNKNOWN:
        known["received_on"] = date.fromisoformat(answers["received_on"])
    if answers.get("clause") == "no":
        known["no_clause"] = "yes"
    return known


def _complaints(answers: Answers, dates: Dates) -> tuple[LetterOffer, ...]:
    """A complaint over the namsfogd (§ 5-16); none over rescission, which the court decides (§ 13-3)."""
    if answers["ground"] == "rescission":
        return ()
    known: dict[str, date | str] = {"over_eviction": "yes", "stop": "yes", **dict(dates)}
    if answers.get("clause") == "no":
        known["no_clause"] = "yes"
    return (LetterOffer("enforcement-complaint", known),)


def _letters_on_rent(answers: Answers, dates: Dates) -> tuple[LetterOffer, ...]:
    """A plan to pay, and an application to Nav, where rent is owed or may be.

    A plan says how much is owed: not what to send unasked to a landlord who has to show a serious breach (§ 9-9).
    """
    if answers["ground"] in ("term", "notice"):
        return ()
    names = {"pay_by": "deadline", "answer_by": "deadline", "eviction_on": "eviction_on"}
    application = LetterOffer("nav-arrears", {names[key]: day for key, day in dates})
    return (LetterOffer("payment-plan"), application) if answers["ground"] in ("rent", UNKNOWN) else (application,)


_STAGES: Mapping[str, Callable[[Answers, date], Conclusion]] = {
    UNKNOWN: _unsure,
    "arrears": _arrears,
    "notice": _notice,
    "lockout": _lockout,
    "warning": _warning,
    "petition": _petition,
    "decision": _decision,
    "date": _date_set,
    "out": _out,
}
