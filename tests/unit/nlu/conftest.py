"""What tests of `nlu` share: components made as Rasa makes them, and the entities of a text on a fixed day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource

from knowledge.library import Library
from knowledge.municipalities import Municipalities
from nlu.entities.pipeline import EntityReader
from nlu.language import MARKERS_FILE, LanguageGuesser
from tests.unit.fake_encoder import FakeEncoder

TODAY = date(2026, 11, 24)  # a Tuesday

# Texts that a component must take as they come.
TEXTS = {
    "empty": "",
    "spaces": " \n\t",
    "emoji": "🏠😢👩‍👧",
    "right to left": "صاحب البيت بدو يطردني \u202bغدا\u202c، الإيجار ٩٥٠٠ كرونة",
    "marks of direction alone": "\u200e\u200f\u202a\u202c\u2066\u2069",
    "control and replacement characters": "\x00\ufffd\ud7ff",
    "very long": "Utleieren har sagt meg opp, hva gjør jeg nå? " * 250,
    "a long word": "a" * 10_000,
    "long numbers": "1 2.3 4-5 " * 1_000,
}


@pytest.fixture(scope="session")
def guesser() -> LanguageGuesser:
    """The guesser with the project's markers."""
    return LanguageGuesser.read(MARKERS_FILE)


@pytest.fixture(scope="session")
def municipalities(real: Library) -> Municipalities:
    """All municipalities of Norway."""
    return Municipalities.read(real.content_dir / "municipalities.csv")


@pytest.fixture(scope="session")
def reader(real: Library, municipalities: Municipalities) -> EntityReader:
    """Reads messages as if they were written on TODAY."""
    return EntityReader(real.laws, municipalities, lambda: TODAY)


@pytest.fixture(scope="session")
def values(reader: EntityReader) -> Callable[[str, str, str], list[Any]]:
    """Values of one kind of entity in a text: `values("amount", "nb", "8 500 kr") == [8500]`."""

    def found(name: str, locale: str, text: str) -> list[Any]:
        return [entity.value for entity in reader.read(text, locale) if entity.name == name]

    return found


def _opens(encoder: FakeEncoder, patch: pytest.MonkeyPatch) -> None:
    for module in ("knowledge.encoder", "nlu.sentence_featurizer"):
        patch.setattr(f"{module}.open_encoder", lambda name, threads=2: encoder)


def _component(storage: LocalModelStorage, kind: type[GraphComponent], how: str, config: dict[str, Any]) -> Any:
    context = ExecutionContext(GraphSchema({}), model_id="unit", node_name=kind.__name__)
    settings = {**kind.get_default_config(), **config}
    return getattr(kind, how)(settings, storage, Resource(kind.__name__), context)


@pytest.fixture
def fake_model(monkeypatch: pytest.MonkeyPatch) -> FakeEncoder:
    """Stands in for the sentence encoder, wherever it would be opened."""
    encoder = FakeEncoder()
    _opens(encoder, monkeypatch)
    return encoder


@pytest.fixture
def make(fake_model: FakeEncoder, tmp_path: Path) -> Callable[..., Any]:
    """Makes a component as Rasa does: `make(DialogueGate, sure_from=0.7)`."""
    return lambda kind, **config: _component(LocalModelStorage(tmp_path), kind, "create", config)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[type[GraphComponent], str], Any]:
    """Components with their default configuration, each made or loaded once: `made(DialogueGate, "load")`."""
    storage = LocalModelStorage(tmp_path_factory.mktemp("model"))

    @cache
    def component(kind: type[GraphComponent], how: str = "create") -> Any:
        with pytest.MonkeyPatch.context() as patch:
            _opens(FakeEncoder(), patch)
            return _component(storage, kind, how, {})

    return component
