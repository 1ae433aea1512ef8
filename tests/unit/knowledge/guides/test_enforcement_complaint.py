"""The complaint over namsfogden: when the guide offers it, what it asks for, and what stands beside it (§ 5-16)."""

from __future__ import annotations

import pytest

from knowledge.letters.values import read_values
from tests.unit.knowledge.guides.eviction_cases import GROUNDS, REAL, concluded, letters_of


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_complaint_over_the_namsfogd_is_offered_where_the_namsfogd_may_have_decided(ground: str) -> None:
    """§ 13-3: rescission goes to the court, whose decisions are appealed (§ 2-12)."""
    for stage, more in (("decision", {}), ("date", {"day_on": "2026-12-10"})):
        first = next(iter(letters_of(concluded(stage, ground, **more))))
        assert (first == "enforcement-complaint") == (ground != "rescission")


def test_a_complaint_says_what_the_answers_tell() -> None:
    """The letter says itself that over ground a or b it stops the eviction (§ 5-16): nobody has to know the letter."""
    asked = {"over_eviction": "yes", "stop": "yes"}
    for ground in ("rent", "term", "notice", "judgment", "unknown"):
        assert letters_of(concluded("decision", ground))["enforcement-complaint"] == asked
    without = letters_of(concluded("decision", "rent", clause="no"))["enforcement-complaint"]
    assert without == {**asked, "no_clause": "yes"}


def test_who_is_out_can_still_complain_over_the_costs() -> None:
    """§ 5-16 third paragraph: nothing is filled in, for over the eviction itself it is too late."""
    assert letters_of(concluded("out", told_on="unknown")) == {"enforcement-complaint": {}}


def test_the_complaint_takes_what_the_answers_tell() -> None:
    letter = REAL.letters["enforcement-complaint"]
    offered = letters_of(concluded("date", "rent", clause="no", day_on="2026-12-10"))["enforcement-complaint"]
    values = read_values(letter, {name: str(value) for name, value in offered.items()})
    assert not values.problems
    assert set(values.given) == {"over_eviction", "stop", "no_clause", "eviction_on"}


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_the_complaint_asks_for_what_the_act_lets_a_person_ask_for(locale: str) -> None:
    """Changed, stopped meanwhile, sent on at once (§ 5-16), postponed by the court (§ 6-5), copies (§ 5-20)."""
    text = REAL.letters["enforcement-complaint"].texts[locale]
    always = " ".join(paragraph.text for paragraph in text.paragraphs if paragraph.only_if is None)
    assert "tvangsfullbyrdelsesloven § 5-16" in always
    only = {paragraph.only_if: paragraph.text for paragraph in text.paragraphs if paragraph.only_if}
    sections = {
        **dict.fromkeys(("household", "stop", "send_on"), "§ 5-16"),
        "costs": "§§ 3-1",
        "circumstances": "§ 5-10",
        "papers": "§ 5-20",
        "paid_all": "§§ 13-2",
        "no_clause": "§ 13-2",
    }
    for condition, section in sections.items():
        assert f"tvangsfullbyrdelsesloven {section}" in only[condition], condition
    assert "tvangsfullbyrdelsesloven § 6-5" in only["stop"]
    stops = [paragraph.text for paragraph in text.paragraphs if paragraph.only_if == "over_eviction"][1]
    assert "tvangsfullbyrdelsesloven § 13-2" in stops  # only on its letters a and b, and not where decided otherwise
    assert "tvangsfullbyrdelsesloven § 5-16" in stops


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_beside_the_complaint_stand_its_time_limits_its_price_and_what_it_does_not_stop(locale: str) -> None:
    first, when, stops, signed, upheld, price, *_ = REAL.letters["enforcement-complaint"].texts[locale].advice
    assert "tvangsfullbyrdelsesloven § 2-12" in first  # the court's decisions are appealed
    assert all("tvangsfullbyrdelsesloven § 5-16" in line for line in (first, when, stops, signed, upheld))
    assert "{{complaint-over-namsfogd-fee}}" in price
    assert "rettsgebyrloven § 15" in price
    assert "tvangsfullbyrdelsesloven § 3-3" in price


def test_the_complaint_can_be_filled_in_on_a_telephone() -> None:
    """Twenty-eight fields were too many: nobody is asked twice, or for what the office knows."""
    fields = REAL.letters["enforcement-complaint"].fields
    assert len(fields) <= 23
    assert sum(field.kind == "multiline" and field.id not in ("address", "authority_address") for field in fields) <= 5


def test_no_complaint_before_anything_is_decided() -> None:
    for stage, more in (("warning", {"sent_on": "2026-11-20"}), ("petition", {"received_on": "2026-11-20"})):
        assert "enforcement-complaint" not in letters_of(concluded(stage, "rent", **more))
