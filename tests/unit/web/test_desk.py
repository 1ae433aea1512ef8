"""What every route works with."""

from __future__ import annotations

from flask import Flask

from knowledge.settings import Settings
from web.desk import WebDesk, desk


def test_opening_reaches_neither_database_nor_rasa(settings: Settings) -> None:
    opened = WebDesk.open(settings)
    assert list(settings.var_dir.iterdir()) == []
    assert opened.served_locales() == ["nb", "en", "ar"]


def test_the_desk_is_that_of_the_application(app: Flask) -> None:
    with app.app_context():
        assert desk() is app.extensions["bovett"]


def test_whoever_has_no_language_is_spoken_to_in_the_default_one(settings: Settings) -> None:
    opened = WebDesk.open(settings)
    assert opened.composer(None).locale == "nb"
    assert opened.composer("pl").locale == "en"
    assert opened.composer("nb", "town").human_contacts()[0]["id"] == "tenant-help"
