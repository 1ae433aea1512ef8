"""The forms of our own letters, as a person sees them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from knowledge.library import Library
from knowledge.settings import Settings
from web import create_app


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    return create_app(replace(settings, content_dir=Settings().content_dir)).test_client()


@pytest.mark.parametrize("locale", ["nb", "nn", "en", "uk", "ar", "fa"])
def test_every_amount_and_number_is_filled_in(client: FlaskClient, locale: str) -> None:
    for letter in Library.read(Settings().content_dir).letters:
        page = client.get(f"/letters/{letter}?locale={locale}").get_data(as_text=True)
        assert "{" not in page.split("<main", 1)[1].split("</main>")[0], letter


def test_advice_names_the_rate_of_today(client: FlaskClient) -> None:
    rate = Library.read(Settings().content_dir).figures["late-interest"]
    page = client.get("/letters/deposit-account?locale=nb").get_data(as_text=True)
    assert str(rate.value).replace(".", ",") in page
