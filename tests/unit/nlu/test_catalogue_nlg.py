"""Responses take their words from the catalogues, in the person's language, and their shape from the domain."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.outcomes import Outcome
from knowledge.settings import PROJECT_DIR
from nlu.catalogue_nlg import CatalogueNlg

DOMAIN = Domain.load(str(PROJECT_DIR / "bot" / "domain"))
UTTERS = sorted(DOMAIN.responses)
SERVED = ("nb", "nn", "en", "uk", "ar", "fa")
Say = Callable[..., Any]


@pytest.fixture(scope="module")
def nlg(locales_dir: Path) -> CatalogueNlg:
    patch = pytest.MonkeyPatch()
    patch.setenv("BOVETT_LOCALES_DIR", str(locales_dir))
    try:
        return CatalogueNlg()
    finally:
        patch.undo()


@pytest.fixture
def say(nlg: CatalogueNlg) -> Say:
    """What is said: `say("utter_greet", locale="uk", metadata={...})`."""

    def said(utter: str, locale: str | None = None, metadata: dict[str, Any] | None = None) -> Any:
        tracker = DialogueStateTracker("person", DOMAIN.slots)
        parse_data = {"locale": locale} if locale else {}
        tracker.update(UserUttered("tekst", parse_data=parse_data, metadata=metadata))  # type: ignore[arg-type]
        return asyncio.run(nlg.generate(utter, tracker, "bovett", domain_responses=DOMAIN.responses))

    return said


def test_every_served_language_is_tried(real: Library) -> None:
    assert {language.locale for language in real.languages.served} == set(SERVED)


@pytest.mark.parametrize("locale", SERVED)
@pytest.mark.parametrize("utter", UTTERS)
def test_every_response_has_words_in_every_served_language(
    utter: str, locale: str, say: Say, messages: Messages
) -> None:
    assert say(utter, locale)["custom"]["text"] == messages.text(utter, locale, days=30)


@pytest.mark.parametrize("utter", UTTERS)
def test_no_two_languages_say_the_same(utter: str, say: Say) -> None:
    assert len({say(utter, locale)["custom"]["text"] for locale in SERVED}) == len(SERVED)


@pytest.mark.parametrize("utter", UTTERS)
def test_a_response_has_the_outcome_of_the_domain(utter: str, say: Say) -> None:
    assert Outcome(say(utter, "nb")["custom"]["outcome"])


@pytest.mark.parametrize("utter", UTTERS)
def test_the_text_outside_the_reply_is_empty(utter: str, say: Say) -> None:
    """The web server reads `custom` alone."""
    assert say(utter, "nb")["text"] == ""


@pytest.mark.parametrize("utter", ["utter_unknown", "", "utter_ask_received_on", "action_answer_question"])
def test_an_unknown_response_is_none(utter: str, say: Say) -> None:
    """Rasa asks for utter_ask_... of every slot of a guide, and goes on when there is none."""
    assert say(utter, "nb") is None


def test_without_a_domain_nothing_is_said(nlg: CatalogueNlg) -> None:
    tracker = DialogueStateTracker("person", DOMAIN.slots)
    assert asyncio.run(nlg.generate("utter_greet", tracker, "bovett")) is None


@pytest.mark.parametrize(("spoken", "given"), [("so", "en"), ("ti", "en"), ("pl", "en"), ("ru", "en")])
def test_a_language_not_served_gets_its_fallback(spoken: str, given: str, say: Say, real: Library) -> None:
    assert say("utter_greet", spoken)["custom"]["locale"] == given


def test_the_language_of_the_message_goes_before_that_of_the_page(say: Say) -> None:
    assert say("utter_greet", "uk", {"locale": "ar"})["custom"]["locale"] == "uk"


def test_without_a_language_of_the_message_the_page_tells(say: Say) -> None:
    assert say("utter_greet", None, {"locale": "ar"})["custom"]["locale"] == "ar"


def test_without_any_language_the_default_is_used(say: Say) -> None:
    assert say("utter_greet")["custom"]["locale"] == "nb"


def test_before_any_message_the_default_is_used(nlg: CatalogueNlg) -> None:
    tracker = DialogueStateTracker("person", DOMAIN.slots)
    said = asyncio.run(nlg.generate("utter_greet", tracker, "bovett", domain_responses=DOMAIN.responses))
    assert said is not None
    assert said["custom"]["locale"] == "nb"


@pytest.mark.parametrize("locale", SERVED)
def test_buttons_are_titled_in_the_language(locale: str, say: Say, messages: Messages) -> None:
    buttons = say("utter_sorry", locale)["custom"]["buttons"]
    assert [(button["title"], button["payload"]) for button in buttons] == [
        (messages.text("button.human", locale), "/ask_for_human")
    ]


@pytest.mark.parametrize("locale", SERVED)
def test_the_time_that_conversations_are_kept_is_the_one_set(
    locale: str, locales_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOVETT_LOCALES_DIR", str(locales_dir))
    monkeypatch.setenv("BOVETT_TOKEN_DAYS", "7")
    tracker = DialogueStateTracker("person", DOMAIN.slots)
    tracker.update(UserUttered("tekst", parse_data={"locale": locale}))  # type: ignore[arg-type,typeddict-item]
    generated = CatalogueNlg().generate("utter_is_bot", tracker, "bovett", domain_responses=DOMAIN.responses)
    text = (asyncio.run(generated) or {})["custom"]["text"]
    assert ("7" in text, "30" in text, "{" in text) == (True, False, False)
