"""Every municipality is found in a message, and so are Oslo's districts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from knowledge.municipalities import Municipality
from tests.unit.real import PLACES

MUNICIPALITIES = [place for place in PLACES.places if not place.district]
DISTRICTS = [place for place in PLACES.places if place.district]


@pytest.mark.parametrize("place", MUNICIPALITIES, ids=lambda place: place.number)
def test_every_official_name_is_found(place: Municipality, values: Callable[[str, str, str], list[Any]]) -> None:
    for name in place.official:
        told = f" i {place.county}" if place.county != place.name else ""
        found = values("municipality", "nb", f"jeg bor i {name} kommune{told}")
        assert [each["number"] for each in found][:1] == [place.number], name


@pytest.mark.parametrize("place", DISTRICTS, ids=lambda place: place.district)
def test_every_district_is_found_within_oslo(place: Municipality, values: Callable[[str, str, str], list[Any]]) -> None:
    found = values("municipality", "nb", f"jeg bor i bydel {place.district} i Oslo")
    assert {"number": "0301", "name": "Oslo", "district": place.district} in found
