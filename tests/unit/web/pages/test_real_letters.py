"""The forms of our own letters, as a person sees them."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from knowledge.library import Library


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_every_amount_and_number_is_filled_in(whole: FlaskClient, real: Library, locale: str) -> None:
    for letter in real.letters:
        page = whole.get(f"/letters/{letter}?locale={locale}").get_data(as_text=True)
        assert "{" not in page.split("<main", 1)[1].split("</main>")[0], letter


def test_advice_names_the_rate_of_today(whole: FlaskClient, real: Library) -> None:
    rate = real.figures["late-interest"]
    page = whole.get("/letters/deposit-account?locale=nb").get_data(as_text=True)
    assert str(rate.value).replace(".", ",") in page
