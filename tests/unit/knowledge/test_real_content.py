"""The content that people are answered from: every article keeps every rule and states rights with their source."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from knowledge.article import Article
from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.lint.article_rules import ARTICLE_RULES
from knowledge.lint.date_rules import DATE_RULES
from knowledge.lint.patterns import sections_named
from knowledge.lint.shared_rules import SHARED_RULES
from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.reply import Reply
from knowledge.safety import SafetyCheck
from knowledge.settings import Settings
from knowledge.yaml_file import read_mapping
from tests.unit.conftest import DATA, TODAY

ARTICLES_DIR = Settings().content_dir / "articles"
FOLDERS = sorted(str(path.parent.relative_to(ARTICLES_DIR)) for path in ARTICLES_DIR.glob("*/*/article.yaml"))
RIGHTS = [folder for folder in FOLDERS if not folder.startswith("safety/")]
EMERGENCIES = [folder for folder in FOLDERS if folder.startswith("safety/")]
TEXTS = [(folder, path.stem) for folder in FOLDERS for path in sorted((ARTICLES_DIR / folder).glob("*.md"))]
RIGHTS_TEXTS = [(folder, locale) for folder, locale in TEXTS if folder in RIGHTS]
EMERGENCY_TEXTS = [(folder, locale) for folder, locale in TEXTS if folder in EMERGENCIES]
# The year after, when most amounts have run out and the reply says until when they held.
NEXT_YEAR = date(2027, 1, 1)


@pytest.fixture(scope="module")
def article_in(real: Library) -> Callable[[str], Article]:
    """The article of a folder such as `tenancy/deposit`."""
    by_folder = {str(article.path.parent.relative_to(ARTICLES_DIR)): article for article in real.articles.values()}
    return by_folder.__getitem__


@pytest.fixture(scope="module")
def reply_in(real: Library, messages: Messages, article_in: Callable[[str], Article]) -> Callable[[str, str], Reply]:
    """The reply that an article gives in a language."""
    return lambda folder, locale: Composer(real, messages, locale, TODAY).answer(article_in(folder))


@pytest.fixture(scope="module")
def safety() -> SafetyCheck:
    return SafetyCheck.read(Settings().content_dir / "safety")


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_article_keeps_every_rule(real: Library, article_in: Callable[[str], Article], folder: str) -> None:
    found = [finding for rule in ARTICLE_RULES for finding in rule(article_in(folder), real)]
    found += [finding for rule in DATE_RULES for finding in rule(article_in(folder), real, TODAY)]
    assert [finding.line_of_output() for finding in found if finding.is_error] == []


def test_what_articles_share_keeps_every_rule(real: Library) -> None:
    found = [finding for rule in SHARED_RULES for finding in rule(real, TODAY)]
    assert [finding.line_of_output() for finding in found if finding.is_error] == []


@pytest.mark.parametrize(("folder", "locale"), RIGHTS_TEXTS)
def test_a_reply_that_states_a_right_cites_a_section_that_exists_with_its_date(
    real: Library, reply_in: Callable[[str, str], Reply], folder: str, locale: str
) -> None:
    """Every reply that states a right carries at least one citation whose section exists, with its date."""
    reply = reply_in(folder, locale)
    assert (reply.outcome, reply.locale) == (Outcome.ANSWERED, locale)
    assert reply.citations
    for citation in reply.citations:
        real.laws.parse(citation.ref)
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", citation.as_of)
        assert citation.url.startswith("https://lovdata.no/")


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_citation_is_dated_in_the_future(article_in: Callable[[str], Article], folder: str) -> None:
    article = article_in(folder)
    assert all(law.as_of <= article.checked_on for law in article.laws)


@pytest.mark.parametrize(("folder", "locale"), TEXTS)
def test_every_section_named_in_a_text_is_listed(
    article_in: Callable[[str], Article], folder: str, locale: str
) -> None:
    article = article_in(folder)
    text = article.texts[locale]
    listed = {law.ref.rpartition("§ ")[2].replace(" ", "") for law in article.laws}
    said = "\n".join([*(section.body for section in text.sections), *(myth.answer for myth in text.myths)])
    assert sections_named(said) - listed == set()


@pytest.mark.parametrize("today", [TODAY, NEXT_YEAR], ids=str)
@pytest.mark.parametrize(("folder", "locale"), TEXTS)
def test_every_placeholder_of_a_reply_is_filled(
    real: Library, messages: Messages, article_in: Callable[[str], Article], folder: str, locale: str, today: date
) -> None:
    composer = Composer(real, messages, locale, today)
    article = article_in(folder)
    answer = composer.answer(article)
    corrected = [composer.corrected(answer, [(article, place)]) for place in range(len(article.texts[locale].myths))]
    replies = [composer.law_part(article), answer, *corrected]
    for reply in replies:
        assert "{{" not in reply.text + (reply.myth or "")


@pytest.mark.parametrize(("folder", "locale"), EMERGENCY_TEXTS)
def test_an_emergency_reply_names_a_number_to_call(
    reply_in: Callable[[str, str], Reply], folder: str, locale: str
) -> None:
    reply = reply_in(folder, locale)
    assert reply.outcome is Outcome.EMERGENCY
    assert reply.buttons == ()
    assert any(contact["phone"] and str(contact["phone"]) in reply.text for contact in reply.contacts)


@pytest.mark.parametrize("folder", EMERGENCIES)
def test_an_emergency_is_told_in_every_served_language(
    real: Library, article_in: Callable[[str], Article], folder: str
) -> None:
    assert set(article_in(folder).texts) == {language.locale for language in real.languages.served}


@pytest.mark.parametrize("folder", EMERGENCIES)
def test_every_article_of_the_safety_folder_is_an_emergency(article_in: Callable[[str], Article], folder: str) -> None:
    assert article_in(folder).is_emergency


def test_every_safety_row_has_an_article(real: Library, safety: SafetyCheck) -> None:
    for row in safety.signs:
        assert any(
            row in cover for article in real.articles.values() if article.is_emergency for cover in article.covers
        )


@pytest.mark.parametrize(("folder", "locale"), RIGHTS_TEXTS)
def test_a_sample_question_raises_an_alarm_only_when_it_shows_danger(
    safety: SafetyCheck, article_in: Callable[[str], Article], folder: str, locale: str
) -> None:
    """Samples that truly show danger are listed in data/alarming_questions.yaml."""
    allowed = read_mapping(DATA / "alarming_questions.yaml").get(locale) or ()
    alarming = {q: rows for q in article_in(folder).texts[locale].questions if (rows := safety.rows_in(q))}
    assert {q: rows for q, rows in alarming.items() if q not in allowed} == {}


def test_every_listed_alarming_question_is_a_sample_and_alarming(real: Library, safety: SafetyCheck) -> None:
    for locale, questions in read_mapping(DATA / "alarming_questions.yaml").items():
        samples = {q for a in real.articles.values() if locale in a.texts for q in a.texts[locale].questions}
        assert [q for q in questions or () if q not in samples or not safety.rows_in(q)] == []


def test_every_site_has_people_to_turn_to(real: Library, messages: Messages) -> None:
    for site in real.sites:
        for language in real.languages.served:
            assert Composer(real, messages, language.locale, TODAY, site).human_contacts()


def test_a_file_of_an_article_is_its_yaml_or_a_text() -> None:
    strange = [path for path in ARTICLES_DIR.glob("*/*/*") if path.suffix not in (".yaml", ".md")]
    assert strange == []
    assert all(Path(ARTICLES_DIR / folder / "nb.md").exists() for folder in FOLDERS)
