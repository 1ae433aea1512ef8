"""Reckoning dates and money from the words of the law: pure functions, one module a matter.

Each function takes dates and amounts and gives one back; none reads the clock, a file or a setting. The section a
rule comes from stands in its docstring, the version that was read in the docstring of its module. Input that cannot
be is refused with a ValueError that says what is wrong with it.

Two kinds of day are kept apart. A *deadline* is the last day to act and moves past days off (`days.next_working_day`);
the *first day* that something may happen, and the end of a lease, are dates and do not move.
"""
