"""Eviction: the earliest petition, and the time limits after it.

Not here, because no length is set: a complaint over the namsfogd is open until the eviction is completed, and the
namsfogd sets the time for upholding it (tvangsfullbyrdelsesloven § 5-16); paying everything stops ground a until the
eviction is carried out (§ 13-2). Appeals over a court's decision (§ 2-12) follow tvisteloven, which was not read.

Source: tvangsfullbyrdelsesloven §§ 3-2, 4-18, 4-19, 5-16, 13-6 and 13-11 and husleieloven § 9-11, in force 2026-07-01,
read 2026-07-28; counted by tvangsfullbyrdelsesloven § 2-7. A case at tingretten follows domstolloven itself, whose
court recess (§ 140) may give more time than is reckoned here.
"""

from __future__ import annotations

from datetime import date

from knowledge.reckoning.days import days_after, months_after, next_working_day, weeks_after, years_after


def first_petition_day(warned: date, *, due: date | None = None) -> date:
    """First day the landlord may ask for eviction after a warning sent on `warned` (tvangsfullbyrdelsesloven § 4-18).

    Two weeks must have passed. The day does not move when they end on a day off: the section does not say that the
    landlord must wait longer, and the tenant should not count on it. `due` is the day the claim fell due; raises
    ValueError for a warning sent before it. The same two weeks follow a new warning (§ 4-19).

    >>> first_petition_day(date(2026, 2, 2))
    datetime.date(2026, 2, 17)
    """
    if due is not None and warned < due:
        raise ValueError(f"A warning cannot be sent before the claim is due: sent {warned}, due {due}.")
    return _after_two_weeks(warned)


def first_petition_day_without_warning(due: date) -> date:
    """First day to ask for eviction where no warning had to be sent (tvangsfullbyrdelsesloven § 4-18).

    Two weeks after the day the claim fell due must have passed (third paragraph). Only when neither the tenant nor a
    representative can be reached, or the authority has exempted the landlord (second paragraph).
    """
    return _after_two_weeks(due)


def last_petition_day(possible_from: date) -> date:
    """Last day to ask for eviction without a new warning (tvangsfullbyrdelsesloven § 4-19).

    The year begins on the day a petition first became possible: `first_petition_day`, not the warning.
    """
    return next_working_day(years_after(possible_from, 1))


def petition_day_after_telling_municipality(sent: date) -> date:
    """First day the landlord should ask for eviction after writing to the social services (husleieloven § 9-11).

    The section says "bør": it is no condition for the eviction.
    """
    return weeks_after(sent, 2)


def answer_deadline(told: date) -> date:
    """Last day to answer a petition for eviction (tvangsfullbyrdelsesloven § 13-6).

    The two weeks begin when the namsfogd or tingretten told the tenant of it.
    """
    return next_working_day(weeks_after(told, 2))


def complaint_after_end_deadline(told: date) -> date:
    """Last day to complain to tingretten when the case has ended (tvangsfullbyrdelsesloven § 5-16 third paragraph).

    Over the namsfogd's decision on costs, for either party; over a refused petition, for the landlord. The month begins
    when the party was told that the case ended, or of the refusal.
    """
    return next_working_day(months_after(told, 1))


def costs_from_landlord_deadline(told: date) -> date:
    """Last day to ask the court that the landlord pay the tenant's costs (tvangsfullbyrdelsesloven § 3-2).

    The three months begin when the tenant was told of the decision that ended the case.
    """
    return next_working_day(months_after(told, 3))


def belongings_deadline(told: date) -> date:
    """Last day to fetch goods exempt from seizure without paying for them (tvangsfullbyrdelsesloven § 13-11).

    The two weeks begin when the namsfogd told where the goods are, not on the day of the eviction.
    """
    return next_working_day(weeks_after(told, 2))


def _after_two_weeks(start: date) -> date:
    return days_after(weeks_after(start, 2), 1)
