"""Making replies from articles and catalogues."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from knowledge.article import Myth
from knowledge.beliefs import MessagePart
from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.outcomes import Outcome
from knowledge.reply import Button, Citation, Reply
from knowledge.search import Search
from tests.unit.fake_encoder import vector_of

Make = Callable[..., Composer]
CORRECTION = "Noen tror: «Utleier kan ta depositum i kontanter»\n\nNei. Depositumet skal stå på en egen konto (husleieloven § 3-5)."
UNREVIEWED = "This translation has not been checked by a lawyer yet."


def _answer(composer_in: Make, sample: Library, article: str, spoken: str = "nb") -> Reply:
    return composer_in(spoken).answer(sample.articles[article])


def test_an_answer_is_the_short_answer_then_the_steps(composer_in: Make, sample: Library) -> None:
    assert _answer(composer_in, sample, "deposit").text == (
        "Pengene skal stå på en egen konto i ditt navn (husleieloven § 3-5). Gebyret i retten er 1\u00a0345 kroner.\n\n"
        "Gjør dette nå\n\n"
        "1. Be om en egen konto.\n"
        "2. Ta vare på kvitteringen. Ring Nav på 55 55 33 33."
    )


def test_an_answer_keeps_free_sections_and_leaves_the_law_to_its_button(composer_in: Make, sample: Library) -> None:
    text = _answer(composer_in, sample, "notice").text
    assert "Når du har ventet for lenge\n\nSøk hjelp nå." in text
    assert "Brevet skal være skriftlig" not in text


def test_an_answer_cites_every_law_with_address_and_date(composer_in: Make, sample: Library) -> None:
    assert _answer(composer_in, sample, "deposit").citations == (
        Citation("husleieloven § 3-5", "https://lovdata.no/lov/1999-03-26-17/§3-5", "2026-07-01"),
        Citation("husleieloven § 9-3 a", "https://lovdata.no/lov/1999-03-26-17/§9-3a", "2026-07-01"),
    )


def test_an_answer_says_which_article_it_shows(composer_in: Make, sample: Library) -> None:
    shown = _answer(composer_in, sample, "deposit", "en").article
    assert shown is not None
    assert (shown.id, shown.title, shown.locale) == ("deposit", "Deposit", "en")
    assert (shown.covers, shown.checked_on, shown.review) == (("tenancy.deposit",), "2026-11-24", "drafted")


def test_an_answer_names_the_articles_contacts(composer_in: Make, sample: Library) -> None:
    contacts = _answer(composer_in, sample, "deposit", "en").contacts
    assert [contact["name"] for contact in contacts] == ["Nav (welfare office)", "Tenant help"]


def test_next_steps_are_guides_then_the_law_then_related_articles(composer_in: Make, sample: Library) -> None:
    assert _answer(composer_in, sample, "notice", "en").buttons == (
        Button("Check my notice", '/start_guide{"guide": "landlord-notice"}'),
        Button("What does the law say?", '/show_law{"article_id": "notice"}'),
        Button("Deposit", '/show_article{"article_id": "deposit"}', ("tenancy.deposit",)),
    )


@pytest.mark.parametrize(
    ("text", "spoken", "correction"),
    [
        (
            "Utleier kan ta depositum i kontanter",
            "nb",
            "Noen tror: «Utleier kan ta depositum i kontanter»\n\nNei. Depositumet skal stå på en egen konto (husleieloven § 3-5).",
        ),
        (
            "the landlord may take the deposit in cash",
            "en",
            "Some people think: “The landlord may take the deposit in cash”\n\n"
            "No. The deposit (depositum) must be in an account of its own (husleieloven § 3-5).",
        ),
    ],
)
def test_a_stated_wrong_belief_is_corrected_before_the_answer(
    composer_in: Make, sample: Library, search: Search, text: str, spoken: str, correction: str
) -> None:
    """`myth` is shown first, with the belief it corrects; the answer follows, unchanged, in `text`."""
    article = sample.articles["deposit"]
    stated = search.beliefs.stated([MessagePart(text, vector_of(text))], spoken, [(article, 1.0)])
    reply = composer_in(spoken).corrected(composer_in(spoken).answer(article), stated)
    assert reply.myth == correction
    assert reply.text == composer_in(spoken).answer(article).text


def test_a_belief_stated_in_another_language_is_corrected_in_the_language_of_the_reply(
    composer_in: Make, sample: Library, search: Search
) -> None:
    article, text = sample.articles["deposit"], "Utleier kan ta depositum i kontanter"
    stated = search.beliefs.stated([MessagePart(text, vector_of(text))], "nb", [(article, 1.0)])
    reply = composer_in("en").corrected(composer_in("en").answer(article), stated)
    assert (reply.myth or "").endswith(
        "\n\nNo. The deposit (depositum) must be in an account of its own (husleieloven § 3-5)."
    )


def test_italics_and_placeholders_of_a_correction_are_made_plain(composer_in: Make, sample: Library) -> None:
    article = sample.articles["deposit"]
    text = replace(article.texts["en"], myths=(Myth(("cash",), "No. The *depositum* is {{court-fee}}."),))
    changed, composer = replace(article, texts={"en": text}), composer_in("en")
    reply = composer.corrected(composer.answer(changed), [(changed, 0)])
    assert reply.myth == "Some people think: “cash”\n\nNo. The depositum is NOK 1,345."


def test_the_correction_of_another_article_comes_with_its_sections_and_a_button(
    composer_in: Make, sample: Library
) -> None:
    composer, deposit = composer_in("nb"), sample.articles["deposit"]
    answer = composer.answer(replace(sample.articles["mould"], related=()))
    reply = composer.corrected(answer, [(deposit, 0)])
    assert reply.myth == CORRECTION
    assert (reply.text, reply.article) == (answer.text, answer.article)
    assert reply.buttons == (composer.article_button(deposit), *answer.buttons)
    refs = [citation.ref for citation in reply.citations]
    assert set(refs) == {law.ref for law in (*sample.articles["mould"].laws, *deposit.laws)}
    assert len(refs) == len(set(refs))


@pytest.mark.parametrize(
    ("says", "stated"),
    [
        (("He may, right?", "He may", "I think so"), "He may"),
        (("«Ut» sto det", "Jeg må ut"), "Jeg må ut"),
        (("هل يجوز؟",), "هل يجوز؟"),
        ((), ""),
    ],
)
def test_a_belief_is_shown_as_a_statement(says: tuple[str, ...], stated: str) -> None:
    assert Myth(says, "No.").stated == stated


def test_two_corrections_stand_one_behind_the_other(composer_in: Make, sample: Library) -> None:
    composer, deposit = composer_in("nb"), sample.articles["deposit"]
    text = deposit.texts["nb"]
    both = replace(deposit, texts={"nb": replace(text, myths=(*text.myths, Myth(("Jeg får det aldri",), "Jo.")))})
    answer = composer.answer(sample.articles["mould"])
    reply = composer.corrected(answer, [(both, 0), (both, 1)])
    assert reply.myth == f"{CORRECTION}\n\nNoen tror: «Jeg får det aldri»\n\nJo."
    assert [button.title for button in reply.buttons].count("Depositum") == 1
    assert composer.corrected(answer, []) == answer


def test_a_belief_that_stands_in_two_articles_is_corrected_once(composer_in: Make, sample: Library) -> None:
    """The likelier article corrects it; the buttons stand in the order of the corrections."""
    composer, deposit, mould = composer_in("nb"), sample.articles["deposit"], sample.articles["mould"]
    says = deposit.texts["nb"].myths[0].says
    same = replace(
        mould, texts={"nb": replace(mould.texts["nb"], myths=(Myth(says, "Nei."), Myth(("Vann er nok",), "Nei.")))}
    )
    answer = composer.answer(replace(sample.articles["notice"], related=()))
    assert composer.corrected(answer, [(deposit, 0), (same, 0)]).myth == CORRECTION
    both = composer.corrected(answer, [(same, 1), (deposit, 0)])
    assert both.buttons[:2] == (composer.article_button(same), composer.article_button(deposit))


def test_a_text_that_lacks_the_belief_corrects_nothing(composer_in: Make, sample: Library) -> None:
    composer, deposit = composer_in("nb"), sample.articles["deposit"]
    answer = composer.answer(deposit)
    assert composer.corrected(answer, [(deposit, len(deposit.texts["nb"].myths))]) == answer


def test_choices_begin_with_a_correction_of_one_of_them(composer_in: Make, sample: Library) -> None:
    composer = composer_in("nb")
    reply = composer.corrected(composer.clarify(["notice", "deposit"], 0.5), [(sample.articles["deposit"], 0)])
    assert reply.myth == CORRECTION
    assert reply.buttons == composer.clarify(["notice", "deposit"], 0.5).buttons
    assert {citation.ref for citation in reply.citations} == {law.ref for law in sample.articles["deposit"].laws}


def test_an_answer_without_a_wrong_belief_has_no_correction(composer_in: Make, sample: Library) -> None:
    assert _answer(composer_in, sample, "deposit").myth is None


def test_an_unreviewed_translation_says_so_at_the_end(composer_in: Make, sample: Library) -> None:
    assert _answer(composer_in, sample, "deposit", "en").text.split("\n\n")[-1].startswith(UNREVIEWED)


@pytest.mark.parametrize(("article", "spoken"), [("notice", "en"), ("deposit", "nb")])
def test_a_reviewed_or_norwegian_text_says_nothing_of_the_kind(
    composer_in: Make, sample: Library, article: str, spoken: str
) -> None:
    assert UNREVIEWED not in _answer(composer_in, sample, article, spoken).text


def test_a_person_whose_language_is_not_served_is_told_in_it_first(composer_in: Make, sample: Library) -> None:
    reply = _answer(composer_in, sample, "notice", "pl")
    assert reply.text.startswith("Odpowiadam po angielsku.\n\nYou can object")
    assert reply.locale == "en"


@pytest.mark.parametrize(
    ("article", "spoken", "locale", "note"),
    [
        (
            "mould",
            "en",
            "nb",
            "This text does not exist in English yet. Here it is in another language: Norsk (bokmål).",
        ),
        ("notice", "ar", "en", "هذا النص غير متوفر بالعربية بعد. ها هو بلغة أخرى: English."),
    ],
)
@pytest.mark.parametrize("part", ["answer", "law_part"])
def test_an_article_not_yet_translated_is_shown_in_a_language_that_exists_and_says_so(
    composer_in: Make, sample: Library, article: str, spoken: str, locale: str, note: str, part: str
) -> None:
    reply = getattr(composer_in(spoken), part)(sample.articles[article])
    said = getattr(composer_in(locale), part)(sample.articles[article])
    assert (reply.locale, reply.text) == (locale, f"{note}\n\n{said.text}")


def test_both_notes_are_given_when_neither_language_has_the_text(composer_in: Make, sample: Library) -> None:
    notes = _answer(composer_in, sample, "mould", "pl").text.split("\n\n")[:2]
    assert notes[0] == "Odpowiadam po angielsku."
    assert notes[1].startswith("This text does not exist in English yet.")


def test_an_emergency_is_short_and_distracts_with_nothing(composer_in: Make, sample: Library) -> None:
    reply = _answer(composer_in, sample, "violence", "en")
    assert reply.outcome is Outcome.EMERGENCY
    assert reply.text.startswith("Call the police on 112 now.")
    assert reply.buttons == ()
    assert reply.contacts[0]["phone"] == "112"


def test_a_figure_that_has_run_out_is_shown_as_such(composer_in: Make, sample: Library) -> None:
    reply = composer_in("nb", today=date(2027, 1, 1)).answer(sample.articles["deposit"])
    assert "gjaldt til 31. desember 2026" in reply.text


def test_confidence_is_rounded(composer_in: Make, sample: Library) -> None:
    assert composer_in("nb").answer(sample.articles["mould"], confidence=0.123456).confidence == 0.123


def test_the_law_part_has_its_sections_and_related_articles(composer_in: Make, sample: Library) -> None:
    reply = composer_in("nb").law_part(sample.articles["deposit"])
    assert reply.text.startswith("Hva loven sier\n\n- Banken låser kontoen (husleieloven § 3-5).\n- Unntak")
    assert [citation.ref for citation in reply.citations] == ["husleieloven § 3-5", "husleieloven § 9-3 a"]
    assert [button.title for button in reply.buttons] == ["Oppsigelse", "Mugg og fukt"]


def test_a_text_without_a_law_part_gives_its_title(composer_in: Make, sample: Library) -> None:
    assert composer_in("en").law_part(sample.articles["violence"]).text == "Violence: get help now"


def test_choices_are_buttons_with_a_way_out(composer_in: Make) -> None:
    reply = composer_in("en").clarify(["deposit", "notice"], 0.61234)
    assert reply.outcome is Outcome.CLARIFY
    assert [button.title for button in reply.buttons] == ["Deposit", "Notice from the landlord", "None of these"]
    assert reply.buttons[-1].payload == "/ask_for_human"
    assert reply.confidence == 0.612


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("no_answer", Outcome.NO_ANSWER),
        ("out_of_scope", Outcome.OUT_OF_SCOPE),
        ("handoff", Outcome.HANDOFF),
        ("error", Outcome.ERROR),
    ],
)
@pytest.mark.parametrize("spoken", ["nb", "en", "ar", "pl"])
def test_when_nothing_can_be_answered_people_are_named(
    composer_in: Make, name: str, outcome: Outcome, spoken: str
) -> None:
    reply = getattr(composer_in(spoken), name)()
    assert reply.outcome is outcome
    assert reply.text.strip()
    assert "nav" in [contact["id"] for contact in reply.contacts]


def test_a_sites_own_people_come_first(composer_in: Make) -> None:
    ids = [contact["id"] for contact in composer_in("nb", site="town").human_contacts()]
    assert ids == ["tenant-help", "nav", "municipality"]


def test_an_unknown_site_has_the_people_that_help_everywhere(composer_in: Make) -> None:
    ids = [contact["id"] for contact in composer_in("nb", site="nowhere").human_contacts()]
    assert ids == ["nav", "municipality"]


def test_contacts_that_do_not_exist_are_left_out(composer_in: Make) -> None:
    assert [contact["id"] for contact in composer_in("nb").contacts(["nobody", "nav"])] == ["nav"]


@pytest.mark.parametrize(
    ("spoken", "text"),
    [
        ("nb", "torsdag 24. desember 2026"),
        ("en", "Thursday, 24 December 2026"),
        ("pl", "Thursday, 24 December 2026"),
        ("ar", "الخميس، 24 ديسمبر 2026"),
    ],
)
def test_a_date_is_written_out_with_its_weekday(composer_in: Make, spoken: str, text: str) -> None:
    assert composer_in(spoken).date_text(date(2026, 12, 24)) == text


def test_a_message_of_the_catalogue_can_be_a_reply(composer_in: Make) -> None:
    button = Button("Ja", "/affirm")
    reply = composer_in("nb").message(Outcome.SMALLTALK, "button.none_of_these", [button])
    assert (reply.outcome, reply.text, reply.buttons) == (Outcome.SMALLTALK, "Ingen av disse", (button,))
