"""Rules for what articles share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.lint.shared_rules import SHARED_RULES

A_DAY = date(2026, 9, 1)
_ROWS = (Path(__file__).parents[2] / "data/content/deadlines.yaml").read_text("utf-8")
TWICE = _ROWS[_ROWS.index("protest-one-month:") :].replace("protest-one-month:", "protest:", 1)


def _next(valid_from: str, confidence: str = "high") -> str:
    """The end of the row of court-fee, with the value of next year."""
    return (
        "  confidence: high\n  next:\n    - value: 1400\n"
        f"      valid_from: {valid_from}\n      valid_to: 2027-12-31\n"
        f'      source: {{url: "https://lovdata.no/"}}\n      confidence: {confidence}\n'
    )


# (rule, file, old, new, message, is it an error)
BROKEN = [
    ("figures-current", "constants.yaml", "valid_to: 2026-12-31", "valid_to: 2026-10-31",
     "court-fee runs out in 60 days; look at https://lovdata.no/lov/1982-12-17-86", False),
    ("figures-current", "constants.yaml", "valid_to: 2026-12-31", "valid_to: 2026-08-30",
     "court-fee ran out 2 days ago; look at https://lovdata.no/lov/1982-12-17-86", False),
    ("figures-follow", "constants.yaml", "valid_from: 2026-01-01", "valid_from: 2026-09-02",
     "court-fee begins on 2026-09-02; keep the value of today, and put this one under `next`", True),
    ("figures-follow", "constants.yaml", "  confidence: high\n", _next("2026-12-31"),
     "court-fee: the value from 2026-12-31 must begin after the one before has ended", True),
    ("figures-follow", "constants.yaml", "  confidence: high\n", _next("2028-01-01"),
     "court-fee: valid_to 2027-12-31 is before valid_from", True),
    ("figures-sure", "constants.yaml", "  confidence: high\n", _next("2027-01-01", "low"),
     "court-fee is not sure enough", True),
    ("figures-sure", "constants.yaml", "confidence: high", "confidence: low", "court-fee is not sure enough", True),
    ("units-worded", "constants.yaml", "unit: percent", "unit: promille",
     "lawyer-share: add the message unit.promille to the catalogues nb, en, ar", True),
    ("contacts-reachable", "contacts.yaml", "url: https://example.org/", "url: null",
     "tenant-help has neither phone nor address", True),
    ("contacts-reachable", "contacts.yaml", "en: Tenant help, ", "", "tenant-help has no name in en", True),
    ("contacts-reachable", "contacts.yaml", "url: https://www.nav.no/", "url: http://www.nav.no/",
     "nav: the address must begin with https://", True),
    ("phones-sourced", "contacts.yaml", 'url: "https://example.org/112"', "url: null",
     "police-emergency: no source.url says where 112 was read; add it or leave the number out", True),
    ("deadlines-sourced", "deadlines.yaml", "ref: husleieloven § 9-8", "ref: husleieloven § 99",
     "protest-one-month: 'husleieloven § 99': husleieloven has no § 99", True),
    ("deadlines-sourced", "deadlines.yaml", "  ref: husleieloven § 9-8\n", "",
     "protest-one-month: 'None' is not of the form 'husleieloven § 9-8'", True),
    ("deadlines-sourced", "deadlines.yaml", "as_of: 2026-07-01", "as_of: summer",
     "protest-one-month: as_of must be a date", True),
    ("deadlines-once", "deadlines.yaml", "protest-one-month:\n", TWICE + "protest-one-month:\n",
     "protest-one-month says the same as protest; keep one of them", True),
    ("controller-named", "sites/bovett.yaml", "controller: {name: The tenants' office, address: privacy@example.org}", "",
     "the privacy page names nobody who is responsible; add controller: {name: …, address: …}", False),
    ("site-contacts-exist", "sites/town.yaml", "[tenant-help]", "[nobody]", "there is no contact 'nobody'", True),
]  # fmt: skip


@pytest.mark.parametrize("rule", SHARED_RULES, ids=lambda rule: rule.__name__)
def test_sound_content_keeps_the_rule(sample: Library, rule: Callable[..., object]) -> None:
    assert list(rule(sample, A_DAY)) == []  # type: ignore[call-overload]


@pytest.mark.parametrize("case", BROKEN, ids=[f"{case[0]}-{number}" for number, case in enumerate(BROKEN)])
def test_what_breaks_the_rule_is_told(
    content: Path, edit: Callable[[str, str, str], Path], case: tuple[str, str, str, str, str, bool]
) -> None:
    name, changed, old, new, message, is_error = case
    path = edit(changed, old, new)
    library = Library.read(content)
    found = [finding for rule in SHARED_RULES for finding in rule(library, A_DAY)]
    assert [(f.rule, f.path, f.message, f.is_error) for f in found] == [(name, path, message, is_error)]


def test_every_rule_is_broken_by_a_test() -> None:
    broken = {case[0].replace("-", "_") for case in BROKEN}
    assert {rule.__name__ for rule in SHARED_RULES} == broken


def test_a_figure_is_not_warned_about_too_early(sample: Library) -> None:
    rule = SHARED_RULES[0]
    assert list(rule(sample, date(2026, 10, 31))) == []
    assert list(rule(sample, date(2026, 11, 1))) != []


@pytest.mark.parametrize(
    ("valid_from", "days"), [("2027-01-01", set()), ("2027-01-02", {"court-fee runs out in 0 days"})]
)
def test_no_warning_when_the_value_of_next_year_is_there(
    content: Path, edit: Callable[[str, str, str], Path], valid_from: str, days: set[str]
) -> None:
    edit("constants.yaml", "  confidence: high\n", _next(valid_from))
    found = SHARED_RULES[0](Library.read(content), date(2026, 12, 31))
    assert {finding.message.partition(";")[0] for finding in found} == days
