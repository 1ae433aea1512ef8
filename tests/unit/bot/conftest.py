"""What tests of `bot` share: the domain, the rules and the examples, as Rasa reads them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.core.training_data.structures import RuleStep
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from knowledge.settings import PROJECT_DIR

BOT = PROJECT_DIR / "bot"
LOCALES = ("nb", "nn", "en", "uk", "ar", "fa")


def read_bot_file(name: str) -> Any:
    """One YAML file of `bot`."""
    return yaml.safe_load((BOT / name).read_text("utf-8"))


def examples_in(locale: str) -> dict[str, list[str]]:
    """Intent -> its examples in one language, as Rasa reads them."""
    data = RasaYAMLReader().read(BOT / "data" / "nlu" / f"{locale}.yml")
    found: dict[str, list[str]] = {}
    for example in data.intent_examples:
        found.setdefault(example.get("intent"), []).append(example.get("text"))
    return found


@pytest.fixture(scope="session")
def domain() -> Domain:
    """The domain."""
    return Domain.load(str(BOT / "domain"))


@pytest.fixture(scope="session")
def rules(domain: Domain) -> list[RuleStep]:
    """Every rule of every topic."""
    paths = sorted((BOT / "data" / "rules").glob("*.yml"))
    # A reader gives the steps of the files before once more, so each file gets its own.
    return [step for path in paths for step in YAMLStoryReader(domain).read_from_file(path)]
