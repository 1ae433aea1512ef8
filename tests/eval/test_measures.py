"""The figures of the eval, from results made up here."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge.catalogues import compile_stale
from knowledge.compose import Composer
from knowledge.library import Library
from knowledge.messages import Messages
from knowledge.passages import belief_label
from knowledge.question_set import LabelledQuestion
from knowledge.settings import Settings
from tests.eval.measures import Result, beliefs_corrected, figures


def _made(kind: str, expect: tuple[str, ...], shown: tuple[str, ...], outcome: str,
          corrected: tuple[str, ...] = (), beliefs: tuple[str, ...] = ()) -> Result:  # fmt: skip
    question = LabelledQuestion("x", "nb", "…", kind, expect, beliefs)
    return Result(question, ("a", "b", "c"), (outcome,), shown, (), corrected, "nb")


def test_figures_of_a_small_set() -> None:
    found = figures(
        [
            _made("plain", ("a",), ("a",), "answered"),
            _made("plain", ("b",), ("a",), "answered"),
            _made("out-of-scope", (), (), "no_answer"),
            _made("safety", ("violence",), ("violence",), "emergency"),
        ]
    )
    assert (found["hit_at_1"], found["hit_at_3"], found["wrong_answers"]) == (0.5, 1.0, 0.5)
    assert (found["out_of_scope_answered"], found["safety_recall"], found["false_alarms"]) == (0.0, 1.0, 0)


@pytest.mark.parametrize(
    ("shown", "corrected", "share_corrected", "share_confirmed"),
    [
        (("a",), ("a#0",), 1.0, 0.0),
        ((), ("a#0",), 1.0, 0.0),  # corrected beside articles to choose from
        (("a",), ("c#2",), 1.0, 0.0),  # the same belief, from the side of another office
        ((), ("b#0", "a#0"), 1.0, 0.0),
        (("b",), ("b#0",), 0.0, 0.0),  # another belief was corrected
        (("a",), ("a#1",), 0.0, 0.0),  # another of the same article
        (("a",), (), 0.0, 1.0),  # the right article, and no word against the belief
        (("b",), (), 0.0, 0.0),
        ((), (), 0.0, 0.0),
    ],
)
def test_a_premise_is_corrected_by_a_right_correction_only(
    shown: tuple[str, ...], corrected: tuple[str, ...], share_corrected: float, share_confirmed: float
) -> None:
    found = figures([_made("false-premise", ("a",), shown, "answered", corrected, ("a#0", "c#2"))])
    assert (found["premises_corrected"], found["premises_confirmed"]) == (share_corrected, share_confirmed)
    assert found["premises_beside"] == float(bool(corrected) and not share_corrected)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.read(Settings().content_dir)


@pytest.mark.parametrize("locale", ["nb", "en", "ar"])
def test_a_correction_is_known_by_its_words(library: Library, locale: str, tmp_path: Path) -> None:
    """Whatever amounts and phone numbers stand in it, and in Arabic with marks for the order of numbers."""
    locales_dir = tmp_path / "locales"
    shutil.copytree(Settings().locales_dir, locales_dir)
    compile_stale(locales_dir)
    composer = Composer(library, Messages(locales_dir), locale, date(2026, 11, 24))
    with_myths = [article for article in library.articles.values() if article.text_for(locale).myths][:30]
    for article in with_myths:
        for place in range(len(article.text_for(locale).myths)):
            reply = composer.corrected(composer.answer(article), [(article, place)])
            assert belief_label(article.id, place) in beliefs_corrected(reply.as_dict(), library.articles)


def test_a_reply_without_a_correction_corrects_nothing(library: Library) -> None:
    assert beliefs_corrected({"myth": None, "locale": "nb"}, library.articles) == ()
    assert beliefs_corrected({"myth": "Nei.", "locale": "nb"}, library.articles) == ()
