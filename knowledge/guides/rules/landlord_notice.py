"""Is the landlord's notice valid, until when can it be protested against, and what then?

Form: husleieloven § 9-7. Grounds: § 9-5. Protest and what follows: § 9-8, tvangsfullbyrdelsesloven §§ 13-2 and 4-18. End of
the lease: § 9-6. Rescission: § 9-9. Fixed terms: §§ 9-2 and 9-3. A room in another person's home, only without an end date:
§§ 9-5 third, 9-6 second, 9-7 fourth and 9-8 third paragraph. Weaker protection when told in writing: §§ 11-2, 11-3 and
11-4. Sub-tenants: § 7-7. Staying too long: § 10-3. Sale: § 8-6. A dead tenant: § 9-10. HTU counts as a lawsuit: forskrift om
Husleietvistutvalget § 14. Read 2026-07-28.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.notice import ROOM_MONTHS, landlords_deadline, notice_end, protest_deadline

_ADVISERS = ("husleietvistutvalget", "leieboerforeningen", "jussbuss")
_PROTEST, _NOTICE, _ROOM, _FIXED = "protest-against-notice", "landlord-gives-notice", "lodger-room", "fixed-term"
_RESCISSION = "termination-for-breach"
_SPECIAL = ("student-housing", "employer-housing", "letting-own-home")
_WEAKER = ("husleieloven § 11-2", "husleieloven § 11-3", "husleieloven § 11-4")
_ONLY_NAMSFOGD = "tvangsfullbyrdelsesloven § 13-3"


@dataclass(frozen=True, slots=True)
class _Notice:
    """What the answers tell of a notice, with the days reckoned from it."""

    answers: Answers
    today: date

    @property
    def received(self) -> date:
        return date.fromisoformat(self.answers["received_on"])

    @property
    def deadline(self) -> date:
        return protest_deadline(self.received)

    @property
    def landlord(self) -> date:
        return landlords_deadline(self.received)

    @property
    def end(self) -> date:
        return notice_end(self.received)

    @property
    def reckoned(self) -> dict[str, date]:
        return {"received": self.received, "deadline": self.deadline, "landlord": self.landlord}

    @property
    def sent(self) -> date | None:
        """When the protest was sent; None without one, or when the days cannot be right."""
        sent = date.fromisoformat(self.answers["protested_on"]) if self.answers.get("protested") == "yes" else None
        return None if sent is None or sent < self.received else sent

    @property
    def is_open(self) -> bool:
        """Whether a protest can still be sent in time."""
        return self.sent is None and self.today <= self.deadline

    @property
    def is_in_time(self) -> bool:
        return self.sent is not None and self.sent <= self.deadline

    @property
    def letters(self) -> tuple[LetterOffer, ...]:
        """After the last day too, without the days: the notice may have come later than the person thinks."""
        if self.sent is not None:
            return ()
        known = {"received_on": self.received, "protest_by": self.deadline} if self.is_open else {}
        return (LetterOffer("protest", known),)

    @property
    def dates(self) -> tuple[tuple[str, date], ...]:
        """For the calendar: what is still to come."""
        own = (("protest_by", self.deadline),) if self.is_open else ()
        theirs = (("landlord_by", self.landlord),) if self.is_open or self.is_in_time else ()
        return (*own, *theirs) if self.today <= self.landlord else ()


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one notice."""
    if answers["what"] == "rescission":
        return _rescission(answers["home"])
    if answers["what"] == "spoken":
        return _spoken(answers["home"])
    notice = _Notice(answers, facts.today)
    if answers["home"] == "room":
        return _fixed_room(notice) if answers["term"] == "fixed" else _room(notice)
    return _special(notice) if answers["home"] == "special" else _dwelling(notice)


def _rescission(home: str) -> Conclusion:
    """§ 9-9: no month to protest; it does not apply to the landlord's own home (§ 11-4)."""
    may_differ = home in ("special", UNKNOWN)
    return Conclusion(
        (Part("rescission"), *((Part("rescission-special"),) if may_differ else ())),
        (_RESCISSION, _NOTICE, "stopping-eviction"),
        laws=(
            "husleieloven § 9-9",
            "husleieloven § 9-8",
            _ONLY_NAMSFOGD,
            "tvangsfullbyrdelsesloven § 13-2",
            *(("husleieloven § 11-4", "husleieloven § 11-3") if may_differ else ()),
        ),
        contacts=_ADVISERS,
        guides=("eviction",),
    )


