"""Entities of a message in Rasa's form, after those that others found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.errors import ContentError
from knowledge.settings import PROJECT_DIR
from nlu.entities.pipeline import _ORDER
from nlu.language_detector import TEXT_LOCALE
from nlu.rights_entities import RightsEntities


def _read(component: Any, text: str, locale: str | None = "nb", before: list[dict[str, Any]] | None = None) -> Any:
    message = Message({TEXT: text, TEXT_LOCALE: locale, ENTITIES: before or []})
    component.process([message])
    return message.get(ENTITIES)


def test_an_entity_has_rasas_form(made: Callable[..., Any]) -> None:
    assert _read(made(RightsEntities), "leie kr 9 500,-") == [
        {
            "entity": "amount",
            "value": 9500,
            "start": 5,
            "end": 15,
            "text": "kr 9 500,-",
            "extractor": "RightsEntities",
        }
    ]


def test_a_bare_weekday_tells_the_other_day_it_may_mean(made: Callable[..., Any]) -> None:
    (bare,) = _read(made(RightsEntities), "fredag")
    assert date.fromisoformat(bare["other"]) - date.fromisoformat(bare["value"]) in (timedelta(7), timedelta(14))
    (named,) = _read(made(RightsEntities), "sist fredag")
    assert "other" not in named


def test_the_language_of_the_message_is_used(made: Callable[..., Any]) -> None:
    component = made(RightsEntities)
    found = [_read(component, "два тижні", locale) for locale in ("uk", "nb")]
    assert [len(entities) for entities in found] == [1, 0]


@pytest.mark.parametrize("locale", [None, "", "xx", "nn"])
def test_any_language_will_do(locale: str | None, made: Callable[..., Any]) -> None:
    assert [entity["value"] for entity in _read(made(RightsEntities), "8 500 kr", locale)] == [8500]


def test_entities_of_others_come_first(made: Callable[..., Any]) -> None:
    other = {"entity": "article_id", "value": "deposit"}
    assert [entity["entity"] for entity in _read(made(RightsEntities), "8 500 kr", before=[other])] == [
        "article_id",
        "amount",
    ]


@pytest.mark.parametrize("payload", ['/show_article{"article_id": "9-8"}', "/affirm", "/show_law"])
def test_a_button_brings_its_own_entities(payload: str, made: Callable[..., Any]) -> None:
    own = [{"entity": "article_id", "value": "9-8"}]
    assert _read(made(RightsEntities), payload, before=own) == own


def test_the_kinds_are_in_the_domain() -> None:
    """Rasa drops entities that the domain does not name."""
    domain = yaml.safe_load((PROJECT_DIR / "bot" / "domain" / "conversation.yml").read_text("utf-8"))
    assert set(_ORDER) <= set(domain["entities"])


def test_the_content_folder_can_be_configured(make: Callable[..., Any], tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        make(RightsEntities, content=str(tmp_path))


def test_the_library_it_needs_is_named() -> None:
    assert RightsEntities.required_packages() == ["spacy"]
