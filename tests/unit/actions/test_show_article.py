"""The article that a button names."""

from __future__ import annotations

from actions.desk import Desk
from actions.show_article import ActionShowArticle
from tests.unit.actions.conftest import button, run, tracker


def test_the_named_article_is_shown_and_remembered(desk: Desk) -> None:
    given = run(ActionShowArticle(), tracker([button("show_article", article_id="mould")]))
    assert (given.outcomes, given.article) == (["answered"], "mould")
    assert given.slots == {"current_article": "mould"}


def test_it_is_shown_in_the_language_of_the_page(desk: Desk) -> None:
    """A button has no language of its own: the metadata tell."""
    pressed = {**button("show_article", article_id="deposit"), "locale": None}
    given = run(ActionShowArticle(), tracker([pressed], metadata={"locale": "en"}))
    assert given.reply["locale"] == "en"


def test_an_unknown_article_gets_people_instead(desk: Desk) -> None:
    for pressed in (button("show_article", article_id="../etc"), button("show_article")):
        given = run(ActionShowArticle(), tracker([pressed], {"current_article": "mould"}))
        assert given.outcomes == ["no_answer"]
        assert given.reply["contacts"]
        assert given.slots == {}


def test_no_index_is_needed(desk: Desk, no_index: None) -> None:
    assert run(ActionShowArticle(), tracker([button("show_article", article_id="mould")])).outcomes == ["answered"]