def _spoken(home: str) -> Conclusion:
    """§ 9-7: writing; what happens when a room's notice is only spoken is not said, and § 11 may set it all aside."""
    parts = {
        "whole": ("spoken",),
        "room": ("spoken-room",),
        "special": ("spoken-special", "spoken-steps"),
        UNKNOWN: ("spoken-unsure", "spoken-steps"),
    }
    room = ("husleieloven § 9-5", "husleieloven § 9-6") if home in ("room", UNKNOWN) else ()
    weaker = _WEAKER if home in ("special", UNKNOWN) else ()
    return Conclusion(
        tuple(Part(key) for key in parts[home]),
        (*((_ROOM,) if home == "room" else ()), _NOTICE, *(_SPECIAL if home == "special" else ())),
        laws=("husleieloven § 9-7", "husleieloven § 9-2", *room, *weaker, _ONLY_NAMSFOGD),
        contacts=(*_ADVISERS, *(("nav",) if home == "room" else ())),
        guides=("nowhere-tonight",) if home == "room" else (),
    )


def _room(notice: _Notice) -> Conclusion:
    """A room without an end date, or one whose contract has to be looked up."""
    end = notice_end(notice.received, months=ROOM_MONTHS, to_month_end=False)
    is_over = notice.today > end
    unsure = (Part("room-term-unsure"),) if notice.answers["term"] == UNKNOWN else ()
    steps = Part("room-steps", notice.reckoned) if notice.is_open else Part("room-steps-late")
    return Conclusion(
        (
            *_what(notice),
            Part("room"),
            *unsure,
            Part("room-over" if is_over else "room-end", {"received": notice.received, "end": end}),
            steps,
        ),
        (_ROOM, _NOTICE, _PROTEST, "nowhere-to-sleep"),
        laws=(
            "husleieloven § 9-5",
            "husleieloven § 9-6",
            "husleieloven § 9-7",
            "husleieloven § 9-8",
            *(("husleieloven § 9-2",) if unsure else ()),
            *(("husleieloven § 10-3",) if is_over else ()),
            _ONLY_NAMSFOGD,
        ),
        contacts=("husleietvistutvalget", "leieboerforeningen", "nav"),
        letters=notice.letters,
        dates=() if is_over else (("lease_ends", end),),
        guides=("nowhere-tonight", *(("eviction",) if is_over else ()), *_doubt(notice)),
    )


def _fixed_room(notice: _Notice) -> Conclusion:
    """The weaker rules for a room are for leases without an end date (§§ 9-5, 9-7 and 9-8)."""
    if notice.is_open:
        protest = (*_open(notice), Part("steps"))
    else:
        protest = (Part("room-fixed-passed", notice.reckoned), Part("steps-late"))
    return Conclusion(
        (*_what(notice), Part("room-fixed"), Part("fixed"), *protest),
        (_PROTEST, _NOTICE, _FIXED, _ROOM),
        laws=_laws(notice),
        contacts=_ADVISERS,
        letters=notice.letters,
        dates=notice.dates,
        guides=(*(() if notice.is_open else ("eviction",)), *_doubt(notice)),
    )


def _special(notice: _Notice) -> Conclusion:
    """Student housing, job housing, the landlord's own home: nobody is told that a protest lets them stay."""
    term = {"open": ("special-time",), "fixed": ("special-fixed",), UNKNOWN: ("special-time", "special-term-unsure")}
    return Conclusion(
        (
            *_what(notice),
            Part("special"),
            *map(Part, term[notice.answers["term"]]),
            *_special_protest(notice),
            Part("special-steps"),
        ),
        (_PROTEST, _NOTICE, *_SPECIAL),
        laws=(*_WEAKER, *_laws(notice)),
        contacts=_ADVISERS,
        letters=notice.letters,
        dates=notice.dates,
        guides=_doubt(notice),
    )


def _special_protest(notice: _Notice) -> Iterator[Part]:
    yield from _early(notice)
    if notice.is_open:
        yield Part("special-deadline", notice.reckoned)
        if notice.today == notice.deadline:
            yield Part("deadline-today")
    elif notice.sent is None:
        yield Part("special-passed", notice.reckoned)
    elif notice.is_in_time:
        yield Part("special-protested", notice.reckoned)
        yield from _again(notice)
    else:
        yield Part("protested-late", {"protested": notice.sent, "deadline": notice.deadline})


