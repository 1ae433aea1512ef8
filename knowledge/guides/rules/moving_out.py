"""The tenant's own notice: whether it may be given, when the lease ends, and what to do before and after.

Right to give notice: husleieloven § 9-4; with an end date: §§ 9-2 and 9-3; ways out: §§ 7-5, 7-6, 2-12, 5-7 and 5-8
with 2-14. Period: § 9-6. Handing back: §§ 10-1 to 10-4. Deposit: § 3-5. Student housing: § 11-2; the landlord's own home:
§ 11-4. Putting out: tvangsfullbyrdelsesloven § 13-3. A spouse's consent: ekteskapsloven §§ 32 and 34. Read 2026-07-28 and
2026-04-13. The section does not say whether the period runs from the sending or the receiving of the notice; it is
reckoned from when the landlord gets it, which is never too early.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.guides.conclusion import Conclusion, Facts, LetterOffer, Part
from knowledge.guides.guide import UNKNOWN, Answers
from knowledge.reckoning.days import month_end, months_after
from knowledge.reckoning.notice import (
    ORDINARY_MONTHS,
    ROOM_MONTHS,
    holding_over_deadline,
    latest_notice,
    notice_end,
)

_ADVISERS = ("husleietvistutvalget", "leieboerforeningen", "jussbuss")
_NOTICE, _MOVING, _FIXED = "tenant-gives-notice", "moving-out", "fixed-term"
_DEPOSIT, _LEFT, _OWN_HOME, _MARRIED = "deposit-return", "belongings-left", "letting-own-home", "break-up"
_NEEDS_CONSENT = ("ekteskapsloven § 32", "ekteskapsloven § 34")
_HANDING_BACK = (
    "husleieloven § 10-1",
    "husleieloven § 10-2",
    "husleieloven § 10-3",
    "husleieloven § 10-4",
    "husleieloven § 3-5",
    "tvangsfullbyrdelsesloven § 13-3",
)


@dataclass(frozen=True, slots=True)
class _Period:
    """A notice period, and the part that tells how it is reckoned."""

    part: str
    months: int
    to_month_end: bool

    def end(self, given: date) -> date:
        """The last day of the lease (§ 9-6)."""
        return notice_end(given, months=self.months, to_month_end=self.to_month_end)

    def latest(self, end: date) -> date:
        """The last day on which notice ends the lease on `end`."""
        return latest_notice(end, months=self.months, to_month_end=self.to_month_end)


def conclude(answers: Answers, facts: Facts) -> Conclusion:
    """The result for one lease."""
    if answers["home"] == "own-home":
        return _conclusion((Part("own-home"),), (_OWN_HOME,), ("husleieloven § 11-4",))
    if answers["term"] == "fixed":
        end_on = date.fromisoformat(answers["end_on"])
        return _conclusion(
            (Part("fixed", {"end": end_on}), Part("ways-out-fixed")),
            (_FIXED, _NOTICE),
            ("husleieloven § 9-2", "husleieloven § 9-3", "husleieloven § 7-5", "husleieloven § 7-6", *_EARLY),
            dates=(("lease_ends", end_on),),
        )
    if answers["term"] == "over":
        return _over(date.fromisoformat(answers["ended_on"]))
    return _locked(answers, facts.today) if answers.get("lock") == "yes" else _notice(answers, facts.today)


def _over(ended: date) -> Conclusion:
    """A lease whose end date has passed while the tenant lives there (§ 9-2 first and third paragraph, § 10-3)."""
    part = Part("term-over", {"ended": ended, "by": holding_over_deadline(ended)})
    return _conclusion((part,), (_FIXED, _NOTICE), ("husleieloven § 9-2", "husleieloven § 9-6"))


_EARLY = ("husleieloven § 5-8", "husleieloven § 2-14", "husleieloven § 2-12")


def _conclusion(
    parts: tuple[Part, ...],
    articles: tuple[str, ...],
    laws: tuple[str, ...],
    letters: tuple[LetterOffer, ...] = (),
    dates: tuple[tuple[str, date], ...] = (),
) -> Conclusion:
    """What applies, then what every tenant who leaves must do."""
    return Conclusion(
        (*parts, Part("handover"), Part("deposit"), Part("claims")),
        (*articles, _MOVING, _DEPOSIT, _LEFT),
        laws=(*laws, *_HANDING_BACK),
        contacts=_ADVISERS,
        letters=letters,
        dates=dates,
        guides=("deposit",),
    )


def _period(answers: Answers) -> _Period:
    """The agreed one, else that of § 9-6; part of a month counts as a whole one, so that the end is never too early."""
    if answers["agreed"] in ("month-end", "from-day"):
        part = f"end-{answers['agreed']}"
        return _Period(part, math.ceil(answers["months"]), answers["agreed"] == "month-end")
    if answers["home"] == "room":
        return _Period("end-room", ROOM_MONTHS, to_month_end=False)
    return _Period("end-law", ORDINARY_MONTHS, to_month_end=True)


def _end_part(period: _Period, given: date, end: date) -> Part:
    passed = notice_end(given, months=period.months, to_month_end=False)
    return Part(period.part, {"given": given, "months": period.months, "passed": passed, "end": end})


def _notice(answers: Answers, today: date) -> Conclusion:
    """A lease that can be ended by notice: open, or with an end date that does not bind the tenant (§ 9-2)."""
    given, period = date.fromisoformat(answers["given_on"]), _period(answers)
    end = period.end(given)
    end_on = date.fromisoformat(answers["end_on"]) if "end_on" in answers else None
    if end_on is not None and end_on <= end:
        return _ends_by_itself(answers, end_on, _end_part(period, given, end))
    parts = (
        *_may_give(answers),
        Part("spouse"),
        Part("last-day", {"end": end}),
        _end_part(period, given, end),
        *_better_days(period, given, end, today),
        *_what_now(given, end, today),
    )
    return _conclusion(
        parts,
        (_NOTICE, _MARRIED) if end_on is None else (_NOTICE, _FIXED, _MARRIED),
        ("husleieloven § 9-4", "husleieloven § 9-6", *_more_laws(answers), *_NEEDS_CONSENT),
        letters=(LetterOffer("tenant-notice", {"last_day": end}),) if today <= given else (),
        dates=(("lease_ends", end),) if today <= end else (),
    )


def _ends_by_itself(answers: Answers, end_on: date, reckoned: Part) -> Conclusion:
    """A lease whose end date comes before a notice would end it (§ 9-2)."""
    return _conclusion(
        (*_may_give(answers), Part("ends-by-itself", {"end": end_on}), reckoned),
        (_FIXED, _NOTICE),
        ("husleieloven § 9-2", "husleieloven § 9-4", "husleieloven § 9-6"),
        dates=(("lease_ends", end_on),),
    )


_MAY = {"fixed-agreed": "may-agreed", "fixed-silent": "may-silent", UNKNOWN: "term-unsure"}


def _may_give(answers: Answers) -> Iterator[Part]:
    yield Part(_MAY.get(answers["term"], "may"))
    if answers["home"] == UNKNOWN:
        yield Part("home-unsure")
    if answers.get("lock") == UNKNOWN:
        yield Part("lock-unsure")


def _more_laws(answers: Answers) -> Iterator[str]:
    """What the parts of `_may_give` rest on besides §§ 9-4 and 9-6."""
    yield "husleieloven § 11-2" if answers["term"] == "open" else "husleieloven § 9-2"
    if answers["home"] == UNKNOWN:
        yield "husleieloven § 11-4"


def _better_days(period: _Period, given: date, end: date, today: date) -> Iterator[Part]:
    """How early the notice must come to save a month, and how late it may come without costing one."""
    if not period.to_month_end or given < today:
        return
    sooner = month_end(months_after(end, -1))
    by = period.latest(sooner)
    if today <= by:
        yield Part("sooner", {"by": by, "end": sooner})
    yield Part("latest", {"latest": period.latest(end), "end": end})


def _what_now(given: date, end: date, today: date) -> Iterator[Part]:
    if end < today:
        yield Part("ended")
    else:
        yield Part("write" if today <= given else "confirm")


def _locked(answers: Answers, today: date) -> Conclusion:
    """A lock-in (bindingstid), which may be agreed (§ 9-4); when and how it ends, only the contract tells."""
    given, period = date.fromisoformat(answers["given_on"]), _period(answers)
    end = period.end(given)
    parts = (
        Part("locked"),
        *((Part("term-unsure"),) if answers["term"] == UNKNOWN else ()),
        Part("locked-end", {"end": end}),
        _end_part(period, given, end),
        Part("spouse"),
        Part("ways-out-locked"),
    )
    return _conclusion(
        parts,
        (_NOTICE, _MARRIED),
        ("husleieloven § 9-4", "husleieloven § 9-6", *_EARLY, *_NEEDS_CONSENT),
        letters=(LetterOffer("tenant-notice"),) if today <= given else (),
    )
