"""Official law texts in conversations: there when imported, and never in the way."""

from __future__ import annotations

from datetime import date

import pytest

from actions.answer_question import ActionAnswerQuestion
from actions.desk import Desk
from actions.show_law import ActionShowLaw
from knowledge.settings import Settings
from knowledge.statutes.importing import import_paths
from tests.unit.actions.conftest import Given, button, message, run, tracker
from tests.unit.conftest import DATA

SECTION = {"entity": "law_section", "value": "husleieloven § 9-8"}


def _import(desk: Desk) -> None:
    import_paths([DATA / "statutes"], desk.settings.statutes_path, desk.library.laws, date.today())


def _law_part(article_id: str = "notice") -> Given:
    return run(ActionShowLaw(), tracker([button("show_law", article_id=article_id)]))


def test_the_texts_lie_in_the_var_folder_unless_named(settings: Settings) -> None:
    assert settings.statutes_path == settings.var_dir / "statutes"
    assert str(Settings(statutes_dir="/laws").statutes_path) == "/laws"


def test_the_law_part_brings_the_words_once_they_are_imported(desk: Desk) -> None:
    assert _law_part().reply["law_text"] == ()
    _import(desk)
    assert "husleieloven § 9-8" in [text["ref"] for text in _law_part().reply["law_text"]]


@pytest.mark.parametrize("text", ["hva står i § 9-8?", "husleieloven § 9-8"])
def test_a_section_asked_for_brings_its_words_with_the_article(desk: Desk, text: str) -> None:
    _import(desk)
    given = run(ActionAnswerQuestion(), tracker([message(text, entities=[SECTION])]))
    assert given.article == "notice"
    assert [t["ref"] for t in given.reply["law_text"]] == ["husleieloven § 9-8"]
    assert given.reply["law_text"][0]["paragraphs"] == ("Den som får prøven, kan protestere innen én måned.",)


def test_a_section_with_a_letter_is_found_as_the_nlu_writes_it(desk: Desk) -> None:
    _import(desk)
    lettered = {"entity": "law_section", "value": "husleieloven § 9-3a"}
    given = run(ActionAnswerQuestion(), tracker([message("§ 9-3 a?", entities=[lettered])]))
    assert [t["ref"] for t in given.reply["law_text"]] == ["husleieloven § 9-3 a"]


def test_damaged_texts_are_as_good_as_none(desk: Desk) -> None:
    _import(desk)
    (desk.settings.statutes_path / "catalogue.json").write_text("{")
    given = _law_part()
    assert given.outcomes == ["answered"]
    assert given.reply["law_text"] == ()


def _asked(text: str, ref: str) -> Given:
    number = text.index("§") + len(ref[ref.index("§") :])
    entity = {"entity": "law_section", "value": ref, "start": 0, "end": number}
    return run(ActionAnswerQuestion(), tracker([message(text, entities=[entity])]))


def test_a_section_that_no_article_rests_on_is_shown_by_itself(desk: Desk) -> None:
    _import(desk)
    cited = {law.ref for article in desk.library.articles.values() for law in article.laws}
    lone = next(s.ref for s in desk.statutes().sections() if s.ref not in cited)  # type: ignore[union-attr]
    given = _asked(f"hva står i {lone}?", lone)
    assert (given.outcomes, given.article) == (["answered"], None)
    assert [t["ref"] for t in given.reply["law_text"]] == [lone]
    assert given.reply["citations"][0]["ref"] == lone
    assert given.reply["contacts"]


def test_a_subsection_is_shown_alone(desk: Desk) -> None:
    _import(desk)
    given = _asked("hva står i husleieloven § 9-8 første ledd?", "husleieloven § 9-8")
    assert [t["ref"] for t in given.reply["law_text"]] == ["husleieloven § 9-8 første ledd"]


def test_without_texts_a_section_is_asked_for_in_vain_but_not_in_silence(desk: Desk) -> None:
    given = _asked("hva står i husleieloven § 13-1?", "husleieloven § 13-1")
    assert given.outcomes != ["answered"]
    assert given.reply["contacts"] or given.reply["buttons"]


def test_a_section_is_found_by_its_words(desk: Desk) -> None:
    _import(desk)
    given = run(ActionAnswerQuestion(), tracker([message("hvilken paragraf handler om protest?")]))
    assert (given.outcomes, given.article) == (["answered"], None)
    assert given.reply["law_text"][0]["ref"] == "husleieloven § 9-8"
    assert given.reply["citations"][0]["ref"] == "husleieloven § 9-8"
    assert "husleieloven § 9-8" in given.reply["text"]
    assert any("notice" in each["payload"] for each in given.reply["buttons"])


def test_in_another_language_the_article_leads_to_the_section(desk: Desk) -> None:
    _import(desk)
    text = "which section is it: how big can the deposit be"
    given = run(ActionAnswerQuestion(), tracker([message(text, locale="en")]))
    assert given.outcomes == ["answered"]
    assert [t["ref"] for t in given.reply["law_text"]] == ["husleieloven § 3-5", "husleieloven § 9-3 a"]
    assert "Norwegian" in given.reply["text"]


def test_without_texts_the_article_answers_as_before(desk: Desk) -> None:
    text = "hvilken paragraf: hvor stort depositum kan utleier kreve"
    assert run(ActionAnswerQuestion(), tracker([message(text)])).article == "deposit"


def test_a_section_with_its_number_is_not_searched_for(desk: Desk) -> None:
    _import(desk)
    given = run(ActionAnswerQuestion(), tracker([message("hvilken paragraf er § 9-8?", entities=[SECTION])]))
    assert given.article == "notice"