def _dwelling(notice: _Notice) -> Conclusion:
    is_late = not notice.is_open and not notice.is_in_time
    is_open_ended = notice.answers["term"] != "fixed"
    ends = (("lease_ends", notice.end),) if is_late and is_open_ended and notice.today <= notice.end else ()
    return Conclusion(
        (*_what(notice), *_home(notice), *_validity(notice.answers), *_protest(notice)),
        (_PROTEST, _NOTICE, *(() if notice.answers["term"] == "open" else (_FIXED,))),
        laws=_laws(notice),
        contacts=_ADVISERS,
        letters=notice.letters,
        dates=(*notice.dates, *ends),
        guides=(*(("eviction",) if is_late else ()), *_doubt(notice)),
    )


def _what(notice: _Notice) -> Iterator[Part]:
    if notice.answers["what"] == UNKNOWN:
        yield Part("what-unsure")


def _doubt(notice: _Notice) -> tuple[str, ...]:
    """Who does not know what the letter is, can find it out."""
    return ("letter",) if notice.answers["what"] == UNKNOWN else ()


def _home(notice: _Notice) -> Iterator[Part]:
    if notice.answers["home"] == UNKNOWN:
        yield Part("home-unsure")


def _validity(answers: Answers) -> Iterator[Part]:
    """What is wrong with form and ground, the faults first."""
    yield from _form(answers["reason"], answers["tells"])
    if answers["reason"] != "none":
        yield Part(f"ground-{answers['reason']}")
    if answers["term"] != "open":
        yield Part("fixed" if answers["term"] == "fixed" else "term-unsure")


def _form(reason: str, tells: str) -> Iterator[Part]:
    """§ 9-7: a reason, and what it must tell."""
    if reason == "none":
        yield Part("invalid-reason")
    if tells == "part":
        yield Part("invalid-tells")
    if reason != "none" and tells != "part":
        yield Part("form-unsure" if tells == UNKNOWN else "form-good")


def _protest(notice: _Notice) -> Iterator[Part]:
    yield from _early(notice)
    if notice.is_open:
        yield from _open(notice)
        yield from _end(notice)
        yield Part("steps")
    elif notice.is_in_time:
        yield Part("protested-lapsed" if notice.today > notice.landlord else "protested", notice.reckoned)
        yield from _again(notice)
        yield Part("steps-protested")
    else:
        yield _late(notice)
        yield from _end(notice)
        yield Part("steps-late")


def _early(notice: _Notice) -> Iterator[Part]:
    """A protest sent before the notice came: one of the days is wrong."""
    if notice.answers.get("protested") == "yes" and notice.sent is None:
        sent = date.fromisoformat(notice.answers["protested_on"])
        yield Part("protested-early", {"protested": sent, "received": notice.received})


def _open(notice: _Notice) -> Iterator[Part]:
    yield Part("deadline", notice.reckoned)
    if notice.today == notice.deadline:
        yield Part("deadline-today")
    yield Part("after-protest", notice.reckoned)


def _again(notice: _Notice) -> Iterator[Part]:
    """The Act does not say whether an SMS or an e-mail is writing; there is still time for a letter."""
    if notice.today <= notice.deadline:
        yield Part("protested-again", {"deadline": notice.deadline})


def _late(notice: _Notice) -> Part:
    if notice.sent is None:
        return Part("deadline-passed", notice.reckoned)
    return Part("protested-late", {"protested": notice.sent, "deadline": notice.deadline})


def _end(notice: _Notice) -> Iterator[Part]:
    """The notice period of a lease without an end date (§ 9-6)."""
    if notice.answers["term"] != "fixed":
        yield Part("end" if notice.today <= notice.end else "end-past", {"end": notice.end})


def _laws(notice: _Notice) -> tuple[str, ...]:
    answers = notice.answers
    of_reason = {"sale": ("husleieloven § 8-6",), "other": ("husleieloven § 9-10",)}
    return (
        "husleieloven § 9-7",
        "husleieloven § 9-5",
        "husleieloven § 9-8",
        "husleieloven § 9-6",
        "husleieloven § 1-6",
        "forskrift om Husleietvistutvalget § 14",
        *(("husleieloven § 9-2",) if answers["term"] != "open" else ()),
        *(("husleieloven § 9-3",) if answers["term"] == "fixed" and answers["home"] != "special" else ()),
        *of_reason.get(answers.get("reason", ""), ()),
        *(("husleieloven § 7-7",) if notice.is_open else ()),
        *(() if notice.is_open or notice.is_in_time else ("tvangsfullbyrdelsesloven § 13-2",)),
        *(("husleieloven § 9-9", "tvangsfullbyrdelsesloven § 4-18") if answers["what"] == UNKNOWN else ()),
        _ONLY_NAMSFOGD,
    )
