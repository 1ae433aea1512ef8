"""What the law says on an article's topic."""

from __future__ import annotations

from actions.desk import Desk
from actions.show_law import ActionShowLaw
from tests.unit.actions.conftest import button, message, run, tracker


def test_the_law_part_of_the_named_article_is_shown(desk: Desk) -> None:
    given = run(ActionShowLaw(), tracker([button("show_law", article_id="deposit")], {"current_article": "mould"}))
    assert given.article == "deposit"
    assert given.reply["text"].startswith("Hva loven sier\n\n- Banken låser kontoen")
    assert given.reply["citations"]
    assert given.slots == {"current_article": "deposit"}


def test_without_a_name_it_is_that_of_the_article_shown_last(desk: Desk) -> None:
    given = run(ActionShowLaw(), tracker([message("hva sier loven")], {"current_article": "notice"}))
    assert given.article == "notice"


def test_when_there_is_no_article_people_are_named(desk: Desk) -> None:
    for slots in ({}, {"current_article": "removed"}):
        given = run(ActionShowLaw(), tracker([message("hva sier loven")], slots))
        assert given.outcomes == ["no_answer"]
        assert given.reply["contacts"]
