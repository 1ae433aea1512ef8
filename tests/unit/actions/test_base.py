"""Whatever breaks inside an action, the person gets people to call, and no log gets the message."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import structlog
import yaml
from rasa_sdk import Action
from structlog.testing import LogCapture

import actions
from actions.answer_emergency import ActionAnswerEmergency
from actions.answer_question import ActionAnswerQuestion
from actions.base import DeskAction
from actions.desk import Desk
from actions.show_article import ActionShowArticle
from knowledge.errors import ContentError, KnowledgeError
from knowledge.settings import PROJECT_DIR
from tests.unit.actions.conftest import button, message, run, tracker

MARK = "zebrastripete"


@pytest.fixture
def logged() -> Iterator[LogCapture]:
    kept = LogCapture()
    structlog.configure(processors=[kept])
    yield kept
    structlog.reset_defaults()


class _Broken(DeskAction):
    """Fails as it is told."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def name(self) -> str:
        return "action_broken"

    def respond(self, *_: Any) -> list[dict[str, Any]]:
        raise self._error


def test_a_foreign_error_is_logged_by_its_name_alone(desk: Desk, logged: LogCapture) -> None:
    given = run(_Broken(ValueError(f"cannot read {MARK}")), tracker([message(MARK)]))
    assert given.outcomes == ["error"]
    assert given.reply["contacts"]
    assert logged.entries == [
        {"event": "action.failed", "log_level": "error", "action": "action_broken", "error": "ValueError", "reason": ""}
    ]


def test_an_error_of_our_own_says_what_to_mend(desk: Desk, logged: LogCapture) -> None:
    run(_Broken(KnowledgeError("run `bovett index`")), tracker([message(MARK)]))
    assert logged.entries[0]["reason"] == "run `bovett index`"


@pytest.mark.parametrize("locale", ["nb", "en", "ar", "pl"])
def test_the_error_is_told_in_the_language_of_the_person(desk: Desk, locale: str) -> None:
    given = run(_Broken(RuntimeError()), tracker([message("hei", locale=locale)]))
    assert given.reply["locale"] == {"pl": "en"}.get(locale, locale)
    assert "nav" in [contact["id"] for contact in given.reply["contacts"]]


def test_no_action_logs_what_was_said(desk: Desk, logged: LogCapture, no_index: None, capfd: Any) -> None:
    """Not when it succeeds, nor without an index, nor with an id that nobody knows."""
    said = [message(f"{MARK} en"), message(f"{MARK} og to", safety=["violence"])]
    run(ActionAnswerQuestion(), tracker(said))
    run(ActionAnswerEmergency(), tracker(said))
    run(ActionShowArticle(), tracker([button("show_article", article_id=MARK)]))
    assert [entry["event"] for entry in logged.entries] == ["action.failed"]
    assert MARK not in str(logged.entries)
    printed = capfd.readouterr()
    assert MARK not in printed.out + printed.err


def test_our_own_errors_quote_no_message() -> None:
    """`reason` is logged: an error that carried a text of a person would leak it."""
    assert issubclass(ContentError, KnowledgeError)
    assert "text" not in inspect.signature(ContentError.__init__).parameters


def test_every_action_of_the_domain_exists_and_none_besides() -> None:
    for module in pkgutil.iter_modules(actions.__path__):
        if module.name != "__main__":
            import_module(f"actions.{module.name}")
    found = {
        kind().name() for kind in _kinds(Action)
        if kind.__module__.startswith("actions.") and not inspect.isabstract(kind)
    }  # fmt: skip
    named = {
        name for path in (PROJECT_DIR / "bot" / "domain").glob("*.yml")
        for name in yaml.safe_load(path.read_text("utf-8")).get("actions", [])
    }  # fmt: skip
    assert found == named


def _kinds(base: type) -> Iterator[Any]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)
