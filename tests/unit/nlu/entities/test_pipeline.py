"""Reading whole messages: places in the text, no overlaps, any language, any length."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.library import Library
from knowledge.municipalities import Municipalities
from nlu.entities.pipeline import EntityReader
from tests.unit.nlu.conftest import TEXTS

LOCALES = ("nb", "nn", "en", "uk", "ar", "so", "ti", "fa", "pl", "ru", "fr", "es", "xx", "", None)

# A message that tells something of each kind -> what it tells, in order.
WHOLE = {
    "nb": ("Bor i Bergen, leia er 9 500 kr, 3 måneders frist fra 3. november etter § 9-6", "municipality amount duration date law_section"),
    "nn": ("Eg bur i Voss, leiga er 9 500 kr, tre månaders frist frå 3. november etter § 9-6", "municipality amount duration date law_section"),
    "en": ("I live in Bergen, rent is 9,500 kr, 3 months' notice from 3 November, section 9-6", "municipality amount duration date law_section"),
    "uk": ("Живу в Бергені, оренда 9 500 крон, строк 3 місяці від 3 листопада, стаття 9-6", "municipality amount duration date law_section"),
    "ar": ("أسكن في بيرغن، الإيجار ٩٥٠٠ كرونة، مهلة ٣ أشهر من ٣ نوفمبر، المادة ٩-٦", "municipality amount duration date law_section"),
}  # fmt: skip


@pytest.mark.parametrize(("locale", "text", "names"), [(locale, *case) for locale, case in WHOLE.items()])
def test_everything_a_message_tells_is_found_in_order(locale: str, text: str, names: str, reader: EntityReader) -> None:
    assert [entity.name for entity in reader.read(text, locale)] == names.split()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_read_in_any_language(text: str, locale: str | None, reader: EntityReader) -> None:
    found = reader.read(text, locale)
    assert all(0 <= entity.start < entity.end <= len(text) for entity in found)


@pytest.mark.parametrize("name", ["empty", "spaces", "emoji", "a long word"])
def test_a_text_that_tells_nothing_has_no_entities(name: str, reader: EntityReader) -> None:
    assert reader.read(TEXTS[name], "nb") == []


@pytest.mark.parametrize(
    "text",
    ["1 2.3 4-5 " * 1000, "i Bergen " * 1100, "§ 9-8 " * 1600, "mars " * 2000, "den " * 2500, "1" * 10_000, "a" * 10_000, "kr" * 5000, "1 000" + " 000" * 2500 + " kr"],
    ids=["numbers", "places", "sections", "months", "of", "digits", "letters", "money", "groups"],
)  # fmt: skip
def test_ten_thousand_characters_are_read_in_bounded_time(text: str, reader: EntityReader) -> None:
    begun = time.process_time()
    reader.read(text, "nb")
    assert time.process_time() - begun < 3


@settings(max_examples=150)
@given(
    st.text(st.sampled_from("0123456789.,-/:§ krimåneduklsjf٠١٢٣شهرمقجдніві'’"), max_size=60), st.sampled_from(LOCALES)
)
def test_entities_never_overlap(reader: EntityReader, text: str, locale: str | None) -> None:
    found = reader.read(text, locale)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "piece"),
    [("Jeg fikk brev 3. november!", "3. november"), ("leie: kr 9 500,-!", "kr 9 500,-"), ("se § 9-8, takk", "§ 9-8")],
)
def test_an_entity_lies_where_it_stands(text: str, piece: str, reader: EntityReader) -> None:
    entity = reader.read(text, "nb")[0]
    assert text[entity.start : entity.end] == piece


@pytest.mark.parametrize(
    ("locale", "text", "name"),
    [("nb", "§ 9-8", "law_section"), ("nb", "kr 12.10", "amount"), ("nb", "3. november", "date"), ("nb", "to uker siden", "date")],
)  # fmt: skip
def test_of_readings_in_one_place_one_is_kept(locale: str, text: str, name: str, reader: EntityReader) -> None:
    assert [entity.name for entity in reader.read(text, locale)] == [name]


def test_today_is_asked_for_each_message(real: Library, municipalities: Municipalities) -> None:
    """A process runs for days."""
    days = iter([date(2026, 11, 24), date(2026, 11, 25)])
    reader = EntityReader(real.laws, municipalities, lambda: next(days))
    assert [reader.read("i går", "nb")[0].value for _ in range(2)] == ["2026-11-23", "2026-11-24"]


def test_reading_one_message_leaves_nothing_for_the_next(values: Callable[[str, str, str], list[Any]]) -> None:
    assert values("amount", "nb", "8 500 kr") == [8500]
    assert values("amount", "nb", "hei") == []
