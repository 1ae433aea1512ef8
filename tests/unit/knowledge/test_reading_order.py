"""Numbers among words that are written from the right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.outcomes import Outcome
from knowledge.reading_order import END, LEFT_TO_RIGHT, in_order, stretches
from knowledge.reply import Button, Reply


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("اتصل على 116 117 الآن", ["116 117"]),
        ("اتصل +47 22 03 11 00", ["+47 22 03 11 00"]),
        ("في (§ 3-8) و (§ 9-3 a)", ["§ 3-8", "§ 9-3 a"]),
        ("قضية 26-1234", ["26-1234"]),
        ("مبلغ 12 000 كرون", ["12 000"]),
        ("(husleieloven § 3-5)", []),  # one run from the left already
        ("حسب husleieloven §§ 4-2 و 4-3", ["4-3"]),
        ("من 9–15، يوم 14.12.2026، 12,000 كرون، 3 شهور", []),
        ("ring 116 117 (§ 3-8)", []),
    ],
)
def test_what_unicode_would_turn_round_is_kept(text: str, kept: list[str]) -> None:
    assert stretches(text)[1::2] == kept


@given(st.text(alphabet="اب -/§()0123456789ab\n", max_size=40))
def test_nothing_is_lost_and_every_stretch_ends(text: str) -> None:
    shown = in_order(text)
    assert shown.replace(LEFT_TO_RIGHT, "").replace(END, "") == text
    assert shown.count(LEFT_TO_RIGHT) == shown.count(END)


def test_a_reply_keeps_its_numbers_in_order_wherever_it_says_them() -> None:
    said, kept = "اتصل على 116 117", f"اتصل على {LEFT_TO_RIGHT}116 117{END}"
    found = Reply(Outcome.ANSWERED, "ar", said, myth=said, buttons=(Button(said, "/x"),)).as_dict()
    assert (found["text"], found["myth"], found["buttons"][0]["title"]) == (kept, kept, kept)
