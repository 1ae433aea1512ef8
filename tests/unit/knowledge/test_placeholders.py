"""{{names}} in curated texts."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.errors import UnknownPlaceholder
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.placeholders import filled, is_known, names_in
from tests.unit.conftest import TODAY


def test_names_are_found_in_order_with_or_without_spaces() -> None:
    assert list(names_in("a {{court-fee}} b {{ contact:nav }} c {d}")) == ["court-fee", "contact:nav"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("court-fee", True),
        ("contact:nav", True),
        ("contact:municipality", False),  # has no phone
        ("contact:nobody", False),
        ("nobody", False),
        ("nav", False),
    ],
)
def test_a_name_is_known_when_it_can_be_filled(sample: Library, name: str, known: bool) -> None:
    assert is_known(name, sample) is known


def test_figures_and_phone_numbers_are_filled_in(sample: Library, messages: Messages) -> None:
    text = filled("Pay {{court-fee}}, call {{contact:nav}}.", "en", sample, messages, TODAY)
    assert text == "Pay NOK 1,345, call 55 55 33 33."


def test_a_figure_that_has_run_out_is_filled_in_as_such(sample: Library, messages: Messages) -> None:
    assert "valid until" in filled("{{court-fee}}", "en", sample, messages, date(2027, 1, 1))


def test_an_unknown_name_is_told(sample: Library, messages: Messages) -> None:
    with pytest.raises(
        UnknownPlaceholder, match=r"\{\{nobody\}\} names no constant and no contact with a phone number"
    ):
        filled("Pay {{nobody}}", "en", sample, messages, TODAY)
